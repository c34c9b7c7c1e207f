import { placesOf } from '../headers'
import { columnReader, type Reader, type Table } from '../table'
import { alike, type Problem } from './problems'

/** Rows that have the id of a row above. */
export function duplicateProblems(
  table: Table,
  unique: readonly string[],
  counts: (row: number) => boolean,
): readonly Problem[] {
  const readers = unique.map(column => safeReader(table, column))
  if (readers.length === 0 || !readers.every(isThere)) return []
  const firsts = new Map<string, number>()
  const duplicates = alike()
  for (let row = 1; row < table.rows.length; row++) {
    const values = counts(row) ? readers.map(read => read(row)) : [null]
    if (values.includes(null)) continue
    const key = values.length === 1 ? String(values[0]) : JSON.stringify(values)
    const first = firsts.get(key)
    if (first === undefined) firsts.set(key, row)
    else duplicates.add(duplicateOf(table, unique, row, first))
  }
  return duplicates.found()
}

function duplicateOf(table: Table, unique: readonly string[], row: number, first: number): Problem {
  return {
    row: row + 1,
    column: headerOf(table, unique[0] as string),
    problem: `the same ${unique.join(' and ')} as in row ${first + 1}`,
    remedy: 'remove one of the two: each row counts',
  }
}

/** Amounts in several currencies, which cannot be added. */
export function currencyProblems(table: Table, counts: (row: number) => boolean): readonly Problem[] {
  const read = table.schema.columns.currency && safeReader(table, 'currency')
  if (!read) return []
  const found = new Map<string, { count: number; row: number }>()
  for (let row = 1; row < table.rows.length; row++) {
    const value = counts(row) ? read(row) : null
    if (value === null) continue
    const code = String(value).toUpperCase()
    const known = found.get(code)
    if (known) known.count++
    else found.set(code, { count: 1, row })
  }
  if (found.size < 2) return []
  const [, second] = [...found.values()]
  return [
    {
      row: (second?.row ?? 0) + 1,
      column: headerOf(table, 'currency'),
      problem: `amounts in ${[...found].map(([code, { count }]) => `${code} (${count})`).join(', ')}`,
      remedy: 'convert them to one currency, or ask for one at a time: where currency=…',
    },
  ]
}

/** The reader of a column that is there, blank where a cell cannot be read: that is told of the cell itself. */
function safeReader(table: Table, column: string): Reader | undefined {
  if (placesOf(table.schema, column, table.headers).length !== 1) return undefined
  const read = columnReader(table, column)
  return row => {
    try {
      return read(row)
    } catch {
      return null
    }
  }
}

function isThere<Found>(found: Found | undefined): found is Found {
  return found !== undefined
}

export function headerOf({ schema, headers, rows }: Table, column: string): string {
  const [place] = placesOf(schema, column, headers)
  return String(rows[0]?.[place ?? -1] ?? column)
}
