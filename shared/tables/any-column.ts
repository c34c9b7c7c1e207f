import { nearest } from '../nearest'
import { cellError, isCellError } from '../values'
import { columnCalled, normalised, placesOf } from './headers'
import { columnReader, type Reader, type Table } from './table'

/** The canonical name of a column that the table has, if it is one of its schema's. */
export function canonicalName({ schema, headers }: Table, column: string): string | undefined {
  const wanted = normalised(column)
  const canonical = Object.keys(schema.columns).find(name => normalised(name) === wanted)
  return canonical !== undefined && placesOf(schema, canonical, headers).length > 0 ? canonical : undefined
}

/**
 * A column by its canonical name, by the header that stands in the table whether or not its schema knows it, or by a
 * synonym: one question asks several tables, and what is the `owner` of a deal is the `rep` of a quota.
 */
export function anyColumn(table: Table, column: string): Reader {
  const called = hasColumn(table, column) ? canonicalName(table, column) : synonymous(table, column)
  return called === undefined ? headerReader(table, column) : columnReader(table, called)
}

/** Whether `anyColumn` finds it. */
export function findsColumn(table: Table, column: string): boolean {
  return hasColumn(table, column) || synonymous(table, column) !== undefined
}

function synonymous(table: Table, column: string): string | undefined {
  return canonicalName(table, columnCalled(table.schema, column) ?? '')
}

export function hasColumn(table: Table, column: string): boolean {
  return (
    canonicalName(table, column) !== undefined ||
    (normalised(column) !== '' && table.headers.includes(normalised(column)))
  )
}

function headerReader({ schema, headers, rows }: Table, column: string): Reader {
  const place = headers.indexOf(normalised(column))
  if (place < 0 || normalised(column) === '') {
    const present = Object.keys(schema.columns).filter(name => placesOf(schema, name, headers).length > 0)
    const close = nearest(column, [...new Set([...present, ...(rows[0] ?? []).map(String)])])
    const hint = close.length > 0 ? `; did you mean ${close.join(', ')}?` : ''
    throw cellError('#VALUE!', `${schema.name} has no column “${column}”${hint}`)
  }
  return row => {
    const cell = rows[row]?.[place] ?? null
    if (isCellError(cell)) throw cell
    return cell
  }
}
