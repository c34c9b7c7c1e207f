import { nearest } from '../nearest'
import { type Cell, type CellError, cellError, isBlank, isCellError, shown } from '../values'
import { normalised, placesOf } from './headers'
import { columnReader, type Reader, type Table } from './table'

export interface Condition {
  readonly column: string
  readonly value: string
}

/** Reads `owner=Ana; source=web`. */
export function parseWhere(where: Cell | undefined): readonly Condition[] | CellError {
  if (isBlank(where)) return []
  if (isCellError(where)) return where
  if (typeof where !== 'string') {
    return cellError('#VALUE!', `where is ${shown(where)}: write column=value, several joined by “;”`)
  }
  const conditions: Condition[] = []
  for (const part of where.split(';').filter(text => text.trim() !== '')) {
    const equals = part.indexOf('=')
    if (equals < 1) {
      return cellError('#VALUE!', `where has “${part.trim()}”: write column=value, several joined by “;”`)
    }
    conditions.push({ column: part.slice(0, equals).trim(), value: part.slice(equals + 1).trim() })
  }
  return conditions
}

/** Whether a row meets every condition. Text is compared regardless of case, ids to the letter. */
export function filterOf(table: Table, conditions: readonly Condition[]): (row: number) => boolean {
  const tests = conditions.map(condition => testOf(table, condition))
  return row => tests.every(test => test(row))
}

function testOf(table: Table, { column, value }: Condition): (row: number) => boolean {
  const { schema } = table
  const canonical = Object.keys(schema.columns).find(name => normalised(name) === normalised(column))
  const known = canonical !== undefined && placesOf(schema, canonical, table.headers).length > 0
  const read = known ? columnReader(table, canonical) : headerReader(table, column)
  const exact = canonical !== undefined && schema.columns[canonical]?.type === 'id'
  const wanted = exact ? value : value.toLowerCase()
  return row => {
    const text = String(read(row) ?? '').trim()
    return (exact ? text : text.toLowerCase()) === wanted
  }
}

/** A column by the header that stands in the table, whether or not its schema knows it. */
function headerReader({ schema, headers, rows }: Table, column: string): Reader {
  const place = headers.indexOf(normalised(column))
  if (place < 0 || normalised(column) === '') {
    const present = Object.keys(schema.columns).filter(name => placesOf(schema, name, headers).length > 0)
    const close = nearest(column, [...present, ...(rows[0] ?? []).map(String)])
    const hint = close.length > 0 ? `; did you mean ${close.join(', ')}?` : ''
    throw cellError('#VALUE!', `where: ${schema.name} has no column “${column}”${hint}`)
  }
  return row => {
    const cell = rows[row]?.[place] ?? null
    if (isCellError(cell)) throw cell
    return cell
  }
}
