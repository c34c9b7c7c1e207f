import fc from 'fast-check'
import { type Cell, cellError, type Matrix } from '../../shared/values'
import type { Tables } from './database'
import { randomTables } from './random-tables'

/** What stands in cells that nobody meant to fill so: other types, blanks of every kind, errors, ids that lost digits. */
const hostileCells: readonly Cell[] = [
  ...[cellError('#N/A', 'a lookup that found nothing'), cellError('#VALUE!', 'text in a sum')],
  ...[
    '',
    ' ',
    ' Won ',
    'won',
    'n/a',
    '03/04',
    'İ',
    'K',
    'Ana',
    true,
    false,
    0,
    -1,
    0.5,
    1e16,
    3e6,
    45_950.5,
    null,
  ],
]

/** Random tables of which some cells below the headers are such. */
export const hostileTables: fc.Arbitrary<Tables> = fc
  .tuple(randomTables, fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { maxLength: 4 }))
  .map(([tables, spots]) => {
    const hostile = Object.entries(tables).map(([name, matrix]) => {
      const rows = (matrix as Matrix).map(row => [...row])
      for (const [row, column, cell] of spots) {
        const found = rows[1 + (row % Math.max(rows.length - 1, 1))]
        if (found) found[column % found.length] = hostileCells[cell % hostileCells.length] as Cell
      }
      return [name, rows]
    })
    return Object.fromEntries(hostile) as Tables
  })
