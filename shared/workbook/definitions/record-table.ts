import { lockColumns } from '../../definitions/locks'
import type { Columns } from '../../definitions/sheet'
import { snapshotColumns } from '../../definitions/snapshot'
import { definitionColumns } from '../../definitions/table'
import { normalised } from '../../tables/headers'
import { type Cell, isBlank, type Matrix } from '../../values'
import type { Area } from '../area'
import { type Block, type Overview, read, type Steps } from '../steps'

/** The tables of the workbook in which records are kept: a header, and rows that are only ever added. */
export const records = {
  DEFINITIONS: { sheet: 'Definitions', columns: definitionColumns },
  LOCKS: { sheet: 'Locks', columns: lockColumns },
  SNAPSHOT: { sheet: 'Snapshot', columns: snapshotColumns },
} as const satisfies Readonly<Record<string, { readonly sheet: string; readonly columns: Columns }>>

export type RecordName = keyof typeof records

/** Such a table as it stands. */
export interface RecordTable {
  readonly name: RecordName
  /** What the name covers; blank rows at its end wait for records to come. */
  readonly area: Area
  /** Whether the name points here; else it is lost, and the table was found by its sheet and header. */
  readonly isNamed: boolean
  /** The cells of the area and some rows below it. */
  readonly block: Block
}

/** More than anybody approves at a time, or a lock records. */
const roomBelow = 20_000

/** Those of the tables that the workbook has. */
export function* recordTables<Name extends RecordName>(
  overview: Overview,
  names: readonly Name[],
): Steps<Partial<Record<Name, RecordTable>>> {
  const places = names.flatMap(name => {
    const area = overview.names[name] ?? sheetArea(overview, records[name].sheet)
    return area ? [{ name, area, isNamed: overview.names[name] !== undefined }] : []
  })
  const blocks = yield* read(places.map(({ area }) => ({ ...area, bottom: area.bottom + roomBelow })))
  const found: Partial<Record<Name, RecordTable>> = {}
  for (const [index, place] of places.entries()) {
    const table = { ...place, block: blocks[index] as Block }
    if (place.isNamed || hasHeader(table)) found[place.name] = table
  }
  return found
}

function sheetArea({ sheets }: Overview, wanted: string): Area | undefined {
  const sheet = sheets.find(({ name, rows }) => rows > 0 && name.toLowerCase() === wanted.toLowerCase())
  return sheet && { sheet: sheet.name, top: 0, left: 0, bottom: sheet.rows - 1, right: sheet.columns - 1 }
}

function hasHeader({ name, block }: RecordTable): boolean {
  return hasColumns(block.values[0] ?? [], records[name].columns)
}

/** Whether a header row is that of one of these tables. */
export function hasRecordColumns(headers: readonly Cell[]): boolean {
  return Object.values(records).some(({ columns }) => hasColumns(headers, columns))
}

function hasColumns(headers: readonly Cell[], columns: Columns): boolean {
  const there = headers.map(normalised)
  return Object.entries(columns).every(
    ([column, { optional }]) => optional || there.includes(normalised(column)),
  )
}

/** What a formula that is handed the named range reads; at least one cell. */
export function matrixOf({ area, block }: RecordTable): Matrix {
  const rows = block.values.slice(0, area.bottom - area.top + 1)
  return rows.length > 0 ? rows : [[null]]
}

export function isEmptyTable(table: RecordTable): boolean {
  return matrixOf(table).every(row => row.every(isBlank))
}
