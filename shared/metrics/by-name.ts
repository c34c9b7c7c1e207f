import { metrics } from './index'
import { isOptional, type Metric } from './metric'

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
