import { nearest } from '../nearest'
import {
  type Argument,
  type CellError,
  cellError,
  isCellError,
  isMatrix,
  type Matrix,
  shown,
} from '../values'
import { faultOf, type Reader, readersOf } from './cells'
import { normalised, placesOf } from './headers'
import { withoutFooter } from './is-row'
import { fittingTables, knownColumns, missingKeys } from './recognise'
import type { Schema, TableName } from './schema'
import { schemas } from './schemas'

export type { Reader, RowValue } from './cells'

/**
 * A range whose first row is a header. Rows count from 1, the row below the header; blank rows and footers at the end
 * are left off, those further up `isRow` tells.
 */
export interface Table {
  readonly schema: Schema
  readonly rows: Matrix
  readonly headers: readonly string[]
}

/**
 * Takes a table argument and finds out which table it is, unless `kind` says so; `position` counts the table
 * arguments from 1.
 */
export function openTable(argument: Argument, position: number, kind?: TableName): Table | CellError {
  if (isCellError(argument)) return argument
  if (!isMatrix(argument)) {
    return cellError(
      '#VALUE!',
      `table ${position} is ${shown(argument ?? null)}: give a range with its header row`,
    )
  }
  const headers = (argument[0] ?? []).map(normalised)
  const fitting = kind ? [kind] : fittingTables(headers)
  const [name] = fitting
  if (!name || fitting.length > 1 || missingKeys(schemas[name], headers).length > 0) {
    return cellError('#VALUE!', unrecognised(argument, headers, fitting, position))
  }
  const table = { schema: schemas[name], rows: argument, headers }
  return { ...table, rows: withoutFooter(table) }
}

function unrecognised(
  rows: Matrix,
  headers: readonly string[],
  fitting: readonly TableName[],
  position: number,
): string {
  if (fitting.length > 1) {
    return `table ${position} could be ${fitting.join(' or ')}: name its columns as the catalogue does`
  }
  if (headers.every(name => name === ''))
    return `table ${position} has no headers: include the header row in the range`
  // Reports begin with their title and filters, which are easily taken into the range.
  const below = rows.slice(1, 30).findIndex(row => fittingTables(row.map(normalised)).length > 0)
  if (below >= 0) {
    return `the headers of table ${position} are in row ${below + 2} of the range: begin the range there`
  }
  const closest =
    schemas[fitting[0] as TableName] ??
    Object.values(schemas).sort((a, b) => knownColumns(b, headers) - knownColumns(a, headers))[0]
  if (!closest || knownColumns(closest, headers) === 0) {
    return `table ${position} has none of the headers of ${Object.keys(schemas).join(', ')}: is it the right range?`
  }
  const missing = missingKeys(closest, headers)
  return `table ${position} looks like ${closest.name} but has no column ${missing.join(', ')}`
}

/** A reader of one of the schema's columns. A missing or doubtful column throws as soon as it is asked for. */
export function columnReader(table: Table, column: string): Reader {
  const { schema, rows, headers } = table
  const declared = schema.columns[column]
  if (!declared) throw new RangeError(`${schema.name} declares no column ${column}`)
  const [place, other] = placesOf(schema, column, headers)
  if (place === undefined) {
    if (declared.optional) return () => null
    throw cellError('#VALUE!', missingColumn(table, column))
  }
  if (other !== undefined) {
    const names = `“${rows[0]?.[place]}” and “${rows[0]?.[other]}”`
    throw cellError(
      '#VALUE!',
      `${schema.name}: the columns ${names} both mean ${column}; rename or remove one`,
    )
  }
  return readersOf[declared.type](rows, place, (row, cell) => {
    if (isCellError(cell)) throw cell
    const { error, remedy } = faultOf(declared.type, cell, rows[0]?.[place])
    throw cellError(error, `${schema.name} row ${row + 1}: ${column} is ${shown(cell)}: ${remedy}`)
  })
}

function missingColumn({ schema, rows }: Table, column: string): string {
  const headers = (rows[0] ?? []).map(String)
  const [close] = nearest(column, headers)
  const hint = close
    ? `; is it “${close}”? Rename that header to ${column}`
    : `: add one, or rename a header to ${column}`
  return `${schema.name} has no column ${column}${hint}`
}
