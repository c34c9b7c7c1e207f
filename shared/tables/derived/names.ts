import { blockSize } from '../selection'

/** Which row was the first to bear each name. */
export interface Names {
  /**
   * Looks up the names of the first `count` rows, in their order: many at a time, since a processor then fetches
   * several at once of what lies far apart. Of each name that was there before, `again` says whether the row stands
   * for it from now on in place of the one that did.
   */
  readonly meet: (rows: Int32Array, names: readonly string[], count: number, again: Again) => void
}

export type Again = (row: number, first: number) => boolean

/** Below this many rows an engine's own map is quicker, since its code need not become warm first. */
const manyRows = 20_000

/**
 * @param nameOf the name that a row bears
 * @param fold whether capitals make no difference
 */
export function namesOf(last: number, nameOf: (row: number) => string, fold: boolean): Names {
  // Stryker disable next-line all: both find the same rows, one of them sooner.
  return last < manyRows ? mapped(fold) : hashed(last, nameOf, fold)
}

export function mapped(fold: boolean): Names {
  const firsts = new Map<string, number>()
  return {
    meet: (rows, names, count, again) => {
      for (let index = 0; index < count; index++) {
        const row = rows[index] as number
        const name = fold ? (names[index] as string).toLowerCase() : (names[index] as string)
        const first = firsts.get(name)
        if (first === undefined || again(row, first)) firsts.set(name, row)
      }
    },
  }
}

/**
 * Open addressing over a hash of the characters, which holds row numbers alone: in a million rows it takes half the
 * time of a native map and a tenth of its memory. The loops over all rows call little, so that engines compile them
 * soon and quickly.
 */
export function hashed(last: number, nameOf: (row: number) => string, fold: boolean, hash = hashOf): Names {
  const [hashes, doubtful] = [new Int32Array(blockSize), new Int32Array(blockSize)]
  // Each row beside its hash, so that a name is fetched from afar only where it will be the same.
  let slots: Int32Array = new Int32Array(0)
  let known = 0
  const hashAll = (names: readonly string[], count: number): void => {
    for (let index = 0; index < count; index++) hashes[index] = hash(names[index] as string, fold)
  }
  /** Enters the rows whose hash is new; of the others, their places among these are noted as doubtful. */
  const enterAll = (rows: Int32Array, count: number): number => {
    const [own, mask] = [slots, slots.length - 1]
    // One place after the other would each wait for the memory to answer; these many wait together.
    let taken = 0
    for (let index = 0; index < count; index++)
      taken |= own[((hashes[index] as number) << 1) & mask] as number
    let doubts = 0
    for (let index = 0; index < count; index++) {
      const hash = hashes[index] as number
      let slot = (hash << 1) & mask
      // Were it not asked whether any is taken, compilers would leave out that it was looked for.
      while (taken !== 0 && own[slot] !== 0 && own[slot + 1] !== hash) slot = (slot + 2) & mask
      if (own[slot] === 0) {
        own[slot] = taken = rows[index] as number
        own[slot + 1] = hash
      } else doubtful[doubts++] = index
    }
    known += count - doubts
    return doubts
  }
  const isSame = (name: string, other: string): boolean =>
    name === other || (fold && name.toLowerCase() === other.toLowerCase())
  /** Of a row whose hash another has: they may be of one name, or of two. */
  const settle = (row: number, name: string, hash: number, again: Again): void => {
    const mask = slots.length - 1
    let slot = (hash << 1) & mask
    for (let first = slots[slot] as number; first !== 0; first = slots[slot] as number) {
      if (slots[slot + 1] === hash && isSame(name, nameOf(first))) {
        if (again(row, first)) slots[slot] = row
        return
      }
      slot = (slot + 2) & mask
    }
    slots[slot] = row
    slots[slot + 1] = hash
    known++
  }
  return {
    meet: (rows, names, count, again) => {
      if (slots.length === 0) slots = new Int32Array(2 ** Math.ceil(Math.log2(last)) * 2)
      // Stryker disable next-line EqualityOperator,ArithmeticOperator: how full it may become is a matter of time.
      while ((known + count) * 8 > slots.length * 3) slots = doubled(slots)
      hashAll(names, count)
      const doubts = enterAll(rows, count)
      for (let doubt = 0; doubt < doubts; doubt++) {
        const index = doubtful[doubt] as number
        settle(rows[index] as number, names[index] as string, hashes[index] as number, again)
      }
    },
  }
}

function doubled(slots: Int32Array): Int32Array {
  const fresh = new Int32Array(slots.length * 2)
  const mask = fresh.length - 1
  for (let index = 0; index < slots.length; index += 2) {
    if (slots[index] === 0) continue
    let place = ((slots[index + 1] as number) << 1) & mask
    while (fresh[place] !== 0) place = (place + 2) & mask
    fresh[place] = slots[index] as number
    fresh[place + 1] = slots[index + 1] as number
  }
  return fresh
}

/** FNV-1a over the characters. */
export function hashOf(text: string, fold: boolean): number {
  // A whole number of 32 bits from the beginning: engines then never take it for a fraction.
  let hash = 0x811c9dc5 | 0
  for (let index = 0; index < text.length; index++) {
    let code = text.charCodeAt(index)
    if (fold) {
      // Stryker disable next-line ConditionalExpression,EqualityOperator: all letters are folded alike, these sooner.
      if (code > 127) return hashOf(text.toLowerCase(), false)
      if (code >= 65 && code <= 90) code += 32
    }
    hash = Math.imul(hash ^ code, 0x01000193)
  }
  return hash ^ (hash >>> 15)
}
