import { civilDate, serialOf } from '../../formula/calendar'
import { cellError } from '../../values'
import type { Period, Rows } from '../rows'
import type { Reader } from '../table'
import type { DerivedColumn } from './index'

const spanReads = ['date', 'period_from', 'period_to', 'cost.timing', 'cost.weekly_spread']

/**
 * The days over which a cost is spread: what it was paid for, where the row says so and costs count when incurred;
 * else the month of its date, so that what is booked once a month makes no spikes in weeks; else that day.
 */
export const costDays: Readonly<Record<string, DerivedColumn>> = {
  incurred_from: {
    about: 'The first of the days that a cost is spread over',
    reads: spanReads,
    read: rows => bound(rows, 'from'),
  },
  incurred_to: {
    about: 'The last of the days that a cost is spread over',
    reads: spanReads,
    read: rows => bound(rows, 'to'),
  },
  days_inside: {
    about: 'How many of those days lie in the period',
    reads: spanReads,
    read: rows => {
      const [spanOf, { context }] = [spansOf(rows), rows]
      return row => {
        const span = spanOf(row)
        return (
          span &&
          daysOf({
            from: Math.max(span.from, context.period.from),
            to: Math.min(span.to, context.period.to),
          })
        )
      }
    },
  },
  span_days: {
    about: 'How many days those are',
    reads: spanReads,
    read: rows => {
      const spanOf = spansOf(rows)
      return row => {
        const span = spanOf(row)
        return span && daysOf(span)
      }
    },
  },
}

function bound(rows: Rows, end: keyof Period): Reader {
  const spanOf = spansOf(rows)
  return row => spanOf(row)?.[end] ?? null
}

function daysOf({ from, to }: Period): number {
  return to - from + 1
}

/** Blank where the cost has no date. */
function spansOf({ read, context, label }: Rows): (row: number) => Period | null {
  const [date, first, last] = [read('date'), read('period_from'), read('period_to')]
  const isIncurred = context.terms['cost.timing'] !== 'paid'
  const isSpread = context.terms['cost.weekly_spread'] !== 'none'
  return row => {
    const moment = date(row)
    if (typeof moment !== 'number') return null
    const [from, to] = [isIncurred ? first(row) : null, isIncurred ? last(row) : null]
    if (typeof from === 'number' && typeof to === 'number') {
      if (Math.floor(to) >= Math.floor(from)) return { from: Math.floor(from), to: Math.floor(to) }
      throw cellError('#VALUE!', `${label(row)}: its period ends before it begins; correct one of the dates`)
    }
    const day = Math.floor(moment)
    return isSpread ? monthOf(day) : { from: day, to: day }
  }
}

function monthOf(day: number): Period {
  const { year, month } = civilDate(day)
  return { from: serialOf(year, month, 1), to: serialOf(year, month + 1, 1) - 1 }
}
