import type { TableName } from '../tables/schema'
import { metrics } from './index'
import { isOptional, type Measure, type Metric } from './metric'

export const metricsByName: ReadonlyMap<string, Metric> = new Map(
  metrics.map(metric => [metric.name, metric]),
)

/** Whether METRIC can compute it: its parameters are measured on tables, or can be left out. */
export function isOnTables(metric: Metric): boolean {
  const parameters = Object.values(metric.parameters)
  return (
    parameters.some(parameter => 'measured' in parameter) &&
    parameters.every(parameter => 'measured' in parameter || isOptional(parameter))
  )
}

export function namesOnTables(): readonly string[] {
  return metrics.filter(isOnTables).map(metric => metric.name)
}

/** Everything that a metric measures on tables, be it through another metric. */
export function measuresOf(metric: Metric): readonly Measure[] {
  return Object.values(metric.parameters).flatMap(parameter => {
    if (!('measured' in parameter) || !parameter.measured) return []
    if ('from' in parameter.measured) return [parameter.measured]
    const source = metricsByName.get(parameter.measured.metric)
    return source ? measuresOf(source) : []
  })
}

/** The tables that a metric reads, the optional ones (for a better first contact, say) not among them. */
export function tablesNeeded(metric: Metric): readonly TableName[] {
  return [...new Set(measuresOf(metric).map(measure => measure.from))]
}

/** Two measures with one key are one. */
export function keyOf({ from, rows, at, value }: Measure): string {
  return [from, rows, at, value].join('|')
}
