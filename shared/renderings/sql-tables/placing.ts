import type { Measure } from '../../metrics/metric'
import { spansOf } from '../../metrics/on-tables/locate'
import type { Period } from '../../tables/rows'
import type { SqlDialect } from './dialect'
import { firstOf } from './expression'
import { latestEvent } from './latest-event'
import { dayLiteral } from './moments'
import type { SourceWriter } from './source'
import type { State } from './state'

/** How the rows of a measure fall into periods. */
export interface Placing {
  /** The condition under which a row is in a period `p`. */
  readonly on: string
  /** The number of the one period that a row is in; undefined where it may be in several. */
  readonly period?: string | undefined
  /** What is wrong with a row's date: it may lie in any period. */
  readonly refused: string | undefined
}

export function placingOf(measure: Measure, periods: readonly Period[], writer: SourceWriter): Placing {
  const { at, over, ahead } = measure
  const { dialect } = writer
  const { types, identifier } = dialect
  const [from, to] = ['__period_from', '__period_to'].map(name => `p.${identifier(name)}`) as [string, string]
  const day = (moment: string): string => `cast(${moment} as ${types.day})`
  if (over) {
    const [first, last] = over.map(writer.read) as [
      ReturnType<typeof writer.read>,
      ReturnType<typeof writer.read>,
    ]
    const refused = firstOf(first.refused, last.refused)
    return orRefused(
      `${day(first.sql)} <= ${to} and ${day(last.sql)} >= ${from} and ${from} <= ${to}`,
      refused,
    )
  }
  if (at === undefined) return { on: '1 = 1', refused: undefined }
  const moment = writer.read(at)
  const within = `${day(moment.sql)} between ${from} and ${to}`
  // What is still to come may have no date yet; all time holds it all the same.
  const isBoundless = ahead && periods.some(period => !Number.isFinite(period.to))
  const undated = `${moment.sql} is null and ${to} = ${dayLiteral(Number.POSITIVE_INFINITY, dialect)}`
  const placing = orRefused(isBoundless ? `(${within} or ${undated})` : within, moment.refused)
  if (isBoundless || moment.refused !== undefined) return placing
  return { ...placing, period: periodOf(day(moment.sql), spansIn(measure, periods, writer.state), dialect) }
}

/**
 * Looking a day up among periods that follow each other is far faster than to compare each row with each period, which
 * is what databases make of a join between bounds.
 */
function periodOf(day: string, spans: readonly Period[], dialect: SqlDialect): string | undefined {
  const numbered = spans.map((span, number) => ({ ...span, number })).filter(({ from, to }) => from <= to)
  numbered.sort((one, other) => one.from - other.from)
  const overlap = numbered.some(({ from }, index) => index > 0 && from <= (numbered[index - 1] as Period).to)
  return overlap || numbered.length === 0 ? undefined : among(numbered, day, dialect)
}

/** Halves the periods until one is left: of 24 months a day is compared with five. */
function among(spans: readonly (Period & { number: number })[], day: string, dialect: SqlDialect): string {
  const [first, ...others] = spans as [Period & { number: number }]
  if (others.length === 0) {
    const [from, to] = [dayLiteral(first.from, dialect), dayLiteral(first.to, dialect)]
    return `case when ${day} between ${from} and ${to} then ${first.number} end`
  }
  const half = Math.ceil(spans.length / 2)
  const [before, after] = [spans.slice(0, half), spans.slice(half)]
  const bound = dayLiteral((after[0] as Period).from, dialect)
  return `case when ${day} < ${bound} then ${among(before, day, dialect)} else ${among(after, day, dialect)} end`
}

function spansIn({ ahead, lag }: Measure, periods: readonly Period[], { context }: State): readonly Period[] {
  const back = lag === undefined ? 0 : Number(context.terms[lag])
  return spansOf(periods, ahead ? undefined : context.asOf, back)
}

function orRefused(on: string, refused: string | undefined): Placing {
  return { on: refused === undefined ? on : `(${on} or ${refused} is not null)`, refused }
}

/** The periods of a measure as a table: what is of one moment is asked for the last day that is known of each. */
export function periodTable(measure: Measure, periods: readonly Period[], state: State): string {
  const { at, over, ahead } = measure
  const { dialect } = state
  const isStanding = at === undefined && over === undefined && !ahead
  const bounds = isStanding
    ? periods.map(period => standing(period, state))
    : spansIn(measure, periods, state).map(({ from, to }) => [
        dayLiteral(from, dialect),
        dayLiteral(to, dialect),
      ])
  const columns = ['__period', '__period_from', '__period_to'].map(dialect.identifier)
  return bounds
    .map((bound, period) => [String(period), ...bound].map((value, place) => `${value} as ${columns[place]}`))
    .map(row => `select ${row.join(', ')}`)
    .join(' union all ')
}

function standing({ from, to }: Period, state: State): readonly string[] {
  const { context, dialect } = state
  const last = Math.min(to, context.asOf ?? to)
  const day = Number.isFinite(last) ? dayLiteral(last, dialect) : latestEvent(state)
  return [Number.isFinite(from) ? dayLiteral(from, dialect) : day, day]
}
