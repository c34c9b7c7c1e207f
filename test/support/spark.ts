import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { spark as dialect } from '../../shared/renderings/sql-tables/dialects/spark'
import type { Mapping, TableMapping } from '../../shared/renderings/sql-tables/mapping'
import type { TableName } from '../../shared/tables/schema'
import { type Database, openDatabase, type Tables } from './database'
import { pythonWith } from './parse-sql'

/** Undefined where `node build/python.mjs` was not run, or there is no Java. */
export const spark = hasJava() ? pythonWith('pyspark') : undefined

function hasJava(): boolean {
  return spawnSync('java', ['-version'], { stdio: 'ignore' }).status === 0
}

export interface Cluster extends Database {
  /** Of the driver, whose children are the workers. */
  readonly pid: number
}

/** A Spark cluster of two workers, which reads Parquet files that are divided into partitions. */
export async function openSpark(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-spark-'))
  const child = spawn(spark as string, [join(__dirname, 'spark.py')], {
    cwd: folder,
    stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
  })
  const lines = createInterface({ input: child.stdio[3] as NodeJS.ReadableStream })[Symbol.asyncIterator]()
  const next = async (): Promise<{ rows?: Record<string, unknown>[]; error?: string }> => {
    const { value, done } = await lines.next()
    if (done) throw new Error('Spark has ended')
    return JSON.parse(value)
  }
  await next()
  const ended = new Promise(resolve => child.once('exit', resolve))
  const files = await openDatabase()
  let loaded = 0
  return {
    dialect,
    pid: child.pid as number,
    query: async sql => {
      child.stdin?.write(`${JSON.stringify({ sql })}\n`)
      const { rows, error } = await next()
      if (rows === undefined) throw new Error(error)
      return rows
    },
    load: tables => partitioned(files, tables, join(folder, `tables-${loaded++}`)),
    close: async () => {
      child.stdin?.end()
      await ended
      files.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function partitioned(files: Database, tables: Tables, folder: string): Promise<Mapping> {
  const mapping = await files.load(tables)
  mkdirSync(folder)
  const written: Partial<Record<TableName, TableMapping>> = {}
  for (const [name, mapped] of Object.entries(mapping)) {
    const from = mapped.table.map(files.dialect.identifier).join('.')
    const place = join(folder, name)
    await files.query(
      `copy (select *, "above" % 3 as "part" from ${from}) to '${place}' (format parquet, partition_by ("part"))`,
    )
    written[name as TableName] = { ...mapped, table: ['parquet', place] }
  }
  return written
}
