import { helpers } from '@odoo/o-spreadsheet'
import { idOf, type SheetData, type WorkbookData } from './table-sheet'

type Style = WorkbookData['styles'][number]

const ink = '#1F4E5F'
const quiet = '#5B6B73'

const band = { bold: true, fillColor: '#EAF0F2', textColor: '#1F3A44', verticalAlign: 'middle' } as const

export const looks = {
  title: { bold: true, fontSize: 20, textColor: ink },
  lead: { fontSize: 12, textColor: quiet },
  section: { bold: true, fontSize: 13, textColor: ink },
  header: { ...band, align: 'left' },
  headerRight: { ...band, align: 'right' },
  small: { fontSize: 9, textColor: quiet },
  smallRight: { fontSize: 9, textColor: quiet, align: 'right' },
  row: { verticalAlign: 'middle' },
  answer: { bold: true, textColor: ink, align: 'right', verticalAlign: 'middle' },
  number: { align: 'right', verticalAlign: 'middle' },
  words: { fontSize: 9, textColor: quiet, verticalAlign: 'middle', wrapping: 'wrap' },
  note: { textColor: quiet, verticalAlign: 'middle' },
} satisfies Record<string, Style>

/** A sheet that is read like a page: no grid, columns of given widths, and a way to write on it. */
export function page(data: WorkbookData, id: string, name: string, widths: readonly number[]) {
  const sheet = helpers.createEmptySheet(id, name)
  sheet.areGridLinesVisible = false
  sheet.colNumber = 16
  sheet.rowNumber = 60
  for (const [index, size] of widths.entries()) sheet.cols[index] = { size }
  const write = (
    zone: string,
    content: string | undefined,
    look?: keyof typeof looks,
    format?: string,
  ): void => {
    if (content !== undefined) sheet.cells[zone.split(':')[0] ?? zone] = content
    if (look) sheet.styles[zone] = idOf(data.styles, looks[look] as Style)
    if (format) sheet.formats[zone] = idOf(data.formats, format)
  }
  return { sheet, write }
}

/** A thin line under a row of cells. */
export function underline(data: WorkbookData, sheet: SheetData, zone: string, color = '#D5DEE2'): void {
  sheet.borders[zone] = idOf(data.borders, {
    bottom: { style: 'thin', color },
  } as WorkbookData['borders'][number])
}

export function setRowHeights(sheet: SheetData, heights: Readonly<Record<number, number>>): void {
  for (const [row, size] of Object.entries(heights)) sheet.rows[Number(row) - 1] = { size }
}
