import { evaluate } from '../../formula/evaluate'
import { treeOf } from '../../formula/trees'
import { cellError } from '../../values'
import type { Rows } from '../rows'
import type { Reader } from '../table'
import type { DerivedColumn } from './index'
import { once } from './once'

/** A number of days, or a multiple of the natural sales cycle: of the won deals that are known. */
export const windowDays: DerivedColumn = {
  about: 'How many days after its issue a lead may still bring a deal that counts',
  reads: ['cohort.window_days'],
  looksInto: { deals: ['won', 'cycle_days', 'closed_at'] },
  read: ({ context }): Reader => {
    const said = context.terms['cohort.window_days']
    const [, statistic, times] = /^(median|p90) x ([\d.]+)$/.exec(String(said)) ?? []
    if (times === undefined) return () => Number(said)
    const window = once(() => multipleOf(cyclesOf(context.rows('deals')), statistic as string, Number(times)))
    return () => window()
  },
}

function multipleOf(cycles: readonly number[], statistic: string, times: number): number {
  if (cycles.length === 0) {
    const remedy = 'write a number of days until one is'
    throw cellError('#N/A', `cohort.window_days goes by won deals, and none is won yet: ${remedy}`)
  }
  const share = statistic === 'median' ? 0.5 : 0.9
  return Number(evaluate(treeOf('percentile(cycles, share) * times'), { cycles, share, times }))
}

function cyclesOf({ read, last, isRow }: Rows): readonly number[] {
  const [counts, cycle] = [
    read('won and cycle_days >= 0 and days(closed_at, known_until) >= 0'),
    read('cycle_days'),
  ]
  const cycles: number[] = []
  for (let row = 1; row <= last; row++) {
    if (isRow(row) && counts(row) === true) cycles.push(Number(cycle(row)))
  }
  return cycles
}
