/// <reference types="custom-functions-runtime" />

import type { Formula } from '../shared/formulas'
import type { Argument, Cell, CellError, Result } from '../shared/values'
import { cellError, isCellError, isMatrix } from '../shared/values'

/** What Excel's custom-functions runtime takes back from a function. */
export type ExcelCell = number | string | boolean | CustomFunctions.Error
export type ExcelResult = ExcelCell | ExcelCell[][]

/**
 * The function that Excel calls: arguments as Excel passes them (the invocation always last), a result as Excel
 * takes it.
 *
 * @throws CustomFunctions.Error when the whole result is one error: the form that every version of Excel shows
 */
export function excelFunction(formula: Formula): (...passed: unknown[]) => ExcelResult {
  return (...passed) => {
    const result = resultToExcel(formula.compute(argumentsFromExcel(formula, passed.slice(0, -1))))
    if (result instanceof CustomFunctions.Error && isThrown(result.code)) throw result
    // Excel wants from a function declared as a matrix nothing but a matrix, be it of one cell.
    return formula.spills && !Array.isArray(result) ? [[result]] : result
  }
}

function argumentsFromExcel({ repeatsFrom }: Formula, passed: readonly unknown[]): Argument[] {
  return passed.flatMap((value, position) =>
    position === repeatsFrom ? repeatedFromExcel(value) : [argumentFromExcel(value)],
  )
}

/** The repetitions of the last parameter arrive as one argument: an array of matrices. */
function repeatedFromExcel(value: unknown): Argument[] {
  return Array.isArray(value) ? value.map(argumentFromExcel) : []
}

/** A left-out argument is `null`, a single cell a matrix of one, and an empty cell `null` within a matrix. */
function argumentFromExcel(value: unknown): Argument {
  if (value === null || value === undefined) return undefined
  if (!Array.isArray(value)) return cellFromExcel(value)
  if (value.length === 1 && value[0].length === 1) return cellFromExcel(value[0][0])
  return value.map((row: unknown[]) => row.map(cellFromExcel))
}

function cellFromExcel(value: unknown): Cell {
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value
  if (value === null || value === undefined) return null
  const { code } = value as { readonly code?: unknown }
  if (typeof code === 'string')
    return { error: code, reason: `${code} stands in a cell that this formula reads` }
  return cellError('#VALUE!', 'a cell holds a data type of Excel (such as a stock): use one of its fields')
}

function resultToExcel(result: Result): ExcelResult {
  return isMatrix(result) ? result.map(row => row.map(cellToExcel)) : cellToExcel(result)
}

/** NaN, Infinity and null would show as 0 in the sheet: a wrong number. */
function cellToExcel(cell: Cell): ExcelCell {
  if (isCellError(cell)) return errorToExcel(cell)
  if (cell === null) return ''
  if (typeof cell === 'number' && !Number.isFinite(cell))
    return errorToExcel(cellError('#NUM!', 'the result is beyond what a spreadsheet can hold'))
  return cell
}

/** Excel shows the reason for `#VALUE!` and `#N/A` only; with the others it keeps the code and drops the words. */
function errorToExcel({ error, reason }: CellError): CustomFunctions.Error {
  const known = Object.values(CustomFunctions.ErrorCode) as string[]
  if (known.includes(error)) return new CustomFunctions.Error(error as CustomFunctions.ErrorCode, reason)
  return new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, `${error}: ${reason}`)
}

/** Thrown, `#NAME?` and `#REF!` become `#VALUE!` in the runtime; returned, they keep their code. */
function isThrown(code: CustomFunctions.ErrorCode): boolean {
  return code !== CustomFunctions.ErrorCode.invalidName && code !== CustomFunctions.ErrorCode.invalidReference
}
