import { periodEnd } from '../formula/periods'
import { type CellError, cellError } from '../values'
import { periodHolding } from './approvals'
import { dayText, isDay } from './clock'
import { fiscalCalendarOf } from './fiscal-calendar'
import { termsAt } from './governing'
import { type LockRow, type Locks, locksNow } from './locks'
import type { DefinitionRow } from './row'
import type { DefinitionSet } from './table'

/** Why a change is refused, and the day from which on it could hold, where another day is all that it needs. */
export interface Refusal extends CellError {
  readonly offer?: number
}

/** Why a term may not change on its day; undefined where it may. `rows` are those of the set and all that are proposed. */
export function dayRefusal(
  set: DefinitionSet,
  locks: Locks,
  row: DefinitionRow,
  rows: readonly DefinitionRow[],
): Refusal | undefined {
  if (!isDay(row.effectiveFrom)) {
    return cellError('#VALUE!', `${row.term}: the day from which on it holds is no date`)
  }
  const objection = objectionTo(set, locks, row, rows)
  if (!objection) return undefined
  const { reason, next } = objection
  // The next day may meet with another objection, but each lies further on.
  const again = dayRefusal(set, locks, { ...row, effectiveFrom: next }, rows)
  const offer = again?.offer ?? next
  return { ...cellError('#VALUE!', `${row.term} ${reason}; it can from ${dayText(offer)} on`), offer }
}

/** What is against the day, and the first day of which that cannot be said. */
interface Objection {
  readonly reason: string
  readonly next: number
}

function objectionTo(
  set: DefinitionSet,
  locks: Locks,
  row: DefinitionRow,
  rows: readonly DefinitionRow[],
): Objection | undefined {
  const { term, effectiveFrom: day, recordedAt, kind, version } = row
  const today = Math.floor(recordedAt)
  const after = (last: number): number => nextStart(rows, last, version)
  const { start, grain } = periodHolding(rows, day, version)
  if (start !== day)
    return { reason: `cannot change on ${dayText(day)}, within a ${grain}`, next: after(day) }
  const lock = lockTouched(set, locks, row)
  if (lock) {
    return { reason: `cannot change from ${dayText(day)} on: ${lock.period} is locked`, next: after(lock.to) }
  }
  const known = set.rows.some(other => other.term === term)
  if (kind === 'estimate' && known && day < periodHolding(rows, today, version).start) {
    const reason = `cannot change from ${dayText(day)} on: a new estimate holds from now on; what was wrong is a correction`
    return { reason, next: after(today) }
  }
  const notice = Number(termsAt(set.rows, today, set.version)['change.notice_days'])
  if (kind !== 'correction' && notice > 0 && day < today + notice) {
    const reason = `cannot change on ${dayText(day)}: change.notice_days asks for ${notice} days of notice`
    return { reason, next: after(today + notice - 1) }
  }
  return undefined
}

/** A locked period that would be counted by the new value: those from its day on up to the term's next change. */
function lockTouched(
  set: DefinitionSet,
  locks: Locks,
  { term, effectiveFrom }: DefinitionRow,
): LockRow | undefined {
  const later = set.rows.filter(row => row.term === term && row.effectiveFrom > effectiveFrom)
  const until = Math.min(...later.map(row => row.effectiveFrom))
  const touched = locksNow(locks).filter(({ from, to }) => to >= effectiveFrom && from < until)
  return touched.sort((a, b) => b.to - a.to)[0]
}

/** The first day after the period that holds a day. */
function nextStart(rows: readonly DefinitionRow[], day: number, version: number): number {
  const terms = termsAt(rows, day, version)
  return periodEnd(day, String(terms['lock.grain']), fiscalCalendarOf(terms)) + 1
}
