import type { DataValidationCriterion, Model } from '@odoo/o-spreadsheet'
import { type Area, addressText } from '../../shared/workbook/area'
import {
  type Choices,
  type Condition,
  conditionFormula,
  type Dress,
  isList,
} from '../../shared/workbook/dress'
import { conditionColours } from '../../shared/workbook/looks'
import { addChart } from './charts'
import { accepted, type Dispatch } from './edits'
import { newId, sheetIdOf } from './overview'

/** Dresses a new sheet. The spreadsheet knows neither guarded cells nor how a sheet is printed. */
export function dress(model: Model, dispatch: Dispatch, sheet: string, given: Dress): void {
  const { frozen, gridlines, charts = [], conditions = [], choices = [] } = given
  const sheetId = sheetIdOf(model, sheet)
  if (frozen && frozen.rows > 0) dispatch('FREEZE_ROWS', { sheetId, quantity: frozen.rows })
  if (frozen && frozen.columns > 0) dispatch('FREEZE_COLUMNS', { sheetId, quantity: frozen.columns })
  if (gridlines === false) dispatch('SET_GRID_LINES_VISIBILITY', { sheetId, areGridLinesVisible: false })
  for (const condition of conditions) {
    const cf = ruleOf(condition)
    accepted(dispatch('ADD_CONDITIONAL_FORMAT', { ...rangesOf(model, condition.area), cf }), sheet)
  }
  for (const one of choices) {
    const rule = choiceOf(one)
    accepted(dispatch('ADD_DATA_VALIDATION_RULE', { ...rangesOf(model, one.area), rule }), sheet)
  }
  for (const chart of charts) addChart(model, dispatch, sheetId, chart)
}

/** Where the command is to be done. */
function rangesOf(model: Model, area: Area) {
  const sheetId = sheetIdOf(model, area.sheet)
  const { top, left, bottom, right } = area
  return { sheetId, ranges: [model.getters.getRangeDataFromZone(sheetId, { top, left, bottom, right })] }
}

function ruleOf(condition: Condition) {
  const { text, fill } = conditionColours[condition.look]
  return {
    id: newId(),
    rule: {
      ...({ type: 'CellIsRule', operator: 'customFormula' } as const),
      values: [conditionFormula(condition)],
      style: { textColor: `#${text}`, fillColor: `#${fill}` },
    },
  }
}

function choiceOf({ from, strict }: Choices) {
  const displayStyle = 'arrow' as const
  const criterion: DataValidationCriterion = isList(from)
    ? { type: 'isValueInList', values: [...from], displayStyle }
    : { type: 'isValueInRange', values: [addressText(from)], displayStyle }
  return { id: newId(), criterion, isBlocking: strict }
}
