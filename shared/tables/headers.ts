import type { Cell } from '../values'
import type { Schema } from './schema'

/** Two headers are the same when their letters and digits are: `Close Date`, `close_date`, `CloseDate`. */
export function normalised(header: Cell | undefined): string {
  return String(header ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s*[([](?:%|[a-z]{3}|[$€£¥]|days?|hours?|months?|years?)[)\]]\s*$/u, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/**
 * Where a schema's column stands among the headers. The canonical name goes before its synonyms; an empty list means
 * that the table has no such column, and more than one place that it cannot be told which is meant.
 */
export function placesOf(schema: Schema, column: string, headers: readonly string[]): readonly number[] {
  const canonical = places(headers, [normalised(column)])
  if (canonical.length > 0) return canonical
  const taken = new Set(Object.keys(schema.columns).map(normalised))
  const synonyms = schema.columns[column]?.synonyms.map(normalised) ?? []
  return places(
    headers,
    synonyms.filter(synonym => !taken.has(synonym)),
  )
}

function places(headers: readonly string[], names: readonly string[]): readonly number[] {
  return headers.flatMap((header, index) => (names.includes(header) ? [index] : []))
}
