import { type Area, cellAt } from '../../shared/workbook/area'
import { Refused, type Selected } from '../../shared/workbook/steps'
import { areaOf } from './overview'
import { rangeOf, sheetNamed } from './read'

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet

/** There is none while a chart's own sheet is open; Sheets then throws or gives null. */
export function selected(spreadsheet: Spreadsheet): Selected | undefined {
  try {
    const current = spreadsheet.getCurrentCell()
    if (current === null) return undefined
    const { sheet, top, left } = areaOf(current)
    return { cell: cellAt(sheet, top, left), area: areaOf(spreadsheet.getActiveRange() ?? current) }
  } catch {
    return undefined
  }
}

export function select(spreadsheet: Spreadsheet, area: Area): void {
  const sheet = sheetNamed(spreadsheet, area.sheet)
  if (sheet.isSheetHidden()) {
    throw new Refused(`The sheet ${area.sheet} is hidden. Show it with View → Hidden sheets, then try again.`)
  }
  const [bottom, right] = [sheet.getMaxRows() - 1, sheet.getMaxColumns() - 1]
  if (area.top > bottom || area.left > right) throw new Refused(`${area.sheet} has no such cell any more.`)
  const range = { ...area, bottom: Math.min(area.bottom, bottom), right: Math.min(area.right, right) }
  spreadsheet.setActiveSheet(sheet)
  spreadsheet.setActiveRange(rangeOf(sheet, range))
}
