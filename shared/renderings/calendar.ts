/** How one language writes the calendar; dates, numbers and names are texts of that language. */
export interface CalendarWriter {
  /** A choice or term as it stands in a formula of the language, without its quotes. */
  readonly textIn: (quoted: string | undefined) => string
  /** The first day of a date's week, or of the next; `weekday` is the week's first, 0 for Monday. */
  readonly weekFrom: (date: string, weekday: number, isNext: boolean) => string
  /** The first day of so many months, counted from the month in which the fiscal year begins, or of the next. */
  readonly monthsFrom: (date: string, span: number, startMonth: number, isNext: boolean) => string
  readonly plusDays: (date: string, days: number) => string
  readonly later: (one: string, other: string) => string
  readonly earlier: (one: string, other: string) => string
  readonly year: (date: string) => string
  /** Full months of the fiscal year before the month of a date. */
  readonly monthsGone: (date: string, startMonth: number) => string
  /** The number of a week in its quarter, from the first days of both. */
  readonly weekNumber: (from: string, to: string) => string
  readonly names: {
    readonly year: (year: string) => string
    readonly quarter: (year: string, monthsGone: string) => string
    readonly month: (year: string, monthsGone: string) => string
    readonly week: (quarter: string, number: string) => string
  }
}

type CalendarText = (date: string, grain: string, ...calendar: readonly string[]) => string

const monthsIn: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 }
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/**
 * The functions of periods in one language. What the definitions say of the calendar has been decided and is written
 * in: the month in which the year begins, the week's first day, and what becomes of a week that two quarters share.
 */
export function calendarIn(
  write: CalendarWriter,
): Record<'periodStart' | 'periodEnd' | 'fiscalPeriod', CalendarText> {
  const { textIn, plusDays } = write

  function from(date: string, grain: string, calendar: readonly string[], isNext = false): string {
    const [startMonth, weekStart] = calendar
    return grain === 'week'
      ? write.weekFrom(date, weekdays.indexOf(textIn(weekStart)), isNext)
      : write.monthsFrom(date, monthsIn[grain] as number, Number(startMonth), isNext)
  }

  const lastDay = (date: string, grain: string, calendar: readonly string[]): string =>
    plusDays(from(date, grain, calendar, true), -1)

  const isCut = (grain: string, calendar: readonly string[]): boolean =>
    textIn(grain) === 'week' && textIn(calendar[2]) === 'clip'

  /** By it a week belongs to one quarter. */
  function dayThatDecides(date: string, calendar: readonly string[]): string {
    const rule = textIn(calendar[2])
    if (rule === 'clip') return date
    const first = from(date, 'week', calendar)
    return rule === 'by_majority' ? `(${plusDays(first, 3)})` : first
  }

  function weekOfQuarter(day: string, calendar: readonly string[]): string {
    const quarter = from(day, 'quarter', calendar)
    return textIn(calendar[2]) === 'clip'
      ? write.weekNumber(from(quarter, 'week', calendar), from(day, 'week', calendar))
      : write.weekNumber(quarter, day)
  }

  return {
    periodStart: (date, grain, ...calendar) => {
      const start = from(date, textIn(grain), calendar)
      return isCut(grain, calendar) ? write.later(start, from(date, 'quarter', calendar)) : start
    },
    periodEnd: (date, grain, ...calendar) => {
      const end = lastDay(date, textIn(grain), calendar)
      return isCut(grain, calendar) ? write.earlier(end, lastDay(date, 'quarter', calendar)) : `(${end})`
    },
    fiscalPeriod: (date, grain, ...calendar) => {
      const { names } = write
      const day = textIn(grain) === 'week' ? dayThatDecides(date, calendar) : date
      const year = write.year(lastDay(day, 'year', calendar))
      const gone = write.monthsGone(day, Number(calendar[0]))
      switch (textIn(grain)) {
        case 'week':
          return names.week(names.quarter(year, gone), weekOfQuarter(day, calendar))
        case 'month':
          return names.month(year, gone)
        case 'quarter':
          return names.quarter(year, gone)
        default:
          return names.year(year)
      }
    },
  }
}
