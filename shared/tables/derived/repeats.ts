import type { CellError } from '../../values'
import type { RowValue } from '../cells'
import { blockSize, inBlocks, type Select } from '../selection'
import { type Again, type Names, namesOf } from './names'

/** What finds rows that name someone whom an earlier row has named. */
export interface Naming {
  readonly last: number
  /** Which rows take part at all. */
  readonly counts: Select
  /** Rows are in the order of this moment; of two at one moment the upper is the earlier. */
  readonly at: (row: number) => number
  /** Who it is, capitals making no difference; blank where the row does not say. Undefined: no row does. */
  readonly who: ((row: number) => RowValue) | undefined
  /** Who it is where `who` is blank, to the letter: never blank itself. */
  readonly otherwise: (row: number) => RowValue
}

/**
 * Marks the rows that are not the first of their kind: a 1 for each.
 * @throws `CellError` of the first row that cannot be told
 */
export function repeatsIn({ last, counts, at, who, otherwise }: Naming): Uint8Array {
  const repeats = new Uint8Array(last + 1)
  const again: Again = (row, first) => {
    const isEarlier = at(row) < at(first)
    repeats[isEarlier ? first : row] = 1
    return isEarlier
  }
  const named = gathered(namesOf(last, row => String(who?.(row)), true))
  const nameless = gathered(namesOf(last, row => String(otherwise(row)), false))
  inBlocks(last, (block, count) => {
    let failure: { readonly row: number; readonly error: CellError } | undefined
    const kept = counts(block, count, (row, error) => {
      if (!failure || row < failure.row) failure = { row, error }
    })
    for (let index = 0; index < kept; index++) {
      const row = block[index] as number
      // Stryker disable next-line EqualityOperator: the row that failed is none of those that are kept.
      if (failure && row > failure.row) break
      const name = who ? who(row) : null
      if (name === null) nameless.add(row, String(otherwise(row)))
      else named.add(row, String(name))
    }
    named.meet(again)
    nameless.meet(again)
    if (failure) throw failure.error
  })
  return repeats
}

/** Collects the names of a block, to be met together. */
function gathered(among: Names) {
  const rows = new Int32Array(blockSize)
  const names: string[] = []
  let count = 0
  return {
    add: (row: number, name: string): void => {
      rows[count] = row
      names[count++] = name
    },
    meet: (again: Again): void => {
      among.meet(rows, names, count, again)
      count = 0
    },
  }
}
