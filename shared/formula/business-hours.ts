import { serialOfText } from './calendar'

/** When a company is open; terms of the definitions. */
export interface OpeningHours {
  /** Times of day such as `09:00`. */
  readonly open: string
  readonly close: string
  /** A 1 for each free day from Monday on, as in NETWORKDAYS.INTL. */
  readonly weekendMask: string
  /** Dates such as `2026-04-03`, separated by commas. */
  readonly holidays: string
}

const millisecondsADay = 86_400_000
export const millisecondsAnHour = 3_600_000

/**
 * The milliseconds from start to end, by the clock on the wall, that lie within the opening hours of working days.
 * A serial holds its time of day to some microseconds and is taken as the millisecond that it stands for.
 */
export function openMilliseconds(start: number, end: number, hours: OpeningHours): number {
  const openUntil = openClock(hours)
  return openUntil(end) - openUntil(start)
}

/** A clock that runs only while the company is open: milliseconds since the first Monday, at any moment. */
export function openClock({ open: opens, close: closes, ...days }: OpeningHours): (moment: number) => number {
  const [open, close] = [timeOf(opens), timeOf(closes)]
  const workingDaysBefore = workingDayCount(days)
  return moment => {
    const milliseconds = Math.round(moment * millisecondsADay)
    const day = Math.floor(milliseconds / millisecondsADay)
    const time = milliseconds - day * millisecondsADay
    const before = workingDaysBefore(day)
    const isWorking = workingDaysBefore(day + 1) > before
    const today = isWorking ? Math.min(Math.max(time, open), close) - open : 0
    return before * (close - open) + today
  }
}

/** Serial 2 was a Monday. */
const firstMonday = 2

/** Counts the working days before a day, since the first Monday; the difference of two counts is what is asked. */
export function workingDayCount({
  weekendMask,
  holidays,
}: Pick<OpeningHours, 'weekendMask' | 'holidays'>): (day: number) => number {
  const isWorkday = [...weekendMask].map(free => free === '0')
  /** Of the days of the week before each, and after the last, those of the whole week. */
  const inWeek = [0]
  for (const [index, works] of isWorkday.entries()) inWeek.push((inWeek[index] as number) + (works ? 1 : 0))
  const aWeek = inWeek[7] as number
  const lost = holidaysOf(holidays).filter(
    day => day >= firstMonday && isWorkday[modulo(day - firstMonday, 7)] === true,
  )
  return day => {
    const weeks = Math.floor((day - firstMonday) / 7)
    let count = weeks * aWeek + (inWeek[day - firstMonday - weeks * 7] as number)
    for (const holiday of lost) if (holiday < day) count -= 1
    return count
  }
}

function holidaysOf(texts: string): readonly number[] {
  const written = texts.split(',').filter(text => text.trim() !== '')
  return [...new Set(written.map(text => serialOfText(text.trim())))]
}

function timeOf(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number)
  return (hours * 60 + minutes) * 60_000
}

function modulo(number: number, divisor: number): number {
  return ((number % divisor) + divisor) % divisor
}
