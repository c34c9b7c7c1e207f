import fc from 'fast-check'
import { serialOf } from '../../shared/formula/calendar'
import { type Answer, type Answers, answersTo } from '../../shared/metrics/on-tables/answer'
import { sqlColumns } from '../../shared/renderings/sql-tables/derived/index'
import type { Mapping } from '../../shared/renderings/sql-tables/mapping'
import { derivedColumns } from '../../shared/tables/derived/index'
import type { TableName } from '../../shared/tables/schema'
import { isCellError } from '../../shared/values'
import { askDatabase, type Database, load, openDatabase, type Tables } from '../support/database'
import { randomDefinitions, randomTables } from '../support/random-tables'
import { referenceFile } from '../support/reference'
import { everything, expectSame, question } from '../support/same-in-database'
import { coreMatrix, readTable, sampleTable, serial } from '../support/tables'

const runs = 70

let database: Database
beforeAll(async () => {
  database = await openDatabase()
})
afterAll(() => database.close())

test('on the sample tables, and with the same errors', async () => {
  const tables: Tables = {
    leads: coreMatrix(sampleTable('leads')),
    deals: coreMatrix(sampleTable('deals')),
    costs: coreMatrix(sampleTable('costs')),
  }
  const mapping = await load(database, tables)
  const asked = question(tables, { from: serial('2026-01-01'), to: serial('2026-03-31') })
  expect(await expectSame(database, asked, everything, mapping)).toBeGreaterThan(50)
  const [own, found] = [answersTo(asked, everything), await askDatabase(database, mapping, asked, everything)]
  const codes = (answers: Answers) => everything.map((_, index) => codeOf(answers.at(index, 0, 0)))
  expect(codes(found)).toEqual(codes(own))
})

function codeOf({ value }: Answer): unknown {
  return isCellError(value) ? value.error : value
}

/** As many metrics in a statement as a database plans in no time. */
const together = 12
const conditions = [
  '',
  'owner=ana',
  'owner=',
  'region=West',
  'deal_id=D1',
  'lead_id=l1',
  'deal_id=D1;owner=Ben',
  'source=WEB',
]

test('on random tables, under random definitions', async () => {
  const asking = fc.record({
    tables: randomTables,
    definitions: randomDefinitions,
    from: fc.integer({ min: serial('2025-11-01'), max: serial('2026-04-01') }),
    days: fc.integer({ min: 0, max: 200 }),
    where: fc.oneof(
      { weight: 5, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: fc.constantFrom(...conditions) },
    ),
    by: fc.constantFrom(...Array(4).fill(undefined), 'owner', 'owner', 'region', 'currency', 'amount'),
    asOf: fc.oneof(fc.constant(''), fc.integer({ min: serial('2026-01-01'), max: serial('2026-07-01') })),
    isWhole: fc.constantFrom(true, true, false),
  })
  const samples = fc.sample(asking, { numRuns: runs, seed: 20260102 })
  let answers = 0
  for (const [index, { tables, definitions, where, by, asOf, from, days, isWhole }] of samples.entries()) {
    const quarters = [
      ['2026-01-01', '2026-04-01'],
      ['2026-03-31', '2026-06-30'],
    ].map(days => [days.map(serial)])
    const [first, last] = isWhole ? quarters : [[[from, from + days]], [[from + days, from + 2 * days]]]
    const asked = {
      ...question(tables, { from: first as never, to: last as never, where, asOf }),
      definitions,
    }
    const start = (index * together) % everything.length
    const wanted = [...everything, ...everything].slice(start, start + together)
    try {
      answers += await expectSame(database, asked, wanted, await load(database, tables), by)
    } catch (thrown) {
      ;(thrown as Error).message = `sample ${index}: ${(thrown as Error).message}`
      throw thrown
    }
  }
  expect(answers).toBeGreaterThan(runs)
}, 600_000)

const pipeline = referenceFile('data', 'crm-opportunities', 'sales_pipeline.csv')
const months = Array.from({ length: 12 }, (_, month) => [
  serialOf(2017, month + 1, 1),
  serialOf(2017, month + 2, 1) - 1,
])
const quarters = [1, 4, 7, 10].map(month => [serialOf(2017, month, 1), serialOf(2017, month + 3, 1) - 1])

;(pipeline === undefined ? test.skip : test)(
  'on 8,800 opportunities that DuckDB read itself',
  async () => {
    const table = readTable(pipeline as string)
    await database.query(
      `create table opportunities as select *, row_number() over () as line from read_csv('${pipeline}')`,
    )
    const columns = Object.fromEntries((table[0] ?? []).map(header => [String(header), String(header)]))
    const mapping: Mapping = { deals: { table: ['opportunities'], columns, order: 'line' } }
    const tables: Tables = { deals: coreMatrix(table) }
    let answers = 0
    for (const [periods, by] of [[months], [quarters, 'sales_agent'], [quarters, 'product']] as const) {
      const [from, to] = [0, 1].map(bound => [periods.map(period => period[bound] as number)])
      answers += await expectSame(
        database,
        question(tables, { from, to, asOf: serial('2017-12-31') }),
        everything,
        mapping,
        by,
      )
    }
    expect(answers).toBeGreaterThan(2500)
  },
  120_000,
)

test('every column that the core derives has a form in SQL', () => {
  const missing = Object.entries(derivedColumns).flatMap(([source, columns]) =>
    Object.keys(columns).filter(name => sqlColumns[source as TableName]?.[name] === undefined),
  )
  expect(missing).toEqual([])
})
