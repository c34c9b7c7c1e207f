import type { Argument, Cell, CellError, Result } from '../shared/values'
import { cellError, isCellError, isMatrix } from '../shared/values'

/** Turns an instant into a serial of the spreadsheet's wall clock. */
export type SerialOf = (instant: number) => number

export type SheetCell = number | string | boolean
export type SheetResult = SheetCell | SheetCell[][]

/**
 * What Sheets hands a custom function (a value, or rows of values) as the core's value. The rows are turned in place,
 * since Sheets makes them for this call alone, and a copy of a large table costs more than the metric asked of it.
 */
export function argumentFromSheet(value: unknown, serialOf: SerialOf): Argument {
  if (value === undefined) return undefined
  if (!Array.isArray(value)) return cellFromSheet(value, serialOf)
  for (let at = 0; at < value.length; at++) {
    const row = value[at]
    if (Array.isArray(row)) turnInPlace(row, serialOf)
    else value[at] = [cellFromSheet(row, serialOf)]
  }
  return value
}

function turnInPlace(row: unknown[], serialOf: SerialOf): void {
  for (let at = 0; at < row.length; at++) {
    const cell = row[at]
    const turned = cellFromSheet(cell, serialOf)
    if (turned !== cell) row[at] = turned
  }
}

/**
 * What the core answers as Sheets takes it. One error is thrown, so that the cell shows it as an error; among
 * other cells it stands as text, since one throw would lose them all.
 */
export function resultForSheet(result: Result): SheetResult {
  if (isMatrix(result)) return result.map(row => row.map(cellForSheet))
  if (isCellError(result)) throw new Error(errorText(result))
  return cellForSheet(result)
}

export function cellFromSheet(value: unknown, serialOf: SerialOf): Cell {
  if (typeof value === 'string') return value === '' ? null : (errorInText(value) ?? value)
  if (typeof value === 'number') return Number.isFinite(value) ? value : passedIn('#NUM!')
  if (typeof value === 'boolean') return value
  if (value === null || value === undefined) return null
  // By what it can do or is tagged, since `instanceof` fails for what another context made.
  if (typeof (value as Date).getTime === 'function') return cellFromDate(value as Date, serialOf)
  if (Object.prototype.toString.call(value) === '[object Error]') {
    return errorInText((value as Error).message) ?? passedIn('#ERROR!')
  }
  return cellError(
    '#VALUE!',
    'a cell holds something that is no number, text or date (a picture, for example)',
  )
}

function cellFromDate(date: Date, serialOf: SerialOf): Cell {
  const serial = serialOf(date.getTime())
  return Number.isFinite(serial) ? serial : cellError('#VALUE!', 'a date is outside what a spreadsheet holds')
}

function cellForSheet(cell: Cell): SheetCell {
  if (isCellError(cell)) return errorText(cell)
  return cell ?? ''
}

function errorText({ error, reason }: CellError): string {
  return `${error} ${reason}`
}

const errorPattern = /^(#DIV\/0!|#N\/A|#NAME\?|#NULL!|#NUM!|#REF!|#VALUE!|#ERROR!|#SPILL!|#CALC!)(?: (.+))?$/s

/** A cell with an error reaches a script as its text; one of ours, from a spilled range, with its reason. */
function errorInText(text: string): CellError | undefined {
  if (text[0] !== '#') return undefined
  const [, error, reason] = errorPattern.exec(text) ?? []
  if (error === undefined) return undefined
  return reason === undefined ? passedIn(error) : { error, reason }
}

function passedIn(error: string): CellError {
  return { error, reason: `a cell that was passed in holds ${error}` }
}
