import { isRange } from '../../metrics/arguments'
import type { Parameter } from '../../metrics/metric'
import type { References } from '../../renderings/native'
import { type Cell, isBlank, isMatrix } from '../../values'
import { cellAt } from '../area'
import { type Found, isForeign } from '../formulas/argument-values'
import type { Element } from '../formulas/asked-call'
import type { Expression } from '../formulas/formula-in-cell'
import { locate } from '../formulas/locate'
import { addressFrom, type Span } from './arguments-in-text'
import { isSingleValued } from './single-valued'
import { handedText, hasNone, type NoTwin, type Writing } from './twin'

/** An argument of a call in which a number is computed. */
export interface Given {
  readonly name: string
  readonly parameter: Parameter
  readonly expression: Expression
  readonly span: Span
  readonly found: Found
  /** What the core makes of it, where that is a number or a word. */
  readonly settled: number | string | undefined
  /** Which of the cells of a range the number is about. */
  readonly element: Element
}

export interface Stands {
  /** Undefined for an argument that is left out. */
  readonly reference: References[string] | undefined
  readonly frozen: readonly string[]
}

/** What stands for an argument in a native formula: cells as long as they can, else what the core made of it. */
export function argumentReference(given: Given, writing: Writing): Stands | NoTwin {
  const { name, parameter, expression, found, settled } = given
  const { cell: own, overview } = writing.around
  if (isRange(parameter)) {
    if (!isForeign(found) && isBlank(cellIn(given))) return stands(undefined)
    return locate(expression, own.sheet, overview)
      ? withinText(given, writing)
      : { none: `${name} is not a range of cells` }
  }
  if (!isForeign(found) && isBlank(cellIn(given)) && !countsAsZero(given)) return stands(settled)
  if (isMany(found)) {
    const cell = cellMeant(given, writing)
    if (cell !== undefined && !isWord(given)) return stands({ cell: dayOf(given, cell) })
    return settled === undefined ? { none: `${name} is not a range of cells` } : stands(settled)
  }
  const isSettled = isWord(given) || expression.kind === 'number' || expression.kind === 'text'
  if (isSettled && settled !== undefined) return stands(settled)
  if (isForeign(found) && ('choices' in parameter || !isSingleValued(expression, writing.around))) {
    return { none: `${name} is computed by the spreadsheet` }
  }
  return withinText(given, writing)
}

const stands = (reference: Stands['reference']): Stands => ({ reference, frozen: [] })

function withinText(given: Given, writing: Writing): Stands | NoTwin {
  const text = handedText(given.expression, given.span, writing)
  if (hasNone(text)) return text
  const isPlain = ['reference', 'name', 'call'].includes(given.expression.kind)
  const cell = isPlain ? text.text : `(${text.text})`
  return { reference: { cell: dayOf(given, cell) }, frozen: text.frozen }
}

function isMany(found: Found): boolean {
  return !isForeign(found) && isMatrix(found) && (found.length > 1 || (found[0]?.length ?? 0) > 1)
}

/** Of a range the cell that the number is about; undefined for what only the spreadsheet computes. */
function cellIn({ found, element }: Given): Cell | undefined {
  if (isForeign(found)) return undefined
  if (!isMatrix(found)) return found
  return isMany(found) ? found[element.row]?.[element.column] : found[0]?.[0]
}

/** An empty cell that is needed counts as 0, and may be filled later; one that leaves its argument out says so for good. */
function countsAsZero({ parameter, expression: { kind } }: Given): boolean {
  if (!('unit' in parameter) || (kind !== 'reference' && kind !== 'name')) return false
  const { date, default: usual, optional, term } = parameter
  return !date && usual === undefined && !optional && term === undefined
}

const isWord = (given: Given): boolean => 'choices' in given.parameter || typeof cellIn(given) === 'string'

/** A date counts from its midnight. */
function dayOf(given: Given, cell: string): string {
  const { parameter } = given
  const isDay = 'date' in parameter && !('time' in parameter && parameter.time) && !isRange(parameter)
  return isDay && !Number.isInteger(cellIn(given)) ? `INT(${cell})` : cell
}

function cellMeant({ expression, element }: Given, { around }: Writing): string | undefined {
  const { overview, cell } = around
  const area = locate(expression, cell.sheet, overview)
  if (!area) return undefined
  return addressFrom(cell.sheet, cellAt(area.sheet, area.top + element.row, area.left + element.column))
}
