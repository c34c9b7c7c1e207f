import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { evaluateDigits } from '../../shared/formula/evaluate'
import { treeOf } from '../../shared/formula/trees'
import { duckdb } from '../../shared/renderings/sql-tables/dialects/duckdb'
import type { Mapping } from '../../shared/renderings/sql-tables/mapping'
import { partsSql } from '../../shared/renderings/sql-tables/parts-sql'
import { standingFor } from '../../shared/renderings/sql-tables/summed'
import type { TableName } from '../../shared/tables/schema'
import { isCellError } from '../../shared/values'
import { folder as newFolder } from '../command-line/run'
import { askDatabase, type Database, openDatabase, type Tables } from '../support/database'
import { hostile } from '../support/differential-cases'
import { everything, expectSame, question } from '../support/same-in-database'
import { coreMatrix, sampleTable, serial } from '../support/tables'

const folder = newFolder()
let database: Database
beforeAll(async () => {
  database = await openDatabase()
})
afterAll(() => database.close())

const inJanuary = { from: serial('2026-01-01'), to: serial('2026-01-31') }
const issued = everything.filter(({ metric }) => ['NET_LEADS_ISSUED', 'LEADS_ISSUED'].includes(metric.name))

test('many metrics, periods and groups scan each table once', async () => {
  const tables = { leads: coreMatrix(sampleTable('leads')), deals: coreMatrix(sampleTable('deals')) }
  const mapping = await database.load(tables)
  const names = [
    'NET_LEADS_ISSUED',
    'LEADS_ISSUED',
    'WIN_RATE',
    'TOTAL_REVENUE',
    'SALES_CYCLE_LENGTH',
    'COHORT_RETURN',
  ]
  const wanted = everything.filter(({ metric }) => names.includes(metric.name))
  const { tables: _, ...asked } = question(tables, { from: [[46023, 46054]], to: [[46053, 46081]] })
  const parts = partsSql({ ...asked, wanted, mapping, by: 'owner' }, duckdb)
  const sql = isCellError(parts) ? '' : String(parts.sql)
  const [plan] = await database.query(`explain (format json) ${sql}`)
  const scans = String(plan?.explain_value).match(/"Table": "[^"]*"/g) ?? []
  expect(scans.length).toBe(Object.keys(tables).length)
})

test('of Parquet, few columns are read again rather than rows kept, and the answers are the same', async () => {
  const tables = { leads: coreMatrix(sampleTable('leads')), deals: coreMatrix(sampleTable('deals')) }
  const loaded = await database.load(tables)
  const mapping: Mapping = {}
  for (const [name, { table, columns }] of Object.entries(loaded)) {
    const [file, path] = [folder(`${name}.parquet`), table.map(duckdb.identifier).join('.')]
    await database.query(`copy (select * from ${path} order by above) to '${file}'`)
    const rows = `select *, file_row_number as line from read_parquet('${file}')`
    await database.query(`create or replace view ${name}_file as ${rows}`)
    const numbered = { order: 'line', isNumbered: true, isColumnar: true }
    mapping[name as TableName] = { table: [`${name}_file`], columns, ...numbered }
  }
  const asked = question(tables, { from: [[46023, 46054]], to: [[46053, 46081]] })
  expect(await expectSame(database, asked, everything, mapping)).toBeGreaterThan(50)
  const wanted = everything.filter(({ metric }) =>
    ['LEADS_CREATED', 'NET_LEADS_ISSUED'].includes(metric.name),
  )
  const kept = await Promise.all(
    [loaded, mapping].map(async mapped => {
      const parts = partsSql({ ...asked, wanted, mapping: mapped }, duckdb)
      const [plan] = await database.query(`explain ${isCellError(parts) ? '' : parts.sql}`)
      return /CTE Name:\s*│?\s*leads__own/.test(String(plan?.explain_value))
    }),
  )
  expect(kept).toEqual([true, false])
}, 120_000)

test('of two changes at one moment the lower row is the later, and a stage is reached after the one before it', async () => {
  const day = (text: string): number => serial(`2026-${text}`)
  const tables: Tables = {
    deals: [
      ['deal_id', 'created_at', 'stage', 'closed_at', 'amount'],
      ...['D1', 'D2', 'D3'].map(id => [id, day('01-01'), 'Won', day('03-01'), 100]),
    ],
    stage_history: [
      ['deal_id', 'stage', 'entered_at', 'expected_close'],
      ['D1', 'Prospecting', day('01-05'), day('01-20')],
      ['D1', 'Value Proposition', day('01-05'), day('04-20')],
      ['D2', 'Value Proposition', day('01-05'), day('01-25')],
      ['D2', 'Closed Won', day('01-12'), day('01-25')],
      ['D3', 'Closed Won', day('01-06'), day('02-25')],
      ['D3', 'Prospecting', day('01-07'), day('02-25')],
    ],
  }
  const names = ['STAGE_CONVERSION', 'SLIPPAGE_RATE', 'DAYS_IN_STAGE']
  const wanted = everything.filter(({ metric }) => names.includes(metric.name))
  const asked = question(tables, { from: [[day('01-01'), day('01-10')]], to: [[day('01-31'), day('01-31')]] })
  const mapping = await database.load(tables)
  expect(await expectSame(database, asked, wanted, mapping)).toBe(4)
  const found = await askDatabase(database, mapping, asked, wanted)
  const conversion = wanted.findIndex(({ metric }) => metric.name === 'STAGE_CONVERSION')
  // Of D1, D2 and D3, which all came as far as the first stage, D2 and D3 came as far as the second.
  expect(found.at(conversion, 0, 0).value).toBe(2 / 3)
})

test('a mapping without a column that makes the table is refused', () => {
  const { tables: _, ...asked } = question(hostile, inJanuary)
  const mapping: Mapping = { leads: { table: ['leads'], columns: { lead_id: 'id' } } }
  expect(partsSql({ ...asked, wanted: issued, mapping }, duckdb)).toMatchObject({
    error: '#VALUE!',
    reason: expect.stringContaining('created_at'),
  })
})

test('a list that stands for a sum and a number of values has both exactly', () => {
  const digits = fc.tuple(
    fc.constantFrom('', '-'),
    fc.stringMatching(/^[1-9]\d{0,28}$/),
    fc.stringMatching(/^\d{9}$/),
  )
  fc.assert(
    fc.property(digits, fc.integer({ min: 3, max: 40 }), ([sign, whole, fraction], count) => {
      const sum = `${sign}${whole}.${fraction}`
      const values = standingFor(sum, count)
      expect(values).toHaveLength(count)
      const exact = evaluateDigits(treeOf('sum(values)'), { values }, 40)
      expect(new Decimal(String(exact)).equals(new Decimal(sum))).toBe(true)
    }),
  )
})
