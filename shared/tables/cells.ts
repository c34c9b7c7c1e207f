import { type Cell, type ErrorCode, isCellError, type Matrix } from '../values'
import type { ColumnType } from './schema'

/** What a cell of a table is once it is read by its column's type; `null` is blank. */
export type RowValue = number | string | boolean | null

/** Gives a row's value; throws a `CellError` that names the row where the cell is not of its type. */
export type Reader = (row: number) => RowValue

/** What is said of a cell that is not of its column's type. */
export interface Fault {
  readonly error: ErrorCode
  readonly remedy: string
}

/** Throws for a cell that is not of its type. */
export type Refuse = (row: number, cell: Cell) => never

/**
 * How the cells of each type are read. A closure of its own for each type, with the common cell first: readers run
 * millions of times.
 */
export const readersOf: Record<ColumnType, (rows: Matrix, place: number, refuse: Refuse) => Reader> = {
  id: (rows, place, refuse) => row => {
    const cell = rows[row]?.[place]
    if (typeof cell === 'string') return trimmed(cell)
    return typeof cell === 'number' && !(Math.abs(cell) < digitsEnd)
      ? refuse(row, cell)
      : wordOf(row, cell, refuse)
  },
  text: (rows, place, refuse) => row => {
    const cell = rows[row]?.[place]
    return typeof cell === 'string' ? trimmed(cell) : wordOf(row, cell, refuse)
  },
  date: (rows, place, refuse) => row => {
    const cell = rows[row]?.[place]
    if (isDate(cell)) return cell
    return isEmpty(cell) ? null : refuse(row, cell)
  },
  number: (rows, place, refuse) => row => {
    const cell = rows[row]?.[place]
    if (Number.isFinite(cell)) return cell as number
    return isBlankText(cell) ? null : refuse(row, cell)
  },
  fraction: (rows, place, refuse) => {
    const inPercent = saysPercent(rows[0]?.[place])
    const end = inPercent ? 100 : 1
    return row => {
      const cell = rows[row]?.[place]
      if (typeof cell === 'number' && cell >= 0 && cell <= end) return inPercent ? hundredth(cell) : cell
      return isBlankText(cell) ? null : refuse(row, cell)
    }
  },
  flag: (rows, place, refuse) => row => {
    const cell = rows[row]?.[place]
    if (typeof cell === 'boolean') return cell
    if (isBlankText(cell)) return null
    return flags.get(String(cell).trim().toLowerCase()) ?? refuse(row, cell)
  },
  period: (rows, place, refuse) => row => {
    const cell = rows[row]?.[place]
    if (typeof cell === 'string') return trimmed(cell)
    if (isDate(cell)) return cell
    return isEmpty(cell) ? null : refuse(row, cell)
  },
}

/** Spreadsheets keep 15 digits of a number. */
const digitsEnd = 1e15
/** The serial after 9999-12-31, the last day of every spreadsheet. */
const datesEnd = 2_958_466

const flags = new Map([
  ['true', true],
  ['yes', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['0', false],
])

/**
 * Whether a cell of ids, texts or dates is empty. A reference to an empty cell gives 0, which no name, id or date is.
 */
export function isEmpty(cell: Cell | undefined): cell is null | undefined | '' | 0 {
  return cell === 0 || isBlankText(cell)
}

function isBlankText(cell: Cell | undefined): cell is null | undefined | '' {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')
}

/** Trimming is a call out of compiled code, which few texts need. */
function trimmed(text: string): string | null {
  if (isInk(text.charCodeAt(0)) && isInk(text.charCodeAt(text.length - 1))) return text
  const word = text.trim()
  return word === '' ? null : word
}

/** Whether it is a letter, digit or sign of ASCII, as nearly every text begins and ends with. */
export function isInk(code: number): boolean {
  return code > 32 && code < 127
}

/** Whether a cell is a day or moment that spreadsheets know. */
export function isDate(cell: Cell | undefined): cell is number {
  return typeof cell === 'number' && cell > 0 && cell < datesEnd
}

/** A number or boolean among texts, as the spreadsheet shows it. */
function wordOf(row: number, cell: Cell | undefined, refuse: Refuse): string | null {
  if (isEmpty(cell)) return null
  return isCellError(cell) ? refuse(row, cell) : String(cell).toUpperCase()
}

/** Whether a header says that its cells are hundredths. */
export function saysPercent(header: Cell | undefined): boolean {
  return String(header).includes('%')
}

/** Moves the decimal point, since dividing by 100 is a digit off now and then. */
function hundredth(percent: number): number {
  const [digits, exponent = 0] = String(percent).split('e')
  return Number(`${digits}e${Number(exponent) - 2}`)
}

export function faultOf(type: ColumnType, cell: Cell, header: Cell | undefined): Fault {
  if (type === 'fraction' && typeof cell === 'number') {
    const remedy = saysPercent(header)
      ? 'it lies in 0…100'
      : 'it lies in 0…1; where the column is in percent, put (%) into its header'
    return { error: '#NUM!', remedy }
  }
  if (type === 'date' && typeof cell === 'number') {
    return {
      error: '#VALUE!',
      remedy: 'that is no date; a time stamp in seconds or milliseconds must be turned into one',
    }
  }
  return { error: '#VALUE!', remedy: remedies[type] }
}

const remedies: Record<ColumnType, string> = {
  id: 'the id has lost digits: format the column as text and paste it again',
  text: 'text is needed',
  date: 'a date is needed. Type it as a date; text is never guessed, since 03/04 has two meanings',
  number: 'a number is needed',
  fraction: 'a number is needed',
  flag: 'TRUE or FALSE is needed',
  period: 'a period is needed: a day of it, or its name, such as 2026-Q1',
}
