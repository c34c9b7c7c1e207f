import type { Parameter } from '../metrics/metric'
import { schemas } from '../tables/schemas'

/** Which rows of which table, by the rule that runs. */
export function measuredText(parameter: Parameter): string | undefined {
  const measured = 'measured' in parameter ? parameter.measured : undefined
  if (!measured) return undefined
  if ('metric' in measured) return measured.metric
  const { from, rows, at, value } = measured
  const rule = schemas[from].rules[rows] ?? rows
  const taken = value === undefined ? 'rows' : `${value} of the rows`
  return `${taken} of ${from} where ${rule}, by ${at}`
}
