import { metricsByName } from '../by-name'
import { metrics } from '../index'
import type { Metric, NumberParameter, RangeParameter } from '../metric'
import { keyOf } from './dependencies'

/** What a metric is measured by, under the name that its formula has for it. */
export interface MeasuredParameter {
  readonly metric: Metric
  readonly parameter: NumberParameter | RangeParameter
}

/**
 * The ways in which parameters of a name are measured, each once: a single one is what the name means beyond its
 * metric. `win_rate.won` is that of one metric.
 */
export function measuredParameters(name: string): readonly MeasuredParameter[] {
  const [of, within] = name.includes('.') ? name.split('.') : [undefined, name]
  const found = new Map<string, MeasuredParameter>()
  for (const metric of metrics) {
    if (of !== undefined && metric.name !== of.toUpperCase()) continue
    const parameter = Object.entries(metric.parameters).find(([own]) => own === within)?.[1]
    const measured = parameter && 'measured' in parameter ? parameter.measured : undefined
    if (!measured) continue
    const way = { metric, parameter: alone(parameter as NumberParameter | RangeParameter) }
    const key = wayOf(measured)
    if (!found.has(key)) found.set(key, way)
  }
  return [...found.values()]
}

type Measured = NonNullable<NumberParameter['measured'] | RangeParameter['measured']>

/** A metric that is one measure and nothing else is that measure. */
function wayOf(measured: Measured): string {
  if ('from' in measured) return keyOf(measured)
  const source = metricsByName.get(measured.metric)
  const whole = source && !source.variants ? source.parameters[source.formula] : undefined
  const own = whole && 'measured' in whole ? whole.measured : undefined
  return own && !('by' in measured) ? wayOf(own) : JSON.stringify(measured)
}

/** Their names. */
export function sourcesOf(): readonly string[] {
  return [
    ...new Set(
      metrics.flatMap(({ parameters }) =>
        Object.keys(parameters).filter(name => 'measured' in (parameters[name] as object)),
      ),
    ),
  ]
}

/** Without the ranges that stand beside it. */
function alone(parameter: NumberParameter | RangeParameter): NumberParameter | RangeParameter {
  if (!('rangeOf' in parameter)) return parameter
  const { alongside, ...own } = parameter
  return own
}
