import { type Argument, cellError } from '../shared/values'
import { cellAt } from '../shared/workbook/area'
import { argumentValue, isForeign } from '../shared/workbook/formulas/argument-values'
import { cellsOf } from '../shared/workbook/formulas/cells-read'
import { readFormula } from '../shared/workbook/formulas/read-formula'
import { overview, type Steps } from '../shared/workbook/steps'

/** The value of a formula over the sheets and names of a workbook, computed anew; no cell's last value is trusted for it. */
export function* formulaValue(formula: string): Steps<Argument> {
  const around = yield* overview()
  const expression = readFormula(formula.trim().replace(/^=/, ''))
  const cell = cellAt(around.sheets[0]?.name ?? '', 0, 0)
  const cells = yield* cellsOf([expression], cell.sheet, around)
  const value = argumentValue(expression, { overview: around, cell, cells, given: [], known: new WeakMap() })
  if (!isForeign(value)) return value
  const { start, end } = value.foreign
  const part = formula.trim().replace(/^=/, '').slice(start, end)
  return cellError(
    '#VALUE!',
    `${part.slice(0, 60)} is neither a formula of Plumbline nor a table or cell of the files given`,
  )
}
