import { isRange } from './metrics/arguments'
import { call } from './metrics/call'
import { metrics } from './metrics/index'
import { metricClass } from './metrics/metric-class'
import { metricOnTables } from './metrics/on-tables'
import type { Argument, Result } from './values'

/** A formula without its help: all that an add-on needs in order to compute. */
export interface Formula {
  readonly name: string
  /** Never throws; an error is a value. `args` may be shorter than the parameters. */
  readonly compute: (args: readonly Argument[]) => Result
  /** Whether it may give many values at once. */
  readonly spills: boolean
  /** The place from which on the last parameter repeats. */
  readonly repeatsFrom?: number
}

/** Everything that can be typed in a cell, in the order of the catalogue. */
export const formulas: readonly Formula[] = [
  ...metrics
    .filter(metric => !metric.onTablesOnly)
    .flatMap(metric =>
      [metric.name, ...(metric.aliases ?? [])].map(name => ({
        name,
        compute: (args: readonly Argument[]) => call(metric, args),
        spills:
          metric.results !== undefined ||
          Object.values(metric.parameters).some(parameter => !isRange(parameter)),
      })),
    ),
  { name: 'METRIC_CLASS', compute: metricClass, spills: true },
  { name: 'METRIC', compute: metricOnTables, spills: true, repeatsFrom: 6 },
]
