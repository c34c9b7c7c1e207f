import { wholeSeconds } from '../../definitions/row'
import { type CellError, isCellError } from '../../values'
import { type Changed, change } from '../change'
import type { Saved, Seen } from '../questions'
import type { Block, Edit, Steps } from '../steps'
import { type Governance, governance, seenOf } from './governance'

/** What is to be written, and how to tell from the workbook that it was. */
export interface Prepared {
  readonly expected: readonly Block[]
  readonly edits: readonly Edit[]
  /** What governs once it is written. */
  readonly result: Seen
  /** Whether the workbook, read anew, holds all of it. */
  readonly holds: (now: Governance) => boolean
  /** Another look that has to go well. */
  readonly look?: () => Steps<boolean>
}

/** What governs the workbook, as long as it is what the user saw; else why nothing can be saved. */
export function* asSeen(seen: Seen): Steps<Governance | Saved> {
  const governed = yield* governance()
  const obstacle = governed.problem ?? governed.guarded
  if (obstacle) return refused(obstacle.reason)
  return isSame(seenOf(governed), seen) ? governed : conflict(governed, seen)
}

/**
 * Writes what was prepared in one change, and reads the workbook again before it is called saved. Whatever goes wrong on
 * the way, the answer says what is true.
 */
export function* write(governed: Governance, prepared: Prepared | CellError): Steps<Saved> {
  if (isCellError(prepared)) return refused(prepared.reason)
  const seen = seenOf(governed)
  const changed = yield* attempted(governed, prepared)
  const now = yield* again()
  const isWritten = !now.problem && prepared.holds(now)
  if (isWritten && (!prepared.look || (yield* prepared.look())))
    return { outcome: 'saved', ...prepared.result }
  if (changed.outcome === 'done') return yield* withdrawn(changed)
  if (!now.problem && !isSame(seenOf(now), seen)) return conflict(now, seen)
  if (changed.outcome === 'refused') return changed
  const lock = now.locks.rows[now.locks.rows.length - 1]
  if (lock && now.locks.rows.length > governed.locks.rows.length) {
    return { outcome: 'conflict', now: seenOf(now), by: lock.lockedBy, terms: [] }
  }
  return refused(
    'Somebody has just changed cells that this would write to. Nothing was written: look at them, and try again.',
  )
}

/** The change may have been made although the host failed after it: that is for the workbook to tell. */
function* attempted({ overview }: Governance, { expected, edits }: Prepared): Steps<Changed> {
  const names = edits.flatMap(edit =>
    edit.do === 'name' ? [{ name: edit.name, area: overview.names[edit.name] }] : [],
  )
  try {
    return yield* change(expected, edits, names)
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error))
  }
}

/** A look that fails once is taken again: what was saved should not be called lost. */
function* again(): Steps<Governance> {
  try {
    return yield* governance()
  } catch {
    return yield* governance()
  }
}

function* withdrawn({ undo }: Changed & { outcome: 'done' }): Steps<Saved> {
  const back = yield* change(undo.expected, undo.edits, undo.names)
  return refused(
    back.outcome === 'done'
      ? 'The workbook does not keep what was written as it was written, so it was taken back. Nothing was changed.'
      : 'The workbook does not keep what was written as it was written: use the spreadsheet’s own Undo, and look at it.',
  )
}

function isSame(one: Seen, other: Seen): boolean {
  return one.version === other.version && one.hash === other.hash
}

function conflict(governed: Governance, seen: Seen): Saved {
  const { rows } = governed.set
  const newer = rows.filter(({ version }) => version > seen.version)
  const [last] = (newer.length > 0 ? newer : rows).slice(-1)
  const terms = [...new Set(newer.map(({ term }) => term))]
  return { outcome: 'conflict', now: seenOf(governed), by: last?.changedBy ?? '', terms }
}

export function refused(reason: string): Saved & { outcome: 'refused' } {
  return { outcome: 'refused', reason }
}

/**
 * The moment of a record: never before the one that it follows, since the clocks of two people in one workbook differ.
 * A clock that is more than a day behind is left as it is, and refused.
 */
export function momentAfter(now: number, last: number | undefined, least = 0): number {
  const earliest = (last ?? 0) + least / 86_400
  return wholeSeconds(now < earliest && earliest - now < 1 ? earliest : now)
}
