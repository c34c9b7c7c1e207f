import { formulas } from '../../formulas'
import { type Argument, type Cell, isMatrix } from '../../values'
import type { Area } from '../area'
import type { Overview } from '../steps'
import type { CellsRead } from './cells-read'
import type { Expression } from './formula-in-cell'
import { locate } from './locate'
import { asNumber, nativeValue, operated } from './native-values'
import { type Call, ownName } from './own-calls'

/** What a formula's parts are looked up in. */
export interface Surroundings {
  readonly overview: Overview
  /** That of the formula's own sheet. */
  readonly cell: Area
  readonly cells: CellsRead
  /** Names that LET and LAMBDA give, in capitals. */
  readonly given: readonly string[]
  /** What was computed already: a call within a call is asked for by both. */
  readonly known: WeakMap<Expression, Found>
}

export type Found = Argument | Foreign

/** What only the spreadsheet computes. */
export interface Foreign {
  readonly foreign: Expression
}

export function isForeign(found: Found): found is Foreign {
  return typeof found === 'object' && found !== null && 'foreign' in found
}

const computers = new Map(formulas.map(({ name, compute }) => [name, compute]))

/** The value of an argument, as a host would hand it over; a foreign part makes the whole foreign. */
export function argumentValue(expression: Expression, around: Surroundings): Found {
  if (around.known.has(expression)) return around.known.get(expression)
  const found = looked(expression, around)
  around.known.set(expression, found)
  return found
}

function looked(expression: Expression, around: Surroundings): Found {
  switch (expression.kind) {
    case 'number':
    case 'text':
    case 'logical':
      return expression.value
    case 'error':
      return { error: expression.code, reason: `${expression.code} is written in the formula` }
    case 'missing':
      return undefined
    case 'reference':
    case 'name':
      return cellsAt(expression, around)
    case 'array':
      return arrayOf(expression, around)
    case 'call':
      return called(expression, around)
    case 'unary':
      return unary(expression, around)
    case 'binary': {
      const sides = [expression.left, expression.right].map(side => singleOf(side, around))
      const [left, right] = sides as [Cell | Foreign, Cell | Foreign]
      if (isForeign(left)) return left
      return isForeign(right) ? right : operated(expression.operator, left, right)
    }
    case 'other':
      return { foreign: expression }
  }
}

function cellsAt(expression: Expression, { overview, cell, cells, given }: Surroundings): Found {
  const isGiven = expression.kind === 'name' && given.includes(expression.name.toUpperCase())
  const area = isGiven ? undefined : locate(expression, cell.sheet, overview)
  const found = area && cells(area)
  if (!found) return { foreign: expression }
  return found.length === 1 && found[0]?.length === 1 ? (found[0][0] as Cell) : found
}

function arrayOf(expression: Extract<Expression, { kind: 'array' }>, around: Surroundings): Found {
  const rows: Cell[][] = []
  for (const row of expression.rows) {
    const cells: Cell[] = []
    for (const part of row) {
      const cell = singleOf(part, around)
      if (isForeign(cell)) return { foreign: expression }
      cells.push(cell)
    }
    rows.push(cells)
  }
  const isEven = rows.every(({ length }) => length === rows[0]?.length)
  return isEven && rows[0] !== undefined ? rows : { foreign: expression }
}

function unary(expression: Extract<Expression, { kind: 'unary' }>, around: Surroundings): Found {
  const cell = singleOf(expression.operand, around)
  if (isForeign(cell)) return { foreign: isMultiple(expression.operand, around) ? expression : cell.foreign }
  switch (expression.operator) {
    case '-':
      return operated('-', 0, cell)
    case '%':
      return operated('/', cell, 100)
    case '+':
      return asNumber(cell)
    default:
      return cell
  }
}

function isMultiple(expression: Expression, around: Surroundings): boolean {
  const found = argumentValue(expression, around)
  return !isForeign(found) && isMatrix(found)
}

/** One value; what a spreadsheet makes of a range in its place differs from host to host. */
function singleOf(expression: Expression, around: Surroundings): Cell | Foreign {
  const found = argumentValue(expression, around)
  if (isForeign(found)) return found
  return isMatrix(found) ? { foreign: expression } : (found ?? null)
}

function called(call: Call, around: Surroundings): Found {
  const args = argumentsOf(call, around)
  const foreign = args.find(isForeign)
  const name = ownName(call.name)
  if (name !== undefined) return foreign ?? (computers.get(name)?.(args as readonly Argument[]) as Argument)
  const value = foreign ? undefined : nativeValue(call.name, args as readonly Argument[])
  return value === undefined ? { foreign: call } : value
}

/** Each argument of a call. */
export function argumentsOf(call: Call, around: Surroundings): readonly Found[] {
  return call.args.map(argument => argumentValue(argument, around))
}

/** The result of one of our functions. */
export function computed(name: string, args: readonly Argument[]): Argument {
  return computers.get(name)?.(args)
}
