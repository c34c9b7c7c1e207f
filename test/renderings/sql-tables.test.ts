import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { serialOf } from '../../shared/formula/calendar'
import { evaluateDigits } from '../../shared/formula/evaluate'
import { treeOf } from '../../shared/formula/trees'
import { isOnTables } from '../../shared/metrics/by-name'
import { metrics } from '../../shared/metrics/index'
import { type Answer, type Answers, answersTo, type Wanted } from '../../shared/metrics/on-tables/answer'
import { keyOf, measuresOf } from '../../shared/metrics/on-tables/dependencies'
import { overridesOf } from '../../shared/metrics/on-tables/own-function'
import { type Part, rowsOf } from '../../shared/metrics/on-tables/part'
import { type Question, readQuestion } from '../../shared/metrics/on-tables/question'
import { sqlColumns } from '../../shared/renderings/sql-tables/derived/index'
import { duckdb } from '../../shared/renderings/sql-tables/dialect'
import type { Mapping } from '../../shared/renderings/sql-tables/mapping'
import { partsSql } from '../../shared/renderings/sql-tables/parts-sql'
import { listedMeasures, standingFor } from '../../shared/renderings/sql-tables/summed'
import { derivedColumns } from '../../shared/tables/derived/index'
import type { TableName } from '../../shared/tables/schema'
import { isCellError } from '../../shared/values'
import { askDatabase, type Database, load, openDatabase, type Tables } from '../support/database'
import { definitionsOf, randomDefinitions, randomTables } from '../support/random-tables'
import { referenceFile } from '../support/reference'
import { coreMatrix, readTable, sampleTable, serial } from '../support/tables'

/** What a call has to say itself. */
const said = { 'stage.from': 'Value Proposition', 'stage.to': 'Won', 'account.tier': 'B' }
const everything = metrics
  .filter(isOnTables)
  .map((metric): Wanted => ({ metric, basis: undefined, overrides: { ...overridesOf(metric), ...said } }))

const runs = 70

let database: Database
beforeAll(async () => {
  database = await openDatabase()
})
afterAll(() => database.close())

function question(tables: Tables, given: Partial<Parameters<typeof readQuestion>[0]>): Question {
  const read = readQuestion({
    tables: Object.values(tables),
    from: '',
    to: '',
    where: '',
    asOf: '',
    definitions: '',
    ...given,
  })
  if (isCellError(read)) throw new Error(read.reason)
  return read
}

/** A part as the metric makes use of it: of values that are only added, their exact sum and number. */
function seen(part: Part, isListed: boolean): unknown {
  if (isCellError(part)) return 'refused'
  if (part instanceof Map) return new Map([...part].map(([key, found]) => [key, seen(found, isListed)]))
  if (typeof part === 'number') return part
  const values = part as readonly number[]
  return isListed ? [...values] : [values.length, evaluateDigits(treeOf('sum(values)'), { values }, 30)]
}

function answered(answer: Answer, { metric }: Wanted): unknown {
  const listed = new Set(listedMeasures(metric))
  const parts = measuresOf(metric).map(measure => [
    keyOf(measure),
    seen(answer.part(measure), listed.has(keyOf(measure))),
  ])
  return [metric.name, isCellError(answer.value) ? 'refused' : answer.value, parts]
}

/** Whether the database misses a column that the core would only miss in a row, and no row asks for it. */
function missesMore(inDatabase: Answer, inCore: Answer, { metric }: Wanted): boolean {
  return measuresOf(metric).some(measure => {
    const part = inDatabase.part(measure)
    return isCellError(part) && part.reason.includes('has no column') && rowsOf(inCore.part(measure)) === 0
  })
}

/** Asks the core and the database the same, of every metric, period and group. */
async function expectSame(
  asked: Question,
  wanted: readonly Wanted[],
  mapping: Mapping,
  by?: string,
): Promise<number> {
  const own = answersTo(asked, wanted, by)
  const found = await askDatabase(database, mapping, asked, wanted, by)
  const groups = own.groups.map(folded)
  const others = found.groups.map(folded)
  expect(groups).toEqual(expect.arrayContaining(others))
  let answers = 0
  for (const [index, one] of wanted.entries()) {
    for (const period of asked.periods.keys()) {
      for (const [place, group] of groups.entries()) {
        const answer = own.at(index, period, place)
        const other = others.indexOf(group)
        if (other < 0) {
          // The core misses some columns only in the rows that ask for them, and knows the groups of these.
          expect(answer.value).toMatchObject({ reason: expect.stringContaining('no column') })
          continue
        }
        const inDatabase = found.at(index, period, other)
        if (!missesMore(inDatabase, answer, one))
          expect(answered(inDatabase, one)).toEqual(answered(answer, one))
        if (!isCellError(answer.value)) answers++
      }
    }
  }
  return answers
}

function folded(group: string): string {
  return group.toLowerCase()
}

test('on the sample tables, and with the same errors', async () => {
  const tables: Tables = {
    leads: coreMatrix(sampleTable('leads')),
    deals: coreMatrix(sampleTable('deals')),
    costs: coreMatrix(sampleTable('costs')),
  }
  const mapping = await load(database, tables)
  const asked = question(tables, { from: serial('2026-01-01'), to: serial('2026-03-31') })
  expect(await expectSame(asked, everything, mapping)).toBeGreaterThan(50)
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
      answers += await expectSame(asked, wanted, await load(database, tables), by)
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

const leads: Tables = {
  leads: [
    [
      'lead_id',
      'created_at',
      'issued_at',
      'owner',
      'qualified',
      'outcome_code',
      'outcome_at',
      'O\'Neil\'s "note"',
    ],
    ['L1', serial('2026-01-05'), serial('2026-01-06'), 'O\'Brien"--', true, "it's; drop", null, 'x'],
    ['L2', serial('2026-01-05'), serial('2026-01-06'), 'Ana', true, null, null, "y' or 1=1 --"],
  ],
}
const inJanuary = { from: serial('2026-01-01'), to: serial('2026-01-31') }
const issued = everything.filter(({ metric }) => ['NET_LEADS_ISSUED', 'LEADS_ISSUED'].includes(metric.name))

test.each([
  ['a filter', `owner=O'Brien"--`, undefined, [0, 1]],
  ['a column of the table alone', `O'Neil's "note"=y' or 1=1 --`, undefined, [1, 1]],
  ['the values of a group', '', 'owner', [0, 1]],
])('hostile text stays data: %s', async (_, where, by, counts) => {
  const definitions = definitionsOf({ 'lead.net_subtract_codes': ["IT'S; DROP", "') --"] })
  const mapping = await load(database, leads)
  const asked = { ...question(leads, { ...inJanuary, where }), definitions }
  await expectSame(asked, issued, mapping, by)
  const found = await askDatabase(database, mapping, asked, issued, by)
  const group = by === undefined ? 0 : found.groups.indexOf(`O'Brien"--`)
  expect(issued.map((_, index) => found.at(index, 0, group).value).sort()).toEqual(counts)
})

test('many metrics, periods and groups scan each table once', async () => {
  const tables = { leads: coreMatrix(sampleTable('leads')), deals: coreMatrix(sampleTable('deals')) }
  const mapping = await load(database, tables)
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

test('hundredths, and what stands around a text, are read as in a sheet', async () => {
  const deals: Tables = {
    deals: [
      ['deal_id', 'created_at', 'stage', 'closed_at', 'amount', 'Probability (%)'],
      ['D1', 46000, '\u00a0Open\t', 46060, 1000, 35],
    ],
  }
  const wanted = everything.filter(({ metric }) => metric.name === 'WEIGHTED_PIPELINE')
  const definitions = definitionsOf({
    'forecast.probability_source': 'deal_percent',
    'pipeline.stages': ['open'],
  })
  const found = await askDatabase(
    database,
    await load(database, deals),
    { ...question(deals, {}), definitions },
    wanted,
  )
  expect(found.at(0, 0, 0).value).toBe(350)
})

test('a mapping without a column that makes the table is refused', () => {
  const { tables: _, ...asked } = question(leads, inJanuary)
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
