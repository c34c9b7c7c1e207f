import { type Cell, isCellError, type Matrix, shown } from '../../values'
import { faultOf, isEmpty, saysPercent } from '../cells'
import { placesOf } from '../headers'
import type { Column } from '../schema'
import { columnReader, type Table } from '../table'
import { alike, type Problem } from './problems'
import { readable } from './readable'

/** Cells that cannot be read, blank keys, and columns of which it is not clear which one is meant. */
export function cellProblems(table: Table, rows: readonly number[]): readonly Problem[] {
  return Object.entries(table.schema.columns).flatMap(([name, column]) => {
    const [place, other] = placesOf(table.schema, name, table.headers)
    if (place === undefined) return []
    if (other !== undefined) return [doubtful(table, name, [place, other])]
    const header = table.rows[0]?.[place]
    return [...problemsIn(table, name, column, place, rows), ...percentDoubt(table, name, header, rows)]
  })
}

function doubtful({ rows }: Table, name: string, places: readonly number[]): Problem {
  const column = places.map(place => String(rows[0]?.[place])).join(', ')
  return { row: 1, column, problem: `both mean ${name}, so neither is read`, remedy: 'rename or remove one' }
}

function problemsIn(
  table: Table,
  name: string,
  { type, key }: Column,
  place: number,
  rows: readonly number[],
): readonly Problem[] {
  const header = table.rows[0]?.[place]
  const column = String(header)
  const [unreadable, blank] = [alike(), alike()]
  const read = columnReader(table, name)
  for (const row of rows) {
    const value = readable(() => read(row))
    if (value === undefined) {
      const cell = table.rows[row]?.[place] ?? null
      const remedy = isCellError(cell) ? 'mend the formula in the cell' : faultOf(type, cell, header).remedy
      unreadable.add({ row: row + 1, column, problem: `cannot be read: ${shown(cell)}`, remedy })
    } else if (value === null && key && type !== 'number') {
      blank.add({ row: row + 1, column, problem: 'blank', remedy: 'fill it in: the row needs it to count' })
    }
  }
  return [...unreadable.found(), ...blank.found()]
}

/** Formatting a column as percent turns 75 into 0.75, and the header stays. */
function percentDoubt(
  table: Table,
  name: string,
  header: Cell | undefined,
  rows: readonly number[],
): readonly Problem[] {
  if (table.schema.columns[name]?.type !== 'fraction' || !saysPercent(header)) return []
  const read = columnReader(table, name)
  const values = rows.map(row => Number(readable(() => read(row))))
  // A cell that holds 1 is 1 %, and 100 % where the others are fractions.
  if (values.some(value => value > 0.01) || !values.some(value => value > 0 && value < 0.01)) return []
  return [
    {
      row: 1,
      column: String(header),
      problem: 'says %, but no value is above 1 %',
      remedy: 'where the cells hold fractions, take the % out of the header',
    },
  ]
}

/** Lines that are no rows of the table: what a report puts below its rows or between them. */
export function footerProblems(
  { schema }: Table,
  range: Matrix,
  rows: readonly number[],
): readonly Problem[] {
  const footers = alike()
  const counted = new Set(rows)
  const keys = Object.keys(schema.columns).filter(name => schema.columns[name]?.key)
  for (const [row, cells] of range.entries()) {
    const text = cells.find(cell => !isEmpty(cell))
    if (row === 0 || text === undefined || counted.has(row)) continue
    footers.add({
      row: row + 1,
      column: '',
      problem: `left out, as the footer of a report is: ${shown(text)}`,
      remedy: `nothing, unless it is a ${schema.row}: then fill in ${keys.join(', ')}`,
    })
  }
  return footers.found()
}
