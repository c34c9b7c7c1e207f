import type { Measure } from '../../metrics/metric'
import { spansOf } from '../../metrics/on-tables/locate'
import type { Period } from '../../tables/rows'
import { firstOf } from './expression'
import { latestEvent } from './latest-event'
import { dayLiteral } from './moments'
import type { SourceWriter } from './source'
import type { State } from './state'

/** How the rows of a measure fall into periods. */
export interface Placing {
  /** The condition under which a row is in a period `p`. */
  readonly on: string
  /** What is wrong with a row's date: it may lie in any period. */
  readonly refused: string | undefined
}

export function placingOf(
  { at, over, ahead }: Measure,
  periods: readonly Period[],
  writer: SourceWriter,
): Placing {
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
  return orRefused(isBoundless ? `(${within} or ${undated})` : within, moment.refused)
}

function orRefused(on: string, refused: string | undefined): Placing {
  return { on: refused === undefined ? on : `(${on} or ${refused} is not null)`, refused }
}

/** The periods of a measure as a table: what is of one moment is asked for the last day that is known of each. */
export function periodTable(
  { at, over, ahead, lag }: Measure,
  periods: readonly Period[],
  state: State,
): string {
  const { context, dialect } = state
  const isStanding = at === undefined && over === undefined && !ahead
  const back = lag === undefined ? 0 : Number(context.terms[lag])
  const until = ahead ? undefined : context.asOf
  const bounds = isStanding
    ? periods.map(period => standing(period, state))
    : spansOf(periods, until, back).map(({ from, to }) => [
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
