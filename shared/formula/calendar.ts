/** Calendar arithmetic on spreadsheet serials: whole days since 1899-12-30. */
const millisecondsADay = 86_400_000
const serialOf1970 = 25_569

export interface CivilDate {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly day: number
}

export function civilDate(serial: number): CivilDate {
  const date = new Date((Math.floor(serial) - serialOf1970) * millisecondsADay)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** Months and days beyond the end of a year or month run on into the next, as in a spreadsheet's DATE. */
export function serialOf(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / millisecondsADay + serialOf1970
}

/** The same day of a later month, or that month's last: as EDATE. Below 0, of an earlier one. */
export function monthsAfter(serial: number, months: number): number {
  const { year, month, day } = civilDate(serial)
  const [first, next] = [serialOf(year, month + months, 1), serialOf(year, month + months + 1, 1)]
  return Math.min(first + day, next) - 1
}

/** Of a date written `2026-01-31`, or `2026-01-31 09:30` with its time of day. */
export function serialOfText(text: string): number {
  const [date = '', time = '00:00'] = text.split(' ')
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return serialOf(year, month, day) + (hours * 60 + minutes) / 1440
}

/**
 * Days between two dates in a year of twelve months of 30 days, by the American rule (NASD) that DAYS360 follows: a
 * start on the last day of its month counts as the 30th, and so does an end on the 31st after such a start; any
 * other end on the 31st is the first of the next month.
 */
export function days360(start: number, end: number): number {
  const [from, to] = [civilDate(start), civilDate(end)]
  const startDay = isLastOfMonth(start) ? 30 : from.day
  const endDay = to.day === 31 ? (startDay === 30 ? 30 : 31) : to.day
  return (to.year - from.year) * 360 + (to.month - from.month) * 30 + endDay - startDay
}

function isLastOfMonth(serial: number): boolean {
  return civilDate(serial + 1).day === 1
}

/** A date as its year and the day (from 0) within the days of that year: the measure of act/act by ISDA. */
export function yearPosition(serial: number): { year: number; day: number; days: number } {
  const { year } = civilDate(serial)
  const start = serialOf(year, 1, 1)
  return { year, day: Math.floor(serial) - start, days: serialOf(year + 1, 1, 1) - start }
}
