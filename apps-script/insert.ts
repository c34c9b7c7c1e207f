import type { ActiveCell, Insertion } from '../shared/sidebar/workbook'
import { formulaForSheet, formulaFromSheet, localeOf } from './workbook/locale'

/** Sheets itself allows 50,000 characters in a cell; nothing that the sidebar offers comes near this. */
const longestFormula = 8_000

/**
 * Writes a formula into the active cell for the sidebar. What a page hands over may be anything, so it is checked
 * here. A cell that holds something is only written when `over` says where and what the user saw and agreed to
 * replace, and that is still so; `null` says that the user has not been asked.
 */
export function insertFormula(formula: unknown, over: unknown): Insertion {
  if (!isFormula(formula)) return refused('Only a formula can be inserted, and this is none.')
  const cell = activeCell()
  if (cell === null) return refused('No cell is selected. Click a cell, then insert again.')
  const before: ActiveCell = { address: addressOf(cell), content: contentOf(cell) }
  if (before.content !== '' && !isSame(before, over)) return { outcome: 'occupied', cell: before }
  if (!blankOrAt(before.address, over)) {
    return refused(`The selected cell is now ${before.address}. Press Insert to put the formula there.`)
  }
  if (cell.getNumberFormat() === '@') {
    const remedy = 'Choose Format → Number → Automatic for it, then insert again.'
    return refused(`${before.address} is formatted as plain text, where a formula stays text. ${remedy}`)
  }
  const locale = localeOf(SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetLocale())
  try {
    cell.setFormula(formulaForSheet(formula, locale))
    SpreadsheetApp.flush()
  } catch (error) {
    return refused(`Google Sheets does not let ${before.address} be changed: ${messageOf(error)}`)
  }
  if (bare(formulaFromSheet(cell.getFormula(), locale)) !== bare(formula)) {
    return refused(
      `Google Sheets changed the formula on the way into ${before.address}. Check the cell, or undo.`,
    )
  }
  return { outcome: 'inserted', address: before.address, shown: shownIn(cell) }
}

function isFormula(formula: unknown): formula is string {
  return typeof formula === 'string' && /^=\S/.test(formula) && formula.length <= longestFormula
}

function isSame(before: ActiveCell, over: unknown): boolean {
  const { address, content } = Object(over) as Partial<Record<keyof ActiveCell, unknown>>
  return address === before.address && content === before.content
}

/** Whoever agreed to replace one cell has not agreed to fill another, be it empty. */
function blankOrAt(address: string, over: unknown): boolean {
  return over === null || over === undefined || Object(over).address === address
}

/** There is none while a chart's own sheet is open; Sheets then throws or gives null. */
function activeCell(): GoogleAppsScript.Spreadsheet.Range | null {
  try {
    return SpreadsheetApp.getActiveSpreadsheet().getCurrentCell()
  } catch {
    return null
  }
}

function addressOf(cell: GoogleAppsScript.Spreadsheet.Range): string {
  const sheet = cell.getSheet().getName()
  const name = /^[A-Za-z_]\w*$/.test(sheet) ? sheet : `'${sheet.replace(/'/g, "''")}'`
  return `${name}!${cell.getA1Notation()}`
}

/** A number format can hide a value, so what is shown does not say whether the cell is empty. */
function contentOf(cell: GoogleAppsScript.Spreadsheet.Range): string {
  return cell.getFormula() || cell.getDisplayValue() || String(cell.getValue())
}

/** Sheets shows a word such as Loading… until a custom function has answered. */
function shownIn(cell: GoogleAppsScript.Spreadsheet.Range): string {
  const shown = cell.getDisplayValue()
  return /^Loading/i.test(shown) ? '' : shown
}

/** Sheets may change spaces and the case of names in a formula; both mean the same. */
function bare(formula: string): string {
  return formula.replace(/\s/g, '').toUpperCase()
}

function refused(reason: string): Insertion {
  return { outcome: 'refused', reason }
}

function messageOf(error: unknown): string {
  return String(Object(error).message ?? error)
}
