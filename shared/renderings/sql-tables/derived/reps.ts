import { type Written, when } from '../expression'
import type { SourceWriter } from '../source'
import type { SqlColumn } from './index'
import { folded, of, truth } from './words'

export const reps: Readonly<Record<string, SqlColumn>> = {
  ramping: rows => ({ sql: `exists (${quotaPeriods(rows, '1')})`, type: 'flag' }),
  ramp_days: rampDays,
}

/** The periods `q` for which a rep has a quota and that end after the start, those of the future left out. */
function quotaPeriods(rows: SourceWriter, select: string, further = ''): string {
  const { name, dialect, lookInto, period } = rows
  const id = dialect.identifier
  const quotas = lookInto('quotas', ['rep', 'quota', 'quota_from', 'quota_to'])
  const [from, to, quota] = ['quota_from', 'quota_to', 'quota'].map(id) as [string, string, string]
  const grouped = `select ${folded(id('rep'))} as ${id('__rep')}, ${from}, ${to}, sum(${quota}) as ${quota} from ${quotas} where ${quota} > 0 and ${from} is not null and ${to} is not null group by ${folded(id('rep'))}, ${from}, ${to}`
  const conditions = [
    `q.${id('__rep')} = ${folded(of('b', name('rep'), rows))}`,
    `q.${to} >= cast(${of('b', name('start'), rows)} as ${dialect.types.day})`,
    `q.${from} <= b.${period('to')}`,
  ]
  return `select ${select} from (${grouped}) as q where ${conditions.join(' and ')}${further}`
}

/** To the end of the first period in which the bookings reached the threshold of the full quota. */
function rampDays(rows: SourceWriter): Written {
  const { name, dialect, terms, other } = rows
  const id = dialect.identifier
  const booked = `${bookings(rows, 'won', 'closed_at', 'amount')} - ${bookings(rows, 'refunded', 'refunded_on', 'refund')}`
  const threshold = dialect.product(`q.${id('quota')}`, String(Number(terms['ramp.threshold'])))
  const reached = quotaPeriods(rows, `min(q.${id('quota_to')})`, ` and ${booked} >= ${threshold}`)
  const deals = rows.lookInto('deals', ['won', 'closed_at', 'amount', 'refunded', 'refunded_on', 'refund'])
  const own = other('deals')
  const unsaid = [
    `select 1 from ${deals} where ${truth(own.name('won'))} and ${own.name('closed_at').sql} is not null and ${own.name('amount').sql} is null`,
  ]
  const what = dialect.text('#N/A a deal counts, but its amount is blank: fill it in')
  const doubtful = own.name('won').refused
  const refusals = [
    ...(doubtful ? [`(select min(${doubtful}) from ${deals})`] : []),
    `case when exists (${unsaid.join('')}) then ${what} end`,
  ]
  return {
    sql: dialect.days(name('start').sql, `(${reached})`),
    type: 'number',
    refused: when(`exists (${quotaPeriods(rows, '1')})`, `coalesce(${refusals.join(', ')})`),
  }
}

/** What a rep's deals brought in a quota's period `q`, up to the end of the period asked for. */
function bookings(rows: SourceWriter, rule: string, at: string, value: string): string {
  const { dialect, lookInto, other, period } = rows
  const id = dialect.identifier
  const own = other('deals')
  const owner = own.key('rep')
  const deals = lookInto('deals', [rule, at, value, 'owner'])
  const [counts, moment, amount] = [own.name(rule), own.name(at), own.name(value)]
  const day = `cast(${of('d', moment, rows)} as ${dialect.types.day})`
  const end = dialect.least(`q.${id('quota_to')}`, `b.${period('to')}`)
  const conditions = [
    `${folded(of('d', owner, rows))} = q.${id('__rep')}`,
    truth({ ...counts, sql: of('d', counts, rows) }),
    `${day} between q.${id('quota_from')} and ${end}`,
  ]
  return `coalesce((select sum(${of('d', amount, rows)}) from ${deals} as d where ${conditions.join(' and ')}), 0)`
}
