import { type Argument, cellError, isCellError, type Result } from '../../values'
import { spanByLocks } from '../lock-calendar'
import { isLocked, readLocks } from '../locks'
import { parsePeriod, periodText } from '../period-name'
import { each, tooMany } from './arguments'

/** IS_LOCKED(period, [locks]): whether a period is locked, itself or as part of a longer one; LOCKS left out, none is. */
export function isLockedPeriod(args: readonly Argument[]): Result {
  const [period, given] = args
  const wrong = tooMany('IS_LOCKED', args, 2)
  if (wrong) return wrong
  const locks = readLocks(given)
  if (isCellError(locks)) return locks
  return each(period, cell => {
    const name = parsePeriod(cell)
    if (isCellError(name)) return name
    const span = spanByLocks(name, locks)
    return span
      ? isLocked(locks, span)
      : cellError('#VALUE!', `there is no ${periodText(name)}: its quarter has fewer weeks`)
  })
}
