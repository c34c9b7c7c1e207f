import { type AskedOfTables, statementAsked } from '../../shared/renderings/sql-tables/asked-of-tables'
import type { TableName } from '../../shared/tables/schema'
import { isCellError, type Matrix } from '../../shared/values'
import { parseAddress } from '../../shared/workbook/area'
import { createTable, type Database, openDatabase } from '../support/database'
import { ask, samples } from './asked-workbook'
import { type SampleWorkbook, sampleWorkbook } from './sample-workbook'

let database: Database
beforeAll(async () => {
  database = await openDatabase()
  for (const [sheet, rows] of Object.entries(samples))
    await createTable(database, sheet.toLowerCase() as TableName, rows)
})
afterAll(() => database.close())

const cell = (address: string) =>
  parseAddress(address, 'Metrics') as NonNullable<ReturnType<typeof parseAddress>>

function askedBy(formula: string, workbook = sampleWorkbook(), value: number | null = 1, address = 'E5') {
  workbook.put('Metrics!E5', { formula, value })
  return ask(workbook, 'tablesAsked', { cell: cell(address), level: 0 })
}

function told(formula: string, workbook?: SampleWorkbook, address?: string): AskedOfTables {
  const asked = askedBy(formula, workbook, 1, address)
  if (isCellError(asked)) throw new Error(asked.reason)
  return asked
}

/** The number that the statement gives, in DuckDB over the same rows. */
async function inDatabase(asked: AskedOfTables): Promise<unknown> {
  const statement = statementAsked(asked, { dialect: 'duckdb', names: {}, columns: 'sheet' })
  if (isCellError(statement)) throw new Error(statement.reason)
  const [row, other] = await database.query(statement.text)
  expect(other).toBeUndefined()
  return row?.value
}

const january = 'DATE(2026,1,1), DATE(2026,3,31)'

test.each([
  [`=METRIC("COST_PER_NET_LEAD", ${january}, "", "", DEFINITIONS, LEADS, DEALS, COSTS)`],
  [`=METRIC("WIN_RATE@restated", ${january}, "owner=Ana", DATE(2026,6,30), DEFINITIONS, DEALS)`],
  [`=NET_LEADS_ISSUED(LEADS, ${january}, DEFINITIONS)`],
  [`=TOTAL_COST(COSTS, ${january}, "cost_of_sales", DEFINITIONS)`],
  [`=ROUND(COHORT_ROI(LEADS, DEALS, COSTS, ${january}, DEFINITIONS), 4)`],
  ['=METRIC("PIPELINE_VALUE", "", "", "", DATE(2026,12,31), DEFINITIONS, DEALS)'],
  [`=RESTATED("NET_LEADS_ISSUED", "2026-Q1", "", "", "", DEFINITIONS, LEADS)`],
])('%s is the same number in a database', async formula => {
  const workbook = sampleWorkbook()
  workbook.put('Metrics!E5', { formula, value: 1 })
  const why = ask(workbook, 'why', { cell: cell('E5') })
  if (isCellError(why)) throw new Error(why.reason)
  const [level] = why.levels
  if (level === undefined || !('number' in level.value)) throw new Error(JSON.stringify(level?.value))
  expect(level.ofTables).toBe(true)
  const shown = level.value.number
  expect(await inDatabase(told(formula))).toBeCloseTo(shown, 12)
})

test('of a formula that spills, the cell is asked that was meant', () => {
  const revenue = (by: string) => `=${by}, ${january}, "", "", DEFINITIONS, DEALS)`
  expect(told(revenue('METRIC_BY("TOTAL_REVENUE", "owner"')).conditions).toEqual([
    { column: 'owner', value: 'Ana' },
  ])
  const months = '=METRIC("TOTAL_REVENUE", {46023,46054}, {46053,46081}, "", "", DEFINITIONS, DEALS)'
  expect(told(months).period).toEqual({ from: 46_023, to: 46_053 })
})

test('no row of a table leaves the workbook, only its headers', () => {
  const asked = told(`=NET_LEADS_ISSUED(LEADS, ${january}, DEFINITIONS)`)
  expect(asked.tables).toEqual([{ table: 'leads', headers: (samples.Leads[0] ?? []).map(String) }])
  expect(JSON.stringify(asked)).not.toContain(String(samples.Leads[1]?.[0]))
})

test('the statement names the definitions and the day', () => {
  const formula = `=METRIC("WIN_RATE", ${january}, "", DATE(2026,6,30), DEFINITIONS, DEALS)`
  const statement = statementAsked(told(formula), { dialect: 'bigquery', names: {}, columns: 'plumbline' })
  expect(statement).toMatchObject({ isFinished: true, reads: ['deals'] })
  expect((statement as { text: string }).text).toMatch(
    /^-- WIN_RATE, for BigQuery\n-- Definitions: version 1, hash [0-9a-f]{64}\n-- As known on 2026-06-30\n/,
  )
})

test('what takes a median gives its parts, and says so', () => {
  const asked = told(`=LEAD_RESPONSE_TIME(LEADS, "", ${january})`)
  const statement = statementAsked(asked, { dialect: 'bigquery', names: {}, columns: 'sheet' })
  expect(statement).toMatchObject({
    isFinished: false,
    text: expect.stringContaining('-- The numbers take more than totals'),
  })
})

test.each([
  ['our-project.crm.leads', '`our-project`.`crm`.`leads`'],
  ['`our-project.crm.leads`', '`our-project`.`crm`.`leads`'],
  ['crm.le`ads; drop', '`crm`.`le\\`ads; drop`'],
])('a table %s is quoted part by part', (name, quoted) => {
  const asked = told(`=NET_LEADS_ISSUED(LEADS, ${january})`)
  const statement = statementAsked(asked, { dialect: 'bigquery', names: { leads: name }, columns: 'sheet' })
  expect((statement as { text: string }).text).toContain(`from ${quoted})`)
})

test.each(['', 'crm..leads', '.'])('a table %j is refused with a sentence', name => {
  const asked = told(`=NET_LEADS_ISSUED(LEADS, ${january})`)
  expect(
    statementAsked(asked, { dialect: 'bigquery', names: { leads: name }, columns: 'sheet' }),
  ).toMatchObject({
    reason: expect.stringContaining('write it as project.dataset.leads'),
  })
})

test('columns are called as in the sheet or as Plumbline calls them, in Snowflake in capitals', () => {
  const headers = ['Lead ID', 'Create Date', 'issued_at', 'qualified', 'Owner', 'outcome_code', 'outcome_at']
  const asked = {
    ...told(`=NET_LEADS_ISSUED(LEADS, ${january})`),
    tables: [{ table: 'leads' as const, headers }],
  }
  const text = (place: Parameters<typeof statementAsked>[1]) =>
    (statementAsked(asked, place) as { text: string }).text
  expect(text({ dialect: 'postgresql', names: {}, columns: 'sheet' })).toContain('"Lead ID"')
  expect(text({ dialect: 'postgresql', names: {}, columns: 'plumbline' })).not.toContain('"Lead ID"')
  const snowflake = text({ dialect: 'snowflake', names: {}, columns: 'plumbline' })
  expect(snowflake).toMatch(/cast\("LEAD_ID" as varchar\)[\s\S]* from "LEADS"\)/)
})

const hostile = [
  `"'; drop table leads; --`,
  '`\\` */ /* ',
  '*/\n-- ',
  "') or 1=1 --",
  'x\u2028x',
  ['$', '{x}'].join(''),
  '__proto__',
  '=1+1',
]

test.each(hostile)('hostile text stays data: %j', async text => {
  const rows: Matrix = [
    ['lead_id', 'created_at', 'issued_at', 'owner', 'qualified', 'outcome_code', 'outcome_at', text],
    ['L1', 46_030, 46_030, 'Ana', true, text, 46_031, text],
    ['L2', 46_030, 46_031, 'Ben', true, 'WON', 46_032, 'b'],
  ]
  const name = `leads ${text.replace(/[.`"]/g, '')}`.trim()
  await createTable(database, 'leads', rows, [name])
  const asked: AskedOfTables = {
    ...told(`=NET_LEADS_ISSUED(LEADS, ${january})`),
    conditions: [{ column: 'outcome_code', value: text.trim() }],
    tables: [{ table: 'leads', headers: (rows[0] ?? []).map(String) }],
  }
  const statement = statementAsked(asked, { dialect: 'duckdb', names: { leads: name }, columns: 'sheet' })
  if (isCellError(statement)) throw new Error(statement.reason)
  expect(await database.query(statement.text)).toMatchObject([{ value: 1, net_leads: 1n, refused: null }])
})

test.each(hostile.filter(text => /[a-z]/.test(text)))('what a call says stays data: %j', async text => {
  const headers = ['deal_id', 'stage', 'entered_at']
  await createTable(database, 'stage_history', [headers, ['D1', 'Open', 46_030]])
  const asked: AskedOfTables = {
    ...told(`=NET_LEADS_ISSUED(LEADS, ${january})`),
    metric: 'STAGE_CONVERSION',
    overrides: { 'stage.from': text, 'stage.to': 'Won' },
    tables: [{ table: 'stage_history', headers }],
  }
  const statement = statementAsked(asked, { dialect: 'duckdb', names: {}, columns: 'sheet' })
  if (isCellError(statement)) throw new Error(statement.reason)
  expect(await database.query(statement.text)).toMatchObject([
    { value: null, refused: expect.stringMatching(/^#VALUE! no deal was ever in the stage “\w+”, and/) },
  ])
})

test.each([
  ['=ROI(5000, 1000)', 'E5'],
  ['=1+1', 'E5'],
])('%s asks nothing of tables, which is said', (formula, address) => {
  expect(askedBy(formula, sampleWorkbook(), 1, address)).toMatchObject({
    reason: expect.stringMatching(/Metrics!E5 asks nothing of tables now/),
  })
})
