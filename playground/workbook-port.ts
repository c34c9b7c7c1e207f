import type { Model } from '@odoo/o-spreadsheet'
import type { ActiveCell, Insertion, Workbook } from '../shared/sidebar/workbook'
import { answer } from '../shared/workbook/answer'
import type { Ask } from '../shared/workbook/questions'
import { answerLater } from '../shared/workbook/run'
import type { Host } from '../shared/workbook/steps'
import type { Template } from '../shared/workbook/template'
import { playgroundHost } from './workbook/host'

/** What the sidebar may do with the workbook on the page. `isEditing` tells whether somebody is typing in a cell. */
export function workbookPort(
  currentModel: () => Model,
  isEditing: () => boolean,
  templates: readonly Template[] = [],
): Workbook {
  return {
    prefix: '',
    insert: async (formula, over) =>
      isEditing()
        ? { outcome: 'refused', reason: 'A cell is being typed in: press Enter or Escape there first.' }
        : insert(currentModel(), formula, over),
    ask: asking(() => playgroundHost(currentModel, isEditing), templates),
  }
}

function asking(newHost: () => Host, templates: readonly Template[]): Ask {
  return async (question, asked) => {
    // The page gets a moment to show that something is going on.
    await new Promise(resolve => setTimeout(resolve))
    // The answer of the core is what the contract says of the question.
    return (await answerLater(answer(question, asked, templates), newHost())) as never
  }
}

export function insert(model: Model, formula: string, over?: ActiveCell): Insertion {
  const { getters } = model
  const position = getters.getActivePosition()
  const cell = activeCell(model)
  const spread = getters.getArrayFormulaSpreadingOn(position)
  if (spread && cell.content === '') {
    const origin = addressOf(model, spread)
    return {
      outcome: 'refused',
      reason: `${cell.address} is filled by the formula in ${origin}: choose another cell.`,
    }
  }
  const agreed = over?.address === cell.address && over.content === cell.content
  if (cell.content !== '' && !agreed) return { outcome: 'occupied', cell }
  const result = model.dispatch('UPDATE_CELL', { ...position, content: formula })
  const written = contentAt(model, position)
  // Writing the very formula that stands there already is refused as useless, and is as good as written.
  if (!result.isSuccessful && withoutSpaces(written) !== withoutSpaces(formula))
    return { outcome: 'refused', reason: `${cell.address} could not be written: is the sheet locked?` }
  return {
    outcome: 'inserted',
    address: cell.address,
    shown: getters.getEvaluatedCell(position).formattedValue,
  }
}

type Position = ReturnType<Model['getters']['getActivePosition']>

function activeCell(model: Model): ActiveCell {
  const position = model.getters.getActivePosition()
  return { address: addressOf(model, position), content: contentAt(model, position) }
}

function addressOf({ getters }: Model, { sheetId, col, row }: Position): string {
  return getters.getRangeString(
    getters.getRangeFromZone(sheetId, { left: col, right: col, top: row, bottom: row }),
    '',
  )
}

function contentAt({ getters }: Model, position: Position): string {
  const cell = getters.getCell(position)
  if (!cell) return ''
  return cell.isFormula ? cell.compiledFormula.toFormulaString(getters) : cell.content
}

/** The spreadsheet writes a formula back without the spaces between its parts. */
const withoutSpaces = (formula: string) => formula.replace(/\s+/g, '')
