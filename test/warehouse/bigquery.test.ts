import { execFileSync } from 'node:child_process'
import { bytesText, readBytes } from '../../warehouse/bytes'
import type { Fault } from '../support/bigquery-double'
import type { Outcome, Scenario } from '../support/bigquery-scenarios'

const refusal = (status: number, reason: string, message: string): Fault => ({ status, reason, message })

const refused: readonly (readonly ['insert' | 'dryRun' | 'table', Fault, string])[] = [
  [
    'dryRun',
    refusal(403, 'accessDenied', 'Access Denied: Table crm.leads'),
    'Ask for the roles BigQuery Data Viewer',
  ],
  ['insert', refusal(403, 'quotaExceeded', 'Quota exceeded'), 'a quota of the project is used up'],
  ['insert', refusal(400, 'bytesBilledLimitExceeded', 'Query exceeded limit'), 'nothing was billed'],
  ['dryRun', refusal(400, 'invalidQuery', 'Syntax error at [1:1]'), 'Syntax error at [1:1]'],
  [
    'table',
    refusal(404, 'notFound', 'Not found: Table crm.leads'),
    'did not answer crm.leads: there is no such table',
  ],
]

const scenarios = {
  plain: {},
  'too much': { bytes: 11e9 },
  'dry run': { options: { dryRun: true } },
  'answer lost': { faults: { insert: ['cut off'] } },
  'for ever': { options: { timeoutMs: 50 }, faults: { results: ['running'] } },
  ...Object.fromEntries(
    refused.map(([kind, fault], index) => [`refusal ${index}`, { faults: { [kind]: [fault] } }]),
  ),
} satisfies Record<string, Scenario>

let outcomes: Map<string, Outcome>
beforeAll(() => {
  const out = execFileSync(process.execPath, ['--import', 'tsx', 'test/support/bigquery-scenarios.ts'], {
    input: JSON.stringify(Object.values(scenarios)),
  })
  const played = JSON.parse(out.toString()) as Outcome[]
  outcomes = new Map(Object.keys(scenarios).map((name, index) => [name, played[index] as Outcome]))
}, 60_000)

function outcome(name: string): Outcome {
  return outcomes.get(name) as Outcome
}

test('the same numbers come back through its protocol, and it says before what will be read', () => {
  const { found, own, told, requests } = outcome('plain')
  expect(own.length).toBeGreaterThan(5)
  expect(found).toEqual(own)
  expect(told).toEqual(['BigQuery would read 5 GB: about $0.03, at $6.25 a TiB on demand.'])
  const [, dry, real] = requests
  expect(dry?.body.configuration?.dryRun).toBe(true)
  const { query } = real?.body.configuration ?? {}
  expect(query).toMatchObject({ useLegacySql: false, maximumBytesBilled: '10000000000' })
  expect(query?.query).toContain('from `crm`.`leads`')
})

test('what would read more than was allowed is not run', () => {
  const { refused, billed } = outcome('too much')
  expect(refused).toContain('more than 10 GB. Ask for less, or raise --max-bytes-billed')
  expect(billed).toEqual([])
})

test('a dry run runs nothing', () => {
  const { refused, told, billed } = outcome('dry run')
  expect(refused).toContain('Nothing was run')
  expect(told[0]).toContain('5 GB')
  expect(billed).toEqual([])
})

test('a job whose answer was lost is handed over under the same id, and billed once', () => {
  const { found, own, requests, billed } = outcome('answer lost')
  expect(found).toEqual(own)
  const ids = requests
    .filter(({ path, body }) => path === '/jobs' && !body.configuration?.dryRun)
    .map(({ body }) => body.jobReference?.jobId)
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
  expect(billed).toHaveLength(1)
})

test('what takes too long is stopped', () => {
  const { refused, requests } = outcome('for ever')
  expect(refused).toContain('it took too long and was stopped')
  expect(requests.some(({ path }) => path.endsWith('/cancel'))).toBe(true)
})

test.each(refused.map(([kind, fault, sentence], index) => [kind, fault, sentence, index] as const))(
  '%s: %j is told in a sentence',
  (_kind, _fault, sentence, index) => {
    const { refused } = outcome(`refusal ${index}`)
    expect(refused).toContain(sentence)
    expect(refused?.split('\n')).toHaveLength(1)
  },
)

test('sizes are read and written for people', () => {
  expect([0, 999, 1e9, 1234567, 2.5e13].map(bytesText)).toEqual(['0 B', '999 B', '1 GB', '1.23 MB', '25 TB'])
  expect(['20GB', '1.5 tb', '300'].map(text => readBytes('--max-bytes-billed', text))).toEqual([
    20e9, 1.5e12, 300,
  ])
  expect(() => readBytes('--max-bytes-billed', 'much')).toThrow('write 20GB')
})
