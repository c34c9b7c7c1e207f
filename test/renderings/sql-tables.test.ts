import { sqlColumns } from '../../shared/renderings/sql-tables/derived/index'
import type { Mapping } from '../../shared/renderings/sql-tables/mapping'
import { derivedColumns } from '../../shared/tables/derived/index'
import type { TableName } from '../../shared/tables/schema'
import { askDatabase, type Database, openDatabase, type Tables } from '../support/database'
import { differentialCases, months } from '../support/differential-cases'
import { definitionsOf } from '../support/random-tables'
import { referenceFile } from '../support/reference'
import { everything, expectSame, question } from '../support/same-in-database'
import { coreMatrix, readTable, serial } from '../support/tables'

let database: Database
beforeAll(async () => {
  database = await openDatabase()
})
afterAll(() => database.close())

differentialCases(() => database, 70)

const pipeline = referenceFile('data', 'crm-opportunities', 'sales_pipeline.csv')

;(pipeline === undefined ? test.skip : test)(
  'on 8,800 opportunities that DuckDB read itself',
  async () => {
    const table = readTable(pipeline as string)
    await database.query(
      `create table opportunities as select *, row_number() over () as line from read_csv('${pipeline}')`,
    )
    const columns = Object.fromEntries((table[0] ?? []).map(header => [String(header), String(header)]))
    const mapping: Mapping = { deals: { table: ['opportunities'], columns, order: 'line' } }
    const [from, to] = [0, 1].map(bound => [months.map(period => period[bound] as number)])
    const asked = question({ deals: coreMatrix(table) } as Tables, { from, to, asOf: serial('2017-12-31') })
    expect(await expectSame(database, asked, everything, mapping)).toBeGreaterThan(150)
  },
  120_000,
)

test('a word is the same however its accents are written', async () => {
  const tables: Tables = {
    deals: [
      ['deal_id', 'created_at', 'stage', 'closed_at', 'amount'],
      ['D1', 46_030, 'Gagne\u0301', 46_060, 1000],
      ['D2', 46_030, 'Gagn\u00e9', 46_060, 200],
    ],
  }
  const definitions = definitionsOf({ 'stage.map': { 'gagn\u00e9': { class: 'won' } } })
  const asked = {
    ...question(tables, { from: serial('2026-01-01'), to: serial('2026-03-31') }),
    definitions,
  }
  const wanted = everything.filter(({ metric }) => metric.name === 'TOTAL_REVENUE')
  const found = await askDatabase(database, await database.load(tables), asked, wanted)
  expect(found.at(0, 0, 0).value).toBe(1200)
  await expectSame(database, asked, wanted, await database.load(tables))
})

test('every column that the core derives has a form in SQL', () => {
  const missing = Object.entries(derivedColumns).flatMap(([source, columns]) =>
    Object.keys(columns).filter(name => sqlColumns[source as TableName]?.[name] === undefined),
  )
  expect(missing).toEqual([])
})
