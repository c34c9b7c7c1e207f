import type { Area } from '../../shared/workbook/area'
import type { Overview, SheetInfo } from '../../shared/workbook/steps'
import { spreadsheetClock } from '../spreadsheet-clock'
import { localeOf } from './locale'

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet
type Sheet = GoogleAppsScript.Spreadsheet.Sheet
type Range = GoogleAppsScript.Spreadsheet.Range

export function overview(spreadsheet: Spreadsheet): Overview {
  return {
    sheets: gridSheets(spreadsheet).map(infoOf),
    names: namesOf(spreadsheet),
    locale: localeOf(spreadsheet.getSpreadsheetLocale()),
    // On the second, as a cell keeps it.
    now: spreadsheetClock()(Math.floor(Date.now() / 1000) * 1000),
    prefix: '',
  }
}

/** Without those that are a chart or a connected source: they have no cells of their own. */
function gridSheets(spreadsheet: Spreadsheet): readonly Sheet[] {
  return spreadsheet.getSheets().filter(sheet => String(sheet.getType()) === 'GRID')
}

function infoOf(sheet: Sheet): SheetInfo {
  return {
    name: sheet.getName(),
    rows: sheet.getLastRow(),
    columns: sheet.getLastColumn(),
    hidden: sheet.isSheetHidden(),
    guarded: isGuarded(sheet),
  }
}

function isGuarded(sheet: Sheet): boolean {
  const protections = sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)
  return protections.some(protection => !protection.canEdit())
}

function namesOf(spreadsheet: Spreadsheet): Record<string, Area | undefined> {
  const names: Record<string, Area | undefined> = {}
  for (const named of spreadsheet.getNamedRanges()) names[named.getName().toUpperCase()] = areaNamed(named)
  return names
}

/** A name whose cells were deleted has no range: Google gives null or throws. */
function areaNamed(named: GoogleAppsScript.Spreadsheet.NamedRange): Area | undefined {
  try {
    return areaOf(named.getRange())
  } catch {
    return undefined
  }
}

export function areaOf(range: Range): Area {
  const [top, left] = [range.getRow() - 1, range.getColumn() - 1]
  const [bottom, right] = [top + range.getNumRows() - 1, left + range.getNumColumns() - 1]
  return { sheet: range.getSheet().getName(), top, left, bottom, right }
}
