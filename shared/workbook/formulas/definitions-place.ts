import { formulaTerms } from '../../metrics/on-tables/dependencies'
import { signatureOf } from '../../metrics/on-tables/own-function'
import { isLast, type Signature } from '../../metrics/on-tables/table-function'
import { tableFunctions } from '../../metrics/table-functions'
import type { Expression } from './formula-in-cell'
import { metricCalled } from './values-told'

/** The place of the argument `definitions`, of formulas that are no metrics. */
const places: Readonly<Record<string, number>> = {
  ...{ METRIC: 5, METRIC_BY: 6, SCORECARD: 5, RESTATED: 5, RESTATEMENT_BRIDGE: 6, DRIFT: 4 },
  ...{ METRIC_CLASS: 1, METRIC_LABEL: 3, SMART_CHECK: 1, DATA_CHECK: 2, BENCHMARK: 4, BALANCE: 1 },
  ...{ DEFINITION: 2, DEFINITION_VERSION: 1, DEFINITION_DIFF: 2, IS_LOCKED: 2 },
}

/**
 * Which argument of a call its definitions are; undefined for a formula that takes none. Tables that a formula may do
 * without shift what comes after them.
 */
export function definitionsPlace(
  name: string,
  args: readonly Expression[],
  isTable: (argument: Expression) => boolean,
): number | undefined {
  const metric = metricCalled(name)
  if (metric && !metric.onTablesOnly) {
    const place = Object.values(metric.parameters).findIndex(parameter => 'definitions' in parameter)
    return place < 0 ? undefined : place
  }
  const signature = metric ? signatureOf(metric) : tableFunctions.find(one => one.name === name)
  if (signature) return placeBehindTables(signature, args, isTable)
  // Of a metric of numbers these two take its own arguments, and no definitions.
  if (name === 'METRIC_EXPLAIN' || name === 'METRIC_PARTS') return args.length > 6 ? 5 : undefined
  return Object.keys(places).includes(name) ? places[name] : undefined
}

function placeBehindTables(
  { tables, alsoTables = [], period, parameters }: Signature,
  args: readonly Expression[],
  isTable: (argument: Expression) => boolean,
): number {
  let place = tables.length
  for (const _ of alsoTables) {
    const argument = args[place]
    if (argument && (isBlankArgument(argument) || isTable(argument))) place++
  }
  const own = Object.values(parameters).filter(parameter => !isLast(parameter)).length
  return place + (period === 'none' ? 0 : 2) + own
}

export function isBlankArgument(argument: Expression): boolean {
  return argument.kind === 'missing' || (argument.kind === 'text' && argument.value === '')
}

/**
 * Whether a call of a metric of numbers says everything itself that definitions could say, so that it needs none:
 * `CLV("revenue", …)` has no other choice to make.
 */
export function saysAll(name: string, args: readonly Expression[]): boolean {
  const metric = metricCalled(name)
  if (!metric || metric.onTablesOnly) return false
  const bound = Object.values(metric.parameters).flatMap((parameter, place) => {
    const term = 'term' in parameter ? parameter.term : undefined
    return term === undefined ? [] : [{ term, argument: args[place] }]
  })
  const isSaid = bound.every(({ argument }) => argument !== undefined && !isBlankArgument(argument))
  const terms = bound.map(({ term }) => term)
  return isSaid && bound.length > 0 && formulaTerms(metric).every(term => terms.includes(term))
}
