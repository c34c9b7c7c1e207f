import { civilDate, serialOf } from '../../formula/calendar'
import { latestEvent } from '../../tables/latest-event'
import type { Context, Period, Rows } from '../../tables/rows'
import type { Column } from '../../tables/selection'
import type { Reader } from '../../tables/table'
import type { Measure } from '../metric'

/** Puts rows into periods of which none shares a day with another; those that do take turns. */
export interface Turn {
  /** The period that rules may ask for meanwhile. */
  readonly period?: Period
  /** Which period a row lies in; -1 for none. */
  readonly place: (row: number) => number
  /** Where a column of dates places the rows: any moment in it, without reading the row. */
  readonly dates?: { readonly column: Column; readonly locate: Locate }
}

/**
 * How the rows of a measure fall into periods: by a date, by a first and a last day, or all of them into each. What is
 * still to come may have no date yet; all time holds it all the same.
 */
export function turnsOf(rows: Rows, measure: Measure, periods: readonly Period[]): readonly Turn[] {
  const { at, over, ahead } = measure
  if (at === undefined && over === undefined) {
    const spans = ahead ? periods : periods.map(period => standing(period, rows.context))
    return spans.map((period, index) => ({ period, place: row => (rows.isRow(row) ? index : -1) }))
  }
  const dates = (over ?? [at as string]).map(rows.read)
  const undated = periods.flatMap((period, index): readonly Turn[] => {
    if (!ahead || Number.isFinite(period.to)) return []
    return [{ period, place: row => (dates.every(date => typeof date(row) === 'number') ? -1 : index) }]
  })
  return [...datedTurns(rows, measure, periods), ...undated]
}

/** Calls back with each period that a row with a date lies in. */
export function placing(
  rows: Rows,
  measure: Measure,
  periods: readonly Period[],
): (row: number, found: (period: number) => void) => void {
  const turns = datedTurns(rows, measure, periods)
  return (row, found) => {
    for (const { period, place } of turns) {
      const index = place(row)
      if (index < 0) continue
      if (period) rows.context.period = period
      found(index)
    }
  }
}

function datedTurns(rows: Rows, { at, over, ahead, lag }: Measure, periods: readonly Period[]): Turn[] {
  const { context } = rows
  const until = ahead ? undefined : context.asOf
  const spans = spansOf(periods, until, lag === undefined ? 0 : Number(context.terms[lag]))
  if (over) return touching(over.map(rows.read) as [Reader, Reader], spans)
  const { read: date, column } = rows.compiled(at as string)
  return locators(spans).map(locate => ({
    place: row => {
      const moment = date(row)
      return typeof moment === 'number' ? locate(moment) : -1
    },
    ...(column?.type === 'date' ? { dates: { column, locate } } : {}),
  }))
}

/** A row of several days is in each period that it has a day of; rules may then ask for that period's bounds. */
function touching([start, end]: readonly [Reader, Reader], spans: readonly Period[]): Turn[] {
  return spans.map((period, index) => ({
    period,
    place: row => {
      const [begins, ends] = [start(row), end(row)]
      if (typeof begins !== 'number' || typeof ends !== 'number') return -1
      return period.from <= period.to && begins < period.to + 1 && ends >= period.from ? index : -1
    },
  }))
}

/** What stands is asked for the last day that is known of the period; of all time, for the last day of all. */
function standing({ from, to }: Period, context: Context): Period {
  const last = Math.min(to, context.asOf ?? to)
  const day = Number.isFinite(last) ? last : latestEvent(context)
  return { from: Math.max(from, Number.isFinite(from) ? from : day), to: day }
}

/** Which period a moment lies in; -1 for none. */
export type Locate = (moment: number) => number

interface Span extends Period {
  readonly index: number
}

/** Periods that share a day are looked for apart. */
export function locators(periods: readonly Period[]): readonly Locate[] {
  const apart: Span[][] = []
  for (const [index, { from, to }] of periods.entries()) {
    if (to < from) continue
    const free = apart.find(spans => spans.every(other => to < other.from || from > other.to))
    if (free) free.push({ from, to, index })
    else apart.push([{ from, to, index }])
  }
  return apart.map(spans => dayTable(spans) ?? throughAll(spans))
}

/**
 * @param until the last day that is known; a moment after it lies in no period
 * @param lag how many periods of their own length the periods are moved back
 */
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

function throughAll(spans: readonly Span[]): Locate {
  return moment => {
    for (const { from, to, index } of spans) if (moment >= from && moment < to + 1) return index
    return -1
  }
}

/** As many days as a table of them may hold before looking through the periods is the better way. */
const mostDays = 20_000

/** A place per day: months of a cohort table are many, and rows more. */
function dayTable(spans: readonly Span[]): Locate | undefined {
  const first = Math.min(...spans.map(({ from }) => from))
  const last = Math.max(...spans.map(({ to }) => to))
  if (spans.length < 3 || !(last - first < mostDays)) return undefined
  const places = new Int32Array(last - first + 1).fill(-1)
  for (const { from, to, index } of spans) places.fill(index, from - first, to - first + 1)
  return moment => {
    const day = Math.floor(moment) - first
    return day >= 0 && day < places.length ? (places[day] as number) : -1
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
