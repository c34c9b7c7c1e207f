import Papa from 'papaparse'
import { type Argument, type Cell, isCellError, isMatrix } from '../shared/values'

export const formats = ['text', 'csv', 'json'] as const
export type Format = (typeof formats)[number]

/** A result as lines for people, as CSV, or as JSON in which an error is `{ error, reason }`. */
export function printed(result: Argument, format: Format): string {
  const rows: readonly (readonly Cell[])[] = isMatrix(result) ? result : [[result ?? null]]
  if (format === 'json') return JSON.stringify(isMatrix(result) ? result : (result ?? null), null, 2)
  if (format === 'csv') return Papa.unparse(rows.map(row => row.map(inCsv)) as unknown[][], { newline: '\n' })
  return aligned(rows.map(row => row.map(inText)))
}

/** A text that a spreadsheet would take for a formula gets an apostrophe, and stays text. */
function inCsv(cell: Cell): string | number | boolean {
  if (isCellError(cell)) return cell.error
  return typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : (cell ?? '')
}

function inText(cell: Cell): string {
  if (isCellError(cell)) return `${cell.error} ${cell.reason}`
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell ?? '')
}

/** Columns side by side, numbers to the right. */
export function aligned(rows: readonly (readonly string[])[]): string {
  const widths: number[] = []
  for (const row of rows) {
    for (const [column, text] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, text.length)
  }
  const isNumber = (text: string) => /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)
  return rows
    .map(row =>
      row
        .map((text, column) =>
          isNumber(text) && row.length > 1
            ? text.padStart(widths[column] ?? 0)
            : text.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
