import { type Argument, type CellError, isCellError } from '../values'
import { approvalFault, refused } from './approvals'
import { contradiction } from './consistency'
import { parseTerm } from './parse'
import { type DefinitionRow, inOrder, wholeSeconds } from './row'
import { type Columns, readSheet, type SheetRow } from './sheet'
import type { ChangeKind } from './term'

/** What a team has approved, read and checked. */
export interface DefinitionSet {
  /** In the order of their approval, those that were superseded since included. */
  readonly rows: readonly DefinitionRow[]
  /** Of the last approval; 0 where nobody has approved anything. */
  readonly version: number
  /** Whether a chain of hashes shows that no row was changed since its approval. */
  readonly sealed: boolean
  /** Of the last row: two sets that have the same one are the same. */
  readonly hash: string
}

/** What holds until a team approves something. */
export const builtInDefinitions: DefinitionSet = { rows: [], version: 0, sealed: true, hash: '' }

export const definitionColumns = {
  term: { type: 'text' },
  value: { type: 'any', blank: true },
  effective_from: { type: 'date', blank: true },
  version: { type: 'count', blank: true },
  status: { type: 'text' },
  kind: { type: 'text', blank: true },
  reason: { type: 'text', blank: true },
  changed_by: { type: 'text', blank: true },
  recorded_at: { type: 'date', blank: true },
  hash: { type: 'text', blank: true, optional: true },
} as const satisfies Columns

/**
 * Reads the range DEFINITIONS. Rows may stand in any order; drafts and blank rows do not count; a blank argument or a
 * table without approved rows is the built-in definitions.
 * @returns `#VALUE!` naming the row for anything that a hand has put wrong, a broken chain of hashes included
 */
export function readDefinitions(argument: Argument): DefinitionSet | CellError {
  const sheet = readSheet('definitions', definitionColumns, argument)
  if (isCellError(sheet)) return sheet
  const rows: DefinitionRow[] = []
  for (const each of sheet) {
    const row = definitionRow(each)
    if (isCellError(row)) return row
    if (row) rows.push(row)
  }
  return setOf(rows)
}

/** A set of rows that are well-formed each, in any order; `#VALUE!` where they do not fit together. */
export function setOf(unordered: readonly DefinitionRow[]): DefinitionSet | CellError {
  const rows = inOrder(unordered)
  const last = rows[rows.length - 1]
  if (!last) return builtInDefinitions
  const sealed = rows.some(({ hash }) => hash !== '')
  const fault = approvalFault(rows, sealed)
  return fault ?? contradiction(rows) ?? { rows, version: last.version, sealed, hash: last.hash }
}

/** A row that was approved; undefined for a draft. */
export function definitionRow({ at, cells }: SheetRow): DefinitionRow | undefined | CellError {
  const text = (column: keyof typeof definitionColumns): string => String(cells[column] ?? '')
  const status = text('status').toLowerCase()
  if (status === 'draft') {
    if (cells.version === null && text('hash') === '') return undefined
    return refused(
      at,
      'is a draft but has a version or a hash: a draft has neither, an approved row stays approved',
    )
  }
  if (status !== 'approved' && status !== 'superseded') {
    return refused(at, `has the status “${text('status').slice(0, 40)}”: write draft, approved or superseded`)
  }
  const term = text('term').toLowerCase()
  const value = parseTerm(term, cells.value ?? null)
  if (isCellError(value)) return { ...value, reason: `definitions row ${at}: ${value.reason}` }
  for (const column of ['effective_from', 'version', 'reason', 'changed_by', 'recorded_at'] as const) {
    if (text(column) === '') return refused(at, `has no ${column}: what is approved needs one`)
  }
  const kind = text('kind').toLowerCase()
  if (!isKind(kind)) {
    return refused(at, `has the kind “${text('kind').slice(0, 40)}”: write policy, estimate or correction`)
  }
  return {
    ...{ at, term, value, kind, reason: text('reason'), changedBy: text('changed_by'), hash: text('hash') },
    effectiveFrom: Number(cells.effective_from),
    version: Number(cells.version),
    recordedAt: wholeSeconds(Number(cells.recorded_at)),
    superseded: status === 'superseded',
  }
}

function isKind(text: string): text is ChangeKind {
  return text === 'policy' || text === 'estimate' || text === 'correction'
}
