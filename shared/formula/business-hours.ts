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
  const [open, close] = [timeOf(hours.open), timeOf(hours.close)]
  const holidays = hours.holidays
    .split(',')
    .filter(text => text.trim() !== '')
    .map(text => serialOfText(text.trim()))
  const isWorking = (day: number): boolean =>
    hours.weekendMask[modulo(day - firstMonday, 7)] === '0' && !holidays.includes(day)

  /** Since the first Monday; what was open before falls out of the difference. */
  const openUntil = (moment: number): number => {
    const milliseconds = Math.round(moment * millisecondsADay)
    const day = Math.floor(milliseconds / millisecondsADay)
    const time = milliseconds - day * millisecondsADay
    const today = isWorking(day) ? Math.min(Math.max(time, open), close) - open : 0
    return workingDaysBefore(day, hours.weekendMask, holidays) * (close - open) + today
  }
  return openUntil(end) - openUntil(start)
}

/** Serial 2 was a Monday. */
const firstMonday = 2

function workingDaysBefore(day: number, mask: string, holidays: readonly number[]): number {
  const weeks = Math.floor((day - firstMonday) / 7)
  const inThisWeek = mask.slice(0, modulo(day - firstMonday, 7))
  const lost = holidays.filter(
    holiday => holiday >= firstMonday && holiday < day && mask[modulo(holiday - firstMonday, 7)] === '0',
  )
  return weeks * workingDays(mask) + workingDays(inThisWeek) - new Set(lost).size
}

function workingDays(mask: string): number {
  return [...mask].filter(day => day === '0').length
}

function timeOf(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number)
  return (hours * 60 + minutes) * 60_000
}

function modulo(number: number, divisor: number): number {
  return ((number % divisor) + divisor) % divisor
}
