import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import type { DateOrder } from '../command-line/csv-file'
import { duckdb as dialect } from '../shared/renderings/sql-tables/dialects/duckdb'
import type { TableMapping } from '../shared/renderings/sql-tables/mapping'
import type { TableName } from '../shared/tables/schema'
import { Refused } from '../shared/workbook/steps'
import { readTableFile, type TableFile } from './duckdb-files'
import type { Engine, Told } from './engine'

/** Beyond it DuckDB puts to disk what it cannot hold. */
const memory = '3GB'

/** Numbers the rows of a file, the upper first. */
const line = '__line'

/** DuckDB in this process, over files of any size that are read where they are. */
export async function openFiles(
  files: Partial<Record<TableName, string>>,
  order: DateOrder | undefined,
  told: Told,
): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-'))
  const instance = await DuckDBInstance.create(join(folder, 'spilled.duckdb'), {
    memory_limit: memory,
    temp_directory: folder,
    // Nothing is fetched from anywhere.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const connection = await instance.connect()
  const close = async (): Promise<void> => {
    connection.closeSync()
    instance.closeSync()
    await rm(folder, { recursive: true, force: true })
  }
  const query = (sql: string): Promise<readonly object[]> => asked(connection, sql, told)
  try {
    await query("set TimeZone = 'UTC'")
    const mapping: Partial<Record<TableName, TableMapping>> = {}
    for (const [name, path] of Object.entries(files) as [TableName, string][]) {
      mapping[name] = await viewOf(name, await readTableFile(name, path, { folder, order, query }), query)
    }
    return { dialect, mapping, query, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function viewOf(
  name: TableName,
  { select, columns, rowNumber }: TableFile,
  query: Engine['query'],
): Promise<TableMapping> {
  const id = dialect.identifier
  await query(`create view ${id(name)} as select *, ${rowNumber} as ${id(line)} from (${select})`)
  return {
    table: [name],
    columns: Object.fromEntries(columns.map(column => [column, column])),
    order: line,
    isNumbered: true,
  }
}

/** Runs a statement, and says how far it has come where that takes long. */
async function asked(connection: DuckDBConnection, sql: string, told: Told): Promise<readonly object[]> {
  const telling = setInterval(() => {
    const { percentage } = connection.progress
    if (percentage >= 0) told(`Reading … ${Math.floor(percentage)} %`)
  }, 1000)
  try {
    return (await connection.runAndReadAll(sql)).getRowObjectsJS()
  } catch (error) {
    throw new Refused(sentenceOf(error instanceof Error ? error.message : String(error)))
  } finally {
    clearInterval(telling)
  }
}

/** The first lines of what DuckDB says; the others show the statement. */
function sentenceOf(message: string): string {
  const said = message.replace(/\n\s*LINE \d+:[\s\S]*/, '').replace(/\s+/g, ' ')
  const hint = /Conversion Error/.test(said)
    ? ' Dates are read as 2026-01-31, or with --dates day-first or month-first; numbers as 1234.5.'
    : ''
  return `DuckDB could not answer: ${said.trim()}.${hint}`.replace('..', '.')
}
