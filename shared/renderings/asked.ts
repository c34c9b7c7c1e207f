import type { Inputs } from '../formula/evaluate'
import { isRange, readRanges, readScalar } from '../metrics/arguments'
import { isOnTables, metricsByName } from '../metrics/by-name'
import { compute } from '../metrics/compute'
import { termsOfCall } from '../metrics/governed-call'
import type { Metric, NumberParameter } from '../metrics/metric'
import { type Answer, answersTo, type Wanted } from '../metrics/on-tables/answer'
import { type Question, readQuestion, single } from '../metrics/on-tables/question'
import { wantedNamed } from '../metrics/on-tables/wanted'
import { isGoverned, saidByTerms } from '../metrics/said-by-terms'
import { nearest } from '../nearest'
import {
  type Argument,
  type Cell,
  type CellError,
  cellError,
  isBlank,
  isCellError,
  isMatrix,
} from '../values'

/** A metric with its arguments and its answer, so that it can be taken apart. */
export interface Asked {
  readonly metric: Metric
  readonly inputs: Inputs
  readonly value: Cell
  /** Where tables were asked. */
  readonly onTables?: { readonly question: Question; readonly wanted: Wanted; readonly answer: Answer }
}

/** A metric's name and then the arguments of that metric: its own, or those that METRIC takes after the name. */
export function askedOf(args: readonly Argument[]): Asked | CellError {
  const [name, ...given] = args
  const cell = single(name)
  if (isCellError(cell)) return cell
  const named = String(cell ?? '').trim()
  const metric = metricsByName.get((named.split('@')[0] as string).trim().toUpperCase())
  if (isBlank(cell)) return unknownMetric(named)
  if (metric === undefined) {
    // It may be one of the team's own, which only the definitions know.
    return given.slice(5).some(isMatrix) ? askedOfTables(cell as Cell, given) : unknownMetric(named)
  }
  return isAboutTables(metric, given) ? askedOfTables(cell as Cell, given) : askedOfArguments(metric, given)
}

function unknownMetric(named: string): CellError {
  const close = nearest(named.toUpperCase(), [...metricsByName.keys()])
  const hint =
    close.length > 0 ? `: did you mean ${close.join(', ')}?` : ': see the catalogue for their names'
  return cellError('#VALUE!', `there is no metric “${named.slice(0, 40)}”${hint}`)
}

/** The tables stand after the definitions, and a metric has fewer arguments than METRIC then has. */
function isAboutTables(metric: Metric, given: readonly Argument[]): boolean {
  return metric.onTablesOnly === true || (isOnTables(metric) && given.slice(5).some(isMatrix))
}

function askedOfTables(name: Cell, given: readonly Argument[]): Asked | CellError {
  const [from, to, where, asOf, definitions, ...tables] = given
  const question = readQuestion({ tables, from, to, where, asOf, definitions })
  if (isCellError(question)) return question
  if (question.periods.length > 1) {
    return cellError('#VALUE!', 'one number is explained at a time: give one from and one to')
  }
  const wanted = wantedNamed(name, question.definitions)
  if (isCellError(wanted)) return wanted
  const answer = answersTo(question, [wanted]).at(0, 0, 0)
  return {
    metric: answer.metric,
    inputs: answer.inputs,
    value: answer.value,
    onTables: { question, wanted, answer },
  }
}

function askedOfArguments(metric: Metric, given: readonly Argument[]): Asked | CellError {
  const ranges = readRanges(metric, given)
  if (isCellError(ranges)) return { metric, inputs: {}, value: ranges }
  const inputs: Record<string, Inputs[string]> = { ...ranges }
  const parameters = Object.entries(metric.parameters)
  const said = isGoverned(metric, given)
    ? parameters.map(([name, parameter], index) => saidByTerms(name, parameter, given[index], ranges[name]))
    : []
  for (const [index, [name, parameter]] of parameters.entries()) {
    if (isRange(parameter) || 'text' in parameter || 'definitions' in parameter) continue
    const argument = given[index]
    if (isMatrix(argument) && (argument.length > 1 || (argument[0]?.length ?? 0) > 1)) {
      return cellError('#VALUE!', `one number is explained at a time: give a single cell as ${name}`)
    }
    if (said[index]?.isAsked(0, 0)) continue
    const input = readScalar(name, parameter, single(argument))
    if (isCellError(input)) return { metric, inputs: {}, value: input }
    if (input !== undefined) inputs[name] = input
  }
  const termsAt = termsOfCall(metric, given)
  if (isCellError(termsAt)) return { metric, inputs: {}, value: termsAt }
  const terms = termsAt(Object.keys(metric.parameters).map(name => inputs[name]))
  if (isCellError(terms)) return { metric, inputs: {}, value: terms }
  for (const [index, [name, parameter]] of parameters.entries()) {
    if (!said[index]?.isAsked(0, 0)) continue
    const input = said[index]?.by(terms) ?? readScalar(name, parameter as NumberParameter, undefined)
    if (isCellError(input)) return { metric, inputs: {}, value: input }
    if (input !== undefined) inputs[name] = input
  }
  const all = { ...terms, ...inputs }
  return { metric, inputs: all, value: compute(metric, all) }
}
