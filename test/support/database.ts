import { DuckDBInstance } from '@duckdb/node-api'
import { dayText } from '../../shared/definitions/clock'
import type { Wanted } from '../../shared/metrics/on-tables/answer'
import type { Question } from '../../shared/metrics/on-tables/question'
import type { AnswerRow } from '../../shared/renderings/sql-tables/answer-rows'
import type { SqlDialect } from '../../shared/renderings/sql-tables/dialect'
import { duckdb } from '../../shared/renderings/sql-tables/dialects/duckdb'
import type { Mapping, TableMapping } from '../../shared/renderings/sql-tables/mapping'
import { partsSql } from '../../shared/renderings/sql-tables/parts-sql'
import { columnCalled } from '../../shared/tables/headers'
import type { ColumnType, TableName } from '../../shared/tables/schema'
import { schemas } from '../../shared/tables/schemas'
import { type Cell, isCellError, type Matrix } from '../../shared/values'

export type Tables = Partial<Record<TableName, Matrix>>

/** A database that a test has for itself. */
export interface Database {
  readonly dialect: SqlDialect
  readonly query: (sql: string) => Promise<readonly Record<string, unknown>[]>
  /** Puts tables into the database under names that must be quoted, and says where they are. */
  readonly load: (tables: Tables) => Promise<Mapping>
  readonly close: () => unknown
}

/** DuckDB in memory. */
export async function openDatabase(): Promise<Database> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const database: Database = {
    dialect: duckdb,
    query: async sql => (await connection.runAndReadAll(sql)).getRowObjectsJS(),
    load: tables => load(database, tables),
    close: () => connection.closeSync(),
  }
  return database
}

const kinds = {
  id: 'text',
  text: 'text',
  period: 'text',
  date: 'moment',
  number: 'double',
  fraction: 'double',
  flag: 'flag',
} as const satisfies Record<ColumnType, string>

/** Creates tables as a database that was loaded from a CRM has them; no name in it is one that rules know. */
export async function load({ query, dialect }: Omit<Database, 'load'>, tables: Tables): Promise<Mapping> {
  const { identifier } = dialect
  const schema = 'our "crm"'
  await query(`create schema if not exists ${identifier(schema)}`)
  const mapping: Partial<Record<TableName, TableMapping>> = {}
  for (const [name, rows] of Object.entries(tables)) {
    const headers = (rows[0] ?? []).map(String)
    const columns = headers.map(header => `${header} of "us"; drop --`)
    const table = [schema, `${name}'s`]
    await createTable({ query, dialect }, name as TableName, rows, table, columns)
    mapping[name as TableName] = {
      table,
      columns: Object.fromEntries(headers.map((header, index) => [header, columns[index] as string])),
      order: 'above',
    }
  }
  return mapping
}

/** A table of one kind under a name; its columns have the headers of the sheet unless they are named. */
export async function createTable(
  { query, dialect }: Pick<Database, 'query' | 'dialect'>,
  name: TableName,
  rows: Matrix,
  table: readonly string[] = [name],
  columns?: readonly string[],
): Promise<void> {
  const { identifier, types } = dialect
  const headers = (rows[0] ?? []).map(String)
  const columnTypes = headers.map(header => columnType(name, header))
  const path = table.map(identifier).join('.')
  const declared = (columns ?? headers).map(
    (column, index) => `${identifier(column)} ${types[kinds[columnTypes[index] ?? 'text']]}`,
  )
  await query(`drop table if exists ${path}`)
  await query(`create table ${path} (${[...declared, `${identifier('above')} integer`].join(', ')})`)
  const values = rows.slice(1).map((row, above) => {
    const cells = headers.map((_, index) =>
      literal(row[index] ?? null, columnTypes[index] ?? 'text', dialect),
    )
    return `(${[...cells, above].join(', ')})`
  })
  // The database keeps them in another order than the sheet.
  if (values.length > 0) await query(`insert into ${path} values ${values.reverse().join(', ')}`)
}

function columnType(table: TableName, header: string): ColumnType | undefined {
  const column = columnCalled(schemas[table], header)
  return column === undefined ? undefined : schemas[table].columns[column]?.type
}

function literal(cell: Cell, type: ColumnType, { text }: SqlDialect): string {
  if (cell === null || cell === '') return 'null'
  if (type === 'date')
    return `timestamp '${new Date(Math.round((Number(cell) - 25_569) * 86_400_000)).toISOString().slice(0, -1).replace('T', ' ')}'`
  if (type === 'flag' || type === 'number' || type === 'fraction') return String(cell)
  if (type === 'period' && typeof cell === 'number') return text(dayText(cell))
  return text(String(cell))
}

/** Asks the database what the core is asked. */
export async function askDatabase(
  { dialect, query }: Database,
  mapping: Mapping,
  { tables: _, ...question }: Question,
  wanted: readonly Wanted[],
  by?: string,
) {
  const parts = partsSql({ ...question, wanted, mapping, ...(by === undefined ? {} : { by }) }, dialect)
  if (isCellError(parts)) throw new Error(parts.reason)
  const rows = parts.sql === undefined ? [] : await query(parts.sql)
  return parts.answers(rows as unknown as readonly AnswerRow[])
}
