import { type CellError, cellError, isCellError } from '../values'
import { approverFault } from './approvers'
import { dayText, isDay } from './clock'
import { fiscalCalendarOf } from './fiscal-calendar'
import { latestOf } from './governing'
import { chainOf } from './hash'
import { hashedLock, isLocked, type LockRow, type Locks, locksNow, missingApproval } from './locks'
import { parsePeriod, periodText, type Span, spanOf } from './period-name'
import { termsFor } from './resolve'
import { momentText, wholeSeconds } from './row'
import type { DefinitionSet } from './table'

/** What whoever locks or unlocks a period says; `recordedAt` is the moment, `asOf` a day, as serials. */
export interface LockRequest {
  readonly period: string
  readonly asOf: number
  readonly by: string
  readonly reason: string
  readonly recordedAt: number
}

/**
 * The row that locks a period, to be appended to LOCKS.
 * @returns an error that says why the period cannot be locked: it is already, it is not over, nothing governs it, or
 * whoever asks may not
 */
export function lockPeriod(set: DefinitionSet, locks: Locks, request: LockRequest): LockRow | CellError {
  const missing = missingApproval(set, locks)
  if (missing) return missing
  const found = spanIn(set, request)
  if (isCellError(found)) return found
  const { span, version, grain, text } = found
  if (grain !== found.lockGrain) {
    return cellError(
      '#VALUE!',
      `${text} is a ${grain}: lock.grain says that a ${found.lockGrain} is locked at a time`,
    )
  }
  if (isLocked(locks, span)) return cellError('#VALUE!', `${text} is locked already`)
  if (request.asOf < span.to) {
    return cellError(
      '#VALUE!',
      `${text} is not over on ${dayText(request.asOf)}: it ends on ${dayText(span.to)}`,
    )
  }
  return appended(locks, { ...span, ...recordOf(request), period: text, status: 'locked', version })
}

/**
 * The row that unlocks it again: both stay on record.
 * @returns an error where the period is not locked, nobody answers for it or may, or no reason is given
 */
export function unlockPeriod(set: DefinitionSet, locks: Locks, request: LockRequest): LockRow | CellError {
  const found = spanIn(set, request)
  if (isCellError(found)) return found
  const { span, version, text } = found
  if (request.reason.trim() === '') return cellError('#VALUE!', `unlocking ${text} needs a reason: write one`)
  if (!locksNow(locks).some(({ period }) => period === text)) {
    return cellError('#VALUE!', `${text} is not locked`)
  }
  return appended(locks, { ...span, ...recordOf(request), period: text, status: 'unlocked', version })
}

function recordOf({ asOf, by, reason, recordedAt }: LockRequest) {
  return { asOf, lockedBy: by.trim(), reason: reason.trim(), recordedAt: wholeSeconds(recordedAt) }
}

interface FoundPeriod {
  readonly span: Span
  readonly text: string
  readonly grain: string
  readonly lockGrain: string
  readonly version: number
}

/** The period by the calendar as it is now, and what governs it. */
function spanIn(set: DefinitionSet, { period, by, asOf, recordedAt }: LockRequest): FoundPeriod | CellError {
  const name = parsePeriod(period)
  if (isCellError(name)) return name
  if (by.trim() === '')
    return cellError('#VALUE!', 'nobody answers for it: write who locks or unlocks the period')
  if (!isDay(asOf) || !isDay(Math.floor(recordedAt)))
    return cellError('#VALUE!', 'as_of or recorded_at is no date')
  const stranger = approverFault(set.rows, { by, recordedAt, version: set.version })
  if (stranger) return stranger
  const span = spanOf(name, fiscalCalendarOf(latestOf(set.rows)))
  if (!span) return cellError('#VALUE!', `there is no ${periodText(name)}: its quarter has fewer weeks`)
  const governed = termsFor(set, span.from)
  if (isCellError(governed)) return governed
  const lockGrain = String(governed.terms['lock.grain'])
  return { span, lockGrain, grain: name.grain, text: periodText(name), version: governed.version }
}

/** With its hash, where the table has hashes; refused where it would not be the last. */
function appended(locks: Locks, row: Omit<LockRow, 'hash' | 'at'>): LockRow | CellError {
  const last = locks.rows[locks.rows.length - 1]
  if (last && row.recordedAt <= last.recordedAt) {
    return cellError(
      '#VALUE!',
      `the last lock was recorded at ${momentText(last.recordedAt)}: this one must be later`,
    )
  }
  const chain = chainOf([...locks.rows, row].map(hashedLock))
  return { ...row, hash: locks.sealed ? (chain[chain.length - 1] as string) : '', at: 0 }
}
