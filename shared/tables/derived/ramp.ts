import { civilDate } from '../../formula/calendar'
import { exactSum } from '../../formula/sum'
import { cellError } from '../../values'
import type { Rows } from '../rows'
import type { DerivedColumn } from './index'
import { once } from './once'

const reads = ['ramp', 'rep', 'quota_from', 'quota_to', 'quota.ramp_curve']
const looksInto = { reps: ['rep', 'start'] }

/**
 * The share of a full quota that is due is `ramp_shares / ramp_months`, two columns since a third of a quota is no
 * number that a row could hold exactly.
 */
export const rampShares: DerivedColumn = {
  about:
    'The share of the full quota that is due, added up over the months of its period: as the row says, else by quota.ramp_curve',
  reads,
  looksInto,
  read: rows => {
    const sharesOf = monthlyShares(rows)
    return row => Number(exactSum(sharesOf(row)))
  },
}

export const rampMonths: DerivedColumn = {
  about: 'Over how many months those shares were added up',
  reads,
  looksInto,
  read: rows => {
    const sharesOf = monthlyShares(rows)
    return row => sharesOf(row).length
  },
}

function monthlyShares({ read, context, label }: Rows): (row: number) => readonly number[] {
  const [ramp, rep, from, to] = [read('ramp'), read('rep'), read('quota_from'), read('quota_to')]
  const curve = context.terms['quota.ramp_curve'] as Readonly<Record<string, number>>
  const isRamped = Object.keys(curve).length > 0
  const starts = once(() => startsOf(context.rows('reps')))
  return row => {
    const said = ramp(row)
    if (typeof said === 'number') {
      // Above 1 no share is read at all.
      if (said > 0) return [said]
      throw cellError(
        '#NUM!',
        `${label(row)}: ramp is ${said}: a share above 0 and up to 1 is needed; 0.5 is 50 %`,
      )
    }
    const start = isRamped ? starts().get(folded(rep(row))) : undefined
    if (start === undefined) return [1]
    const [first, last] = [monthOf(Number(from(row))), monthOf(Number(to(row)))]
    return Array.from({ length: last - first + 1 }, (_, index) => {
      const month = first + index - start + 1
      return month < 1 ? 0 : (curve[month] ?? 1)
    })
  }
}

/** The month in which each rep started. */
function startsOf({ read, last, isRow }: Rows): ReadonlyMap<string, number> {
  const [rep, start] = [read('rep'), read('start')]
  const found = new Map<string, number>()
  for (let row = last; row > 0; row--) {
    const day = isRow(row) ? start(row) : null
    if (typeof day === 'number') found.set(folded(rep(row)), monthOf(day))
  }
  return found
}

/** Reps are matched regardless of case. */
export function folded(rep: unknown): string {
  return String(rep ?? '').toLowerCase()
}

function monthOf(day: number): number {
  const { year, month } = civilDate(Math.floor(day))
  return year * 12 + month
}
