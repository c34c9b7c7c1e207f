import { type Cell, isCellError, shown } from '../../values'
import { faultOf, isEmpty, readersOf, saysPercent } from '../cells'
import { placesOf } from '../headers'
import type { Column } from '../schema'
import type { Table } from '../table'
import { alike, type Problem } from './problems'

/** Cells that cannot be read, blank keys, and columns of which it is not clear which one is meant. */
export function cellProblems(table: Table, counts: (row: number) => boolean): readonly Problem[] {
  return Object.entries(table.schema.columns).flatMap(([name, column]) => {
    const [place, other] = placesOf(table.schema, name, table.headers)
    if (place === undefined) return []
    return other === undefined
      ? problemsIn(table, column, place, counts)
      : [doubtful(table, name, [place, other])]
  })
}

function doubtful({ rows }: Table, name: string, places: readonly number[]): Problem {
  const headers = places.map(place => String(rows[0]?.[place])).join(', ')
  const problem = `both mean ${name}, so neither is read`
  return { row: 1, column: headers, problem, remedy: 'rename or remove one' }
}

function problemsIn(
  { rows }: Table,
  { type, key }: Column,
  place: number,
  counts: (row: number) => boolean,
): readonly Problem[] {
  const header = rows[0]?.[place]
  const column = String(header)
  const [unreadable, blank] = [alike(), alike()]
  const refused = new Error('not of its type')
  const read = readersOf[type](rows, place, () => {
    throw refused
  })
  let [greatest, between] = [0, false]
  for (let row = 1; row < rows.length; row++) {
    if (!counts(row)) continue
    const cell = rows[row]?.[place] ?? null
    try {
      const value = read(row)
      if (value === null && key && type !== 'number') {
        blank.add({ row: row + 1, column, problem: 'blank', remedy: 'fill it in: the row needs it to count' })
      }
      if (type !== 'fraction' || typeof value !== 'number') continue
      greatest = Math.max(greatest, value)
      between ||= value > 0 && value < 0.01
    } catch (thrown) {
      if (thrown !== refused) throw thrown
      unreadable.add({
        row: row + 1,
        column,
        problem: `cannot be read: ${shown(cell)}`,
        remedy: remedyOf(type, cell, header),
      })
    }
  }
  const doubt = saysPercent(header) && between && greatest <= 0.01 ? [percentDoubt(column)] : []
  return [...doubt, ...unreadable.found(), ...blank.found()]
}

function remedyOf(type: Column['type'], cell: Cell, header: Cell | undefined): string {
  return isCellError(cell) ? 'mend the formula in the cell' : faultOf(type, cell, header).remedy
}

/** Formatting a column as percent turns 75 into 0.75, and the header stays. */
function percentDoubt(column: string): Problem {
  return {
    row: 1,
    column,
    problem: 'says %, but no value is above 1 %',
    remedy: 'where the cells hold fractions, take the % out of the header',
  }
}

/** Lines that are no rows of the table: what a report puts below its rows or between them. */
export function footerProblems(
  { schema }: Table,
  range: readonly (readonly Cell[])[],
  counts: (row: number) => boolean,
): readonly Problem[] {
  const footers = alike()
  const keys = Object.keys(schema.columns).filter(name => schema.columns[name]?.key)
  for (let row = 1; row < range.length; row++) {
    const text = range[row]?.find(cell => !isEmpty(cell))
    if (text === undefined || counts(row)) continue
    footers.add({
      row: row + 1,
      column: '',
      problem: `left out, as the footer of a report is: ${shown(text)}`,
      remedy: `nothing, unless it is a ${schema.row}: then fill in ${keys.join(', ')}`,
    })
  }
  return footers.found()
}
