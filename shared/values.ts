/**
 * What passes between a host and the core. A host turns its cells into these and back; nothing else crosses.
 *
 * Dates are spreadsheet serials (days since 1899-12-30, wall-clock time of the workbook).
 */
export type ErrorCode = (typeof errorCodes)[number]

/** The errors that the core itself gives; any other that a host passes in goes through unchanged. */
export const errorCodes = ['#DIV/0!', '#NUM!', '#VALUE!', '#N/A'] as const

/** An error is a value: a code that the spreadsheet knows and a sentence that teaches. */
export interface CellError {
  readonly error: string
  readonly reason: string
}

/** `null` is an empty cell. */
export type Cell = number | string | boolean | null | CellError

/** A range: rows of cells, all rows of one length. */
export type Matrix = readonly (readonly Cell[])[]

/** `undefined` is an argument that was left out. */
export type Argument = Cell | Matrix | undefined

export type Result = Cell | Matrix

export function cellError(error: ErrorCode, reason: string): CellError {
  return { error, reason }
}

export function isCellError(value: unknown): value is CellError {
  return typeof value === 'object' && value !== null && 'error' in value && 'reason' in value
}

export function isMatrix(argument: Argument): argument is Matrix {
  return Array.isArray(argument)
}

/** Empty cell, `""` and a skipped argument are one thing: the hosts do not agree on which of them arrives. */
export function isBlank(argument: Argument): argument is null | undefined | '' {
  return argument === null || argument === undefined || argument === ''
}

/** A cell as a reason quotes it. */
export function shown(cell: Cell): string {
  if (isCellError(cell)) return cell.error
  if (typeof cell === 'string') return `the text “${cell.length > 40 ? `${cell.slice(0, 40)}…` : cell}”`
  return cell === null ? 'blank' : String(cell).toUpperCase()
}
