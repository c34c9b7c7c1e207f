import { type Argument, cellError, isCellError, type Result } from '../../values'
import { fiscalCalendarOf } from '../fiscal-calendar'
import { isLocked, type Locks, readLocks } from '../locks'
import { type PeriodName, parsePeriod, periodText, type Span, spanOf } from '../period-name'
import type { Terms } from '../term'
import { each, tooMany } from './arguments'
import { latestTerms } from './latest'

/**
 * IS_LOCKED(period, [locks], [definitions]): whether a period is locked, itself or as part of a longer one; LOCKS left out,
 * none is. The definitions say when the fiscal year begins of a quarter or year that LOCKS do not name.
 */
export function isLockedPeriod(args: readonly Argument[]): Result {
  const [period, given, definitions] = args
  const wrong = tooMany('IS_LOCKED', args, 3)
  if (wrong) return wrong
  const locks = readLocks(given)
  if (isCellError(locks)) return locks
  const terms = latestTerms(definitions)
  if (isCellError(terms)) return terms
  return each(period, cell => {
    const name = parsePeriod(cell)
    if (isCellError(name)) return name
    const span = spanIn(name, locks, terms)
    return span
      ? isLocked(locks, span)
      : cellError('#VALUE!', `there is no ${periodText(name)}: its quarter has fewer weeks`)
  })
}

function spanIn(name: PeriodName, { rows }: Locks, terms: Terms): Span | undefined {
  return rows.find(({ period }) => period === periodText(name)) ?? spanOf(name, fiscalCalendarOf(terms))
}
