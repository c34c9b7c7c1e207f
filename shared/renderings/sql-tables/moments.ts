import { civilDate } from '../../formula/calendar'
import type { SqlDialect } from './dialect'
import type { Written } from './expression'
import { latestEvent } from './latest-event'
import { note, type State } from './state'

/** Days beyond all that is recorded: what has no beginning or no end. */
const [firstDay, lastDay] = ['0001-01-01', '9999-12-31']

/** A serial as a day in SQL. */
export function dayLiteral(serial: number, { date }: SqlDialect): string {
  if (!Number.isFinite(serial)) return date(serial < 0 ? firstDay : lastDay)
  const { year, month, day } = civilDate(serial)
  return date([String(year).padStart(4, '0'), padded(month), padded(day)].join('-'))
}

function padded(number: number): string {
  return String(number).padStart(2, '0')
}

/** The moments that a rule may compare with. */
export function momentNamed(name: string, state: State): Written | undefined {
  const { context, dialect } = state
  switch (name) {
    case 'period_from':
    case 'period_to':
      note(state, { depth: 0, isOfPeriod: true })
      return { sql: dialect.identifier(`__${name}`), type: 'date' }
    case 'as_of':
      return {
        sql: context.asOf === undefined ? latestEvent(state) : dayLiteral(context.asOf, dialect),
        type: 'date',
      }
    case 'known_until':
      return { sql: dayLiteral(context.asOf ?? Number.POSITIVE_INFINITY, dialect), type: 'date' }
    default:
      return undefined
  }
}
