import { placesOf } from '../headers'
import { columnReader, type Reader, type Table } from '../table'
import { alike, type Problem } from './problems'
import { readable } from './readable'

/** Rows that have the id of a row above, which may be made of several columns. */
export function duplicateProblems(
  table: Table,
  unique: readonly [string, ...string[]],
  rows: readonly number[],
): readonly Problem[] {
  const readers = unique.map(column => lenientReader(table, column))
  const firsts = new Map<string, number>()
  const duplicates = alike()
  for (const row of rows) {
    const values = readers.map(read => read(row))
    if (values.includes(null)) continue
    const key = JSON.stringify(values)
    const first = firsts.get(key)
    if (first === undefined) firsts.set(key, row)
    else {
      duplicates.add({
        row: row + 1,
        column: headerOf(table, unique[0]),
        problem: `the same ${unique.join(' and ')} as in row ${first + 1}`,
        remedy: 'remove one of the two: each row counts',
      })
    }
  }
  return duplicates.found()
}

/** Amounts in several currencies, which cannot be added: told where the second one begins. */
export function currencyProblems(table: Table, rows: readonly number[]): readonly Problem[] {
  if (!table.schema.columns.currency) return []
  const read = lenientReader(table, 'currency')
  const counts = new Map<string, number>()
  let second = 0
  for (const row of rows) {
    const code = read(row)
    if (code === null) continue
    const known = String(code).toUpperCase()
    if (!counts.has(known) && counts.size === 1) second = row
    counts.set(known, (counts.get(known) ?? 0) + 1)
  }
  if (counts.size < 2) return []
  return [
    {
      row: second + 1,
      column: headerOf(table, 'currency'),
      problem: `amounts in ${[...counts].map(([code, count]) => `${code} (${count})`).join(', ')}`,
      remedy: 'convert them to one currency, or ask for one at a time: where currency=…',
    },
  ]
}

/** Blank where a cell or the column cannot be read: that is told of the cell or the column itself. */
function lenientReader(table: Table, column: string): Reader {
  const read = readable(() => columnReader(table, column))
  return row => readable(() => read?.(row)) ?? null
}

function headerOf({ schema, headers, rows }: Table, column: string): string {
  const [place = 0] = placesOf(schema, column, headers)
  return String(rows[0]?.[place])
}
