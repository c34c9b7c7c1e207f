/**
 * Reads a CSV file as a table, changing nothing that it is not certain of.
 *
 * - Encoding: UTF-8 or UTF-16, with or without a mark; bytes that are not UTF-8 are read as Windows-1252.
 *   Files that are no text (zip, xlsx, PDF, pictures, NUL bytes) and empty ones are refused with a sentence.
 * - Comma, semicolon, tab or bar, whichever fits the first hundred rows best; `sep=;` on the first line decides.
 *   Quoted fields may hold delimiters, quotes and line breaks.
 * - The first row is the header. Short rows are filled up, longer ones widen the table; both are told.
 * - A column is one kind of thing, decided from all its values:
 *   - Text where any integer has a leading zero or more than 15 digits, or the header says that it names things
 *     (id, phone, zip, order number …): digits stay as they are. A leading + and 7e30 are text as well.
 *   - TRUE and FALSE, in any case, when the column holds nothing else.
 *   - Dates: 2017-04-25, with or without a time, and 25 Apr 2017. In 03/04/2017 the order of day and month comes from
 *     a value such as 25/04/2017 in the same column, or from the user; it is never guessed. Times are taken as
 *     written, whatever their zone. A year of two digits is text.
 *   - Numbers with a decimal point or a decimal comma, thousands separated or not, where the column leaves no doubt:
 *     1,234 alone does, beside 1,234.56 it does not. One currency sign or % on every value is read as a format
 *     (12 % is 0.12); on some values only, the column stays text. So does (100): accountants' brackets are a guess.
 *   - In a column of dates or plain numbers a stray text ("n/a") stays text and is told.
 * - Empty stays empty. Everything else is text, formulas included: what a file says is never computed.
 */
import type { Cell, Matrix } from '../shared/values'
import { type Column, readColumn, undecidedDates } from './csv/columns'
import type { DateOrder } from './csv/dates'
import { decode } from './csv/decode'
import { parseRows, splitHint, type Watch } from './csv/rows'

export interface CsvTable {
  readonly columns: readonly Column[]
  readonly rowCount: number
  /** Sentences about the file as a whole. */
  readonly notes: readonly string[]
}

/** A table as rows of cells, its headers first. */
export function rowsOf({ columns, rowCount }: CsvTable): Matrix {
  const rows = Array.from({ length: rowCount }, (_, row) =>
    columns.map(({ cells }): Cell => cells[row] ?? null),
  )
  return [columns.map(({ name }) => name), ...rows]
}

export type CsvOutcome = { readonly table: CsvTable } | { readonly refused: string }

export interface UndecidedColumn {
  readonly name: string
  readonly examples: readonly string[]
}

export interface CsvOptions extends Watch {
  /** Asked once a file, with every column that needs the answer; `undefined` leaves those columns text. */
  readonly askDateOrder: (columns: readonly UndecidedColumn[]) => Promise<DateOrder | undefined>
}

export const largestFile = 50 * 1024 * 1024

/** Rejects only with the signal's own reason, when the user cancels. */
export async function openCsv(bytes: Uint8Array, options: CsvOptions): Promise<CsvOutcome> {
  if (bytes.length > largestFile)
    return {
      refused: `The file is ${Math.ceil(bytes.length / 1024 / 1024)} MB; 50 MB is the most that opens here.`,
    }
  const decoded = decode(bytes)
  if ('refused' in decoded) return decoded
  const { delimiter, body } = splitHint(decoded.text)
  const lines = await parseRows(body, delimiter, {
    signal: options.signal,
    onProgress: done => options.onProgress?.(done / 2),
  })
  const table = rectangle(lines)
  if (!table) return { refused: 'The file holds no table: there is not one filled cell in it.' }
  const { headers, values, notes } = table
  const undecided = headers
    .map((name, index) => ({ name, examples: undecidedDates(name, values[index] ?? []) }))
    .filter(({ examples }) => examples.length > 0)
  const order = undecided.length > 0 ? await options.askDateOrder(undecided) : undefined
  const columns: Column[] = []
  for (const [index, name] of headers.entries()) {
    columns.push(readColumn(name, values[index] ?? [], delimiter, order))
    options.onProgress?.(0.5 + (index + 1) / headers.length / 2)
    await pause(options.signal, (values[index]?.length ?? 0) > 10_000)
  }
  if (decoded.encoding === 'windows-1252') notes.push('It is not UTF-8 and was read as Windows-1252.')
  return { table: { columns, rowCount: values[0]?.length ?? 0, notes } }
}

/** The rows turned to columns of one length, the first row taken off as the header. */
function rectangle(lines: readonly (readonly string[])[]) {
  const isEmpty = (row: readonly string[]) => row.every(field => field.trim() === '')
  const from = lines.findIndex(row => !isEmpty(row))
  if (from < 0) return undefined
  let to = lines.length
  while (isEmpty(lines[to - 1] ?? [])) to -= 1
  const header = lines[from] ?? []
  const rows = lines.slice(from + 1, to)
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), header.length)
  const headers = Array.from({ length: width }, (_, column) => (header[column] ?? '').trim())
  const values = headers.map((_, column) => rows.map(row => row[column] ?? ''))
  return { headers, values, notes: shapeNotes(headers, header.length, rows) }
}

function shapeNotes(
  headers: readonly string[],
  width: number,
  rows: readonly (readonly string[])[],
): string[] {
  const longer = rows.filter(row => row.length > width).length
  const shorter = rows.filter(row => row.length < width).length
  const repeated = [
    ...new Set(headers.filter((name, index) => name !== '' && headers.indexOf(name) !== index)),
  ]
  return [
    ...(rows.length === 0 ? ['It has a header and no rows under it.'] : []),
    ...(longer ? [`${count(longer, 'row has', 'rows have')} more cells than the header.`] : []),
    ...(shorter ? [`${count(shorter, 'row has', 'rows have')} fewer cells than the header.`] : []),
    ...(repeated.length ? [`More than one column is headed ${repeated.join(', ')}.`] : []),
  ]
}

const count = (number: number, one: string, many: string) =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`

/** Lets the page draw between two large columns; the delay of a timer would be felt over many small ones. */
async function pause(signal: AbortSignal | undefined, isLarge: boolean): Promise<void> {
  if (isLarge) await new Promise(resolve => setTimeout(resolve))
  signal?.throwIfAborted()
}
