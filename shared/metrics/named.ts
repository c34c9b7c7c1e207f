import type { Terms } from '../definitions/term'
import { nearest } from '../nearest'
import { type Cell, type CellError, cellError, isBlank, isCellError } from '../values'
import { metrics } from './index'
import type { Metric } from './metric'

const byEveryName = new Map(
  metrics.flatMap(metric => [metric.name, ...(metric.aliases ?? [])].map(name => [name, metric] as const)),
)

/** A metric by one of its names, with what the definitions make of it. */
export interface NamedMetric {
  /** As typed, in capitals. */
  readonly name: string
  /** The name under which it is declared. */
  readonly declared: string
  readonly indicator: Metric['indicator']
}

/** @returns `#N/A` with the nearest names where neither the catalogue nor the definitions know it */
export function metricCalled(cell: Cell | undefined, terms: Terms): NamedMetric | CellError {
  if (isCellError(cell)) return cell
  if (isBlank(cell)) return cellError('#VALUE!', 'metric is blank: name one, such as "WIN_RATE"')
  const name = String(cell).trim().toUpperCase()
  const metric = byEveryName.get(name)
  if (!metric && typeof terms[`metric.${name.toLowerCase()}`] !== 'string') {
    const close = nearest(name, [...byEveryName.keys()])
    const hint = close.length > 0 ? `did you mean ${close.join(', ')}?` : 'the sidebar lists all names'
    return cellError('#N/A', `there is no metric “${String(cell).slice(0, 40)}”: ${hint}`)
  }
  const classes = terms['metric.class'] as Readonly<Record<string, Metric['indicator'] | undefined>>
  const declared = metric?.name ?? name
  return { name, declared, indicator: classes[name] ?? classes[declared] ?? metric?.indicator ?? 'neither' }
}
