import { tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import type { DateOrder } from '../command-line/csv-file'
import { duckdb as dialect } from '../shared/renderings/sql-tables/dialects/duckdb'
import type { TableMapping } from '../shared/renderings/sql-tables/mapping'
import type { TableName } from '../shared/tables/schema'
import { Refused } from '../shared/workbook/steps'
import { readTableFile, type TableFile } from './duckdb-files'
import type { Engine, Told } from './engine'
import { passingFolder } from './passing-folder'

/** In MB, beyond which DuckDB puts to disk what it cannot hold: half of what there is, and no more than 3 GB. */
function memoryToUse(): number {
  const all = Math.min(totalmem(), process.constrainedMemory() || totalmem())
  return Math.floor(Math.min(3000, all / 2e6))
}

/** Numbers the rows of a file, the upper first. */
const line = '__line'

/**
 * DuckDB in this process, over files of any size that are read where they are.
 * @param memory in MB
 */
export async function openFiles(
  files: Partial<Record<TableName, string>>,
  order: DateOrder | undefined,
  told: Told,
  memory = memoryToUse(),
): Promise<Engine> {
  const folder = await passingFolder()
  const instance = await DuckDBInstance.create(join(folder.path, 'spilled.duckdb'), {
    memory_limit: `${memory}MB`,
    temp_directory: folder.path,
    // Nothing is fetched from anywhere.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const connection = await instance.connect()
  const close = async (): Promise<void> => {
    connection.closeSync()
    instance.closeSync()
    await folder.remove()
  }
  const query = (sql: string): Promise<readonly object[]> => asked(connection, sql, told)
  try {
    await query("set TimeZone = 'UTC'")
    const mapping: Partial<Record<TableName, TableMapping>> = {}
    for (const [name, path] of Object.entries(files) as [TableName, string][]) {
      mapping[name] = await viewOf(
        name,
        await readTableFile(name, path, { folder: folder.path, order, query }),
        query,
      )
    }
    return { dialect, mapping, query, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function viewOf(
  name: TableName,
  { select, columns, rowNumber, isColumnar }: TableFile,
  query: Engine['query'],
): Promise<TableMapping> {
  const id = dialect.identifier
  await query(`create view ${id(name)} as select *, ${rowNumber} as ${id(line)} from (${select})`)
  return {
    table: [name],
    columns: Object.fromEntries(columns.map(column => [column, column])),
    order: line,
    isNumbered: true,
    isColumnar,
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

/** The first lines of what DuckDB says; the others show the statement, or what one would set in DuckDB. */
function sentenceOf(message: string): string {
  const said = message.replace(/\n\s*(LINE \d+:|This limit was set|Possible solutions)[\s\S]*/, '')
  const hint = hints.find(([what]) => what.test(said))?.[1] ?? ''
  return `DuckDB could not answer: ${said.replace(/\s+/g, ' ').trim()}.${hint}`.replace('..', '.')
}

const hints: readonly (readonly [RegExp, string])[] = [
  [
    /Conversion Error/,
    ' Dates are read as 2026-01-31, or with --dates day-first or month-first; numbers as 1234.5.',
  ],
  [
    /Out of Memory Error: failed to offload|No space left/,
    ` What does not fit in memory goes to ${tmpdir()}, which is full: make room there, or name a folder on a larger disk by TMPDIR.`,
  ],
  [/Out of Memory Error/, ' Ask fewer metrics or a shorter time at once, or have more memory.'],
]
