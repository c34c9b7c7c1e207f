import { formulas } from '../../formulas'
import { type Argument, type CellError, cellError, isMatrix } from '../../values'
import { cellAt } from '../area'
import { underDefinitions } from '../check/flaws-of-calls'
import type { AskedFormula, Evaluated, Value } from '../questions'
import { overview, Refused, type Steps, selected } from '../steps'
import { argumentValue, computed, type Found, isForeign, type Surroundings } from './argument-values'
import { cellsOf } from './cells-read'
import { partsOf } from './formula-in-cell'
import { shownFormula } from './formula-locale'
import { namesGiven } from './own-calls'
import { readFormula } from './read-formula'
import { typedArgument } from './typed-argument'
import { unitsOf, valueTold } from './values-told'

/** The value of a formula while it is being built, and the formula as it would be inserted. */
export function* evaluate({ name, args }: AskedFormula): Steps<Evaluated> {
  if (!formulas.some(formula => formula.name === name)) {
    throw new Refused(`Plumbline has no formula ${name.slice(0, 40)}.`)
  }
  const around = yield* overview()
  const cell = (yield* selected())?.cell ?? cellAt(around.sheets[0]?.name ?? '', 0, 0)
  const typed = args.map(text => typedArgument(text, around, cell.sheet))
  while (typed[typed.length - 1]?.stored === '') typed.pop()
  const faults = typed.flatMap(({ fault }, place) => (fault === undefined ? [] : [{ place, reason: fault }]))
  // The one blank that every host hands over in the same way.
  const stored = typed.map(argument => argument.stored || '""')
  const typedOut = `=${around.prefix}${name}(${stored.join(', ')})`
  const formula = faults.length > 0 ? typedOut : underDefinitions(typedOut, cell.sheet, around)
  const told = { formula, shown: shownFormula(formula, around.locale), faults }
  const [fault] = faults
  if (fault) return { ...told, value: cellError('#VALUE!', fault.reason) }
  const expressions = partsOf(readFormula(formula))
  const cells = yield* cellsOf(expressions, cell.sheet, around)
  const place: Surroundings = {
    overview: around,
    cell,
    cells,
    given: expressions.flatMap(namesGiven),
    known: new WeakMap(),
  }
  const values = expressions.map(expression => argumentValue(expression, place))
  const foreign = values.findIndex(isForeign)
  const { start, end } = expressions[foreign] ?? { start: 0, end: 0 }
  return { ...told, value: foreign < 0 ? valuesTold(name, values) : foreignValue(formula.slice(start, end)) }
}

function valuesTold(name: string, values: readonly Found[]): Value | readonly (readonly Value[])[] {
  const args = values as readonly Argument[]
  const result = computed(name, args)
  const unit = unitsOf(name, args)
  return isMatrix(result)
    ? result.map((cells, row) => cells.map((cell, column) => valueTold(cell, unit(row, column))))
    : valueTold(result, unit(0, 0))
}

function foreignValue(stored: string): CellError {
  return cellError(
    '#N/A',
    `${stored.slice(0, 60)} is computed by the spreadsheet: the value shows once the formula stands in its cell`,
  )
}
