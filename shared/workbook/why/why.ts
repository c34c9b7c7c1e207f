import { type Cell, isBlank, isMatrix } from '../../values'
import type { Area } from '../area'
import { argumentValue, isForeign, type Surroundings } from '../formulas/argument-values'
import type { Element } from '../formulas/asked-call'
import type { Expression } from '../formulas/formula-in-cell'
import { shownFormula } from '../formulas/formula-locale'
import { isStale, showsSame } from '../formulas/shows-same'
import { valueTold } from '../formulas/values-told'
import type { Why } from '../questions'
import { type Overview, overview, Refused, type Steps, selected } from '../steps'
import { type Behind, callsBehind, formulaBehind } from './behind'
import { levelOf } from './why-level'

/** Why the selected cell, or a given one, shows what it shows. */
export function* why({ cell: given }: { readonly cell?: Area }): Steps<Why> {
  const cell = given ?? (yield* selected())?.cell
  if (!cell) throw new Refused('No cell is selected: select the one that you wonder about.')
  const around = yield* overview()
  const { formula, value, origin } = yield* formulaBehind(cell, around)
  const told = { locale: around.locale, cell, formula: '', value: valueTold(value), levels: [] }
  if (formula === '') return { ...told, nothing: isBlank(value) ? 'empty' : 'typed' }
  const spilled = origin === cell ? {} : { spilledFrom: origin }
  return { ...told, ...spilled, ...(yield* explained({ formula, value, origin }, cell, around)) }
}

type Explained = Pick<Why, 'formula' | 'levels' | 'value' | 'nothing'>

function* explained(behind: Behind, cell: Area, overview: Overview): Steps<Explained> {
  const { formula, value } = behind
  const told = { formula: shownFormula(formula, overview.locale), value: valueTold(value), levels: [] }
  const { expression, calls, around, element, records } = yield* callsBehind(behind, cell, overview)
  if (calls.length === 0) return { ...told, nothing: 'foreign' }
  const levels = calls.map(call => levelOf(call, around, records))
  const now = currentValue(expression, element, around)
  const isOld = isStale(value) || (now !== undefined && !showsSame(value, now))
  const unit = calls[0]?.call === expression ? levels[0]?.value : undefined
  return {
    ...told,
    value: valueTold(value, unit && 'unit' in unit ? unit.unit : 'number'),
    levels,
    ...(isOld ? { nothing: 'not recalculated' } : {}),
  }
}

/** What the cell would show if it were computed now; undefined where only the spreadsheet knows. */
function currentValue(
  expression: Expression,
  { row, column }: Element,
  around: Surroundings,
): Cell | undefined {
  const found = argumentValue(expression, around)
  if (isForeign(found)) return undefined
  return isMatrix(found) ? (found[row]?.[column] ?? null) : (found ?? null)
}
