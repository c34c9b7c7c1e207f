import type { Area } from '../../shared/workbook/area'
import type { Edit } from '../../shared/workbook/steps'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet

/**
 * A sheet of Google's ends where it ends: rows and columns have to be added for all that edits reach. Once for each
 * sheet, since to ask how large it is makes Google do first what it was told so far.
 */
export function makeRoom(sheet: Sheet, edits: readonly Edit[]): void {
  const name = sheet.getName()
  const areas = edits.flatMap(areasOf).filter(area => area.sheet === name)
  if (areas.length === 0) return
  const [known, wide] = [sheet.getMaxRows(), sheet.getMaxColumns()]
  const rows = Math.max(...areas.map(({ bottom }) => bottom + 1))
  const columns = Math.max(...areas.map(({ right }) => right + 1))
  if (rows > known) sheet.insertRowsAfter(known, rows - known)
  if (columns > wide) sheet.insertColumnsAfter(wide, columns - wide)
}

function areasOf(edit: Edit): readonly Area[] {
  if (edit.do === 'dress') return areasWithin(edit.dress)
  return 'area' in edit && edit.area !== undefined ? [edit.area] : []
}

/** What a sheet is dressed in says where in many places. */
function areasWithin(value: unknown): readonly Area[] {
  if (typeof value !== 'object' || value === null) return []
  return 'bottom' in value ? [value as Area] : Object.values(value).flatMap(areasWithin)
}
