import { isRange } from '../../metrics/arguments'
import type { Metric, Parameter } from '../../metrics/metric'
import { isGoverned } from '../../metrics/said-by-terms'
import { nativeFormula, type References } from '../../renderings/native'
import { type Argument, isBlank, isCellError, isMatrix } from '../../values'
import { cellAt } from '../area'
import { type Found, isForeign } from '../formulas/argument-values'
import type { Element } from '../formulas/asked-call'
import type { Expression } from '../formulas/formula-in-cell'
import { locate } from '../formulas/locate'
import type { OwnCall } from '../formulas/own-calls'
import { addressFrom, argumentSpans } from './arguments-in-text'
import { askedAt } from './asked-at'
import { isSingleValued } from './single-valued'
import { handedText, hasNone, type Twin, type Writing } from './twin'

/**
 * A metric of numbers as `nativeFormula` writes it: cells stay cells, so that the copy goes on computing; what
 * definitions said, and choices, are settled.
 */
export function numberTwin(
  metric: Metric,
  own: OwnCall,
  args: readonly Found[],
  result: Element,
  writing: Writing,
): Twin {
  if (metric.noTwin) return { none: metric.noTwin }
  const { call } = own
  const isKnown = !args.some(isForeign)
  const asked = isKnown ? askedAt(own, args as readonly Argument[], result) : undefined
  if (isCellError(asked)) return { none: asked.reason }
  const { inputs = {}, value } = asked ?? {}
  // What is wrong with an argument itself, a built-in function would not notice.
  if (isCellError(value) && Object.keys(inputs).length === 0) return { none: value.reason }
  const parameters = Object.entries(metric.parameters)
  if (!isKnown && parameters.some(([, parameter]) => 'definitions' in parameter)) {
    return { none: 'it goes by definitions, and a part of it is computed by the spreadsheet' }
  }
  // Several results of a metric stand side by side, for the same arguments.
  const results = Object.keys(metric.results ?? { value: '' }).length
  const element = { row: result.row, column: Math.floor(result.column / results) }
  const one = asked?.metric ?? metric
  const references: Record<string, References[string]> = {}
  for (const [name, input] of Object.entries(inputs)) {
    if (!(name in metric.parameters) && (typeof input === 'number' || typeof input === 'string'))
      references[name] = input
  }
  const spans = argumentSpans(writing.formula, call)
  const frozen: string[] = []
  for (const [place, [name, parameter]] of parameters.entries()) {
    const argument = call.args[place]
    if ('definitions' in parameter || 'text' in parameter) continue
    const found = args[place]
    const input = inputs[name]
    const settled = typeof input === 'number' || typeof input === 'string' ? input : undefined
    if (argument === undefined || (isLeftOut(found, element) && !isZero(argument, parameter))) {
      if (settled !== undefined) references[name] = settled
      continue
    }
    if (isMatrixOfMany(found) && !isRange(parameter)) {
      const cell = cellOfRange(argument, element, writing)
      const wanted = cell === undefined || isWord(found, element) || 'choices' in parameter
      if (wanted && settled === undefined) return { none: `${name} is not a range of cells` }
      references[name] = wanted
        ? (settled as number | string)
        : { cell: dayOf(parameter, cell, at(found, element)) }
      continue
    }
    if (settled !== undefined && isSettled(argument, found, parameter)) {
      references[name] = settled
      continue
    }
    if (
      isRange(parameter) &&
      parameter.latest !== undefined &&
      isKnown &&
      isGoverned(metric, args as readonly Argument[])
    ) {
      return { none: `the definitions say how many of the last ${name} count` }
    }
    if (isRange(parameter) && !isRangeOfCells(argument, writing))
      return { none: `${name} is not a range of cells` }
    if ('choices' in parameter)
      return { none: `${name} is chosen by a formula that the spreadsheet computes` }
    if (isForeign(found) && !isSingle(argument, writing)) {
      return { none: `${name} is computed by the spreadsheet: put it into a cell of its own` }
    }
    const text = handedText(argument, spans[place] ?? argument, writing)
    if (hasNone(text)) return text
    frozen.push(...text.frozen)
    const isPlain = ['reference', 'name', 'call'].includes(argument.kind)
    references[name] = {
      cell: isRange(parameter)
        ? text.text
        : dayOf(parameter, isPlain ? text.text : `(${text.text})`, at(found, element)),
    }
  }
  return written(one, references, frozen)
}

function written(metric: Metric, references: References, frozen: readonly string[]): Twin {
  try {
    return { text: nativeFormula(metric, references).slice(1), frozen }
  } catch (error) {
    return { none: `it has no native formula: ${String(Object(error).message)}` }
  }
}

const isMatrixOfMany = (
  found: Found,
): found is Exclude<Argument, undefined> & readonly (readonly never[])[] =>
  !isForeign(found) && isMatrix(found) && (found.length > 1 || (found[0]?.length ?? 0) > 1)

function at(found: Found, { row, column }: Element) {
  if (isForeign(found)) return undefined
  return isMatrix(found) ? (isMatrixOfMany(found) ? found[row]?.[column] : found[0]?.[0]) : found
}

/** An empty cell too: what it leaves out is settled, since the native formula would take it for a 0. */
function isLeftOut(found: Found, element: Element): boolean {
  return !isForeign(found) && isBlank(at(found, element))
}

/** An empty cell counts as 0 where nothing else is said of it, so that it may be filled later. */
function isZero({ kind }: Expression, parameter: Parameter): boolean {
  const isCell = kind === 'reference' || kind === 'name'
  return (
    isCell &&
    'unit' in parameter &&
    !parameter.date &&
    parameter.default === undefined &&
    !parameter.optional &&
    !parameter.term
  )
}

const isWord = (found: Found, element: Element): boolean => typeof at(found, element) === 'string'

/** What is written as a value, what is a word, and a choice. */
function isSettled({ kind }: Expression, found: Found, parameter: Parameter): boolean {
  if (isRange(parameter)) return false
  return 'choices' in parameter || kind === 'number' || kind === 'text' || typeof found === 'string'
}

/** A date counts from its midnight. */
function dayOf(parameter: Parameter, cell: string, value: unknown): string {
  const isDay = 'date' in parameter && !('time' in parameter && parameter.time)
  return isDay && !Number.isInteger(value) ? `INT(${cell})` : cell
}

function cellOfRange(
  argument: Expression,
  { row, column }: Element,
  { around }: Writing,
): string | undefined {
  const { overview, cell } = around
  const area = locate(argument, cell.sheet, overview)
  if (!area) return undefined
  return addressFrom(cell.sheet, cellAt(area.sheet, area.top + row, area.left + column))
}

function isRangeOfCells(argument: Expression, { around }: Writing): boolean {
  return locate(argument, around.cell.sheet, around.overview) !== undefined
}

function isSingle(argument: Expression, { around }: Writing): boolean {
  return isSingleValued(argument, around.cell.sheet, around.overview)
}
