import { setHash } from '../../definitions/export'
import { importDefinitions } from '../../definitions/import'
import { type DefinitionRow, definitionCells } from '../../definitions/row'
import { type DefinitionSet, definitionColumns } from '../../definitions/table'
import { type CellError, isCellError } from '../../values'
import type { Saved, Seen } from '../questions'
import type { Content, Edit, Steps } from '../steps'
import { append } from './append'
import { definitionsSheet } from './definitions-sheet'
import type { Governance } from './governance'
import { freeName } from './record-sheet'
import { matrixOf, type RecordTable } from './record-table'
import { asSeen, type Prepared, write } from './save'

/**
 * Takes somebody else's set over in the place of ours: all of it or nothing, and not where a locked period would change.
 * Rows of ours that theirs do not continue are kept in a sheet of their own.
 */
export function* importSet({ text, seen }: { readonly text: string; readonly seen: Seen }): Steps<Saved> {
  const governed = yield* asSeen(seen)
  if ('outcome' in governed) return governed
  const read = importDefinitions(text, governed.set, governed.locks)
  return yield* write(governed, isCellError(read) ? read : prepared(governed, read.set))
}

function prepared(governed: Governance, set: DefinitionSet): Prepared | CellError {
  const { definitions, overview } = governed
  const result = { version: set.version, hash: setHash(set.rows) }
  const holds = (now: Governance): boolean => setHash(now.set.rows) === result.hash
  if (!definitions) return { expected: [], edits: definitionsSheet(overview, set.rows).edits, result, holds }
  const replaced = replacing(definitions, governed.set.rows, set.rows)
  if (isCellError(replaced)) return replaced
  const kept = continues(governed.set.rows, set.rows) ? [] : keeping(governed, definitions)
  return { expected: [replaced.expected], edits: [...kept, ...replaced.edits], result, holds }
}

/** Theirs in the places of ours and below; places that are left over are emptied. */
function replacing(table: RecordTable, ours: readonly DefinitionRow[], theirs: readonly DefinitionRow[]) {
  const places = ours.map(({ at }) => at - 1).sort((a, b) => a - b)
  const cells = theirs.map(definitionCells)
  const empty = Object.keys(definitionColumns).map(() => null)
  const updates = new Map(
    places.map((place, index) => [place, (cells[index] ?? empty) as readonly Content[]]),
  )
  return append(table, cells.slice(places.length), updates)
}

/** Whether they begin with all that was approved here. */
function continues(ours: readonly DefinitionRow[], theirs: readonly DefinitionRow[]): boolean {
  return setHash(ours) === setHash(theirs.slice(0, ours.length))
}

/** The table as it was, in a sheet of its own. */
function keeping({ overview, set }: Governance, table: RecordTable): readonly Edit[] {
  const sheet = freeName(overview, `Definitions v${set.version} replaced`)
  const cells = matrixOf(table).map(row => row.map(cell => (isCellError(cell) ? cell.error : cell)))
  const bottom = cells.length - 1
  const right = (cells[0]?.length ?? 1) - 1
  const add: readonly Edit[] = overview.sheets.some(({ name }) => name === sheet)
    ? []
    : [{ do: 'add sheet', sheet }]
  return [...add, { do: 'write', area: { sheet, top: 0, left: 0, bottom, right }, cells }]
}
