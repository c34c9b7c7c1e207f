import { type Approved, proposeChanges } from '../../definitions/changes'
import { setHash } from '../../definitions/export'
import { definitionCells } from '../../definitions/row'
import { type CellError, isCellError } from '../../values'
import type { Approve, Saved } from '../questions'
import type { Content, Steps } from '../steps'
import { append } from './append'
import { definitionsSheet } from './definitions-sheet'
import type { Governance } from './governance'
import { asSeen, momentAfter, type Prepared, write } from './save'

/** Approves changes together, as one version. A workbook without definitions gets their sheet in the same change. */
export function* approve({ changes, by, seen }: Approve): Steps<Saved> {
  const governed = yield* asSeen(seen)
  if ('outcome' in governed) return governed
  const { set, locks, overview } = governed
  const last = set.rows[set.rows.length - 1]
  const recordedAt = momentAfter(overview.now, last?.recordedAt)
  const proposed = proposeChanges(set, locks, changes, { by, recordedAt })
  return yield* write(governed, isCellError(proposed) ? proposed : prepared(governed, proposed))
}

function prepared(governed: Governance, { rows, supersedes, set }: Approved): Prepared | CellError {
  const { definitions, overview } = governed
  const result = { version: set.version, hash: setHash(set.rows) }
  const holds = (now: Governance): boolean =>
    setHash(now.set.rows.filter(({ version }) => version <= set.version)) === result.hash
  if (!definitions) return { expected: [], edits: definitionsSheet(overview, rows).edits, result, holds }
  const superseded: readonly Content[] = [undefined, undefined, undefined, undefined, 'superseded']
  const updates = new Map(supersedes.map(({ at }) => [at - 1, superseded]))
  const added = append(definitions, rows.map(definitionCells), updates)
  return isCellError(added) ? added : { expected: [added.expected], edits: added.edits, result, holds }
}
