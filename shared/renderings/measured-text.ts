import type { Parameter } from '../metrics/metric'
import { rulesOf } from '../tables/row-rules/index'

/** Which rows of which table, by the rule that runs. */
export function measuredText(parameter: Parameter): string | undefined {
  const measured = 'measured' in parameter ? parameter.measured : undefined
  if (!measured) return undefined
  if ('metric' in measured) return measured.metric
  const { from, rows, at, value, distinct } = measured
  const rule = rulesOf(from)[rows] ?? rows
  const taken = value === undefined ? 'rows' : `${value} of the rows`
  const counted = distinct === undefined ? taken : `different values of ${distinct} in the rows`
  return `${counted} of ${from} where ${rule}${at === undefined ? '' : `, by ${at}`}`
}
