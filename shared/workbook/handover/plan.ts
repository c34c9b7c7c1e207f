import { type Cell, isMatrix } from '../../values'
import { type Area, cellAt } from '../area'
import { argumentValue, isForeign, type Surroundings } from '../formulas/argument-values'
import type { Element } from '../formulas/asked-call'
import type { Expression } from '../formulas/formula-in-cell'
import { namesGiven, type OwnCall, ownCalls, ownName } from '../formulas/own-calls'
import { readFormula } from '../formulas/read-formula'
import { sheetsPlaceholder } from '../formulas/sheets-placeholder'
import { isStale, showsSame } from '../formulas/shows-same'
import type { Content } from '../steps'
import { inputsOf, isOneCell } from './inputs'
import { valueContent } from './literal'
import { toldOf } from './told'
import { callTwin, type Form, handedText, hasNone, type Twin, type Writing } from './twin'
import type { WorkbookRead } from './workbook-cells'

/** A number that is handed over: what stands in its cell from then on, and what is told of it. */
export interface Handed extends ReturnType<typeof toldOf> {
  readonly cell: Area
  /** The formula that stood there; `''` where one in another cell filled this one. */
  readonly original: string
  readonly from: Area
  readonly content: Content
  /** What the core computes; of a formula of which a part is the spreadsheet's own, what the cell showed. */
  readonly value: Cell
  readonly inputs: ReadonlyMap<string, Area>
  /** Why it stands as a value, or a part of it does. */
  readonly frozen: readonly string[]
  /** What the cell showed, where that was something else. */
  readonly showed: Cell | undefined
}

/** A formula that has to stay, with what to do about it. */
export interface Kept {
  readonly cell: Area
  readonly reason: string
}

export interface Plan {
  readonly form: Form
  readonly handed: readonly Handed[]
  readonly kept: readonly Kept[]
}

/** What becomes of every formula of ours in a workbook. */
export function planOf(read: WorkbookRead, form: Form): Plan {
  const handed: Handed[] = []
  const kept: Kept[] = []
  for (const { area, values, formulas } of read.blocks.values()) {
    for (const [row, cells] of formulas.entries()) {
      for (const [column, stored] of cells.entries()) {
        if (!mayBeOurs(stored)) continue
        const formula = livingFormula(stored)
        const cell = cellAt(area.sheet, area.top + row, area.left + column)
        const found = handedOf(formula, cell, values[row]?.[column] ?? null, read, form)
        if ('reason' in found) kept.push(found)
        else for (const one of found) handed.push(one)
      }
    }
  }
  return { form, handed, kept }
}

/** Quicker than to read the formula: most sheets hold others. */
function mayBeOurs(formula: string): boolean {
  return [...formula.matchAll(/([\w.]+)\s*\(/g)].some(([, name = '']) => ownName(name) !== undefined)
}

/** A formula as it stood in Google Sheets, where the file has it as a text with its last value. */
function livingFormula(stored: string): string {
  const placeholder = /DUMMYFUNCTION/i.test(stored) ? sheetsPlaceholder(readFormula(stored)) : undefined
  return placeholder && placeholder !== 'spilled' ? placeholder.formula : stored
}

function handedOf(
  formula: string,
  cell: Area,
  showed: Cell,
  read: WorkbookRead,
  form: Form,
): readonly Handed[] | Kept {
  const expression = readFormula(formula)
  const calls = ownCalls(expression)
  if (calls.length === 0) return []
  const around = surroundingsOf(expression, cell, read)
  const writing: Writing = { formula, form, around }
  const found = argumentValue(expression, around)
  const inputs = inputsOf(expression, cell.sheet, read.overview, read.cells)
  const whole = wholeCall(expression, calls)
  const one = (value: Cell, element: Element, twin: Twin, showed: Cell | undefined): Handed => ({
    ...toldOf(expression, element, around),
    ...contentOf(twin, value),
    ...{ value, from: cell, inputs, showed },
    ...{ cell: cellAt(cell.sheet, cell.top + element.row, cell.left + element.column) },
    ...{ original: isFirst(element) ? formula : '' },
  })
  if (isForeign(found)) {
    const twin =
      form === 'formulas'
        ? twinOf(expression, whole, first, false, writing)
        : handedText(expression, { start: 1, end: formula.length }, writing)
    return hasNone(twin)
      ? { cell, reason: `${twin.none}: put what the spreadsheet computes into a cell of its own` }
      : [one(showed, first, twin, undefined)]
  }
  const rows = isMatrix(found) ? found : [[found ?? null]]
  return rows.flatMap((line, row) =>
    line.map((value, column): Handed => {
      const element = { row, column }
      const twin = twinOf(expression, whole, element, isMatrix(found), writing)
      return one(value, element, twin, isFirst(element) ? differing(showed, value) : undefined)
    }),
  )
}

const first: Element = { row: 0, column: 0 }
const isFirst = ({ row, column }: Element): boolean => row === 0 && column === 0

/** What takes the place of one number of a formula. */
function twinOf(
  expression: Expression,
  whole: OwnCall | undefined,
  element: Element,
  isOfMany: boolean,
  writing: Writing,
): Twin {
  if (writing.form === 'values') return { none: '' }
  if (whole) return callTwin(whole, element, writing)
  if (isOfMany) return { none: 'it is a part of an array' }
  return handedText(expression, { start: 1, end: writing.formula.length }, writing)
}

export function surroundingsOf(
  expression: Expression,
  cell: Area,
  { overview, cells }: WorkbookRead,
): Surroundings {
  return { overview, cell, cells, given: namesGiven(expression), known: new WeakMap() }
}

/** The call that is all there is of a formula, whatever signs of arrays a host puts before it. */
function wholeCall(expression: Expression, calls: readonly OwnCall[]): OwnCall | undefined {
  if (expression.kind === 'unary' && '+@'.includes(expression.operator))
    return wholeCall(expression.operand, calls)
  if (expression.kind !== 'call') return undefined
  const [only] = expression.args
  if (only && /^ARRAYFORMULA$/i.test(expression.name)) return wholeCall(only, calls)
  return calls.find(({ call }) => call === expression)
}

function contentOf(twin: Twin, value: Cell): Pick<Handed, 'content' | 'frozen'> {
  if (hasNone(twin)) return { content: valueContent(value), frozen: twin.none === '' ? [] : [twin.none] }
  return { content: { formula: `=${twin.text}` }, frozen: twin.frozen }
}

/** What a cell shows, if that is not what its formula gives. */
function differing(showed: Cell, value: Cell): Cell | undefined {
  return isStale(showed) || !showsSame(showed, value) ? showed : undefined
}

/** All ranges of several cells that numbers are computed from, once each. */
export function rangesOf({ handed }: Plan): ReadonlyMap<string, Area> {
  const ranges = new Map<string, Area>()
  for (const { inputs } of handed) {
    for (const [input, area] of inputs) if (!isOneCell(area)) ranges.set(input, area)
  }
  return ranges
}
