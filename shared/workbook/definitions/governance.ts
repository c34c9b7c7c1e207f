import { setHash } from '../../definitions/export'
import { type Locks, missingApproval, noLocks, readLocks } from '../../definitions/locks'
import { builtInDefinitions, type DefinitionSet, readDefinitions } from '../../definitions/table'
import { type CellError, cellError, isCellError } from '../../values'
import { sheetText } from '../area'
import type { Seen } from '../questions'
import { type Overview, overview, read, type Steps } from '../steps'
import { isEmptyTable, matrixOf, type RecordName, type RecordTable, recordTables } from './record-table'

/** What governs the workbook's numbers, as it stands now. */
export interface Governance {
  readonly overview: Overview
  readonly definitions: RecordTable | undefined
  readonly locked: RecordTable | undefined
  /** The built-in definitions, and no locks, where there is a problem. */
  readonly set: DefinitionSet
  readonly locks: Locks
  /** Why the tables cannot be read, with what to do. */
  readonly problem: CellError | undefined
  /** Why they cannot be written. */
  readonly guarded: CellError | undefined
  /** The day of AS_OF, where there is one. */
  readonly asOf: number | undefined
  /** That day, or else the one of the workbook's clock. */
  readonly today: number
}

export function* governance(): Steps<Governance> {
  const seen = yield* overview()
  const tables = yield* recordTables(seen, ['DEFINITIONS', 'LOCKS'])
  const { DEFINITIONS: definitions, LOCKS: locked } = tables
  const found = readBoth(definitions, locked)
  const lost = lostTable(seen, tables, ['DEFINITIONS', 'LOCKS'])
  const problem = lost ?? (isCellError(found) ? found : undefined)
  const { set, locks } = isCellError(found) ? { set: builtInDefinitions, locks: noLocks } : found
  const asOf = yield* dayOf(seen)
  const day = { asOf, today: asOf ?? Math.floor(seen.now) }
  return {
    ...{ overview: seen, definitions, locked, set, locks },
    ...{ problem, guarded: guardedTable(seen, tables), ...day },
  }
}

function readBoth(definitions: RecordTable | undefined, locked: RecordTable | undefined) {
  const set = definitions ? readDefinitions(matrixOf(definitions)) : builtInDefinitions
  if (isCellError(set)) return set
  const locks = locked ? readLocks(matrixOf(locked)) : noLocks
  if (isCellError(locks)) return locks
  return missingApproval(set, locks) ?? { set, locks }
}

type Tables = Readonly<Partial<Record<RecordName, RecordTable>>>

/** A name whose sheet was deleted, or whose rows were. */
export function lostTable(
  { names }: Overview,
  tables: Tables,
  wanted: readonly RecordName[],
): CellError | undefined {
  for (const name of wanted) {
    const table = tables[name]
    if (table ? isEmptyTable(table) : name in names) {
      const what = table
        ? `the range ${name} is empty`
        : `the name ${name} points nowhere: its sheet was deleted`
      return cellError(
        '#VALUE!',
        `${what}; bring it back with Undo or from the version history of the workbook`,
      )
    }
  }
  return undefined
}

function guardedTable({ sheets }: Overview, tables: Tables): CellError | undefined {
  for (const table of [tables.DEFINITIONS, tables.LOCKS]) {
    const sheet = sheets.find(({ name, guarded }) => guarded && name === table?.area.sheet)
    if (!sheet) continue
    return cellError(
      '#VALUE!',
      `the sheet ${sheetText(sheet.name)} is protected from you: ask whoever protects it to let you edit it`,
    )
  }
  return undefined
}

function* dayOf({ names }: Overview): Steps<number | undefined> {
  const area = names.AS_OF
  if (!area) return undefined
  const [block] = yield* read([{ ...area, bottom: area.top, right: area.left }])
  const value = block?.values[0]?.[0]
  return typeof value === 'number' && value > 0 ? Math.floor(value) : undefined
}

/** What a save has to find unchanged. */
export function seenOf({ set }: Pick<Governance, 'set'>): Seen {
  return { version: set.version, hash: setHash(set.rows) }
}
