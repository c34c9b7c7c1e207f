import { nearest } from '../nearest'
import {
  type Argument,
  type Cell,
  type CellError,
  cellError,
  isBlank,
  isCellError,
  isMatrix,
  type Matrix,
  shown,
} from '../values'
import { normalised, placesOf } from './headers'
import { knownColumns, missingKeys, recogniseTable } from './recognise'
import type { ColumnType, Schema } from './schema'
import { schemas } from './schemas'

/** What a cell of a table is once it is read by its column's type; `null` is blank. */
export type RowValue = number | string | boolean | null
/** Gives a row's value; throws a `CellError` that names the row where the cell is not of its type. */
export type Reader = (row: number) => RowValue

/** A range whose first row is a header. Rows count from 1, the row below the header. */
export interface Table {
  readonly schema: Schema
  readonly rows: Matrix
  readonly headers: readonly string[]
}

/** Takes a table argument and finds out which table it is; `position` counts the table arguments from 1. */
export function openTable(argument: Argument, position: number): Table | CellError {
  if (isCellError(argument)) return argument
  if (!isMatrix(argument)) {
    return cellError(
      '#VALUE!',
      `table ${position} is ${shown(argument ?? null)}: give a range with its header row`,
    )
  }
  const header = argument[0] ?? []
  const name = recogniseTable(header)
  if (!name) return cellError('#VALUE!', unrecognised(header, position))
  return { schema: schemas[name], rows: argument, headers: header.map(normalised) }
}

function unrecognised(header: readonly Cell[], position: number): string {
  const headers = header.map(normalised)
  if (headers.every(name => name === ''))
    return `table ${position} has no headers: include the header row in the range`
  const closest = Object.values(schemas).sort(
    (a, b) => knownColumns(b, headers) - knownColumns(a, headers),
  )[0]
  if (!closest || knownColumns(closest, headers) === 0) {
    return `table ${position} has none of the headers of ${Object.keys(schemas).join(', ')}: is it the right range?`
  }
  const missing = missingKeys(closest, headers)
  if (missing.length === 0)
    return `table ${position} could be several tables: name its columns as the catalogue does`
  return `table ${position} looks like ${closest.name} but has no column ${missing.join(', ')}`
}

/** A reader of one of the schema's columns. A missing or doubtful column throws as soon as it is asked for. */
export function columnReader(table: Table, column: string): Reader {
  const { schema, rows, headers } = table
  const places = placesOf(schema, column, headers)
  const declared = schema.columns[column]
  if (!declared) throw new RangeError(`${schema.name} declares no column ${column}`)
  if (places.length === 0) {
    if (declared.optional) return () => null
    throw cellError('#VALUE!', missingColumn(table, column))
  }
  if (places.length > 1) {
    const names = places.map(place => `“${rows[0]?.[place]}”`).join(' and ')
    throw cellError(
      '#VALUE!',
      `${schema.name}: the columns ${names} both mean ${column}; rename or remove one`,
    )
  }
  const place = places[0] as number
  const read = readers[declared.type]
  return row => {
    const cell = rows[row]?.[place] ?? null
    if (isCellError(cell)) throw cell
    if (isBlank(cell)) return null
    const value = read(cell)
    if (value === undefined) {
      throw cellError(
        '#VALUE!',
        `${schema.name} row ${row + 1}: ${column} is ${shown(cell)}: ${wanted[declared.type]}`,
      )
    }
    return value
  }
}

function missingColumn({ schema, rows }: Table, column: string): string {
  const headers = (rows[0] ?? []).map(String)
  const [close] = nearest(column, headers)
  const hint = close
    ? `; is it “${close}”? Rename that header to ${column}`
    : `: add one, or rename a header to ${column}`
  return `${schema.name} has no column ${column}${hint}`
}

/** Each gives undefined for a cell that is not of the type. */
const readers: Record<ColumnType, (cell: number | string | boolean) => RowValue | undefined> = {
  id: cell => String(cell).trim(),
  text: cell => String(cell).trim(),
  date: cell => (typeof cell === 'number' && Number.isFinite(cell) ? cell : undefined),
  number: cell => (typeof cell === 'number' && Number.isFinite(cell) ? cell : undefined),
  flag: cell => (typeof cell === 'boolean' ? cell : flags.get(String(cell).trim().toLowerCase())),
}

const flags = new Map([
  ['true', true],
  ['yes', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['0', false],
])

const wanted: Record<ColumnType, string> = {
  id: 'an id is needed',
  text: 'text is needed',
  date: 'a date is needed. Type it as a date; text is never guessed, since 03/04 has two meanings',
  number: 'a number is needed',
  flag: 'TRUE or FALSE is needed',
}
