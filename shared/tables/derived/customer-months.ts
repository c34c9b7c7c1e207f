import { civilDate, monthsAfter } from '../../formula/calendar'
import type { Rows } from '../rows'
import type { Reader, RowValue } from '../table'
import type { DerivedColumn } from './index'
import { once } from './once'

const span = ['customer_start', 'start', 'end', 'as_of']

/** Months of a customer, counted by the days on which it had been one for so many of them. */
export const customerMonths: Readonly<Record<string, DerivedColumn>> = {
  customer_start: {
    about: 'When the first paid subscription of its customer started',
    reads: ['customer_id', 'start', 'paid'],
    read: rows => {
      const [id, starts] = [rows.read('customer_id'), once(() => firstStarts(rows))]
      return row => starts().get(id(row)) ?? null
    },
  },
  months_before: {
    about: 'How many months its customer had been one when the subscription started',
    reads: ['customer_start', 'start'],
    read: ({ read }) => monthsUntil(read('customer_start'), read('start')),
  },
  months_lived: {
    about: 'How many months it has run so far, a month counting from its first day',
    reads: span,
    read: ({ read }) => {
      const [end, asOf] = [read('end'), read('as_of')]
      const until = (row: number): number => {
        const [last, known] = [end(row), Number(asOf(row)) + 1]
        return typeof last === 'number' ? Math.min(last, known) : known
      }
      const before = monthsUntil(read('customer_start'), read('start'))
      const after = monthsUntil(read('customer_start'), until)
      return row => Math.max(0, Number(after(row)) - Number(before(row)))
    },
  },
}

function firstStarts({ read, last, isRow }: Rows): ReadonlyMap<RowValue, number> {
  const [id, start, paid] = [read('customer_id'), read('start'), read('paid')]
  const found = new Map<RowValue, number>()
  for (let row = 1; row <= last; row++) {
    if (!isRow(row) || paid(row) !== true) continue
    const [own, moment] = [id(row), start(row)]
    if (own === null || typeof moment !== 'number') continue
    found.set(own, Math.min(found.get(own) ?? moment, Math.floor(moment)))
  }
  return found
}

/** How many of the days one month after the other, from a first one on, lie before a day. */
function monthsUntil(from: Reader, to: Reader): Reader {
  return row => {
    const [first, day] = [from(row), Math.floor(Number(to(row)))]
    if (typeof first !== 'number' || day <= first) return 0
    const [start, end] = [civilDate(first), civilDate(day)]
    const months = (end.year - start.year) * 12 + end.month - start.month
    return monthsAfter(first, months) < day ? months + 1 : months
  }
}
