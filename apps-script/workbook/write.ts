import { addressText, cellAt } from '../../shared/workbook/area'
import { type WholeWrite, type Write, withoutHoles } from '../../shared/workbook/holes'
import { type Locale, Refused } from '../../shared/workbook/steps'
import { formulaForSheet, localeOf } from './locale'
import { rangeOf } from './read'

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet
type Sheet = GoogleAppsScript.Spreadsheet.Sheet
type Range = GoogleAppsScript.Spreadsheet.Range
type Filled = WholeWrite['cells'][number][number]

const plainText = '@'

/** Writes cells, each rectangle as one block; a text that a cell would take for a formula stays text. */
export function write(spreadsheet: Spreadsheet, sheet: Sheet, edit: Write): void {
  const locale = localeOf(spreadsheet.getSpreadsheetLocale())
  for (const part of withoutHoles(edit)) {
    const range = rangeOf(sheet, part.area)
    setFormats(range, part.cells)
    range.setValues(part.cells.map(row => row.map(content => valueFor(content, locale))))
    keepApostrophes(range, part)
    refuseRevived(range, part)
  }
}

function valueFor(content: Filled, locale: Locale): string | number | boolean {
  if (content === null) return ''
  return typeof content === 'object' ? formulaForSheet(content.formula, locale) : content
}

/** Texts go into cells of plain text; everything else would become text there. */
function setFormats(range: Range, cells: WholeWrite['cells']): void {
  const before = range.getNumberFormats()
  const after = cells.map((row, index) =>
    row.map((content, column) => {
      if (isText(content)) return plainText
      const format = before[index]?.[column] ?? 'General'
      return format === plainText ? 'General' : format
    }),
  )
  const differs = after.some((row, index) => row.some((format, column) => format !== before[index]?.[column]))
  if (differs) range.setNumberFormats(after)
}

const isText = (content: Filled): content is string => typeof content === 'string' && content !== ''

/** Where a leading apostrophe was taken for the sign that text follows, it is written twice. */
function keepApostrophes(range: Range, { cells }: WholeWrite): void {
  if (!cells.some(row => row.some(isApostrophised))) return
  const values = range.getValues()
  for (const [row, contents] of cells.entries()) {
    for (const [column, content] of contents.entries()) {
      if (isApostrophised(content) && values[row]?.[column] === content.slice(1)) {
        range.getCell(row + 1, column + 1).setValue(`'${content}`)
      }
    }
  }
}

const isApostrophised = (content: Filled): content is string => isText(content) && content[0] === "'"

/** No text may come to life: a cell in which one did is emptied at once. */
function refuseRevived(range: Range, { area, cells }: WholeWrite): void {
  if (!cells.some(row => row.some(isText))) return
  const formulas = range.getFormulas()
  for (const [row, contents] of cells.entries()) {
    for (const [column, content] of contents.entries()) {
      if (!isText(content) || !formulas[row]?.[column]) continue
      range.getCell(row + 1, column + 1).clearContent()
      const cell = addressText(cellAt(area.sheet, area.top + row, area.left + column))
      throw new Refused(`Google Sheets took a text for a formula in ${cell}; the cell was emptied again.`)
    }
  }
}
