import { placesOf } from '../../tables/headers'
import type { TableName } from '../../tables/schema'
import { openTable, type Table } from '../../tables/table'
import { type CellError, cellError, isCellError } from '../../values'

/** Where a database holds a table, and which of its columns is what. */
export interface TableMapping {
  /** Its name, with the schema before it where it needs one. */
  readonly table: readonly string[]
  /** Its columns by what they are: a canonical name, a header that is known, or any name that questions may ask. */
  readonly columns: Readonly<Record<string, string>>
  /** The column that says which of two rows stands above the other; without one their id does. */
  readonly order?: string
  /** Whether that column numbers the rows, so that no two of them have the same in it. */
  readonly isNumbered?: boolean
  /**
   * Whether few of its columns are read again faster than they are kept. The database has to know `not materialized`,
   * and its rows must be numbered.
   */
  readonly isColumnar?: boolean
}

export type Mapping = Partial<Record<TableName, TableMapping>>

/**
 * The tables of a mapping as far as the core needs them to know what can be asked: their headers over one blank row,
 * so that nothing is said of tables that are empty.
 */
export function tablesMapped(mapping: Mapping): ReadonlyMap<TableName, Table> | CellError {
  const tables = new Map<TableName, Table>()
  for (const [place, [name, mapped]] of Object.entries(mapping).entries()) {
    const table = openTable([Object.keys(mapped.columns)], place + 1, name as TableName)
    if (isCellError(table)) return table
    tables.set(table.schema.name, { ...table, rows: [...table.rows, []] })
  }
  return tables
}

/** The database's name of a schema's column; undefined where the table has none. */
export function physicalColumn(
  table: Table,
  { columns }: TableMapping,
  column: string,
): { readonly header: string; readonly name: string } | undefined {
  const [place] = placesOf(table.schema, column, table.headers)
  const header = place === undefined ? undefined : Object.keys(columns)[place]
  return header === undefined ? undefined : { header, name: columns[header] as string }
}

/** A table's name as people write it, `project.dataset.leads`, part by part; quotes around a part are taken off. */
export function tablePath(text: string): readonly string[] | CellError {
  const parts = text.split('.').map(part => part.trim().replace(/^[`"]+|[`"]+$/g, ''))
  if (!parts.includes('')) return parts
  return cellError('#VALUE!', `“${text.slice(0, 80)}” names no table: write it as project.dataset.leads`)
}
