import { holds } from '../../formula/evaluate'
import { treeOf } from '../../formula/trees'
import { cellError, isCellError } from '../../values'
import type { Context, Rows } from '../rows'
import type { DerivedColumn } from './index'
import { once } from './once'
import { folded } from './ramp'

const reads = ['rep', 'start', 'period_to']
const quotas = ['rep', 'quota', 'quota_from', 'quota_to']

export const repColumns: Readonly<Record<string, DerivedColumn>> = {
  ramping: {
    about: 'Whether a full quota was to be reached: a period with one has begun since the rep started',
    reads,
    looksInto: { quotas },
    read: rows => {
      const periods = periodsOf(rows)
      return row => periods(row).length > 0
    },
  },
  ramp_days: {
    about:
      'Days from the start to the end of the first period in which the bookings reached the threshold of the full quota; blank until then',
    reads: [...reads, 'ramp.threshold'],
    looksInto: {
      quotas,
      deals: ['owner', 'won', 'closed_at', 'amount', 'refunded', 'refunded_on', 'refund'],
    },
    read: rows => {
      const [periods, start, reached] = [periodsOf(rows), rows.read('start'), reachedIn(rows)]
      return row => {
        const first = periods(row).find(period => reached(row, period))
        return first === undefined ? null : first.to - Math.floor(Number(start(row)))
      }
    },
  },
}

interface QuotaPeriod {
  readonly from: number
  readonly to: number
  readonly quotas: number[]
}

/** The periods for which a rep has a quota and that end after the start, those of the future left out; in order. */
function periodsOf({ read, context }: Rows): (row: number) => readonly QuotaPeriod[] {
  const [rep, start, until] = [read('rep'), read('start'), read('period_to')]
  const byRep = once(() => quotasByRep(context.rows('quotas')))
  return row => {
    const [begun, known] = [start(row), Number(until(row))]
    if (typeof begun !== 'number') return []
    const periods = byRep().get(folded(rep(row))) ?? []
    return periods.filter(({ from, to }) => to >= Math.floor(begun) && from <= known)
  }
}

function quotasByRep({ read, last, isRow }: Rows): ReadonlyMap<string, readonly QuotaPeriod[]> {
  const [rep, quota, from, to] = [read('rep'), read('quota'), read('quota_from'), read('quota_to')]
  const found = new Map<string, QuotaPeriod[]>()
  for (let row = 1; row <= last; row++) {
    const [amount, first, end] = isRow(row) ? [quota(row), from(row), to(row)] : []
    if (typeof amount !== 'number' || amount <= 0 || typeof first !== 'number' || typeof end !== 'number')
      continue
    const own = found.get(folded(rep(row))) ?? []
    const same = own.find(period => period.from === first && period.to === end)
    if (same) same.quotas.push(amount)
    else own.push({ from: first, to: end, quotas: [amount] })
    found.set(folded(rep(row)), own)
  }
  for (const periods of found.values()) periods.sort((a, b) => a.to - b.to)
  return found
}

const reachedRule = 'sum(amounts) - sum(refunds) >= threshold * sum(quotas)'

function reachedIn({ read, context }: Rows): (row: number, period: QuotaPeriod) => boolean {
  const [rep, until] = [read('rep'), read('period_to')]
  const booked = once(() => ({
    amounts: byOwner(context, 'won', 'closed_at', 'amount'),
    refunds: byOwner(context, 'refunded', 'refunded_on', 'refund'),
  }))
  return (row, { from, to, quotas }) => {
    const last = Math.min(to, Number(until(row)))
    const within = (bookings: Bookings): readonly number[] =>
      (bookings.get(folded(rep(row))) ?? [])
        .filter(({ moment }) => moment >= from && moment < last + 1)
        .map(({ amount }) => amount)
    const { amounts, refunds } = booked()
    const threshold = Number(context.terms['ramp.threshold'] ?? 1)
    const inputs = { amounts: within(amounts), refunds: within(refunds), threshold, quotas }
    const reached = holds(treeOf(reachedRule), inputs)
    if (isCellError(reached)) throw reached
    return reached !== false
  }
}

type Bookings = ReadonlyMap<string, readonly { readonly moment: number; readonly amount: number }[]>

function byOwner(context: Context, rule: string, at: string, value: string): Bookings {
  const { read, last, isRow, column, label } = context.rows('deals')
  const [owner, belongs, moment, amount] = [column('rep'), read(rule), read(at), read(value)]
  const found = new Map<string, { moment: number; amount: number }[]>()
  for (let row = 1; row <= last; row++) {
    const day = isRow(row) && belongs(row) === true ? moment(row) : null
    if (typeof day !== 'number') continue
    const money = amount(row)
    if (typeof money !== 'number') {
      throw cellError('#N/A', `${label(row)} counts, but its ${value} is blank: fill it in`)
    }
    const name = folded(owner(row))
    const others = found.get(name)
    if (others) others.push({ moment: day, amount: money })
    else found.set(name, [{ moment: day, amount: money }])
  }
  return found
}
