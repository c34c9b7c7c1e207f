import { dayText } from '../../definitions/clock'
import { fiscalCalendarOf } from '../../definitions/fiscal-calendar'
import { termsAt } from '../../definitions/governing'
import { type Locks, locksNow } from '../../definitions/locks'
import { type PeriodName, parsePeriod, periodText, type Span } from '../../definitions/period-name'
import type { DefinitionSet } from '../../definitions/table'
import { fiscalPeriod, periodEnd, periodStart } from '../../formula/periods'

/** A period as it is locked, by lock.grain and the fiscal calendar of its days. */
export interface NamedPeriod extends Span {
  /** `2026-Q1` */
  readonly name: string
}

export function periodOf({ rows, version }: DefinitionSet, day: number): NamedPeriod {
  const terms = termsAt(rows, day, version)
  const [grain, calendar] = [String(terms['lock.grain']), fiscalCalendarOf(terms)]
  const from = periodStart(day, grain, calendar)
  const isCivil = grain === 'month' && calendar.scheme === 'gregorian'
  const name = isCivil
    ? dayText(from).slice(0, 7)
    : periodText(parsePeriod(fiscalPeriod(from, grain, calendar)) as PeriodName)
  return { name, from, to: periodEnd(day, grain, calendar) }
}

/** The last periods that have begun on a day, oldest first. */
export function periodsUpTo(set: DefinitionSet, day: number, count: number): readonly NamedPeriod[] {
  const periods = [periodOf(set, day)]
  while (periods.length < count) periods.unshift(periodOf(set, (periods[0] as NamedPeriod).from - 1))
  return periods
}

/** How far back somebody agrees on what governs their numbers, or locks them: some five years, or of months two. */
const reach = 24

/**
 * The days on which a change may take effect: that of the next period, with the notice that change.notice_days asks
 * for; then that of the period that has begun, and those before it as far as nothing is locked. While nothing is
 * approved, the other way round: what lies before the first approval will be governed by nothing.
 */
export function startsAround(
  set: DefinitionSet,
  locks: Locks,
  today: number,
): readonly { readonly day: number; readonly period: string }[] {
  const notice = Number(termsAt(set.rows, today, set.version)['change.notice_days'])
  const next = periodOf(set, periodOf(set, Math.max(today, today + notice - 1)).to + 1)
  const lastLocked = Math.max(Number.NEGATIVE_INFINITY, ...locksNow(locks).map(({ to }) => to))
  const begun = periodsUpTo(set, today, reach).filter(({ from }) => from > lastLocked)
  const all = [...begun, next].map(({ from, name }) => ({ day: from, period: name }))
  return set.version === 0 ? all : all.reverse()
}

/** The periods that are over, governed and not locked, latest first. */
export function lockablePeriods(set: DefinitionSet, locks: Locks, today: number): readonly string[] {
  const first = set.version === 0 ? 0 : Math.min(...set.rows.map(({ effectiveFrom }) => effectiveFrom))
  const held = locksNow(locks)
  return [...periodsUpTo(set, today, reach)]
    .reverse()
    .filter(({ from, to }) => to <= today && from >= first)
    .filter(({ from, to }) => !held.some(lock => lock.from <= from && lock.to >= to))
    .map(({ name }) => name)
}
