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
  const { term, effectiveFrom: day, recordedAt, kind, version } = row
  if (!isDay(day)) return cellError('#VALUE!', `${term}: the day from which on it holds is no date`)
  const { start, grain } = periodHolding(rows, day, version)
  if (start !== day) {
    return offering(
      nextStart(rows, day, version),
      `${term} cannot change on ${dayText(day)}, within a ${grain}`,
    )
  }
  const lock = lockTouched(set, locks, row)
  if (lock) {
    return offering(
      nextStart(rows, lock.to, version),
      `${term} cannot change from ${dayText(day)} on: ${lock.period} is locked`,
    )
  }
  const known = set.rows.some(other => other.term === term)
  if (kind === 'estimate' && known && day < periodHolding(rows, recordedAt, version).start) {
    return offering(
      nextStart(rows, recordedAt, version),
      `${term} cannot change from ${dayText(day)} on: a new estimate holds from now on; what was wrong is a correction`,
    )
  }
  const notice = Number(termsAt(set.rows, recordedAt, set.version)['change.notice_days'])
  if (kind !== 'correction' && notice > 0 && day < recordedAt + notice) {
    return offering(
      nextStart(rows, recordedAt + notice - 1, version),
      `${term} cannot change on ${dayText(day)}: change.notice_days asks for ${notice} days of notice`,
    )
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
  return periodEnd(Math.floor(day), String(terms['lock.grain']), fiscalCalendarOf(terms)) + 1
}

function offering(offer: number, reason: string): Refusal {
  return { ...cellError('#VALUE!', `${reason}; it can from ${dayText(offer)} on`), offer }
}
