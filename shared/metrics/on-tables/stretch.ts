import { dayText } from '../../definitions/clock'
import { firstEvent } from '../../tables/latest-event'
import type { Period } from '../../tables/rows'
import { type CellError, cellError } from '../../values'
import type { Wanted } from './answer'
import { tablesNeeded } from './dependencies'
import { movedBack } from './locate'
import type { Question } from './question'

/**
 * The days that a metric is computed of: those of the period and of as many before it as it takes together.
 * @returns `#N/A` where a table begins only after the first of these periods: its part would be missing
 */
export function stretchOf(
  { tables }: Question,
  { metric, periods = 1 }: Wanted,
  period: Period,
): Period | CellError {
  if (periods === 1) return period
  const first = movedBack(period, periods - 1)
  for (const name of tablesNeeded(metric)) {
    const table = tables.get(name)
    const begins = table && firstEvent(table)
    if (begins !== undefined && begins > first.to) {
      return cellError(
        '#N/A',
        `${metric.name} needs ${periods} periods from ${dayText(first.from)} on: ${name} begin on ${dayText(begins)}`,
      )
    }
  }
  return { from: first.from, to: period.to }
}
