/**
 * Makes every formula of the core a function of the spreadsheet, with its help.
 *
 * o-spreadsheet holds a range as columns of cells and an error as a value with a message;
 * the core as rows of cells and an error as a code with a reason. This file turns one into the other.
 */
import { type AddFunctionDescription, addFunction, registries } from '@odoo/o-spreadsheet'
import { type FunctionParameter, functions, type SpreadsheetFunction } from '../shared/functions'
import { type Argument, type Cell, isCellError, type Matrix, type Result } from '../shared/values'

type HostArgument = Parameters<AddFunctionDescription['compute']>[number]
type HostCell = { value: string | number | boolean | null; message?: string }

/** Error codes that o-spreadsheet does not know; unknown ones would be taken for text. */
const addedErrors = ['#VALUE!', '#CALC!']
/** The one code that it spells in its own way. */
const invalidReference = { host: '#REF', core: '#REF!' }

export function registerFunctions(list: readonly SpreadsheetFunction[] = functions): void {
  for (const code of addedErrors) registries.errorTypes.add(code)
  for (const entry of list) addFunction(entry.name, describe(entry))
}

function describe(entry: SpreadsheetFunction): AddFunctionDescription {
  const repeats = entry.parameters.some(parameter => parameter.repeating)
  return {
    category: entry.category,
    description: entry.about,
    // Without this flag a saved xlsx would hold the value alone; the formula itself would be lost.
    isExported: true,
    args: entry.parameters.map(parameter => describeParameter(parameter, repeats)),
    compute: (...args) => toHostResult(entry.compute(args.map(toArgument))),
  }
}

const hostTypes = {
  number: 'NUMBER',
  choice: 'STRING',
  text: 'STRING',
  date: 'DATE',
  range: 'RANGE',
  table: 'RANGE',
} as const

function describeParameter(parameter: FunctionParameter, besideRepeating: boolean) {
  const { name, about, kind, optional, repeating } = parameter
  return {
    // o-spreadsheet counts what repeats itself.
    name: repeating ? name.replace(/1$/, '') : name,
    description: about,
    type: [hostTypes[kind]],
    // The core itself goes through ranges element by element and passes errors on with their reason.
    acceptMatrix: true,
    acceptErrors: true,
    // o-spreadsheet cannot tell optional arguments from repeating ones; a skipped one still arrives as undefined.
    optional: optional && !besideRepeating,
    repeating: repeating ?? false,
  }
}

function toArgument(argument: HostArgument): Argument {
  if (argument === undefined) return undefined
  return Array.isArray(argument) ? toRows(argument as HostCell[][]) : toCell(argument as HostCell)
}

function toRows(columns: readonly (readonly HostCell[])[]): Matrix {
  const height = columns[0]?.length ?? 0
  return Array.from({ length: height }, (_, row) => columns.map(column => toCell(column[row])))
}

function toCell(cell: HostCell | undefined): Cell {
  const value = cell?.value ?? null
  if (typeof value !== 'string' || !registries.errorTypes.has(value)) return value
  const error = value === invalidReference.host ? invalidReference.core : value
  return { error, reason: cell?.message ?? '' }
}

function toHostResult(result: Result): HostCell | HostCell[][] {
  if (!Array.isArray(result)) return toHostCell(result as Cell)
  const rows = result as Matrix
  const width = rows[0]?.length ?? 0
  return Array.from({ length: width }, (_, column) => rows.map(row => toHostCell(row[column] ?? null)))
}

function toHostCell(cell: Cell): HostCell {
  // A blank within a range would show as 0: a wrong number.
  if (!isCellError(cell)) return { value: cell ?? '' }
  const value = cell.error === invalidReference.core ? invalidReference.host : cell.error
  return { value, message: cell.reason }
}
