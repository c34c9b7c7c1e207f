import { evaluate, type Input } from '../../formula/evaluate'
import { treeOf } from '../../formula/trees'
import { type CellError, isCellError } from '../../values'
import { metricsByName } from '../by-name'
import { compute } from '../compute'
import type { Measure, Metric } from '../metric'
import { rangesByValue } from './by-value'
import { formulaTerms } from './dependencies'
import type { Regime } from './governing'
import type { Part } from './part'

/** The arguments of the metric's formula, as measured and as the definitions say. */
export function inputsOf(
  metric: Metric,
  partOf: (measure: Measure) => Part,
  terms: Regime['terms'],
): Readonly<Record<string, Input>> | CellError {
  const ranges = rangesByValue(metric, partOf, (source, ofValue) => computeFrom(source, ofValue, terms))
  if (isCellError(ranges)) return ranges
  const inputs: Record<string, Input> = { ...settledInputs(metric, terms), ...ranges }
  for (const [name, parameter] of Object.entries(metric.parameters)) {
    if (inputs[name] !== undefined || !('measured' in parameter) || !parameter.measured) continue
    const source = 'metric' in parameter.measured ? metricsByName.get(parameter.measured.metric) : undefined
    const part = source ? computeFrom(source, partOf, terms) : partOf(parameter.measured as Measure)
    const input = 'rangeOf' in parameter || typeof part !== 'object' ? part : total(part as readonly number[])
    if (isCellError(input)) return input
    inputs[name] = input as Input
  }
  return inputs
}

/** The arguments that are no matter of the tables: what the definitions say, and the defaults of what nobody says. */
export function settledInputs(
  metric: Metric,
  terms: Regime['terms'],
): Readonly<Record<string, number | string>> {
  const inputs = scalarTerms(formulaTerms(metric), terms) as Record<string, number | string>
  for (const [name, parameter] of Object.entries(metric.parameters)) {
    if ('measured' in parameter && parameter.measured) continue
    const defined = 'term' in parameter && parameter.term ? terms[parameter.term] : undefined
    const value = defined ?? ('default' in parameter ? parameter.default : undefined)
    if (typeof value === 'number' || typeof value === 'string') inputs[name] = value
  }
  return inputs
}

/** A single number is wanted where values were measured. */
function total(part: readonly number[] | CellError): number | string | CellError {
  return isCellError(part) ? part : evaluate(treeOf('sum(values)'), { values: part })
}

function computeFrom(
  metric: Metric,
  partOf: (measure: Measure) => Part,
  terms: Regime['terms'],
): number | string | CellError {
  const inputs = inputsOf(metric, partOf, terms)
  return isCellError(inputs) ? inputs : compute(metric, inputs)
}

function scalarTerms(ids: readonly string[], terms: Regime['terms']): Record<string, Input> {
  return Object.fromEntries(
    ids.flatMap(id => {
      const value = terms[id]
      if (typeof value === 'object') return [[id, Array.isArray(value) ? value.join(', ') : '']]
      return value === undefined ? [] : [[id, value as Input]]
    }),
  )
}
