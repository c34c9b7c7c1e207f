import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { BigQuery } from '@google-cloud/bigquery'
import { OAuth2Client } from 'google-auth-library'
import type { AnswerRow } from '../../shared/renderings/sql-tables/answer-rows'

/** What the service does instead of answering, at the next request of a kind. */
export type Fault =
  | { readonly status: number; readonly reason: string; readonly message: string }
  /** It takes the request, and the line is cut before its answer. */
  | 'cut off'
  /** It never comes to an end. */
  | 'running'

export interface Requested {
  readonly method: string
  readonly path: string
  readonly body: {
    readonly configuration?: { readonly dryRun?: boolean; readonly query: Readonly<Record<string, unknown>> }
    readonly jobReference?: { readonly jobId: string }
  }
}

export interface Faults {
  readonly insert: Fault[]
  readonly dryRun: Fault[]
  readonly results: Fault[]
  readonly table: Fault[]
}

/**
 * Speaks BigQuery's REST protocol as it is documented (https://cloud.google.com/bigquery/docs/reference/rest/v2), on
 * this machine. Jobs are billed when they are first handed over.
 */
export async function openDouble(
  columns: readonly string[],
  { bytes, rows, faults }: { bytes: number; rows: readonly AnswerRow[]; faults: Partial<Faults> },
) {
  const requests: Requested[] = []
  const billed: string[] = []
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', chunk => (text += chunk))
    request.on('end', () => {
      const path = (request.url ?? '').replace(/\?.*/, '').replace('/bigquery/v2/projects/crm-project', '')
      const body = text === '' ? {} : JSON.parse(text)
      requests.push({ method: request.method ?? '', path, body })
      const send = (status: number, content: object): void => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content))
      }
      const isDry = body.configuration?.dryRun === true
      const kind =
        path === '/jobs' ? (isDry ? 'dryRun' : 'insert') : path.startsWith('/queries') ? 'results' : 'table'
      const id: string = body.jobReference?.jobId ?? ''
      const fault = path.endsWith('/cancel') ? undefined : faults[kind]?.shift()
      const isNew = kind === 'insert' && !billed.includes(id)
      if (typeof fault === 'object') {
        const { status, reason, message } = fault
        return send(status, {
          error: { code: status, message, errors: [{ reason, message, domain: 'global' }] },
        })
      }
      if (isNew) billed.push(id)
      if (fault === 'cut off') return request.socket.destroy()
      if (kind === 'insert' && !isNew)
        return send(409, {
          error: { code: 409, message: `Already Exists: Job ${id}`, errors: [{ reason: 'duplicate' }] },
        })
      if (path.endsWith('/cancel')) return send(200, { job: {} })
      const jobReference = { projectId: 'crm-project', jobId: id, location: 'EU' }
      if (path === '/jobs') {
        const statistics = { totalBytesProcessed: String(bytes) }
        return send(200, { jobReference, status: { state: isDry ? 'DONE' : 'RUNNING' }, statistics })
      }
      if (kind === 'results') {
        return fault === 'running'
          ? send(200, { jobReference, jobComplete: false })
          : send(200, { jobReference, jobComplete: true, ...inWire(rows) })
      }
      send(200, { schema: { fields: columns.map(name => ({ name, type: 'STRING' })) } })
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const authClient = new OAuth2Client()
  authClient.setCredentials({ access_token: 'of this machine', expiry_date: Date.now() + 3_600_000 })
  const client = new BigQuery({
    ...{ apiEndpoint: `http://127.0.0.1:${port}`, projectId: 'crm-project', autoRetry: false },
    authClient: authClient as never,
  })
  return { client, requests, billed, close: () => server.close() }
}

const fields = [
  { name: 'measure', type: 'INTEGER' },
  { name: 'period', type: 'INTEGER' },
  ...['group', 'key'].map(name => ({ name, type: 'STRING' })),
  { name: 'n', type: 'INTEGER' },
  { name: 'sum', type: 'STRING' },
  { name: 'values', type: 'FLOAT', mode: 'REPEATED' },
  { name: 'refused', type: 'STRING' },
]

/** Everything is text there, and what is null in a list of values is an empty list. */
function inWire(rows: readonly AnswerRow[]): object {
  const cell = (value: unknown) => ({ v: value === null ? null : String(value) })
  return {
    schema: { fields },
    totalRows: String(rows.length),
    rows: rows.map(row => ({
      f: fields.map(({ name, mode }) => {
        const value = row[name as keyof AnswerRow]
        return mode === 'REPEATED' ? { v: ((value ?? []) as readonly number[]).map(cell) } : cell(value)
      }),
    })),
  }
}
