import { randomUUID } from 'node:crypto'
import { BigQuery, type Job } from '@google-cloud/bigquery'
import { bigquery as dialect } from '../shared/renderings/sql-tables/dialects/bigquery'
import type { TableMapping } from '../shared/renderings/sql-tables/mapping'
import type { TableName } from '../shared/tables/schema'
import { Refused } from '../shared/workbook/steps'
import { sentenceOf } from './bigquery-errors'
import { bytesText } from './bytes'
import type { Engine, Told } from './engine'

export interface BigQueryOptions {
  /** Who is billed; without it, the project that the credentials of this machine name. */
  readonly project?: string | undefined
  readonly location?: string | undefined
  /** A statement that would read more is not run. */
  readonly maxBytesBilled: number
  /** Only tells what the statement would read. */
  readonly dryRun?: boolean | undefined
  readonly timeoutMs?: number
}

/** On demand, in US dollars for each TiB that is read, in most places. https://cloud.google.com/bigquery/pricing */
const listPrice = 6.25

/** How often a job is handed over again where nobody knows whether it arrived. */
const tries = 3

/** BigQuery, over tables that are there already; signed in as the official client is, by the machine's own credentials. */
export async function openBigQuery(
  tables: Partial<Record<TableName, string>>,
  options: BigQueryOptions,
  told: Told,
  client = clientOf(options),
): Promise<Engine> {
  const mapping: Partial<Record<TableName, TableMapping>> = {}
  for (const [name, path] of Object.entries(tables) as [TableName, string][])
    mapping[name] = await mapped(client, path)
  return { dialect, mapping, query: sql => asked(client, sql, options, told), close: async () => {} }
}

function clientOf({ project, location }: BigQueryOptions): BigQuery {
  return new BigQuery({ ...(project ? { projectId: project } : {}), ...(location ? { location } : {}) })
}

async function mapped(client: BigQuery, path: string): Promise<TableMapping> {
  const table = path.split('.')
  const [name, dataset, project] = [...table].reverse()
  if (name === undefined || dataset === undefined || table.length > 3)
    throw new Refused(`${path} is no table of BigQuery: write dataset.table, or project.dataset.table.`)
  const at = client.dataset(dataset, project === undefined ? {} : { projectId: project }).table(name)
  const [metadata] = await at.getMetadata().catch(error => refuse(error, path))
  const fields: readonly { name: string }[] = metadata.schema?.fields ?? []
  return { table, columns: Object.fromEntries(fields.map(field => [field.name, field.name])) }
}

async function asked(
  client: BigQuery,
  query: string,
  { maxBytesBilled, dryRun, timeoutMs = 600_000 }: BigQueryOptions,
  told: Told,
): Promise<readonly object[]> {
  const [planned] = await client.createQueryJob({ query, dryRun: true }).catch(refuse)
  const bytes = Number(planned.metadata.statistics.totalBytesProcessed)
  const price = ((bytes / 2 ** 40) * listPrice).toFixed(2)
  told(`BigQuery would read ${bytesText(bytes)}: about $${price}, at $${listPrice} a TiB on demand.`)
  if (dryRun) throw new Refused('Nothing was run: --dry-run only asks what it would read.')
  if (bytes > maxBytesBilled)
    throw new Refused(
      `Nothing was run: that is more than ${bytesText(maxBytesBilled)}. Ask for less, or raise --max-bytes-billed.`,
    )
  const job = await started(client, {
    query,
    maximumBytesBilled: String(maxBytesBilled),
    jobTimeoutMs: timeoutMs,
  })
  const [rows] = await job.getQueryResults({ timeoutMs }).catch(async error => {
    // What nobody waits for any more should not be billed on.
    if (/did not complete/.test(String(error.message))) await job.cancel().catch(() => {})
    return refuse(error)
  })
  return rows
}

/** A job that is handed over twice under one id runs, and is billed, once. */
async function started(
  client: BigQuery,
  configuration: { query: string; maximumBytesBilled: string; jobTimeoutMs: number },
): Promise<Job> {
  const jobId = `plumbline_${randomUUID()}`
  for (let attempt = 1; ; attempt++) {
    try {
      const [job] = await client.createQueryJob({ ...configuration, jobId })
      return job
    } catch (error) {
      const { code } = error as { code?: number | string }
      // An earlier attempt arrived, though its answer did not.
      if (code === 409) return client.job(jobId)
      if (typeof code === 'number' || attempt === tries) return refuse(error)
    }
  }
}

function refuse(error: unknown, what = 'the statement'): never {
  throw error instanceof Refused ? error : new Refused(sentenceOf(error, what))
}
