import { versionOf } from '../../definitions/functions/definition-diff'
import type { Basis } from '../../definitions/resolve'
import { isRange } from '../../metrics/arguments'
import { compute } from '../../metrics/compute'
import type { Metric } from '../../metrics/metric'
import { answersTo, type Wanted } from '../../metrics/on-tables/answer'
import { readNamed } from '../../metrics/on-tables/named-period'
import { askedByCall } from '../../metrics/on-tables/own-function'
import { listOf, type Question } from '../../metrics/on-tables/question'
import { type Asked, askedOf } from '../../renderings/asked'
import { type Argument, type Cell, type CellError, isBlank, isCellError, isMatrix } from '../../values'
import { computed } from './argument-values'
import { first, metricCalled } from './values-told'

/** A cell of what a call gives, counted from 0. */
export interface Element {
  readonly row: number
  readonly column: number
}

/** The metric that a call computes in one of its cells, taken apart; undefined for a call that computes none. */
export function askedOfCall(
  name: string,
  args: readonly Argument[],
  element: Element,
): Asked | CellError | undefined {
  const metric = metricCalled(name)
  if (metric?.onTablesOnly) return askedOfOwn(metric, args, element)
  if (metric) return askedOfMetric(metric, args, element)
  switch (name) {
    case 'METRIC':
      return askedOf(elementOfMetric(args, element))
    case 'METRIC_BY':
      return askedOfGroup(args, element)
    case 'RESTATED':
      return askedOfRestated(args)
    case 'METRIC_EXPLAIN':
    case 'METRIC_PARTS':
      return askedOf(args)
    default:
      return undefined
  }
}

/** Several metrics and periods make a table: metrics × periods, or the other way about. */
export function elementOfMetric(args: readonly Argument[], { row, column }: Element): readonly Argument[] {
  const [name, from, to, ...rest] = args
  const periodsDown = isMatrix(from) && from.length > 1 && !(isMatrix(name) && name.length > 1)
  const [metric, period] = periodsDown ? [column, row] : [row, column]
  return [listOf(name)[metric], listOf(from)[period], listOf(to)[period], ...rest]
}

function askedOfMetric(
  metric: Metric,
  args: readonly Argument[],
  { row, column }: Element,
): Asked | CellError {
  const results = Object.values(metric.results ?? { value: metric.formula })
  const place = Math.floor(column / results.length)
  const given = Object.values(metric.parameters).map((parameter, index): Argument => {
    const argument = args[index]
    const isWhole = isRange(parameter) || 'definitions' in parameter || !isMatrix(argument)
    if (isWhole || (argument.length === 1 && argument[0]?.length === 1)) return argument
    return argument[row]?.[place]
  })
  const asked = askedOf([metric.name, ...given])
  const formula = results[column % results.length]
  if (isCellError(asked) || !metric.results || formula === undefined) return asked
  const one = { ...metric, formula }
  return { ...asked, metric: one, value: isCellError(asked.value) ? asked.value : compute(one, asked.inputs) }
}

function askedOfOwn(metric: Metric, args: readonly Argument[], { row, column }: Element): Asked | CellError {
  const asked = askedByCall(metric, args)
  if (isCellError(asked)) return asked
  const { question, wanted, from } = asked
  const isDown = isMatrix(from) && from.length > 1
  const period = question.periods[isDown ? row : column] ?? question.periods[0]
  return answered({ ...question, periods: period ? [period] : [] }, wanted)
}

function askedOfRestated([metric, period, version, ...rest]: readonly Argument[]): Asked | CellError {
  const pinned = isBlank(first(version)) ? undefined : versionOf('version', version)
  if (isCellError(pinned)) return pinned
  const named = readNamed('RESTATED', metric, period, rest)
  if (isCellError(named)) return named
  const basis: Basis = pinned === undefined ? 'restated' : { version: pinned }
  return answered(named.question, { ...named.wanted, basis })
}

/** A row of METRIC_BY is METRIC of the rows that have its key. */
function askedOfGroup(args: readonly Argument[], { row }: Element): Asked | CellError | undefined {
  const [name, column, from, to, where, ...rest] = args
  const groups = computed('METRIC_BY', args)
  if (isCellError(groups)) return groups
  const [key, value] = (isMatrix(groups) ? groups[row] : undefined) ?? []
  const condition = `${first(column)}=${key ?? ''}`
  const conditions = isBlank(first(where)) ? condition : `${first(where)}; ${condition}`
  const asked = askedOf([name, from, to, conditions, ...rest])
  // A key with a “;” in it is no condition, and a group of several periods no single number.
  return isCellError(asked) || !sameCell(asked.value, value) ? undefined : asked
}

function sameCell(one: Cell, other: Cell | undefined): boolean {
  return one === other || (isCellError(one) && isCellError(other) && one.error === other.error)
}

function answered(question: Question, wanted: Wanted): Asked {
  const answer = answersTo(question, [wanted]).at(0, 0, 0)
  const { metric, inputs, value } = answer
  return { metric, inputs, value, onTables: { question, wanted, answer } }
}
