import { civilDate, serialOf } from './calendar'

/** How a company cuts its time; terms of the definitions. */
export interface FiscalCalendar {
  /** 1 to 12. */
  readonly startMonth: number
  readonly weekStart: string
  /** Whether a week that two quarters share is cut at their border, or belongs whole to one of them. */
  readonly weekQuarterRule: string
}

const monthsIn: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 }
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** The first day of the week, month, quarter or year that holds a date. */
export function periodStart(date: number, grain: string, calendar: FiscalCalendar): number {
  if (grain !== 'week') return monthsFrom(date, grain, calendar, 0)
  const start = weekStart(date, calendar)
  return isCut(calendar) ? Math.max(start, periodStart(date, 'quarter', calendar)) : start
}

/** Its last day. */
export function periodEnd(date: number, grain: string, calendar: FiscalCalendar): number {
  if (grain !== 'week') return monthsFrom(date, grain, calendar, 1) - 1
  const end = weekStart(date, calendar) + 6
  return isCut(calendar) ? Math.min(end, periodEnd(date, 'quarter', calendar)) : end
}

/**
 * Its name: `2026`, `2026 Q1`, `2026 M03`, `2026 Q1 W14`. A fiscal year is named for the year in which it ends; weeks
 * are counted within their quarter, which is what they add up to.
 */
export function fiscalPeriod(date: number, grain: string, calendar: FiscalCalendar): string {
  const day = grain === 'week' ? dayThatDecides(date, calendar) : date
  const { year } = civilDate(periodEnd(day, 'year', calendar))
  const monthsGone = modulo(civilDate(day).month - calendar.startMonth, 12)
  const quarter = `${year} Q${Math.floor(monthsGone / 3) + 1}`
  switch (grain) {
    case 'week':
      return `${quarter} W${twoDigits(weekOfQuarter(day, calendar))}`
    case 'month':
      return `${year} M${twoDigits(monthsGone + 1)}`
    case 'quarter':
      return quarter
    default:
      return String(year)
  }
}

/** The first day of the period, or of the one `ahead` of it. */
function monthsFrom(date: number, grain: string, { startMonth }: FiscalCalendar, ahead: number): number {
  const { year, month } = civilDate(date)
  const span = monthsIn[grain] as number
  return serialOf(year, month - modulo(month - startMonth, span) + ahead * span, 1)
}

function weekStart(date: number, calendar: FiscalCalendar): number {
  // Serial 2 was a Monday.
  return date - modulo(date - 2 - weekdays.indexOf(calendar.weekStart), 7)
}

function isCut({ weekQuarterRule }: FiscalCalendar): boolean {
  return weekQuarterRule === 'clip'
}

/** The day by which a week belongs to a quarter: the date itself where weeks are cut, else their first or middle day. */
function dayThatDecides(date: number, calendar: FiscalCalendar): number {
  if (isCut(calendar)) return date
  return weekStart(date, calendar) + (calendar.weekQuarterRule === 'by_majority' ? 3 : 0)
}

function weekOfQuarter(day: number, calendar: FiscalCalendar): number {
  const start = periodStart(day, 'quarter', calendar)
  const days = isCut(calendar) ? weekStart(day, calendar) - weekStart(start, calendar) : day - start
  return Math.floor(days / 7) + 1
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}

function modulo(number: number, divisor: number): number {
  return ((number % divisor) + divisor) % divisor
}
