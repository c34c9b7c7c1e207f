import type { TableName } from '../../tables/schema'
import { schemas } from '../../tables/schemas'
import { openTable, type Table } from '../../tables/table'
import { type CellError, isCellError } from '../../values'
import { type Overview, read, type Steps } from '../steps'

export const tableNames = Object.keys(schemas) as readonly TableName[]

/** The name that a table's range bears: `LEADS`, `STAGE_HISTORY`. */
export function rangeName(table: TableName): string {
  return table.toUpperCase()
}

/** The workbook's tables, read whole by their names. */
export interface WorkbookTables {
  readonly tables: ReadonlyMap<TableName, Table>
  /** Why a named range cannot be read as its table. */
  readonly faults: ReadonlyMap<TableName, CellError>
}

export function* workbookTables(
  { names }: Overview,
  wanted: readonly TableName[] = tableNames,
): Steps<WorkbookTables> {
  const named = wanted.flatMap(table => {
    const area = names[rangeName(table)]
    return area ? [{ table, area }] : []
  })
  const blocks = yield* read(named.map(({ area }) => area))
  const tables = new Map<TableName, Table>()
  const faults = new Map<TableName, CellError>()
  for (const [index, { table }] of named.entries()) {
    const values = blocks[index]?.values ?? []
    const opened = openTable(values.length > 0 ? values : [[null]], 1, table)
    if (isCellError(opened)) faults.set(table, opened)
    else tables.set(table, opened)
  }
  return { tables, faults }
}
