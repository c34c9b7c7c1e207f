import { metricsByName } from '../../metrics/by-name'
import { metrics } from '../../metrics/index'
import type { Metric } from '../../metrics/metric'
import { type Argument, type Cell, isCellError, isMatrix } from '../../values'
import type { Value } from '../questions'

const byEveryName: ReadonlyMap<string, Metric> = new Map(
  metrics.flatMap(metric => [metric.name, ...(metric.aliases ?? [])].map(name => [name, metric] as const)),
)

/** The metric that a function computes, by whichever of its names. */
export function metricCalled(name: string): Metric | undefined {
  return byEveryName.get(name)
}

/** A cell with the unit of its number, as the sidebar is told. */
export function valueTold(cell: Cell | undefined, unit = 'number'): Value {
  if (isCellError(cell)) return { error: cell.error, reason: cell.reason }
  if (typeof cell === 'number') return { number: cell, unit }
  return { text: typeof cell === 'boolean' ? String(cell).toUpperCase() : (cell ?? '') }
}

/** The unit of each cell that a call gives, as far as the catalogue says. */
export function unitsOf(name: string, args: readonly Argument[]): (row: number, column: number) => string {
  const own = metricCalled(name)
  if (own) return () => own.unit
  const named = (cell: Cell | undefined): string =>
    metricsByName.get((String(cell ?? '').split('@')[0] as string).trim().toUpperCase())?.unit ?? 'number'
  const [metric, from] = args
  switch (name) {
    case 'METRIC': {
      const names = isMatrix(metric) ? metric.flat() : [metric]
      const metricsDown = isMatrix(metric) && metric.length > 1
      const periodsDown = isMatrix(from) && from.length > 1
      return (row, column) => named(names[!periodsDown || metricsDown ? row : column])
    }
    case 'METRIC_BY':
      return (_, column) => (column === 1 ? named(first(metric)) : 'number')
    case 'RESTATED':
    case 'AS_REPORTED':
    case 'BENCHMARK':
      return () => named(first(metric))
    default:
      return () => 'number'
  }
}

export function first(argument: Argument): Cell | undefined {
  return isMatrix(argument) ? argument[0]?.[0] : argument
}
