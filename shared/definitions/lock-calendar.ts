import { civilDate } from '../formula/calendar'
import type { FiscalCalendar } from '../formula/periods'
import type { Locks } from './locks'
import { type PeriodName, parsePeriod, periodText, type Span, spanOf } from './period-name'

/**
 * The days of a named period, by the fiscal year that the locked quarters and years show; the calendar year where there
 * are none.
 */
export function spanByLocks(name: PeriodName, { rows }: Locks): Span | undefined {
  const known = rows.find(row => row.period === periodText(name))
  if (known) return { from: known.from, to: known.to }
  for (const row of [...rows].reverse()) {
    const calendar = calendarFrom(parsePeriod(row.period) as PeriodName, row.from)
    if (calendar && /Q|FY/.test(row.period)) return spanOf(name, calendar)
  }
  return spanOf(name, calendarStarting(1))
}

/** The calendar in which the period would begin on that day; undefined where it tells nothing of the calendar. */
export function calendarFrom({ grain, number }: PeriodName, from: number): FiscalCalendar | undefined {
  if (grain === 'week of quarter') return undefined
  const monthsBefore = grain === 'quarter' ? 3 * number - 3 : grain === 'fiscal month' ? number - 1 : 0
  return calendarStarting(((civilDate(from).month - 1 - monthsBefore + 24) % 12) + 1)
}

function calendarStarting(startMonth: number): FiscalCalendar {
  return { startMonth, weekStart: 'monday', weekQuarterRule: 'clip' }
}
