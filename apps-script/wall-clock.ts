import type { SerialOf } from './cells'

const day = 86_400_000
/** Midnight of 1970-01-01 is the serial 25569. */
const epoch = 25_569 * day

/**
 * Serials on a clock whose lead over UTC, in milliseconds at an instant, `offsetAt` tells.
 *
 * Asks for an offset once per day that occurs, since asking is a service call. Where the offset differs between
 * the two ends of a day, the clock was changed in it, and the second of the change is searched for, once.
 */
export function serialsAt(offsetAt: (instant: number) => number): SerialOf {
  const midnights = new Map<number, number>()
  const changes = new Map<number, number>()

  function offsetAtMidnight(dayNumber: number): number {
    const known = midnights.get(dayNumber)
    if (known !== undefined) return known
    const offset = offsetAt(dayNumber * day)
    midnights.set(dayNumber, offset)
    return offset
  }

  function changeIn(dayNumber: number, before: number): number {
    const known = changes.get(dayNumber)
    if (known !== undefined) return known
    let [from, to] = [dayNumber * day, (dayNumber + 1) * day]
    while (to - from > 1000) {
      const middle = from + Math.floor((to - from) / 2000) * 1000
      if (offsetAt(middle) === before) from = middle
      else to = middle
    }
    changes.set(dayNumber, to)
    return to
  }

  let [lastDay, before, after] = [Number.NaN, 0, 0]

  return instant => {
    if (!Number.isFinite(instant)) return Number.NaN
    const dayNumber = Math.floor(instant / day)
    if (dayNumber !== lastDay) {
      before = offsetAtMidnight(dayNumber)
      after = offsetAtMidnight(dayNumber + 1)
      lastDay = dayNumber
    }
    const offset = before === after || instant < changeIn(dayNumber, before) ? before : after
    // One division of exact integers: the double nearest to the true serial.
    return (instant + offset + epoch) / day
  }
}
