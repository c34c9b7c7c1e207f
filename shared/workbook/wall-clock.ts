import { serialOf } from '../formula/calendar'

/** The clock on this machine's wall as a serial, to the second. */
export function wallClock(date: Date): number {
  const seconds = date.getHours() * 3600 + date.getMinutes() * 60 + date.getSeconds()
  return serialOf(date.getFullYear(), date.getMonth() + 1, date.getDate()) + seconds / 86_400
}
