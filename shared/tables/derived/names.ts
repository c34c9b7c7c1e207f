/** Which row was the first to bear each name. */
export interface Names {
  /**
   * What `firstOf` wants to know of a name. It is asked for many names before that is: then a processor looks for
   * several of them at once, which are far apart.
   */
  readonly hashOf: (name: string) => number
  /** The row that bore the name of this one before; the row itself, where none did. */
  readonly firstOf: (row: number, name: string, hash: number) => number
  /** Lets the row asked for last stand for its name from now on. */
  readonly replaceFirst: (row: number) => void
}

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
  let asked = ''
  return {
    hashOf: () => 0,
    firstOf: (row, name) => {
      asked = fold ? name.toLowerCase() : name
      const first = firsts.get(asked)
      if (first !== undefined) return first
      firsts.set(asked, row)
      return row
    },
    replaceFirst: row => {
      firsts.set(asked, row)
    },
  }
}

/**
 * Open addressing over a hash of the characters, which holds row numbers alone: in a million rows it takes half the
 * time of a native map and a tenth of its memory.
 */
export function hashed(last: number, nameOf: (row: number) => string, fold: boolean): Names {
  // Each row beside its hash, so that a name is fetched from afar only where it will be the same.
  let slots: Int32Array | undefined
  let [mask, count, slot] = [0, 0, 0]
  const reserve = (size: number): Int32Array => {
    const before = slots
    const fresh = new Int32Array(size * 2)
    mask = size * 2 - 1
    for (let index = 0; before && index < before.length; index += 2) {
      if (before[index] === 0) continue
      let place = ((before[index + 1] as number) << 1) & mask
      while (fresh[place] !== 0) place = (place + 2) & mask
      fresh[place] = before[index] as number
      fresh[place + 1] = before[index + 1] as number
    }
    return fresh
  }
  const isSame = (name: string, other: string): boolean =>
    name === other || (fold && name.toLowerCase() === other.toLowerCase())
  return {
    hashOf: name => hashOf(name, fold),
    firstOf: (row, name, hash) => {
      slots ??= reserve(2 ** Math.ceil(Math.log2(last)))
      // Stryker disable next-line EqualityOperator,ArithmeticOperator: how full it may become is a matter of time.
      if (count * 8 > mask * 3) slots = reserve(mask + 1)
      slot = (hash << 1) & mask
      for (let first = slots[slot] as number; first !== 0; first = slots[slot] as number) {
        if (slots[slot + 1] === hash && isSame(name, nameOf(first))) return first
        slot = (slot + 2) & mask
      }
      slots[slot] = row
      slots[slot + 1] = hash
      count++
      return row
    },
    replaceFirst: row => {
      if (slots) slots[slot] = row
    },
  }
}

/** FNV-1a over the characters. */
function hashOf(text: string, fold: boolean): number {
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
