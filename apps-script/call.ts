import { formulas } from '../shared/formulas'
import { cellError } from '../shared/values'
import { argumentFromSheet, resultForSheet, type SheetResult } from './cells'
import { spreadsheetClock } from './spreadsheet-clock'

const byName = new Map(formulas.map(formula => [formula.name, formula]))

/** Computes the formula `name` for a cell of Google Sheets; throws its error, as Sheets wants it. */
export function call(name: string, given: ArrayLike<unknown>): SheetResult {
  const formula = byName.get(name)
  if (formula === undefined) return resultForSheet(cellError('#VALUE!', `there is no formula ${name}`))
  const serialOf = spreadsheetClock()
  const args = Array.from(given, value => argumentFromSheet(value, serialOf))
  return resultForSheet(formula.compute(args))
}
