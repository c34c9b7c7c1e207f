import { columnLetters as letters } from '../../shared/workbook/area'
import { f } from './formulas'
import { at, type Page, type Part } from './page'
import { heading } from './text'

/** A table that is looked through. */
export interface Checked {
  readonly name: string
  /** A formula that counts rows which the name does not cover; none for a table that was there before. */
  readonly below: string | undefined
}

/** Each table's rows that would make a number wrong, side by side, since nobody knows how many there are. */
export function checksPage(tables: readonly Checked[]): Page {
  return {
    sheet: 'Checks',
    widths: [2, ...tables.flatMap(() => [7, 16, 36, 44, 2])],
    parts: [
      heading(
        'Checks',
        'Rows that would make a number wrong, and what to do about each. Row 1 of a table is its header.',
      ),
      lists(tables),
    ],
    frozen: { rows: 6, columns: 0 },
  }
}

const lists =
  (tables: readonly Checked[]): Part =>
  corner => {
    const beside = <Cell>(read: (table: Checked, index: number) => readonly [Cell, Cell, Cell, Cell]) =>
      tables.flatMap((table, index) => [...(index > 0 ? [null] : []), ...read(table, index)])
    return {
      cells: [
        beside(({ name }) => [name, null, f(`ROWS(${name})-1&" rows"`), null]),
        beside(({ below }) => [
          below === undefined ? null : f(below),
          below === undefined ? null : 'rows beyond',
          below === undefined ? null : 'More than 0: the name does not cover all rows. Press Set up.',
          null,
        ]),
        beside(() => ['Row', 'Column', 'Problem', 'What to do']),
        beside(({ name }) => [
          f(`DATA_CHECK(${name},"${name.toLowerCase()}",DEFINITIONS)`),
          undefined,
          undefined,
          undefined,
        ]),
      ],
      looks: tables.flatMap((_, index) => {
        const left = 5 * index
        return [
          [at(corner, 0, left, 1, 4), { weight: 'section' }],
          [at(corner, 0, left + 2), { weight: 'quiet' }],
          [at(corner, 1, left, 1, 4), { weight: 'quiet' }],
          [at(corner, 2, left, 1, 4), { weight: 'header' }],
          [at(corner, 1, left, 60), { align: 'centre' }],
          [at(corner, 3, left + 2, 60, 2), { wrap: true }],
        ] as const
      }),
      conditions: tables.flatMap(({ below }, index) => {
        const { left, top } = at(corner, 1, 5 * index)
        return below === undefined
          ? []
          : [{ area: at(corner, 1, 5 * index), when: `${letters(left)}${top + 1}>0`, look: 'bad' as const }]
      }),
    }
  }
