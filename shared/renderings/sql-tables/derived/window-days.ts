import { firstOf, type Written } from '../expression'
import type { SourceWriter } from '../source'
import { refusing } from './words'

/** A number of days, or a multiple of the natural sales cycle: of the won deals that are known. */
export function windowDays(rows: SourceWriter): Written {
  const { terms, dialect } = rows
  const said = terms['cohort.window_days']
  const [, statistic, times] = /^(median|p90) x ([\d.]+)$/.exec(String(said)) ?? []
  if (times === undefined) return { sql: String(Number(said)), type: 'number' }
  const deals = rows.lookInto('deals', ['won', 'cycle_days', 'closed_at'])
  const counts = rows.other('deals').read('won and cycle_days >= 0 and days(closed_at, known_until) >= 0')
  const cycle = rows.other('deals').name('cycle_days').sql
  const share = statistic === 'median' ? '0.5' : '0.9'
  // Nine decimals hold every product of whole days; what a double adds behind them is not there.
  const cycles = dialect.percentile(cycle, share, `from ${deals} where ${counts.sql}`)
  const window = `cast(${cycles} * ${times} as ${dialect.types.decimal})`
  const nothing =
    '#N/A cohort.window_days goes by won deals, and none is won yet: write a number of days until one is'
  return {
    sql: window,
    type: 'number',
    refused: firstOf(
      counts.refused && `(select min(${counts.refused}) from ${deals})`,
      refusing(`${window} is null`, nothing, rows),
    ),
  }
}
