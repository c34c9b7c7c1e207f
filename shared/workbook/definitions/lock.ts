import { type LockRequest, lockPeriod as lockRow, unlockPeriod as unlockRow } from '../../definitions/locking'
import { type LockRow, lockCells } from '../../definitions/locks'
import { readSnapshot, snapshotCells } from '../../definitions/snapshot'
import { type Cell, type CellError, isCellError } from '../../values'
import type { AskedLock, Saved } from '../questions'
import { overview as overviewNow, type Steps } from '../steps'
import { append } from './append'
import { type Governance, lostTable, seenOf } from './governance'
import { lockedNumbers } from './locked-numbers'
import { recordSheet } from './record-sheet'
import { matrixOf, type RecordName, type RecordTable, recordTables } from './record-table'
import { asSeen, momentAfter, type Prepared, refused, write } from './save'

/** Locks a period: what its metrics are now is recorded with it, in one change. */
export function* lockPeriod(asked: AskedLock): Steps<Saved> {
  const governed = yield* asSeen(asked.seen)
  if ('outcome' in governed) return governed
  const kept = yield* recordTables(governed.overview, ['SNAPSHOT'])
  const lost = lostTable(governed.overview, kept, ['SNAPSHOT'])
  if (lost) return refused(lost.reason)
  const before = readSnapshot(kept.SNAPSHOT && matrixOf(kept.SNAPSHOT))
  if (isCellError(before)) return refused(before.reason)
  const last = before.rows[before.rows.length - 1]?.recordedAt
  const lock = lockRow(governed.set, governed.locks, requestOf(asked, governed, last))
  if (isCellError(lock)) return refused(lock.reason)
  const numbers = yield* lockedNumbers(governed, lock, before)
  if (isCellError(numbers)) return refused(numbers.reason)
  // They go first: what was recorded of a period that is not locked is never shown.
  const recorded = added(governed, 'SNAPSHOT', kept.SNAPSHOT, numbers.map(snapshotCells))
  const all = isCellError(recorded) ? recorded : prepared(governed, lock, recorded)
  return yield* write(governed, isCellError(all) ? all : { ...all, look: snapshotReads })
}

/** Unlocks it again; the lock stays on record, and so does what was reported. */
export function* unlockPeriod(asked: AskedLock): Steps<Saved> {
  const governed = yield* asSeen(asked.seen)
  if ('outcome' in governed) return governed
  const lock = unlockRow(governed.set, governed.locks, requestOf(asked, governed))
  return yield* write(governed, isCellError(lock) ? lock : prepared(governed, lock))
}

function* snapshotReads(): Steps<boolean> {
  const { SNAPSHOT: table } = yield* recordTables(yield* overviewNow(), ['SNAPSHOT'])
  return table !== undefined && !isCellError(readSnapshot(matrixOf(table)))
}

/** @param recorded the moment of the last number that was recorded, be it of a lock that was cut off */
function requestOf(
  { period, by, reason }: AskedLock,
  { overview, locks, today }: Governance,
  recorded = 0,
): LockRequest {
  const last = Math.max(recorded, locks.rows[locks.rows.length - 1]?.recordedAt ?? 0)
  return { period, by, reason, asOf: today, recordedAt: momentAfter(overview.now, last, 1) }
}

type Written = Pick<Prepared, 'expected' | 'edits'>

function added(
  { overview }: Governance,
  name: RecordName,
  table: RecordTable | undefined,
  rows: readonly (readonly Cell[])[],
): Written | CellError {
  if (!table) return { expected: [], edits: recordSheet(overview, name, rows as never).edits }
  const addition = append(table, rows)
  return isCellError(addition) ? addition : { expected: [addition.expected], edits: addition.edits }
}

const nothing: Written = { expected: [], edits: [] }

function prepared(governed: Governance, lock: LockRow, numbers = nothing): Prepared | CellError {
  const { definitions, locked } = governed
  const locks = added(governed, 'LOCKS', locked, [lockCells(lock)])
  if (isCellError(locks)) return locks
  // Nor may the definitions change under the lock.
  const governing = definitions ? [{ ...definitions.block, area: definitions.area }] : []
  return {
    expected: [...governing, ...numbers.expected, ...locks.expected],
    edits: [...numbers.edits, ...locks.edits],
    result: seenOf(governed),
    holds: now =>
      now.locks.rows.some(({ period, hash, recordedAt }) => {
        return period === lock.period && hash === lock.hash && recordedAt === lock.recordedAt
      }),
  }
}
