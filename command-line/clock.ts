import { serialOf } from '../shared/formula/calendar'

/** The wall clock of this machine, as a serial. */
export function wallClock(date: Date): number {
  const seconds = date.getHours() * 3600 + date.getMinutes() * 60 + date.getSeconds()
  return serialOf(date.getFullYear(), date.getMonth() + 1, date.getDate()) + seconds / 86_400
}
