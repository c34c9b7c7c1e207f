import { dayText } from './clock'
import { chainOf } from './hash'
import { type DefinitionRow, hashedParts, momentText } from './row'
import type { DefinitionSet } from './table'
import { writeTerm } from './write'

/** Of the text; another one is another format. */
export const schemaVersion = 1

/** The definitions as one JSON text: dates as `2026-01-31`, moments as `2026-01-31 09:30:00`, values as in a cell. */
export function exportDefinitions(set: DefinitionSet, name: string): string {
  const rows = set.rows.map(row => ({
    term: row.term,
    value: writeTerm(row.term, row.value),
    effective_from: dayText(row.effectiveFrom),
    version: row.version,
    status: row.superseded ? 'superseded' : 'approved',
    kind: row.kind,
    reason: row.reason,
    changed_by: row.changedBy,
    recorded_at: momentText(row.recordedAt),
  }))
  return JSON.stringify({ schema_version: schemaVersion, name, hash: setHash(set.rows), rows }, null, 2)
}

/** The hash that tells one set from another, whether or not its table keeps hashes; blank for the built-in one. */
export function setHash(rows: readonly DefinitionRow[]): string {
  const chain = chainOf(rows.map(hashedParts))
  return chain[chain.length - 1] ?? ''
}
