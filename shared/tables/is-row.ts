import type { Cell, Matrix } from '../values'
import { isEmpty } from './cells'
import { placesOf } from './headers'
import type { Table } from './table'

/**
 * Whether a row is one of the table: not blank, nor what a report puts below or between its rows (`Grand Total`,
 * `Copyright (c) …`). Such a line has a text in at most one of the key columns and no date anywhere; sums may stand
 * in its columns of numbers.
 */
export function isRow({ schema, headers, rows }: Table): (row: number) => boolean {
  const columns = Object.entries(schema.columns)
  const placesWhere = (isMeant: (type: string, key: boolean) => boolean): readonly number[] =>
    columns
      .filter(([, { type, key = false }]) => isMeant(type, key))
      .flatMap(([column]) => placesOf(schema, column, headers))
  const keys = placesWhere((type, key) => key && type !== 'number')
  const dates = placesWhere(type => type === 'date')
  const [first = -1, second = -1] = keys
  return row => {
    const cells = rows[row] ?? []
    if (isFilled(cells[first]) && isFilled(cells[second])) return true
    let lone: number | undefined
    for (const place of keys) {
      if (isEmpty(cells[place])) continue
      if (lone !== undefined) return true
      lone = place
    }
    if (dates.some(place => place !== lone && !isEmpty(cells[place]))) return true
    if (lone === undefined) return false
    const text = cells[lone]
    if (typeof text !== 'string') return true
    // Where one column is all that makes a row, only its words tell a footer.
    return keys.length === 1 ? !footerWords.test(text) : dates.includes(lone) && /^\s*\d/.test(text)
  }
}

/** Whether a cell is certainly filled, seen at a glance: almost every row is one of the table. */
function isFilled(cell: Cell | undefined): boolean {
  return typeof cell === 'string' ? cell.charCodeAt(0) > 32 : typeof cell === 'number' && cell !== 0
}

const footerWords = /^\s*(?:grand |sub)?totals?\b|^\s*copyright\b|^\s*confidential\b/i

/** The range without the blank rows and footers at its end; bounded named ranges have many. */
export function withoutFooter(table: Table): Matrix {
  const { rows } = table
  const counts = isRow(table)
  let end = rows.length
  while (end > 1 && !counts(end - 1)) end--
  return end === rows.length ? rows : rows.slice(0, end)
}
