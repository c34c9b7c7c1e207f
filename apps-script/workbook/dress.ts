import {
  type Chart,
  type Choices,
  type Condition,
  conditionFormula,
  type Dress,
  isList,
} from '../../shared/workbook/dress'
import { conditionColours } from '../../shared/workbook/looks'
import { addChart } from './charts'
import { formulaForSheet, localeOf } from './locale'
import { hex } from './looks'
import { areaRange } from './read'

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet
type Sheet = GoogleAppsScript.Spreadsheet.Sheet

/** Dresses a new sheet, as far as Google lets a script: how it is printed is left to people. */
export function dress(spreadsheet: Spreadsheet, sheet: Sheet, given: Dress): void {
  const { frozen, gridlines, charts = [], conditions = [], choices = [], guarded = [] } = given
  if (frozen !== undefined) {
    sheet.setFrozenRows(frozen.rows)
    sheet.setFrozenColumns(frozen.columns)
  }
  if (gridlines === false) sheet.setHiddenGridlines(true)
  if (conditions.length > 0) {
    sheet.setConditionalFormatRules(conditions.map(condition => ruleOf(spreadsheet, condition)))
  }
  for (const one of choices) areaRange(spreadsheet, one.area).setDataValidation(choiceOf(spreadsheet, one))
  for (const area of guarded) {
    areaRange(spreadsheet, area).protect().setDescription(whyGuarded).setWarningOnly(true)
  }
  for (const chart of charts as readonly Chart[]) addChart(spreadsheet, sheet, chart)
}

const whyGuarded = 'Formulas and headings that other cells go by'

function ruleOf(spreadsheet: Spreadsheet, condition: Condition) {
  const { area, look } = condition
  const { text, fill } = conditionColours[look]
  const formula = formulaForSheet(conditionFormula(condition), localeOf(spreadsheet.getSpreadsheetLocale()))
  return SpreadsheetApp.newConditionalFormatRule()
    .whenFormulaSatisfied(formula)
    .setFontColor(hex(text) as string)
    .setBackground(hex(fill) as string)
    .setRanges([areaRange(spreadsheet, area)])
    .build()
}

function choiceOf(spreadsheet: Spreadsheet, { from, strict }: Choices) {
  const rule = SpreadsheetApp.newDataValidation().setAllowInvalid(!strict)
  return isList(from)
    ? rule.requireValueInList([...from], true).build()
    : rule.requireValueInRange(areaRange(spreadsheet, from), true).build()
}
