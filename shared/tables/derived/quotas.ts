import { fiscalCalendarOf } from '../../definitions/fiscal-calendar'
import { parsePeriod, type Span, spanOf } from '../../definitions/period-name'
import { civilDate, serialOf } from '../../formula/calendar'
import { type CellError, cellError, isCellError } from '../../values'
import type { Rows } from '../rows'
import type { Reader } from '../table'
import type { DerivedColumn } from './index'
import { once } from './once'
import { rampMonths, rampShares } from './ramp'
import { wholePeriod } from './whole-period'
import { perValue } from './words'

const calendarTerms = [
  ...['calendar.fiscal_start_month', 'calendar.scheme', 'calendar.week_start'],
  'calendar.week_quarter_rule',
]

export const quotaColumns: Readonly<Record<string, DerivedColumn>> = {
  quota_from: {
    about: 'The first day of the period that the quota is for',
    reads: ['period', ...calendarTerms],
    read: rows => boundOf(rows, 'from'),
  },
  quota_to: {
    about: 'The last day of the period that the quota is for',
    reads: ['period', ...calendarTerms],
    read: rows => boundOf(rows, 'to'),
  },
  ramp_shares: rampShares,
  ramp_months: rampMonths,
  whole_period: wholePeriod('quota_from', 'quota_to'),
}

function boundOf(rows: Rows, bound: keyof Span): Reader {
  const { read, label } = rows
  const months = once(() => monthsApart(rows))
  const calendar = fiscalCalendarOf(rows.context.terms)
  const spanFor = perValue(read('period'), (period): Span | CellError | undefined => {
    if (period === null) return undefined
    if (typeof period === 'number') return monthsFrom(period, months())
    const name = parsePeriod(String(period))
    if (isCellError(name)) return name
    return (
      spanOf(name, calendar) ?? cellError('#VALUE!', `there is no ${period}: its quarter has fewer weeks`)
    )
  })
  return row => {
    const span = spanFor(row)
    if (isCellError(span)) throw cellError('#VALUE!', `${label(row)}: ${span.reason}`)
    return span === undefined ? null : span[bound]
  }
}

/** The period of a day that stands for it: so many months from the first of its own. */
function monthsFrom(day: number, months: number): Span {
  const { year, month } = civilDate(Math.floor(day))
  return { from: serialOf(year, month, 1), to: serialOf(year, month + months, 1) - 1 }
}

/**
 * How many months each period has where days stand for them: as many as lie between the two that are nearest, so that
 * quarters may be written by their first days. Days that are no firsts of a month are days of a month.
 */
function monthsApart({ read, last, isRow }: Rows): number {
  const period = read('period')
  const months = new Set<number>()
  for (let row = 1; row <= last; row++) {
    const day = isRow(row) ? period(row) : null
    if (typeof day !== 'number') continue
    const { year, month, day: ofMonth } = civilDate(Math.floor(day))
    if (ofMonth !== 1) return 1
    months.add(year * 12 + month)
  }
  const inOrder = [...months].sort((a, b) => a - b)
  const gaps = inOrder.slice(1).map((month, index) => month - (inOrder[index] as number))
  return gaps.length === 0 ? 1 : Math.min(12, ...gaps)
}
