import type { Cell } from '../values'
import { normalised, placesOf } from './headers'
import type { Schema, TableName } from './schema'
import { schemas } from './schemas'

/**
 * Which table the headers are those of: the one whose key columns are all there and that knows most of the others;
 * undefined where none fits, or two fit alike.
 */
export function recogniseTable(headers: readonly Cell[]): TableName | undefined {
  const names = headers.map(normalised)
  const fitting = Object.values(schemas)
    .filter(schema => missingKeys(schema, names).length === 0)
    .map(schema => ({ name: schema.name, known: knownColumns(schema, names) }))
    .sort((a, b) => b.known - a.known)
  const [best, second] = fitting
  return best && best.known !== second?.known ? best.name : undefined
}

/** The key columns that the headers lack. */
export function missingKeys(schema: Schema, headers: readonly string[]): readonly string[] {
  const keys = Object.keys(schema.columns).filter(column => schema.columns[column]?.key)
  return keys.filter(column => placesOf(schema, column, headers).length === 0)
}

export function knownColumns(schema: Schema, headers: readonly string[]): number {
  return Object.keys(schema.columns).filter(column => placesOf(schema, column, headers).length > 0).length
}
