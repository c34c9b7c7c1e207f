/**
 * Plays scenarios against the double of BigQuery and prints what happened. A process of its own, because the client
 * loads a part of itself in a way that Jest does not allow.
 */
import { text } from 'node:stream/consumers'
import { partsSql } from '../../shared/renderings/sql-tables/parts-sql'
import { isCellError } from '../../shared/values'
import { type BigQueryOptions, openBigQuery } from '../../warehouse/bigquery'
import { readDefinitionsFile } from '../../warehouse/definitions-file'
import { openFiles } from '../../warehouse/duckdb'
import type { AnswerRow } from '../../warehouse/engine'
import { prepare } from '../../warehouse/question'
import { type Result, run } from '../../warehouse/run'
import { type Faults, openDouble, type Requested } from './bigquery-double'

export interface Scenario {
  readonly bytes?: number
  readonly options?: Partial<BigQueryOptions>
  readonly faults?: Partial<Faults>
}

export interface Outcome {
  readonly found?: readonly Result[]
  readonly refused?: string
  readonly told: readonly string[]
  readonly billed: readonly string[]
  readonly requests: readonly Requested[]
  /** What DuckDB gives of the same rows. */
  readonly own: readonly Result[]
}

const metrics = ['NET_LEADS_ISSUED', 'LEADS_ISSUED', 'LEAD_RESPONSE_TIME']
const leads = 'templates/sample/leads.csv'

async function played({ bytes = 5e9, options = {}, faults = {} }: Scenario): Promise<Outcome> {
  const prepared = await prepare(
    { metrics, from: '2026-01-01', to: '2026-03-31', by: ['month'], where: '' },
    await readDefinitionsFile(undefined),
    async () => ({ from: 0, to: 0 }),
  )
  const files = await openFiles({ leads }, undefined, () => {})
  const wanted = prepared.metrics.flatMap(metric => (isCellError(metric) ? [] : [metric]))
  const parts = partsSql({ ...prepared.question, wanted, mapping: files.mapping }, files.dialect)
  if (isCellError(parts)) throw new Error(parts.reason)
  // What the service would answer is what DuckDB measures of the same rows.
  const rows = (await files.query(parts.sql ?? '')) as AnswerRow[]
  const own = await run(metrics, prepared, files)
  await files.close()
  const columns = Object.keys(files.mapping.leads?.columns ?? {})
  const double = await openDouble(columns, { bytes, rows, faults })
  const told: string[] = []
  const answer = openBigQuery(
    { leads: 'crm.leads' },
    { maxBytesBilled: 10e9, ...options },
    line => told.push(line),
    double.client,
  ).then(engine => run(metrics, prepared, engine))
  const outcome = await answer.then(
    found => ({ found }),
    (error: Error) => ({ refused: error.message }),
  )
  double.close()
  return { ...outcome, told, own, billed: double.billed, requests: double.requests }
}

const outcomes: Outcome[] = []
for (const scenario of JSON.parse(await text(process.stdin)) as Scenario[])
  outcomes.push(await played(scenario))
process.stdout.write(JSON.stringify(outcomes))
