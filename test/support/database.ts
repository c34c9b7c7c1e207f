import { DuckDBInstance } from '@duckdb/node-api'
import { dayText } from '../../shared/definitions/clock'
import type { Wanted } from '../../shared/metrics/on-tables/answer'
import type { Question } from '../../shared/metrics/on-tables/question'
import type { AnswerRow } from '../../shared/renderings/sql-tables/answer-rows'
import { duckdb } from '../../shared/renderings/sql-tables/dialect'
import type { Mapping, TableMapping } from '../../shared/renderings/sql-tables/mapping'
import { partsSql } from '../../shared/renderings/sql-tables/parts-sql'
import { columnCalled } from '../../shared/tables/headers'
import type { ColumnType, TableName } from '../../shared/tables/schema'
import { schemas } from '../../shared/tables/schemas'
import { type Cell, isCellError, type Matrix } from '../../shared/values'

export type Tables = Partial<Record<TableName, Matrix>>

/** What a column of a database that was loaded from a CRM is; no name in it is one that rules know. */
const typeOf: Record<ColumnType, string> = {
  id: 'varchar',
  text: 'varchar',
  period: 'varchar',
  date: 'timestamp',
  number: 'double',
  fraction: 'double',
  flag: 'boolean',
}

export async function openDatabase() {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  return {
    query: async (sql: string): Promise<readonly Record<string, unknown>[]> =>
      (await connection.runAndReadAll(sql)).getRowObjectsJS(),
    close: () => connection.closeSync(),
  }
}

export type Database = Awaited<ReturnType<typeof openDatabase>>

/** Puts tables into the database under names that must be quoted, and says where they are. */
export async function load(database: Database, tables: Tables): Promise<Mapping> {
  await database.query('create schema if not exists "our ""crm"""')
  const mapping: Partial<Record<TableName, TableMapping>> = {}
  for (const [name, rows] of Object.entries(tables)) {
    const headers = (rows[0] ?? []).map(String)
    const types = headers.map(header => columnType(name as TableName, header))
    const columns = headers.map(header => `${header} of "us"; drop --`)
    const table = ['our "crm"', `${name}'s`]
    const identifier = table.map(duckdb.identifier).join('.')
    const declared = [
      ...columns.map((column, index) => `${duckdb.identifier(column)} ${typeOf[types[index] ?? 'text']}`),
      '"above" integer',
    ]
    await database.query(`create or replace table ${identifier} (${declared.join(', ')})`)
    const values = rows
      .slice(1)
      .map(
        (row, above) =>
          `(${[...headers.map((_, index) => literal(row[index] ?? null, types[index] ?? 'text')), above].join(', ')})`,
      )
    // The database keeps them in another order than the sheet.
    if (values.length > 0)
      await database.query(`insert into ${identifier} values ${values.reverse().join(', ')}`)
    mapping[name as TableName] = {
      table,
      columns: Object.fromEntries(headers.map((header, index) => [header, columns[index] as string])),
      order: 'above',
    }
  }
  return mapping
}

function columnType(table: TableName, header: string): ColumnType | undefined {
  const column = columnCalled(schemas[table], header)
  return column === undefined ? undefined : schemas[table].columns[column]?.type
}

function literal(cell: Cell, type: ColumnType): string {
  if (cell === null || cell === '') return 'null'
  if (type === 'date')
    return `timestamp '1899-12-30' + to_microseconds(${Math.round(Number(cell) * 86_400_000)}::bigint * 1000)`
  if (type === 'flag') return String(cell)
  if (type === 'number' || type === 'fraction') return `${cell}::double`
  if (type === 'period' && typeof cell === 'number') return duckdb.text(dayText(cell))
  return duckdb.text(String(cell))
}

/** Asks the database what the core is asked. */
export async function askDatabase(
  database: Database,
  mapping: Mapping,
  { tables: _, ...question }: Question,
  wanted: readonly Wanted[],
  by?: string,
) {
  const parts = partsSql({ ...question, wanted, mapping, ...(by === undefined ? {} : { by }) }, duckdb)
  if (isCellError(parts)) throw new Error(parts.reason)
  const rows = parts.sql === undefined ? [] : await database.query(parts.sql)
  return parts.answers(rows as unknown as readonly AnswerRow[])
}
