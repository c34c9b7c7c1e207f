import { asReported } from './definitions/functions/as-reported'
import { benchmark } from './definitions/functions/benchmark'
import { definition } from './definitions/functions/definition'
import { definitionDifference } from './definitions/functions/definition-diff'
import { definitionVersion } from './definitions/functions/definition-version'
import { isLockedPeriod } from './definitions/functions/is-locked'
import { isRange } from './metrics/arguments'
import { balance } from './metrics/balance'
import { call } from './metrics/call'
import { metrics } from './metrics/index'
import { metricClass } from './metrics/metric-class'
import { metricLabel } from './metrics/metric-label'
import { drift } from './metrics/on-tables/drift'
import { metricBy } from './metrics/on-tables/metric-by'
import { metricOnTables } from './metrics/on-tables/metric-function'
import { callOnTables } from './metrics/on-tables/own-function'
import { restated } from './metrics/on-tables/restated'
import { restatementBridge } from './metrics/on-tables/restatement-bridge'
import { callTableFunction } from './metrics/on-tables/table-function'
import { scorecard } from './metrics/scorecard'
import { smartCheck } from './metrics/smart-check'
import { tableFunctions } from './metrics/table-functions'
import { metricExplain } from './renderings/explanation'
import { metricParts } from './renderings/metric-parts'
import { dataCheck } from './tables/check/data-check'
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
  ...metrics.flatMap(metric =>
    [metric.name, ...(metric.aliases ?? [])].map(name => ({
      name,
      compute: (args: readonly Argument[]) =>
        metric.onTablesOnly ? callOnTables(metric, args) : call(metric, args),
      spills:
        metric.onTablesOnly === true ||
        metric.results !== undefined ||
        Object.values(metric.parameters).some(parameter => !isRange(parameter)),
    })),
  ),
  ...tableFunctions.map(declared => ({
    name: declared.name,
    compute: (args: readonly Argument[]) => callTableFunction(declared, args),
    spills: true,
  })),
  { name: 'METRIC_CLASS', compute: metricClass, spills: true },
  { name: 'DEFINITION', compute: definition, spills: true },
  { name: 'DEFINITION_VERSION', compute: definitionVersion, spills: false },
  { name: 'DEFINITION_DIFF', compute: definitionDifference, spills: true },
  { name: 'METRIC_LABEL', compute: metricLabel, spills: false },
  { name: 'IS_LOCKED', compute: isLockedPeriod, spills: true },
  { name: 'AS_REPORTED', compute: asReported, spills: true },
  { name: 'RESTATED', compute: restated, spills: false, repeatsFrom: 6 },
  { name: 'RESTATEMENT_BRIDGE', compute: restatementBridge, spills: true, repeatsFrom: 7 },
  { name: 'DRIFT', compute: drift, spills: true, repeatsFrom: 5 },
  { name: 'BENCHMARK', compute: benchmark, spills: false },
  { name: 'BALANCE', compute: balance, spills: false },
  { name: 'SMART_CHECK', compute: smartCheck, spills: true },
  { name: 'METRIC', compute: metricOnTables, spills: true, repeatsFrom: 6 },
  { name: 'METRIC_BY', compute: metricBy, spills: true, repeatsFrom: 7 },
  { name: 'SCORECARD', compute: scorecard, spills: true, repeatsFrom: 6 },
  { name: 'METRIC_PARTS', compute: metricParts, spills: true, repeatsFrom: 1 },
  { name: 'METRIC_EXPLAIN', compute: metricExplain, spills: false, repeatsFrom: 1 },
  { name: 'DATA_CHECK', compute: dataCheck, spills: true },
]
