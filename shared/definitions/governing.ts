import type { DefinitionRow } from './row'
import type { Terms } from './term'
import { builtInTerms } from './terms'

/**
 * The row of each term that governs a day, as things stood after an approval: the one that took effect last, and of
 * two for one day the later. Rows are in the order of their approval.
 */
export function governing(
  rows: readonly DefinitionRow[],
  day: number,
  version: number,
): ReadonlyMap<string, DefinitionRow> {
  const found = new Map<string, DefinitionRow>()
  for (const row of rows) {
    if (row.version > version || row.effectiveFrom > day) continue
    if (row.effectiveFrom >= (found.get(row.term)?.effectiveFrom ?? 0)) found.set(row.term, row)
  }
  return found
}

/** What every term means on that day; the built-in definitions stand in where nobody has approved anything. */
export function termsAt(rows: readonly DefinitionRow[], day: number, version: number): Terms {
  return termsOf(governing(rows, day, version))
}

/** What every term means in the end: as it was approved last, and takes effect last. */
export function latestOf(rows: readonly DefinitionRow[]): Terms {
  return termsAt(rows, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY)
}

export function termsOf(governingRows: ReadonlyMap<string, DefinitionRow>): Terms {
  if (governingRows.size === 0) return builtInTerms
  const approved = [...governingRows].map(([term, { value }]) => [term, value] as const)
  return { ...builtInTerms, ...Object.fromEntries(approved) }
}
