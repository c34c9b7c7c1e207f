import { execFileSync, spawn, spawnSync } from 'node:child_process'
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

/** The Spark that PySpark brings along. */
export function sparkHome(): string {
  const print = 'import os, pyspark; print(os.path.dirname(pyspark.__file__))'
  return execFileSync(spark as string, ['-c', print])
    .toString()
    .trim()
}

function hasJava(): boolean {
  return spawnSync('java', ['-version'], { stdio: 'ignore' }).status === 0
}

/** What was done to a worker while a statement ran. */
export interface Killed {
  readonly pid?: number
  /** How many tasks of the stage were done by then. */
  readonly done?: number
  readonly of?: number
}

export interface Cluster extends Database {
  /** Runs a statement and kills one of the workers, by force, in the middle of it. */
  readonly queryKilling: (sql: string) => Promise<{
    readonly rows: readonly object[]
    readonly killed: Killed
    readonly workers: readonly number[]
  }>
  /** Where files can be put. */
  readonly folder: string
}

interface Reply {
  readonly rows?: Record<string, unknown>[]
  readonly killed?: Killed
  readonly workers?: readonly number[]
  readonly error?: string
}

/** A Spark cluster of two workers, which reads Parquet files that are divided into partitions. */
export async function openSpark(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-spark-'))
  const child = spawn(spark as string, [join(__dirname, 'spark.py')], {
    cwd: folder,
    stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
  })
  const lines = createInterface({ input: child.stdio[3] as NodeJS.ReadableStream })[Symbol.asyncIterator]()
  const next = async (): Promise<Reply> => {
    const { value, done } = await lines.next()
    if (done) throw new Error('Spark has ended')
    return JSON.parse(value)
  }
  const ask = async (asked: { sql: string; kill?: boolean }) => {
    child.stdin?.write(`${JSON.stringify(asked)}\n`)
    const { rows, killed = {}, workers = [], error } = await next()
    if (rows === undefined) throw new Error(error)
    return { rows, killed, workers }
  }
  await next()
  const ended = new Promise(resolve => child.once('exit', resolve))
  const files = await openDatabase()
  let loaded = 0
  return {
    dialect,
    folder,
    query: async sql => (await ask({ sql })).rows,
    queryKilling: sql => ask({ sql, kill: true }),
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
