import { type Format, printed } from '../command-line/print'
import { dayText } from '../shared/definitions/clock'
import { type Cell, isCellError } from '../shared/values'
import type { Result } from './run'

/** A row for each period and group, a column for each metric; what could not be computed says why beneath. */
export function printedResults(
  results: readonly Result[],
  metrics: readonly string[],
  format: Format,
): string {
  if (format === 'json') return `${JSON.stringify(results.map(recordOf), null, 2)}\n`
  const rows: Cell[][] = []
  for (let first = 0; first < results.length; first += metrics.length) {
    const own = results.slice(first, first + metrics.length)
    const { period, group } = own[0] as Result
    rows.push([
      ...(period.name === '' ? [] : [period.name]),
      ...(group === undefined ? [] : [group]),
      ...own.map(({ value }) => (format === 'text' && isCellError(value) ? value.error : value)),
    ])
  }
  const heads = [
    ...(results[0]?.period.name === '' ? [] : ['period']),
    ...(results[0]?.group === undefined ? [] : ['group']),
    ...metrics,
  ]
  const table = printed([heads, ...rows], format)
  return `${[table, ...(format === 'text' ? reasonsOf(results) : [])].join('\n')}\n`
}

function recordOf({ metric, period, group, value }: Result) {
  const isBounded = Number.isFinite(period.from)
  return {
    metric,
    ...(period.name === '' ? {} : { period: period.name }),
    ...(isBounded ? { from: dayText(period.from), to: dayText(period.to) } : {}),
    ...(group === undefined ? {} : { group }),
    value,
  }
}

/** Each reason once, with what it is the reason of. */
function reasonsOf(results: readonly Result[]): readonly string[] {
  const reasons = new Map<string, string[]>()
  for (const { metric, period, group, value } of results) {
    if (!isCellError(value)) continue
    const said = `${value.error} ${value.reason}`
    const where = [metric, period.name, group].filter(Boolean).join(' ')
    reasons.set(said, [...(reasons.get(said) ?? []), where])
  }
  return [...reasons].map(
    ([said, where]) => `${where[0]}${where.length > 1 ? ` and ${where.length - 1} more` : ''}: ${said}`,
  )
}
