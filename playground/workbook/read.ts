import { type Model, registries } from '@odoo/o-spreadsheet'
import type { Cell } from '../../shared/values'
import { type Area, cellAt } from '../../shared/workbook/area'
import { type Block, Refused, type Selected } from '../../shared/workbook/steps'
import { extent, sheetIdOf } from './overview'

export function readArea(model: Model, asked: Area): Block {
  const sheetId = sheetIdOf(model, asked.sheet)
  const { rows, columns } = extent(model, sheetId)
  const [bottom, right] = [Math.min(asked.bottom, rows - 1), Math.min(asked.right, columns - 1)]
  const area = { ...asked, bottom, right }
  const values: Cell[][] = []
  const formulas: string[][] = []
  if (right < area.left) return { area, values, formulas }
  for (let row = area.top; row <= bottom; row++) {
    const places = Array.from({ length: right - area.left + 1 }, (_, index) => ({
      ...{ sheetId, row, col: area.left + index },
    }))
    values.push(places.map(place => valueAt(model, place)))
    formulas.push(places.map(place => formulaAt(model, place)))
  }
  return { area, values, formulas }
}

interface Position {
  readonly sheetId: string
  readonly col: number
  readonly row: number
}

function valueAt({ getters }: Model, position: Position): Cell {
  const { value, type } = getters.getEvaluatedCell(position)
  if (value === '' || value === null) return null
  const cell = getters.getCell(position)
  // The spreadsheet takes `'#N/A` for an error, too; whoever wrote it meant the text.
  if (type === 'error' && cell?.isFormula === false && cell.content[0] === "'") return cell.content.slice(1)
  if (type !== 'error' || !registries.errorTypes.has(String(value))) return value
  // The one code that the spreadsheet spells in its own way.
  return { error: value === '#REF' ? '#REF!' : String(value), reason: '' }
}

function formulaAt({ getters }: Model, position: Position): string {
  const cell = getters.getCell(position)
  return cell?.isFormula ? cell.compiledFormula.toFormulaString(getters) : ''
}

export function selected({ getters }: Model): Selected {
  const { sheetId, col, row } = getters.getActivePosition()
  const sheet = getters.getSheetName(sheetId)
  const { top, left, bottom, right } = getters.getSelectedZone()
  return { cell: cellAt(sheet, row, col), area: { sheet, top, left, bottom, right } }
}

export function select(model: Model, area: Area): void {
  const { getters } = model
  const sheetId = sheetIdOf(model, area.sheet)
  if (!getters.isSheetVisible(sheetId)) {
    throw new Refused(
      `The sheet ${area.sheet} is hidden. Show it with a right click on the tabs, then try again.`,
    )
  }
  const whole = getters.getSheetZone(sheetId)
  if (area.top > whole.bottom || area.left > whole.right) {
    throw new Refused(`${area.sheet} has no such cell any more.`)
  }
  const { top, left } = area
  const [bottom, right] = [Math.min(area.bottom, whole.bottom), Math.min(area.right, whole.right)]
  model.dispatch('ACTIVATE_SHEET', { sheetIdFrom: getters.getActiveSheetId(), sheetIdTo: sheetId })
  model.selection.selectZone({ cell: { col: left, row: top }, zone: { top, left, bottom, right } })
}
