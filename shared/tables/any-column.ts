import { nearest } from '../nearest'
import { cellError, isCellError } from '../values'
import { normalised, placesOf } from './headers'
import { columnReader, type Reader, type Table } from './table'

/** The canonical name of a column that the table has, if it is one of its schema's. */
export function canonicalName({ schema, headers }: Table, column: string): string | undefined {
  const canonical = Object.keys(schema.columns).find(name => normalised(name) === normalised(column))
  return canonical !== undefined && placesOf(schema, canonical, headers).length > 0 ? canonical : undefined
}

/** A column by its canonical name, or by the header that stands in the table whether or not its schema knows it. */
export function anyColumn(table: Table, column: string): Reader {
  const canonical = canonicalName(table, column)
  return canonical === undefined ? headerReader(table, column) : columnReader(table, canonical)
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
    const close = nearest(column, [...present, ...(rows[0] ?? []).map(String)])
    const hint = close.length > 0 ? `; did you mean ${close.join(', ')}?` : ''
    throw cellError('#VALUE!', `${schema.name} has no column “${column}”${hint}`)
  }
  return row => {
    const cell = rows[row]?.[place] ?? null
    if (isCellError(cell)) throw cell
    return cell
  }
}
