import { reachOf } from '../../shared/workbook/reach'
import type { Edit } from '../../shared/workbook/steps'

type Sheet = GoogleAppsScript.Spreadsheet.Sheet

/**
 * A sheet of Google's ends where it ends: rows and columns have to be added for all that edits reach. Once for each
 * sheet, since to ask how large it is makes Google do first what it was told so far.
 */
export function makeRoom(sheet: Sheet, edits: readonly Edit[]): void {
  const { rows, columns } = reachOf(edits, sheet.getName())
  if (rows === 0) return
  const [known, wide] = [sheet.getMaxRows(), sheet.getMaxColumns()]
  if (rows > known) sheet.insertRowsAfter(known, rows - known)
  if (columns > wide) sheet.insertColumnsAfter(wide, columns - wide)
}
