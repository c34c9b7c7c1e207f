import { latestEvent } from '../../tables/latest-event'
import type { Context, Period, Rows } from '../../tables/rows'
import { type Condition, filterOf } from '../../tables/where'
import { type CellError, isCellError } from '../../values'
import type { Measure } from '../metric'
import { placing } from './locate'
import type { Part } from './part'
import { type Tally, tallyOf } from './tally'

/** What is asked of the tables of one context. */
export interface Asked {
  readonly measures: readonly Measure[]
  readonly periods: readonly Period[]
  readonly conditions: readonly Condition[]
  /** A column whose values divide the rows into groups. */
  readonly by?: string
}

export interface Taken {
  /** The groups that were met, as first spelt; a single nameless one where nothing divides the rows. */
  readonly groups: readonly string[]
  readonly part: (measure: number, period: number, group: number) => Part
}

/**
 * Takes every measure in every period and group, with one pass over each source however many are asked. What is wrong
 * in a row is wrong in the parts that the row belongs to.
 */
export function takeMeasures(asked: Asked, context: Context): Taken {
  const groups = asked.by === undefined ? undefined : new Groups()
  const tallies = asked.measures.map((measure, index) => ({
    measure,
    index,
    tally: tallyOf(measure, asked.periods),
  }))
  for (const source of new Set(asked.measures.map(measure => measure.from))) {
    const own = tallies.filter(({ measure }) => measure.from === source).map(({ tally }) => tally)
    const failure = caught(() => passOver(context.rows(source), own, asked, groups))
    if (isCellError(failure)) for (const tally of own) tally.fail(failure)
  }
  return {
    groups: groups?.spellings ?? [''],
    part: (measure, period, group) => (tallies[measure] as { tally: Tally }).tally.part(period, group),
  }
}

/** Gives what a part of the work throws as a value: the errors of cells are values everywhere else. */
export function caught<Found>(read: () => Found): Found | CellError {
  try {
    return read()
  } catch (thrown) {
    if (isCellError(thrown)) return thrown
    throw thrown
  }
}

/** The values of the column that divides the rows, regardless of case, in the order in which they are met. */
class Groups {
  readonly spellings: string[] = []
  private readonly places = new Map<string, number>()

  placeOf(value: unknown): number {
    const text = value === null ? '(blank)' : String(value).trim()
    const known = this.places.get(text)
    if (known !== undefined) return known
    const folded = text.toLowerCase()
    const place = this.places.get(folded) ?? this.spellings.push(text) - 1
    this.places.set(folded, place)
    this.places.set(text, place)
    return place
  }
}

function passOver(rows: Rows, tallies: readonly Tally[], asked: Asked, groups: Groups | undefined): void {
  const running: Tally[] = []
  for (const tally of tallies) {
    const failure = caught(() => tally.open(rows))
    if (isCellError(failure)) tally.fail(failure)
    else running.push(tally)
  }
  const filter = asked.conditions.length === 0 ? undefined : filterOf(rows, asked.conditions)
  const key = asked.by === undefined ? undefined : rows.column(asked.by)
  const groupOf = (row: number): number => (groups && key ? groups.placeOf(key(row)) : 0)
  const isAsked = (row: number): boolean => !filter || filter(row)
  // Measures of one rule stand side by side, and ask it once a row.
  let rule = ''
  let atRow = -1
  let atPeriod = -1
  let belongs = false
  const take = (tally: Tally, row: number, period: number): void => {
    let group = -1
    try {
      if (filter && !filter(row)) return
      if (row !== atRow || period !== atPeriod || tally.measure.rows !== rule) {
        belongs = tally.belongs(row)
        rule = tally.measure.rows
        atRow = row
        atPeriod = period
      }
      if (!belongs) return
      group = key ? groupOf(row) : 0
      tally.add(row, period, group)
    } catch (thrown) {
      if (!isCellError(thrown)) throw thrown
      if (groups && group < 0) {
        // Of a row that cannot be judged, one can still tell whose it is.
        const place = caught(() => groupOf(row))
        group = isCellError(place) ? -1 : place
      }
      tally.failAt(period, groups ? group : 0, thrown)
    }
  }
  // A row without a date is in no period: only where none is asked for has it to be told from the foot of a report.
  const passes = byDate(running).map(sharing => passOf(sharing, rows, asked.periods, take, isAsked))
  for (let row = 1; row <= rows.last; row++) {
    for (const pass of passes) pass(row)
  }
}

/** Measures that one date puts into one set of periods read it together. */
function byDate(tallies: readonly Tally[]): readonly (readonly Tally[])[] {
  const sharing = new Map<string, Tally[]>()
  for (const tally of tallies) {
    const { at = '', over = [], ahead = false, lag = '' } = tally.measure
    const key = `${at}|${over}|${ahead}|${lag}`
    const others = sharing.get(key)
    if (others) others.push(tally)
    else sharing.set(key, [tally])
  }
  return [...sharing.values()]
}

type Take = (tally: Tally, row: number, period: number) => void

function passOf(
  tallies: readonly Tally[],
  rows: Rows,
  periods: readonly Period[],
  take: Take,
  isAsked: (row: number) => boolean,
): (row: number) => void {
  const { context } = rows
  const { measure } = tallies[0] as Tally
  if (measure.at === undefined && measure.over === undefined) {
    const spans = measure.ahead ? periods : periods.map(period => standing(period, context))
    return row => {
      if (!rows.isRow(row)) return
      for (let index = 0; index < spans.length; index++) {
        context.period = spans[index] as Period
        for (const tally of tallies) take(tally, row, index)
      }
    }
  }
  // What is still to come may have no date yet; all time holds it all the same.
  const boundless = measure.ahead
    ? periods.flatMap(({ to }, index) => (Number.isFinite(to) ? [] : [index]))
    : []
  const place = caught(() => placing(rows, measure, periods))
  if (isCellError(place)) {
    for (const tally of tallies) tally.fail(place)
    return () => {}
  }
  let current = 0
  const found = (period: number): void => {
    for (const tally of tallies) take(tally, current, period)
  }
  return row => {
    let isDated: boolean
    current = row
    try {
      isDated = place(row, found)
    } catch (thrown) {
      if (!isCellError(thrown)) throw thrown
      // A date that cannot be read may lie in any period, unless its row is not asked for.
      const asked = rows.isRow(row) && caught(() => isAsked(row))
      if (asked !== false) for (const tally of tallies) tally.fail(thrown)
      return
    }
    if (isDated) return
    for (const period of boundless) for (const tally of tallies) take(tally, row, period)
  }
}

/** What stands is asked for the last day that is known of the period; of all time, for the last day of all. */
function standing({ from, to }: Period, context: Context): Period {
  const last = Math.min(to, context.asOf ?? to)
  const day = Number.isFinite(last) ? last : latestEvent(context)
  return { from: Math.max(from, Number.isFinite(from) ? from : day), to: day }
}
