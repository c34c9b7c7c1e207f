import { type Cell, isBlank, isMatrix } from '../../values'
import { type Area, cellAt } from '../area'
import { argumentValue, isForeign, type Surroundings } from '../formulas/argument-values'
import type { Element } from '../formulas/asked-call'
import { cellsOf } from '../formulas/cells-read'
import type { Expression } from '../formulas/formula-in-cell'
import { shownFormula } from '../formulas/formula-locale'
import { nameArea } from '../formulas/locate'
import { namesGiven, ownCalls } from '../formulas/own-calls'
import { readFormula } from '../formulas/read-formula'
import { isStale, showsSame } from '../formulas/shows-same'
import { spilledFrom } from '../formulas/spilling'
import { valueTold } from '../formulas/values-told'
import type { Why } from '../questions'
import { type Overview, overview, Refused, read, type Steps, selected } from '../steps'
import { levelOf } from './why-level'

/** Why the selected cell, or a given one, shows what it shows. */
export function* why({ cell: given }: { readonly cell?: Area }): Steps<Why> {
  const cell = given ?? (yield* selected())?.cell
  if (!cell) throw new Refused('No cell is selected: select the one that you wonder about.')
  const around = yield* overview()
  const { formula, value } = yield* contentOf(cell)
  const told = { locale: around.locale, cell, formula: '', value: valueTold(value), levels: [] }
  if (formula !== '') return { ...told, ...(yield* explained(formula, value, cell, cell, around)) }
  if (isBlank(value)) return { ...told, nothing: 'empty' }
  const origin = yield* spilledFrom(cell, around)
  if (!origin) return { ...told, nothing: 'typed' }
  const spilling = yield* contentOf(origin)
  return {
    ...{ ...told, spilledFrom: origin },
    ...(yield* explained(spilling.formula, value, cell, origin, around)),
  }
}

function* contentOf(cell: Area): Steps<{ formula: string; value: Cell }> {
  const [block] = yield* read([cellAt(cell.sheet, cell.top, cell.left)])
  return { formula: block?.formulas[0]?.[0] ?? '', value: block?.values[0]?.[0] ?? null }
}

type Explained = Pick<Why, 'formula' | 'levels' | 'value' | 'nothing'>

function* explained(
  formula: string,
  value: Cell,
  cell: Area,
  origin: Area,
  overview: Overview,
): Steps<Explained> {
  const expression = readFormula(formula)
  const calls = ownCalls(expression)
  const told = { formula: shownFormula(formula, overview.locale), value: valueTold(value), levels: [] }
  if (calls.length === 0) return { ...told, nothing: 'foreign' }
  const recorded = ['LOCKS', 'SNAPSHOT'].map(name => nameArea(name, overview))
  const cells = yield* cellsOf(
    [expression],
    origin.sheet,
    overview,
    recorded.flatMap(area => area ?? []),
  )
  const around: Surroundings = {
    ...{ overview, cell: origin, cells },
    ...{ given: namesGiven(expression), known: new WeakMap() },
  }
  const [locks, snapshot] = recorded.map(area => area && cells(area))
  const element = { row: cell.top - origin.top, column: cell.left - origin.left }
  const isOffset = element.row > 0 || element.column > 0
  const levels = calls.map(call => {
    const isWhole = call.call === expression
    return levelOf({ ...call, formula, element: isWhole || isOffset ? element : undefined }, around, {
      locks,
      snapshot,
    })
  })
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
