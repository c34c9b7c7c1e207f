import { civilDate, serialOf } from '../../formula/calendar'
import type { Period, Rows } from '../../tables/rows'
import type { Reader } from '../../tables/table'
import type { Measure } from '../metric'

/** Calls back with each period that a row lies in; false where the row has no date. */
export type Place = (row: number, found: (period: number) => void) => boolean

/** How the rows of a measure that has a date, or a first and a last day, fall into periods. */
export function placing(rows: Rows, { at, over, ahead, lag }: Measure, periods: readonly Period[]): Place {
  const { context } = rows
  const until = ahead ? undefined : context.asOf
  const back = lag === undefined ? 0 : Number(context.terms[lag])
  if (over) return touching(rows, over, spansOf(periods, until, back))
  const [date, locate] = [rows.read(at as string), locator(periods, until, back)]
  return (row, found) => {
    const moment = date(row)
    if (typeof moment !== 'number') return false
    locate(moment, found)
    return true
  }
}

/** A row of several days is in each period that it has a day of; rules may then ask for that period's bounds. */
function touching(rows: Rows, over: readonly [string, string], spans: readonly Period[]): Place {
  const [start, end] = over.map(rows.read) as [Reader, Reader]
  return (row, found) => {
    const [begins, ends] = [start(row), end(row)]
    if (typeof begins !== 'number' || typeof ends !== 'number') return false
    for (let index = 0; index < spans.length; index++) {
      const span = spans[index] as Period
      if (span.to < span.from || begins >= span.to + 1 || ends < span.from) continue
      rows.context.period = span
      found(index)
    }
    return true
  }
}

/** Calls back with each period that a moment lies in. */
export type Locate = (moment: number, found: (period: number) => void) => void

/** As many days as a table of them may hold before looking through the periods is the better way. */
const mostDays = 20_000

/**
 * @param until the last day that is known; a moment after it lies in no period
 * @param lag how many periods of their own length the periods are moved back
 */
export function locator(periods: readonly Period[], until: number | undefined, lag: number): Locate {
  const spans = spansOf(periods, until, lag)
  return dayTable(spans) ?? throughAll(spans)
}

export function spansOf(
  periods: readonly Period[],
  until: number | undefined,
  lag: number,
): readonly Period[] {
  return periods.map(period => {
    const { from, to } = movedBack(period, lag)
    return { from, to: until === undefined ? to : Math.min(to, until) }
  })
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
