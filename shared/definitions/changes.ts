import { type Cell, type CellError, cellError, isCellError } from '../values'
import { approverFault } from './approvers'
import { dayRefusal, type Refusal } from './change-day'
import { isDay } from './clock'
import { governing } from './governing'
import { chainOf } from './hash'
import { type Locks, missingApproval } from './locks'
import { parseTerm } from './parse'
import { type DefinitionRow, hashedParts, inOrder, momentText, wholeSeconds } from './row'
import { type DefinitionSet, setOf } from './table'
import type { ChangeKind, Term } from './term'
import { termNamed } from './terms'
import { writeTerm } from './write'

/** A change that someone asks for: the value as it stands in a cell, the first day on which it shall hold. */
export interface Change {
  readonly term: string
  readonly value: Cell
  readonly effectiveFrom: number
  readonly reason: string
  /** Left out, what a change of that term usually is. */
  readonly kind?: ChangeKind
}

/** Who approves it, and when, as a serial. */
export interface Approval {
  readonly by: string
  readonly recordedAt: number
}

/** What an approval adds to the table, and the rows that it makes superseded. */
export interface Approved {
  readonly rows: readonly DefinitionRow[]
  readonly supersedes: readonly DefinitionRow[]
  /** The definitions after it. */
  readonly set: DefinitionSet
}

/**
 * The rows of the next version, for changes that are approved together.
 * @returns why the first change that cannot be is refused: an unknown term, a bad value, a date within a period or in
 * a locked one, no reason, nobody who answers for it or may, too short a notice, nothing changed
 */
export function proposeChanges(
  set: DefinitionSet,
  locks: Locks,
  changes: readonly Change[],
  approval: Approval,
): Approved | Refusal {
  const { by, recordedAt } = approval
  const missing = missingApproval(set, locks)
  if (missing) return missing
  const last = set.rows[set.rows.length - 1]
  if (by.trim() === '') return cellError('#VALUE!', 'nobody answers for the change: write who approves it')
  if (!isDay(Math.floor(recordedAt))) return cellError('#VALUE!', 'the moment of the approval is no date')
  const stranger = approverFault(set.rows, { by, recordedAt, version: set.version })
  if (stranger) return stranger
  if (changes.length === 0) return cellError('#VALUE!', 'nothing is changed')
  if (last && wholeSeconds(recordedAt) < last.recordedAt) {
    return cellError(
      '#VALUE!',
      `v${last.version} was recorded at ${momentText(last.recordedAt)}: this is earlier`,
    )
  }
  const added: DefinitionRow[] = []
  for (const change of changes) {
    const row = rowOf(set, change, approval)
    if (isCellError(row)) return row
    added.push(row)
  }
  for (const row of added) {
    const refusal = dayRefusal(set, locks, row, inOrder([...set.rows, ...added]))
    if (refusal) return refusal
  }
  return sealedWith(set, added)
}

function rowOf(set: DefinitionSet, change: Change, { by, recordedAt }: Approval): DefinitionRow | CellError {
  const term = change.term.trim().toLowerCase()
  const value = parseTerm(term, change.value)
  if (isCellError(value)) return value
  if (change.reason.trim() === '') return cellError('#VALUE!', `${term}: a change needs a reason: write one`)
  const known = governing(set.rows, change.effectiveFrom, set.version).get(term)
  if (known && writeTerm(term, known.value) === writeTerm(term, value)) {
    return cellError('#VALUE!', `${term} is that already, since v${known.version}`)
  }
  const kind = change.kind ?? (termNamed(term) as Term).kind
  const said = {
    term,
    value,
    kind,
    reason: change.reason.normalize('NFC').trim(),
    changedBy: by.normalize('NFC').trim(),
  }
  const times = { effectiveFrom: change.effectiveFrom, recordedAt: wholeSeconds(recordedAt) }
  // Stryker disable next-line StringLiteral: its hash it gets in the chain
  return { ...said, ...times, version: set.version + 1, superseded: false, hash: '', at: 0 }
}

/** The set with the rows, each with its hash where the set has hashes. */
function sealedWith(set: DefinitionSet, added: readonly DefinitionRow[]): Approved | CellError {
  const isOld = (old: DefinitionRow): boolean =>
    !old.superseded && added.some(row => row.term === old.term && row.effectiveFrom === old.effectiveFrom)
  const supersedes = set.rows.filter(isOld)
  const kept = set.rows.map(row => (isOld(row) ? { ...row, superseded: true } : row))
  const ordered = inOrder([...kept, ...added])
  const chain = set.sealed ? chainOf(ordered.map(hashedParts)) : []
  const after = setOf(ordered.map((row, index) => ({ ...row, hash: chain[index] ?? '' })))
  if (isCellError(after)) return after
  return { rows: after.rows.filter(({ version }) => version > set.version), supersedes, set: after }
}
