import { normalised } from '../../tables/headers'
import { fittingTables } from '../../tables/recognise'
import type { TableName } from '../../tables/schema'
import { schemas } from '../../tables/schemas'
import type { Cell, Matrix } from '../../values'
import { tableNames } from '../definitions/workbook-tables'
import { matchColumns } from './column-match'

/** Which kind of table headers are those of, or which the user may choose of, the likeliest first. */
export interface Kind {
  readonly table: TableName | undefined
  readonly fitting: readonly TableName[]
}

export function kindOf(headers: readonly Cell[], body: Matrix): Kind {
  const fitting = fittingTables(headers.map(normalised))
  if (fitting.length > 0) return { table: fitting.length === 1 ? fitting[0] : undefined, fitting }
  const scored = tableNames
    .map(table => ({ table, ...coverage(table, headers, body) }))
    .sort((a, b) => b.keys - a.keys || b.known - a.known)
  const [best, second] = scored
  // With guesses all key columns are there, of no other kind as well, and one column at least is sure.
  const isPlain = best && best.keys === 1 && best.sure > 0 && best.known > 2
  if (isPlain && !(second && second.keys === 1 && second.known === best.known)) {
    return { table: best.table, fitting: [best.table] }
  }
  return { table: undefined, fitting: scored.map(({ table }) => table) }
}

/** The share of a kind's key columns that were found, be it by a guess, and how many columns in all. */
function coverage(
  table: TableName,
  headers: readonly Cell[],
  body: Matrix,
): { readonly keys: number; readonly known: number; readonly sure: number } {
  const schema = schemas[table]
  const columns = matchColumns(schema, headers, body)
  const found = new Set(columns.map(({ column }) => column))
  const keys = Object.keys(schema.columns).filter(column => schema.columns[column]?.key)
  const sure = columns.filter(({ how }) => how === 'canonical' || how === 'synonym').length
  const guessed = columns.filter(({ how }) => how === 'guess').length
  return {
    keys: keys.filter(column => found.has(column)).length / Math.max(1, keys.length),
    known: sure + guessed / 2,
    sure,
  }
}
