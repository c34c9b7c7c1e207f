import { constants, helpers } from '@odoo/o-spreadsheet'
import type { CsvTable } from './open-csv'

export type WorkbookData = ReturnType<typeof helpers.createEmptyWorkbookData>
export type SheetData = WorkbookData['sheets'][number]

/** Room to write beside and below a table. */
const spareColumns = 4
const spareRows = 50
const headerStyle = { bold: true, fillColor: '#EAF0F2', textColor: '#1F3A44' }

/** A table as a sheet: header frozen and marked, columns as wide as what they hold, dates and amounts formatted. */
export function tableSheet(data: WorkbookData, id: string, name: string, table: CsvTable): SheetData {
  const sheet = helpers.createEmptySheet(id, name)
  const { columns, rowCount } = table
  sheet.colNumber = Math.max(columns.length + spareColumns, 12)
  sheet.rowNumber = Math.max(rowCount + 1 + spareRows, 100)
  sheet.panes = { xSplit: 0, ySplit: 1 }
  for (const [index, column] of columns.entries()) {
    const letters = helpers.numberToLetters(index)
    if (column.name !== '') sheet.cells[`${letters}1`] = literal(column.name)
    for (const [row, cell] of column.cells.entries())
      if (cell !== null) sheet.cells[`${letters}${row + 2}`] = literal(cell)
    if (column.format && rowCount > 0)
      sheet.formats[`${letters}2:${letters}${rowCount + 1}`] = idOf(data.formats, column.format)
    sheet.cols[index] = { size: widthOf([column.name, ...column.cells.slice(0, 200)], column.format) }
  }
  sheet.styles[tableRange(columns.length, 0)] = idOf(data.styles, headerStyle)
  return sheet
}

/** Header and rows of a table that stands in the upper left corner of its sheet. */
export function tableRange(width: number, rowCount: number): string {
  return `A1:${helpers.numberToLetters(Math.max(width, 1) - 1)}${rowCount + 1}`
}

/**
 * What a cell must contain to hold exactly this value.
 * The leading quote keeps text that reads like a formula, a number or a date as the text that it is.
 */
export function literal(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return typeof value === 'string' && readsAsOther(value) ? `'${value}` : String(value)
}

export function readsAsOther(text: string): boolean {
  const trimmed = text.trim()
  if (/^[='+@]/.test(trimmed) || /^(true|false)$/i.test(trimmed)) return true
  // Numbers and dates have a digit; names mostly do not, and parsing is what takes time in a large table.
  if (!/\d/.test(trimmed)) return false
  return (
    helpers.isNumber(trimmed, constants.DEFAULT_LOCALE) ||
    helpers.isDateTime(trimmed, constants.DEFAULT_LOCALE)
  )
}

/** The number under which a style or a format is listed in the workbook; it is added when it is new. */
export function idOf<T>(list: Record<number, T>, item: T): number {
  const wanted = JSON.stringify(item)
  const known = Object.entries(list).find(([, listed]) => JSON.stringify(listed) === wanted)
  if (known) return Number(known[0])
  const id = 1 + Math.max(0, ...Object.keys(list).map(Number))
  list[id] = item
  return id
}

function widthOf(values: readonly (string | number | boolean | null)[], format = ''): number {
  const longest = values.reduce<number>(
    (most, value) => Math.max(most, String(value ?? '').length),
    format.length,
  )
  return Math.min(Math.max(longest * 7.2 + 24, 70), 260)
}
