import type { Area } from '../../shared/workbook/area'
import { type Edit, Refused } from '../../shared/workbook/steps'
import { dress } from './dress'
import { lookAs, pixelsOf } from './looks'
import { areaRange, sheetNamed } from './read'
import { makeRoom } from './room'
import { write } from './write'

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet

/** Does all edits in order. What Google says against one is passed on in a sentence. */
export function applyEdits(spreadsheet: Spreadsheet, edits: readonly Edit[]): void {
  try {
    for (const sheet of spreadsheet.getSheets()) makeRoom(sheet, edits)
    for (const edit of edits) {
      done(spreadsheet, edit)
      if (edit.do === 'add sheet') makeRoom(sheetNamed(spreadsheet, edit.sheet), edits)
    }
  } catch (error) {
    if (error instanceof Refused) throw error
    throw new Refused(`Google Sheets refused a change: ${String(Object(error).message ?? error)}`)
  }
}

function done(spreadsheet: Spreadsheet, edit: Edit): void {
  if (edit.do === 'add sheet') addSheet(spreadsheet, edit.sheet, edit.after)
  if (edit.do === 'remove sheet') removeSheet(spreadsheet, edit.sheet, edit.charts)
  if (edit.do === 'write') write(spreadsheet, sheetNamed(spreadsheet, edit.area.sheet), edit)
  if (edit.do === 'name') pointName(spreadsheet, edit.name, edit.area)
  if (edit.do === 'look') lookAs(areaRange(spreadsheet, edit.area), edit.look)
  if (edit.do === 'widths') {
    const sheet = sheetNamed(spreadsheet, edit.sheet)
    for (const [index, letters] of edit.letters.entries()) sheet.setColumnWidth(index + 1, pixelsOf(letters))
  }
  if (edit.do === 'dress') dress(spreadsheet, sheetNamed(spreadsheet, edit.sheet), edit.dress)
}

function addSheet(spreadsheet: Spreadsheet, title: string, after?: string): void {
  const sheets = spreadsheet.getSheets()
  const place = sheets.findIndex(sheet => sheet.getName() === after)
  const shown = spreadsheet.getActiveSheet()
  spreadsheet.insertSheet(title, place < 0 ? sheets.length : place + 1)
  // Google shows a new sheet at once; whoever works elsewhere stays there.
  spreadsheet.setActiveSheet(shown)
}

function removeSheet(spreadsheet: Spreadsheet, title: string, charts = 0): void {
  const sheet = sheetNamed(spreadsheet, title)
  if (sheet.getCharts().length > charts || sheet.getDrawings().length > 0) {
    throw new Refused(`The sheet ${title} holds a chart or a drawing, which would be lost.`)
  }
  spreadsheet.deleteSheet(sheet)
}

function pointName(spreadsheet: Spreadsheet, name: string, area: Area | undefined): void {
  const known = spreadsheet
    .getNamedRanges()
    .find(named => named.getName().toUpperCase() === name.toUpperCase())
  if (area === undefined) known?.remove()
  else if (known === undefined) spreadsheet.setNamedRange(name, areaRange(spreadsheet, area))
  else known.setRange(areaRange(spreadsheet, area))
}
