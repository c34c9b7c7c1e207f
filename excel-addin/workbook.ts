/// <reference types="office-js" />
import type { ActiveCell, Insertion, Workbook } from '../shared/sidebar/workbook'
import type { Template } from '../shared/workbook/template'
import { askExcel } from './ask'
import { refusal } from './refusals'

/**
 * The sidebar's workbook in Excel. Of a selection of several cells it writes into the active one only.
 * @param templates come with the pane: the functions do without them, and start the sooner
 */
export const excelWorkbook = (templates: readonly Template[] = []): Workbook => ({
  prefix: 'PLUMB.',
  insert: async (formula, over) => {
    try {
      return await Excel.run(context => insertFormula(context, formula, over))
    } catch (error) {
      return { outcome: 'refused', reason: refusal(error) }
    }
  },
  ask: askExcel(templates),
})

/**
 * Reads the active cell, and writes only if it is empty or holds what the user agreed to replace. Excel has no
 * atomic compare-and-swap: between the two round trips somebody else's edit can still arrive, so the cell is
 * read back too.
 */
async function insertFormula(
  context: Excel.RequestContext,
  formula: string,
  over: ActiveCell | undefined,
): Promise<Insertion> {
  const cell = context.workbook.getActiveCell()
  const { worksheet } = cell
  const spilledFrom = cell.getSpillParentOrNullObject()
  cell.load(['address', 'formulas', 'numberFormat', 'format/protection/locked'])
  worksheet.load(['name', 'protection/protected'])
  spilledFrom.load('address')
  await context.sync()

  const { address } = cell
  if (worksheet.protection.protected && cell.format.protection.locked !== false)
    return refused(`${address} is locked: the sheet ${worksheet.name} is protected. Choose an unlocked cell.`)
  if (!spilledFrom.isNullObject && spilledFrom.address !== address)
    return refused(`${address} is filled by the formula in ${spilledFrom.address}. Choose an empty cell.`)
  const content = String(cell.formulas[0]?.[0] ?? '')
  if (content !== '' && !(over?.address === address && over.content === content))
    return { outcome: 'occupied', cell: { address, content } }

  // In a cell formatted as text a formula would stay what it is: text. One round trip, so one step in Undo.
  if (cell.numberFormat[0]?.[0] === '@') cell.numberFormat = [['General']]
  cell.formulas = [[formula]]
  cell.load(['formulas', 'text'])
  await context.sync()

  const written = String(cell.formulas[0]?.[0] ?? '')
  if (!sameFormula(written, formula))
    return refused(
      `${address} now holds ${written || 'nothing'}: somebody else may be editing it. Look at the cell.`,
    )
  return { outcome: 'inserted', address, shown: await shownText(context, cell) }
}

/** Custom functions answer after the formula has been written; until then the cell shows a word for "wait". */
async function shownText(context: Excel.RequestContext, cell: Excel.Range): Promise<string> {
  for (let tries = 0; tries < 10 && isWaiting(cell); tries++) {
    await new Promise(resolve => setTimeout(resolve, 100))
    cell.load('text')
    await context.sync()
  }
  return isWaiting(cell) ? '' : textOf(cell)
}

function isWaiting(cell: Excel.Range): boolean {
  return textOf(cell) === '#BUSY!' || textOf(cell) === '#GETTING_DATA'
}

function textOf(cell: Excel.Range): string {
  return cell.text[0]?.[0] ?? ''
}

/** Excel may write names in capitals, drop spaces and add an `@`: none of these is another formula. */
function sameFormula(one: string, other: string): boolean {
  const bare = (formula: string) => formula.replace(/[ @]/g, '').toUpperCase()
  return bare(one) === bare(other)
}

function refused(reason: string): Insertion {
  return { outcome: 'refused', reason }
}
