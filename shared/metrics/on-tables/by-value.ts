import { type Cell, type CellError, isCellError } from '../../values'
import { readRanges } from '../arguments'
import { metricsByName } from '../by-name'
import type { Measure, Metric } from '../metric'
import { measuresOf } from './dependencies'
import { type ByKey, nothingOf, type Part } from './part'

type PartOf = (measure: Measure) => Part

/**
 * The ranges of a metric that are another metric for each value of a column, such as the revenue of each rep. They are
 * read as if they stood in cells, a row for each value; one without rows in a table leaves its cell blank.
 */
export function rangesByValue(
  metric: Metric,
  partOf: PartOf,
  computeFrom: (source: Metric, partOf: PartOf) => Cell,
): Readonly<Record<string, readonly number[]>> | CellError {
  const columns = Object.entries(metric.parameters).flatMap(([name, parameter]) => {
    if (!('rangeOf' in parameter) || !parameter.measured || 'from' in parameter.measured) return []
    return [{ ...parameter.measured, name, parameter, found: new Map<Measure, ByKey>() }]
  })
  const values = new Set<string>()
  for (const column of columns) {
    for (const measure of measuresOf(metricsByName.get(column.metric) as Metric)) {
      const part = partOf({ ...measure, per: column.by })
      if (isCellError(part)) return part
      column.found.set(measure, part as ByKey)
      for (const value of (part as ByKey).keys()) values.add(value)
    }
  }
  const inOrder = [...values].sort()
  const cells = columns.map(({ metric: source, found }) =>
    inOrder.map((value): readonly Cell[] => {
      const isBlank = [...found.values()].every(part => !part.has(value))
      const ofValue: PartOf = measure => found.get(measure)?.get(value) ?? nothingOf(measure)
      return [isBlank ? null : computeFrom(metricsByName.get(source) as Metric, ofValue)]
    }),
  )
  const parameters = Object.fromEntries(columns.map(({ name, parameter }) => [name, parameter]))
  return readRanges({ ...metric, parameters }, cells)
}
