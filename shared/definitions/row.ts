import type { Cell } from '../values'
import { dayText } from './clock'
import type { ChangeKind, TermValue } from './term'
import { writeTerm } from './write'

/** An approved change of one term. */
export interface DefinitionRow {
  readonly term: string
  readonly value: TermValue
  /** The first day that it governs, as a serial. */
  readonly effectiveFrom: number
  /** The approval that it came with; several terms may be approved together. */
  readonly version: number
  readonly kind: ChangeKind
  readonly reason: string
  readonly changedBy: string
  /** The moment of its approval, as a serial. */
  readonly recordedAt: number
  /** A later row says another value for the same day. */
  readonly superseded: boolean
  readonly hash: string
  /** Where it stands in the range, its header being row 1; 0 for a row that stands in none. */
  readonly at: number
}

/**
 * What a row's hash covers. Not its status: that a row is superseded follows from the rows after it.
 */
export function hashedParts(
  row: Omit<DefinitionRow, 'hash' | 'at' | 'superseded'>,
): readonly (string | number)[] {
  const { term, value, effectiveFrom, version, kind, reason, changedBy, recordedAt } = row
  return [
    term,
    String(writeTerm(term, value)),
    dayText(effectiveFrom),
    version,
    kind,
    reason,
    changedBy,
    momentText(recordedAt),
  ]
}

/** A moment to the second, since hosts hold moments to different digits. */
export function wholeSeconds(serial: number): number {
  return Math.round(serial * 86_400) / 86_400
}

/** `2026-04-10 09:30:00` */
export function momentText(serial: number): string {
  const seconds = Math.round(serial * 86_400)
  const inDay = ((seconds % 86_400) + 86_400) % 86_400
  const parts = [Math.floor(inDay / 3600), Math.floor(inDay / 60) % 60, inDay % 60]
  const time = parts.map(part => String(part).padStart(2, '0')).join(':')
  return `${dayText((seconds - inDay) / 86_400)} ${time}`
}

/** The order of the chain: as approved, and by their names those that were approved together. */
export function inOrder<Row extends Pick<DefinitionRow, 'version' | 'term'>>(
  rows: readonly Row[],
): readonly Row[] {
  return [...rows].sort((a, b) => a.version - b.version || (a.term < b.term ? -1 : 1))
}

/** A row as the cells that are appended to the sheet, in the order of `definitionColumns`. */
export function definitionCells(row: DefinitionRow): readonly Cell[] {
  const { term, value, effectiveFrom, version, superseded, kind, reason, changedBy, recordedAt, hash } = row
  const status = superseded ? 'superseded' : 'approved'
  return [
    ...[term, writeTerm(term, value), effectiveFrom, version, status],
    ...[kind, reason, changedBy, recordedAt, hash],
  ]
}
