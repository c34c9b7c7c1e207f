import { dayText } from '../../definitions/clock'
import { fiscalCalendarOf } from '../../definitions/fiscal-calendar'
import { latestOf } from '../../definitions/governing'
import { locksNow } from '../../definitions/locks'
import { type PeriodName, parsePeriod, spanOf } from '../../definitions/period-name'
import type { SnapshotRow } from '../../definitions/snapshot'
import type { Period } from '../../tables/rows'
import { type Cell, type CellError, cellError, type ErrorCode } from '../../values'
import type { Wanted } from './answer'
import type { Question } from './question'

/** Whether the locked value is asked for: by its basis, or since the period is locked and no basis is named. */
export function isAsReported({ locks }: Question, { basis }: Wanted, period: Period): boolean {
  if (basis !== undefined) return basis === 'as_reported'
  return locks !== undefined && isLockedItself(locks, period)
}

/**
 * What was reported last of a metric in a period and segment.
 * @returns `#N/A` where nothing was, `#VALUE!` without the table SNAPSHOT
 */
export function reportedRow(
  question: Question,
  { metric: { name } }: Wanted,
  period: Period,
  segment: string,
): SnapshotRow | CellError {
  const { snapshot, locks } = question
  const days = `${dayText(period.from)} to ${dayText(period.to)}`
  if (!Number.isFinite(period.from)) {
    return cellError(
      '#VALUE!',
      `${name} as reported is of a period: give its first day as from, its last as to`,
    )
  }
  if (!snapshot) {
    return cellError('#VALUE!', `${name} as reported is in SNAPSHOT: give that table after definitions`)
  }
  if (locks && !isLockedItself(locks, period)) {
    return cellError('#N/A', `${days} is not locked: nothing was reported; ask ${name}@current`)
  }
  const found = rowsOfPeriod(question, name, period).filter(
    row => row.segment.toLowerCase() === segment.toLowerCase(),
  )
  const of = segment === '' ? '' : ` of ${segment}`
  return (
    found[found.length - 1] ??
    cellError(
      '#N/A',
      `SNAPSHOT holds no ${name}${of} for ${days}: ask ${name}@current, or lock the period with it`,
    )
  )
}

function rowsOfPeriod(
  { snapshot, definitions }: Question,
  name: string,
  { from, to }: Period,
): readonly SnapshotRow[] {
  const calendar = fiscalCalendarOf(latestOf(definitions.rows))
  return (snapshot?.rows ?? []).filter(({ metric, period }) => {
    if (metric !== name) return false
    const span = spanOf(parsePeriod(period) as PeriodName, calendar)
    return span !== undefined && span.from === from && span.to === to
  })
}

/** The values of a column for which something was reported. */
export function reportedGroups(
  question: Question,
  { metric: { name } }: Wanted,
  period: Period,
  by: string,
): readonly string[] {
  const start = segmentOf(question, by).toLowerCase()
  return rowsOfPeriod(question, name, period).flatMap(({ segment }) =>
    segment.toLowerCase().startsWith(start) ? [segment.slice(start.length)] : [],
  )
}

/** The value that a row of the snapshot keeps: a number, or the error that stood in its place. */
export function reportedValue({ metric, period, value }: SnapshotRow): Cell {
  if (typeof value === 'number') return value
  return cellError(value as ErrorCode, `${metric} was ${value} when ${period} was locked`)
}

/** The rows asked for, as a snapshot names them; `column=value` of a group behind the conditions. */
export function segmentOf({ conditions }: Question, by?: string, group = ''): string {
  const parts = conditions.map(({ column, value }) => `${column}=${value}`)
  return [...parts, ...(by === undefined ? [] : [`${by}=${group}`])].join('; ')
}

function isLockedItself(locks: NonNullable<Question['locks']>, { from, to }: Period): boolean {
  return locksNow(locks).some(lock => lock.from === from && lock.to === to)
}
