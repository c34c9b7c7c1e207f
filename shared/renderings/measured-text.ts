import type { Parameter } from '../metrics/metric'
import { rulesOf } from '../tables/row-rules/index'

/** Which rows of which table, by the rule that runs. */
export function measuredText(parameter: Parameter): string | undefined {
  const measured = 'measured' in parameter ? parameter.measured : undefined
  if (!measured) return undefined
  if ('metric' in measured) return 'by' in measured ? `${measured.metric} by ${measured.by}` : measured.metric
  const { from, rows, at, over, value, distinct } = measured
  const rule = rulesOf(from)[rows] ?? rows
  const taken = value === undefined ? 'rows' : `${value} of the rows`
  const counted = distinct === undefined ? taken : `different values of ${distinct} in the rows`
  const dated = at !== undefined ? `, by ${at}` : over ? `, by the days from ${over.join(' to ')}` : ''
  return `${counted} of ${from} where ${rule}${dated}`
}
