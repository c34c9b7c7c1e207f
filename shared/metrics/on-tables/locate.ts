import { civilDate, serialOf } from '../../formula/calendar'
import type { Period } from '../../tables/rows'

/** Calls back with each period that a moment lies in. */
export type Locate = (moment: number, found: (period: number) => void) => void

/** As many days as a table of them may hold before looking through the periods is the better way. */
const mostDays = 20_000

/**
 * @param until the last day that is known; a moment after it lies in no period
 * @param lag how many periods of their own length the periods are moved back
 */
export function locator(periods: readonly Period[], until: number | undefined, lag: number): Locate {
  const spans = periods.map(period => {
    const { from, to } = movedBack(period, lag)
    return { from, to: until === undefined ? to : Math.min(to, until) }
  })
  return dayTable(spans) ?? throughAll(spans)
}

function throughAll(spans: readonly Period[]): Locate {
  return (moment, found) => {
    for (let index = 0; index < spans.length; index++) {
      const { from, to } = spans[index] as Period
      if (moment >= from && moment < to + 1) found(index)
    }
  }
}

/** A place per day, where no two periods share one: months of a cohort table are many, and rows more. */
function dayTable(spans: readonly Period[]): Locate | undefined {
  if (spans.length < 3) return undefined
  const first = Math.min(...spans.map(({ from }) => from))
  const last = Math.max(...spans.map(({ to }) => to))
  if (!(last - first < mostDays)) return undefined
  const places = new Int32Array(last - first + 1).fill(-1)
  for (const [index, { from, to }] of spans.entries()) {
    for (let day = from; day <= to; day++) {
      if (places[day - first] !== -1) return undefined
      places[day - first] = index
    }
  }
  return (moment, found) => {
    const place = places[Math.floor(moment) - first]
    if (place !== undefined && place >= 0) found(place)
  }
}

/** Whole months are moved by months, other periods by their days. */
export function movedBack({ from, to }: Period, times: number): Period {
  if (times === 0) return { from, to }
  const [start, end] = [civilDate(from), civilDate(to + 1)]
  if (start.day === 1 && end.day === 1) {
    const months = ((end.year - start.year) * 12 + end.month - start.month) * times
    return {
      from: serialOf(start.year, start.month - months, 1),
      to: serialOf(end.year, end.month - months, 1) - 1,
    }
  }
  const days = (to - from + 1) * times
  return { from: from - days, to: to - days }
}
