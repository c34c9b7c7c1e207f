import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spark as dialect } from '../shared/renderings/sql-tables/dialects/spark'
import type { TableMapping } from '../shared/renderings/sql-tables/mapping'
import type { TableName } from '../shared/tables/schema'
import { Refused } from '../shared/workbook/steps'
import type { Engine, Told } from './engine'

/** What statements rely on, whatever Spark's configuration says. */
const settings = {
  'spark.sql.ansi.enabled': 'true',
  'spark.sql.session.timeZone': 'UTC',
  'spark.sql.variable.substitute': 'false',
}

/**
 * Spark by its own `spark-sql`: the cluster, the catalogue and who is asking are what Spark's configuration says, or
 * `master` in its place, such as `yarn`.
 */
export async function openSpark(
  tables: Partial<Record<TableName, string>>,
  master: string | undefined,
  told: Told,
): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-spark-'))
  const ask = (sql: string): Promise<string> => ran(sql, master, folder)
  const close = (): Promise<void> => rm(folder, { recursive: true, force: true })
  try {
    told('Asking Spark for the columns …')
    const mapping = await mapped(tables, ask)
    return {
      dialect,
      mapping,
      query: async sql => {
        told('Asking Spark …')
        return rowsOf(await ask(`select to_json(struct(*)) from (${sql}) as answer`))
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

const mark = '-- table '

/** A table of the catalogue by its name, or a folder of Parquet files. Starting Spark takes long: all are asked at once. */
async function mapped(
  tables: Partial<Record<TableName, string>>,
  ask: (sql: string) => Promise<string>,
): Promise<Partial<Record<TableName, TableMapping>>> {
  const places = (Object.entries(tables) as [TableName, string][]).map(([name, path]) => {
    return { name, table: /[/\\]|\.parquet$/.test(path) ? ['parquet', path] : path.split('.') }
  })
  const statements = places.map(({ name, table }) => {
    const from = table.map(dialect.identifier).join('.')
    return `select ${dialect.text(`${mark}${name}`)};\ndescribe query select * from ${from}`
  })
  const told = await ask(statements.join(';\n'))
  const listed = new Map(
    told
      .split(mark)
      .slice(1)
      .map(section => {
        const [name = '', ...lines] = section.trim().split('\n')
        return [name, lines.map(line => (line.split('\t')[0] as string).trimEnd())] as const
      }),
  )
  return Object.fromEntries(
    places.map(({ name, table }) => {
      const columns = listed.get(name) ?? []
      return [name, { table, columns: Object.fromEntries(columns.map(column => [column, column])) }]
    }),
  )
}

/** A row a line, as JSON, which leaves out what is null. */
function rowsOf(out: string): readonly object[] {
  const nothing = { period: null, group: null, key: null, sum: null, values: null, refused: null }
  return out
    .split('\n')
    .filter(line => line.startsWith('{'))
    .map(line => ({ ...nothing, ...JSON.parse(line) }))
}

async function ran(sql: string, master: string | undefined, folder: string): Promise<string> {
  const file = join(folder, 'statement.sql')
  await writeFile(file, `${sql};\n`)
  const args = [
    '-S',
    ...(master === undefined ? [] : ['--master', master]),
    ...Object.entries(settings).flatMap(([name, value]) => ['--conf', `${name}=${value}`]),
    ...['-f', file],
  ]
  const home = process.env.SPARK_HOME
  const child = spawn(home === undefined ? 'spark-sql' : join(home, 'bin', 'spark-sql'), args, {
    cwd: folder,
  })
  const [out, told]: [Buffer[], Buffer[]] = [[], []]
  child.stdout.on('data', chunk => out.push(chunk))
  child.stderr.on('data', chunk => told.push(chunk))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('close', resolve)
    child.once('error', () =>
      reject(new Refused('There is no spark-sql here: set SPARK_HOME to the folder of Spark 4.')),
    )
  })
  const printed = Buffer.concat(out).toString()
  if (code === 0) return printed
  throw new Refused(`Spark could not answer: ${sentenceOf(Buffer.concat(told).toString() + printed)}`)
}

/** The line that names the error; the others show the statement and the plan. */
function sentenceOf(told: string): string {
  const lines = told.split('\n').map(line => line.trim())
  const named = lines.find(line => /\[[A-Z_.]+\]|Exception|Error/.test(line) && !/ WARN /.test(line))
  return (named ?? lines.filter(Boolean).pop() ?? 'it said nothing').slice(0, 400)
}
