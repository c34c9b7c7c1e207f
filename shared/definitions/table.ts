import { periodStart } from '../formula/periods'
import { type Argument, type CellError, cellError, isCellError } from '../values'
import { dayText } from './clock'
import { contradiction } from './consistency'
import { fiscalCalendarOf } from './fiscal-calendar'
import { termsAt } from './governing'
import { chainOf } from './hash'
import { parseTerm } from './parse'
import { type DefinitionRow, hashedParts, inOrder } from './row'
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
    const row = rowOf(each)
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
  const fault =
    versionFault(rows) ?? doubleFault(rows) ?? (sealed ? chainFault(rows) : undefined) ?? startFault(rows)
  return fault ?? contradiction(rows) ?? { rows, version: last.version, sealed, hash: last.hash }
}

/** A row that was approved; undefined for a draft. */
function rowOf({ at, cells }: SheetRow): DefinitionRow | undefined | CellError {
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
    recordedAt: Number(cells.recorded_at),
    superseded: status === 'superseded',
  }
}

function isKind(text: string): text is ChangeKind {
  return text === 'policy' || text === 'estimate' || text === 'correction'
}

function refused(at: number, what: string): CellError {
  return cellError('#VALUE!', `definitions row ${at} ${what}`)
}

/** Versions count the approvals: 1, 2, 3, in the order in which they were recorded. */
function versionFault(rows: readonly DefinitionRow[]): CellError | undefined {
  for (const [index, { at, version, term, recordedAt }] of rows.entries()) {
    const before = rows[index - 1]
    const next = (before?.version ?? 0) + 1
    if (version !== next && version !== before?.version) {
      return refused(
        at,
        `has version ${version} where ${next} comes next: a row is missing, or numbered by hand`,
      )
    }
    if (version === before?.version && term === before.term) {
      return refused(at, `gives ${term} a second value in version ${version}, as row ${before.at} does`)
    }
    if (before && recordedAt < before.recordedAt) {
      return refused(at, `was recorded before version ${before.version} but has version ${version}`)
    }
  }
  return undefined
}

/** For one term and day, one row is approved: the last. Those before it are superseded, and nothing else is. */
function doubleFault(rows: readonly DefinitionRow[]): CellError | undefined {
  const lasts = new Map(rows.map(row => [`${row.term} ${row.effectiveFrom}`, row]))
  for (const row of rows) {
    const last = lasts.get(`${row.term} ${row.effectiveFrom}`) as DefinitionRow
    const from = `${row.term} from ${dayText(row.effectiveFrom)} on`
    if (row !== last && !row.superseded) {
      return refused(row.at, `and row ${last.at} both say what ${from} is: mark the older one superseded`)
    }
    if (row === last && row.superseded) {
      return refused(row.at, `is superseded, but no later row says what ${from} is`)
    }
  }
  return undefined
}

function chainFault(rows: readonly DefinitionRow[]): CellError | undefined {
  const chain = chainOf(rows.map(hashedParts))
  const broken = rows.find(({ hash }, index) => hash !== chain[index])
  if (!broken) return undefined
  const what = broken.hash === '' ? 'has no hash, others have one' : 'does not fit its hash'
  return refused(
    broken.at,
    `${what}: it, or a row approved before it, was changed by hand or deleted. Restore it from the history of the workbook, and change definitions in the sidebar`,
  )
}

/** A definition holds for whole periods, by the calendar that its own version makes. */
function startFault(rows: readonly DefinitionRow[]): CellError | undefined {
  for (const { at, effectiveFrom, version } of rows) {
    const { start, grain } = periodHolding(rows, effectiveFrom, version)
    if (start !== effectiveFrom) {
      return refused(
        at,
        `takes effect on ${dayText(effectiveFrom)}, which begins no ${grain}: nothing changes within one`,
      )
    }
  }
  return undefined
}

/** The period for which a definition of that day would hold, and its length. */
export function periodHolding(
  rows: readonly DefinitionRow[],
  day: number,
  version: number,
): { readonly start: number; readonly grain: string } {
  const terms = termsAt(rows, day, version)
  const grain = String(terms['lock.grain'])
  return { grain, start: periodStart(day, grain, fiscalCalendarOf(terms)) }
}
