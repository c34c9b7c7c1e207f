import type { Cell } from '../values'
import { columnsIn, isSpelt, normalised } from './headers'
import type { Schema, TableName } from './schema'
import { schemas } from './schemas'

/**
 * Which table the headers are those of: the one whose key columns are all there and that knows most of the others;
 * undefined where none fits, or two fit alike.
 */
export function recogniseTable(headers: readonly Cell[]): TableName | undefined {
  const [best, second] = fittingTables(headers.map(normalised))
  return second ? undefined : best
}

/** The tables that fit the headers best: several where they fit alike. */
export function fittingTables(headers: readonly string[]): readonly TableName[] {
  const fitting = Object.values(schemas)
    .filter(schema => keysOf(schema).every(column => isSpelt(schema, column, headers)))
    .map(schema => ({ schema, known: knownColumns(schema, headers) }))
    // One header alone, such as a name, is in every kind of list.
    .filter(({ schema, known }) => known > 1 && missingKeys(schema, headers).length === 0)
  const score = ({ schema, known }: (typeof fitting)[number]): number => known * 100 + keysOf(schema).length
  const best = Math.max(...fitting.map(score))
  return fitting.filter(fit => score(fit) === best).map(({ schema }) => schema.name)
}

/** The key columns that the headers lack. */
export function missingKeys(schema: Schema, headers: readonly string[]): readonly string[] {
  const known = columnsIn(schema, headers)
  return keysOf(schema).filter(column => !known.has(column))
}

function keysOf({ columns }: Schema): readonly string[] {
  return Object.keys(columns).filter(column => columns[column]?.key)
}

export function knownColumns(schema: Schema, headers: readonly string[]): number {
  return columnsIn(schema, headers).size
}
