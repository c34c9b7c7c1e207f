import { sqlColumns } from '../../shared/renderings/sql-tables/derived/index'
import type { Mapping } from '../../shared/renderings/sql-tables/mapping'
import { derivedColumns } from '../../shared/tables/derived/index'
import type { TableName } from '../../shared/tables/schema'
import { type Database, openDatabase, type Tables } from '../support/database'
import { differentialCases, months } from '../support/differential-cases'
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

test('every column that the core derives has a form in SQL', () => {
  const missing = Object.entries(derivedColumns).flatMap(([source, columns]) =>
    Object.keys(columns).filter(name => sqlColumns[source as TableName]?.[name] === undefined),
  )
  expect(missing).toEqual([])
})
