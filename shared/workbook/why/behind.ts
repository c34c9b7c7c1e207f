import { type Cell, isBlank } from '../../values'
import { type Area, cellAt } from '../area'
import type { Surroundings } from '../formulas/argument-values'
import type { Element } from '../formulas/asked-call'
import { cellsOf } from '../formulas/cells-read'
import type { Expression } from '../formulas/formula-in-cell'
import { nameArea } from '../formulas/locate'
import { namesGiven, ownCalls } from '../formulas/own-calls'
import { readFormula } from '../formulas/read-formula'
import { spilledFrom } from '../formulas/spilling'
import { type Overview, read, type Steps } from '../steps'
import type { Asking } from './why-level'
import type { Records } from './why-locked'

/** What stands behind a cell. */
export interface Behind {
  /** Blank where there is none. */
  readonly formula: string
  /** What the cell itself shows. */
  readonly value: Cell
  /** Where the formula stands: in the cell, or in one whose result spills into it. */
  readonly origin: Area
}

export function* formulaBehind(cell: Area, around: Overview): Steps<Behind> {
  const own = yield* contentOf(cell)
  if (own.formula !== '' || isBlank(own.value)) return { ...own, origin: cell }
  const origin = yield* spilledFrom(cell, around)
  if (!origin) return { ...own, origin: cell }
  return { formula: (yield* contentOf(origin)).formula, value: own.value, origin }
}

function* contentOf(cell: Area): Steps<{ formula: string; value: Cell }> {
  const [block] = yield* read([cellAt(cell.sheet, cell.top, cell.left)])
  return { formula: block?.formulas[0]?.[0] ?? '', value: block?.values[0]?.[0] ?? null }
}

export interface CallsBehind {
  readonly expression: Expression
  /** In the order of the levels. */
  readonly calls: readonly Asking[]
  readonly around: Surroundings
  readonly records: Records
  readonly element: Element
}

/** Our calls in the formula behind a cell, with the cells that they read. */
export function* callsBehind(
  { formula, origin }: Behind,
  cell: Area,
  overview: Overview,
): Steps<CallsBehind> {
  const expression = readFormula(formula)
  const recorded = ['LOCKS', 'SNAPSHOT'].map(name => nameArea(name, overview))
  const own = ownCalls(expression)
  const cells =
    own.length === 0
      ? () => undefined
      : yield* cellsOf(
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
  const calls = own.map(call => {
    const isWhole = call.call === expression
    return { ...call, formula, element: isWhole || isOffset ? element : undefined }
  })
  return { expression, calls, around, element, records: { locks, snapshot } }
}
