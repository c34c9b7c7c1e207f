import { readFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import { writeXlsx } from 'hucre'
import { exportDefinitions } from '../../shared/definitions/export'
import { lockColumns } from '../../shared/definitions/locks'
import { snapshotColumns } from '../../shared/definitions/snapshot'
import { readDefinitions } from '../../shared/definitions/table'
import { serialOf } from '../../shared/formula/calendar'
import { metricOnTables } from '../../shared/metrics/on-tables/metric-function'
import { isCellError, type Matrix } from '../../shared/values'
import { definitionHeader, definitionRows } from '../support/definitions'
import { referenceFile } from '../support/reference'
import { everything } from '../support/same-in-database'
import { coreMatrix, readTable, sampleTable, serial } from '../support/tables'
import { folder, shell } from './run'

const file = folder()
const sample = (name: string): string => `templates/sample/${name}.csv`
const threeTables = ['--leads', sample('leads'), '--deals', sample('deals'), '--costs', sample('costs')]
const names = everything.map(({ metric }) => metric.name)

interface Told {
  metric: string
  from?: string
  group?: string
  value: unknown
}

async function told(...args: string[]): Promise<readonly Told[]> {
  const { out, error } = await shell('run', ...args, '--as', 'json')
  if (out === '') throw new Error(error)
  return JSON.parse(out)
}

/** What METRIC says of the same tables; of an error, its code. */
function inCore(tables: readonly Matrix[], from: Matrix, to: Matrix, asOf: number | ''): readonly unknown[] {
  const answer = metricOnTables([names.map(name => [name]), from, to, '', asOf, '', ...tables])
  if (isCellError(answer)) throw new Error(answer.reason)
  const rows = answer as Matrix
  return rows[0]?.flatMap((_, period) => rows.map(row => codeOf(row[period]))) ?? []
}

function codeOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'error' in value ? value.error : value
}

function exported(rows: Matrix): string {
  const set = readDefinitions(rows)
  if (isCellError(set)) throw new Error(set.reason)
  return exportDefinitions(set, 'team')
}

const tables = (['leads', 'deals', 'costs'] as const).map(name => coreMatrix(sampleTable(name)))
const quarter = [1, 2, 3].map(month => [serialOf(2026, month, 1), serialOf(2026, month + 1, 1) - 1])
const starts: Matrix = [quarter.map(([first = 0]) => first)]
const ends: Matrix = [quarter.map(([, last = 0]) => last)]
const months = ['--from', '2026-01-01', '--to', '2026-03-31', '--by', 'month']

test('every metric of the sample tables is what METRIC says, in every month', async () => {
  const found = await told(...threeTables, ...names, ...months)
  expect(found.map(({ value }) => codeOf(value))).toEqual(inCore(tables, starts, ends, ''))
})

test('Parquet and xlsx are read as the CSV is', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  await connection.run(`copy (from read_csv('${sample('leads')}')) to '${file('leads.parquet')}'`)
  connection.closeSync()
  const costs = await writeXlsx({
    sheets: [{ name: 'Spend', rows: coreMatrix(sampleTable('costs')) as never }],
  })
  const others = [
    '--leads',
    file('leads.parquet'),
    '--deals',
    sample('deals'),
    '--costs',
    file('costs.xlsx', costs),
  ]
  expect(await told(...others, ...names, ...months)).toEqual(await told(...threeTables, ...names, ...months))
})

const pipeline = referenceFile('data', 'crm-opportunities', 'sales_pipeline.csv')

;(pipeline === undefined ? test.skip : test)(
  '8,800 opportunities of a CRM give what METRIC says',
  async () => {
    const [from, to] = [[[serialOf(2017, 1, 1)]], [[serialOf(2017, 12, 31)]]]
    const found = await told(
      '--deals',
      pipeline as string,
      ...names,
      '--from',
      '2017-01-01',
      '--to',
      '2017-12-31',
    )
    expect(found.map(({ value }) => codeOf(value))).toEqual(
      inCore([coreMatrix(readTable(pipeline as string))], from, to, ''),
    )
  },
)

test('definitions that were dated by period hold, on every basis', async () => {
  const rows = [
    definitionHeader,
    ...definitionRows({ 'lead.dispute_window_days': 10 }, { from: '2020-01-01', version: 1 }),
    ...definitionRows({ 'lead.net_subtract_codes': 'OPPORTUNITY' }, { from: '2026-04-01', version: 2 }),
  ]
  const bases = ['NET_LEADS_ISSUED', 'NET_LEADS_ISSUED@restated', 'NET_LEADS_ISSUED@v1']
  const [from, to] = [
    [[serialOf(2026, 1, 1), serialOf(2026, 4, 1)]],
    [[serialOf(2026, 3, 31), serialOf(2026, 6, 30)]],
  ]
  const own = metricOnTables([
    bases.map(name => [name]),
    from,
    to,
    '',
    '',
    rows,
    tables[0] as Matrix,
  ]) as Matrix
  const found = await told(
    ...['--leads', sample('leads'), '--definitions', file('team.json', exported(rows)), ...bases],
    ...['--from', '2026-01-01', '--to', '2026-06-30', '--by', 'quarter'],
  )
  expect(found.map(({ value }) => value)).toEqual([0, 1].flatMap(period => own.map(row => row[period])))
  // The rule that came later counts less, in the later quarter and, restated, in both.
  expect(own).toEqual([
    [7, 0],
    [3, 0],
    [7, 1],
  ])
})

test('a workbook that locks a period gives what was reported of it', async () => {
  const april = serial('2026-04-10')
  const rows = [
    definitionHeader,
    ...definitionRows({ 'lead.dispute_window_days': 10 }, { from: '2026-01-01', version: 1 }),
  ]
  const locks: Matrix = [
    Object.keys(lockColumns),
    [
      '2026-Q1',
      serial('2026-01-01'),
      serial('2026-03-31'),
      'locked',
      1,
      april,
      'finance',
      'close',
      april,
      '',
    ],
  ]
  const reported = ['2026-Q1', 'NET_LEADS_ISSUED', '', 99, 99, null, 99, 1, april, 'leads 12', 'x', april, '']
  const snapshot: Matrix = [Object.keys(snapshotColumns), reported]
  const sheets = Object.entries({ DEFINITIONS: rows, LOCKS: locks, SNAPSHOT: snapshot })
  const workbook = await writeXlsx({
    sheets: sheets.map(([name, cells]) => ({ name, rows: cells as never })),
    namedRanges: sheets.map(([name, cells]) => ({ name, range: `${name}!$A$1:$M$${cells.length}` })),
  })
  const bases = ['NET_LEADS_ISSUED', 'NET_LEADS_ISSUED@as_reported', 'NET_LEADS_ISSUED@restated']
  const found = await told(
    ...['--leads', sample('leads'), '--definitions', file('team.xlsx', workbook), ...bases],
    ...['--from', '2026-01-01', '--to', '2026-03-31'],
  )
  expect(found.map(({ value }) => value)).toEqual([99, 99, 7])
})

test('prints a table with a reason for what has no value, and CSV for other programs', async () => {
  const asked = ['run', ...threeTables, 'COST_PER_NET_LEAD', 'WIN_RATE', '--by', 'month']
  const { exit, out } = await shell(...asked)
  expect(exit).toBe(1)
  expect(out.split('\n').slice(0, 2)).toEqual([
    'period   COST_PER_NET_LEAD  WIN_RATE',
    '2026-01               5250  #DIV/0!',
  ])
  expect(out).toMatch(/\nWIN_RATE 2026-01: #DIV\/0! no deal was decided/)
  expect((await shell(...asked, '--as', 'csv')).out).toMatch(
    /^period,COST_PER_NET_LEAD,WIN_RATE\n2026-01,5250,#DIV/,
  )
})

test('divides by a column, and by periods at once', async () => {
  const found = await told('--deals', sample('deals'), 'WIN_RATE', '--by', 'owner', '--by', 'quarter')
  expect(found.map(({ group, from }) => `${group} ${from}`)).toEqual(
    expect.arrayContaining(['Ana 2026-01-01', 'Ben 2026-01-01', 'Ana 2026-04-01']),
  )
})

test.each([
  ['no table', ['WIN_RATE'], 'No table is given'],
  ['no file', ['WIN_RATE', '--deals', 'absent.csv'], 'There is no file absent.csv'],
  [
    'half a month',
    ['WIN_RATE', '--deals', sample('deals'), '--by', 'month', '--from', '2026-01-15'],
    'is not the first day',
  ],
  ['another table', ['WIN_RATE', '--deals', sample('costs')], 'deal_id'],
  ['no day', ['WIN_RATE', '--deals', sample('deals'), '--from', 'May'], 'is no day'],
  [
    'dates that could be either',
    [
      'LEADS_ISSUED',
      '--leads',
      file('odd.csv', 'lead_id,created_at,issued_at,owner\n1,03/04/2026,03/04/2026,Ana\n'),
      '--by',
      'month',
    ],
    '--dates day-first',
  ],
])('refuses %s in a sentence', async (_, args, sentence) => {
  const { exit, out, error } = await shell('run', ...args)
  expect({ exit, out }).toEqual({ exit: 2, out: '' })
  expect(error).toContain(sentence)
  expect(error.trim().split('\n')).toHaveLength(1)
})

test('a date order that is said is gone by', async () => {
  const path = file(
    'order.csv',
    'lead_id,created_at,issued_at,owner,qualified\n1,03/04/2026,03/04/2026 09:30,Ana,yes\n',
  )
  const asked = ['--leads', path, 'LEADS_ISSUED', '--by', 'month']
  expect((await told(...asked, '--dates', 'day-first')).map(({ from }) => from)).toEqual(['2026-04-01'])
  expect((await told(...asked, '--dates', 'month-first')).map(({ from }) => from)).toEqual(['2026-03-01'])
})

test('a metric that nobody knows is an error with a near name', async () => {
  const [found] = await told(
    '--deals',
    sample('deals'),
    'WIN_RATES',
    '--from',
    '2026-01-01',
    '--to',
    '2026-03-31',
  )
  expect(found?.value).toMatchObject({ error: '#VALUE!', reason: expect.stringContaining('WIN_RATE') })
})

test('sql names the definitions, and gives the number with its parts', async () => {
  const set = exported([
    definitionHeader,
    ...definitionRows({ 'lead.dispute_window_days': 3 }, { from: '2020-01-01', version: 1 }),
  ])
  const { exit, out } = await shell(
    ...[
      'sql',
      'NET_LEADS_ISSUED',
      '--dialect',
      'duckdb',
      '--leads',
      'leads',
      '--definitions',
      file('named.json', set),
    ],
    ...['--columns', file('columns.csv', columnsOf('leads')), '--from', '2026-01-01', '--to', '2026-03-31'],
  )
  expect(exit).toBe(0)
  expect(out).toContain(`-- Definitions: “team”, version 1, hash ${JSON.parse(set).hash}`)
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  await connection.run(`create table leads as from read_csv('${sample('leads')}')`)
  const rows = (await connection.runAndReadAll(out)).getRowObjectsJS()
  connection.closeSync()
  expect(rows).toMatchObject([{ metric: 'NET_LEADS_ISSUED', value: 7, net_leads: 7n, refused: null }])
})

test('sql gives the parts alone of what takes more than totals, or is asked of groups, and says so', async () => {
  const asked = ['--dialect', 'duckdb', '--leads', 'leads', '--from', '2026-01-01', '--to', '2026-03-31']
  const median = await shell('sql', 'LEAD_RESPONSE_TIME', ...asked)
  expect(median.out).toMatch(
    /^-- The numbers take more than totals, such as a median.* of LEAD_RESPONSE_TIME\.$/m,
  )
  expect(median.out).toMatch(/^-- {3}0: counted_seconds of leads where /m)
  const grouped = await shell('sql', 'NET_LEADS_ISSUED', ...asked, '--by', 'owner')
  expect(grouped.out).toContain('-- These are the parts of each owner, of which Plumbline makes the numbers.')
})

function columnsOf(table: 'leads'): string {
  const [header = ''] = readFileSync(sample(table), 'utf8').split('\n')
  return ['table_name,column_name', ...header.split(',').map(column => `${table},${column}`)].join('\n')
}

test.each(['bigquery', 'snowflake', 'spark', 'postgresql'])('sql writes for %s', async dialect => {
  const asked = [
    'sql',
    'WIN_RATE',
    '--dialect',
    dialect,
    '--deals',
    'sales.deals',
    '--from',
    '2026-01-01',
    '--to',
    '2026-03-31',
  ]
  const { exit, out } = await shell(...asked)
  expect(exit).toBe(0)
  expect(out).toMatch(/^-- WIN_RATE, for .*\n-- Definitions: built in/)
  expect((await shell(...asked.slice(0, 6), '--by', 'month')).error).toContain('Give --from and --to')
})
