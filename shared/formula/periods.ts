import { civilDate, serialOf } from './calendar'

/** How a company cuts its time; terms of the definitions. */
export interface FiscalCalendar {
  /** 1 to 12. */
  readonly startMonth: number
  readonly weekStart: string
  /** Whether a week that two quarters share is cut at their border, or belongs whole to one of them. */
  readonly weekQuarterRule: string
  /** `gregorian`: calendar months; `4-4-5`, `4-5-4`, `5-4-4`: months of so many weeks, quarters of thirteen. */
  readonly scheme: string
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
  const { year, month } = fiscalMonth(day, calendar)
  const quarter = `${year} Q${Math.floor(month / 3) + 1}`
  switch (grain) {
    case 'week':
      return `${quarter} W${twoDigits(weekOfQuarter(day, calendar))}`
    case 'month':
      return `${year} M${twoDigits(month + 1)}`
    case 'quarter':
      return quarter
    default:
      return String(year)
  }
}

/**
 * The first day of a month of a fiscal year, counted from 0; the 12th is the first day of the next year. A year of
 * weeks begins with the week that holds the fourth day of its first month, the one that has most of its days in the
 * new year; a 53rd week belongs to the last month.
 */
export function fiscalMonthStart(year: number, month: number, calendar: FiscalCalendar): number {
  const { startMonth, scheme } = calendar
  const first = startMonth === 1 ? year : year - 1
  if (scheme === 'gregorian') return serialOf(first, startMonth + month, 1)
  if (month >= 12) return fiscalMonthStart(year + 1, month - 12, calendar)
  const weeks = scheme.split('-').map(Number)
  const before = weeks.slice(0, month % 3).reduce((sum, count) => sum + count, 13 * Math.floor(month / 3))
  return weekStart(serialOf(first, startMonth, 4), calendar) + 7 * before
}

/** The fiscal year that holds a date, and which of its months, counted from 0. */
function fiscalMonth(date: number, calendar: FiscalCalendar): { year: number; month: number } {
  // Of the years around, the last that has begun.
  let year = civilDate(date).year + 2
  while (fiscalMonthStart(year, 0, calendar) > date) year--
  let month = 11
  while (fiscalMonthStart(year, month, calendar) > date) month--
  return { year, month }
}

/** The first day of the period, or of the one `ahead` of it. */
function monthsFrom(date: number, grain: string, calendar: FiscalCalendar, ahead: number): number {
  const { year, month } = fiscalMonth(date, calendar)
  const span = monthsIn[grain] as number
  return fiscalMonthStart(year, month - (month % span) + ahead * span, calendar)
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
