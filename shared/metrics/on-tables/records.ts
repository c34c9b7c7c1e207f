import { type Locks, lockColumns, missingApproval, readLocks } from '../../definitions/locks'
import type { Columns } from '../../definitions/sheet'
import { readSnapshot, type Snapshot, snapshotColumns } from '../../definitions/snapshot'
import type { DefinitionSet } from '../../definitions/table'
import { normalised } from '../../tables/headers'
import { type Argument, type CellError, isCellError, isMatrix } from '../../values'

/** LOCKS and SNAPSHOT, which may stand among the tables: which periods are locked, and what was reported then. */
export interface Records {
  readonly locks: Locks | undefined
  readonly snapshot: Snapshot | undefined
  /** The tables themselves. */
  readonly others: readonly Argument[]
}

export function readRecords(given: readonly Argument[], definitions: DefinitionSet): Records | CellError {
  const lockRange = given.find(argument => hasColumns(argument, lockColumns))
  const snapshotRange = given.find(argument => hasColumns(argument, snapshotColumns))
  const locks = lockRange === undefined ? undefined : readLocks(lockRange)
  if (isCellError(locks)) return locks
  const missing = locks && missingApproval(definitions, locks)
  if (missing) return missing
  const snapshot = snapshotRange === undefined ? undefined : readSnapshot(snapshotRange)
  if (isCellError(snapshot)) return snapshot
  // Kept blank in their places, so that a reason counts the tables as the call does.
  const others = given.map(argument =>
    argument === lockRange || argument === snapshotRange ? undefined : argument,
  )
  return { locks, snapshot, others }
}

function hasColumns(argument: Argument, columns: Columns): boolean {
  if (!isMatrix(argument)) return false
  const headers = (argument[0] ?? []).map(normalised)
  const needed = Object.keys(columns).filter(name => !columns[name]?.optional)
  return needed.every(name => headers.includes(normalised(name)))
}
