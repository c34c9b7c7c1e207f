import { type Cell, isCellError } from '../../shared/values'
import type { Area } from '../../shared/workbook/area'
import { type Block, type Locale, Refused } from '../../shared/workbook/steps'
import { cellFromSheet, type SerialOf } from '../cells'
import { spreadsheetClock } from '../spreadsheet-clock'
import { formulaFromSheet, localeOf } from './locale'

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet
type Sheet = GoogleAppsScript.Spreadsheet.Sheet
type Range = GoogleAppsScript.Spreadsheet.Range

export function readAreas(spreadsheet: Spreadsheet, areas: readonly Area[]): readonly Block[] {
  const locale = localeOf(spreadsheet.getSpreadsheetLocale())
  const serialOf = spreadsheetClock()
  return areas.map(area => readArea(sheetNamed(spreadsheet, area.sheet), area, locale, serialOf))
}

export function sheetNamed(spreadsheet: Spreadsheet, name: string): Sheet {
  const sheet = spreadsheet.getSheetByName(name)
  if (sheet === null) throw new Refused(`There is no sheet ${name} any more.`)
  return sheet
}

export function rangeOf(sheet: Sheet, { top, left, bottom, right }: Area): Range {
  return sheet.getRange(top + 1, left + 1, bottom - top + 1, right - left + 1)
}

export function areaRange(spreadsheet: Spreadsheet, area: Area): Range {
  return rangeOf(sheetNamed(spreadsheet, area.sheet), area)
}

function readArea(sheet: Sheet, asked: Area, locale: Locale, serialOf: SerialOf): Block {
  const [bottom, right] = [sheet.getLastRow() - 1, sheet.getLastColumn() - 1]
  const area = { ...asked, bottom: Math.min(asked.bottom, bottom), right: Math.min(asked.right, right) }
  if (area.bottom < area.top || area.right < area.left) return { area, values: [], formulas: [] }
  const range = rangeOf(sheet, area)
  const formulas = range.getFormulas().map(row => row.map(formula => formulaFromSheet(formula, locale)))
  return { area, values: valuesOf(range, formulas, serialOf), formulas }
}

/** An error reaches a script as its text; where a person typed that text, the cell is one of plain text. */
function valuesOf(range: Range, formulas: readonly (readonly string[])[], serialOf: SerialOf): Cell[][] {
  let formats: readonly (readonly string[])[] | undefined
  const isText = (row: number, column: number) => {
    formats ??= range.getNumberFormats()
    return formulas[row]?.[column] === '' && formats[row]?.[column] === '@'
  }
  return range.getValues().map((cells, row) =>
    cells.map((given, column) => {
      const cell = cellFromSheet(given, serialOf)
      return isCellError(cell) && typeof given === 'string' && isText(row, column) ? given : cell
    }),
  )
}
