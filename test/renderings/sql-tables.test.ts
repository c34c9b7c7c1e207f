import fc from 'fast-check'
import { evaluateDigits } from '../../shared/formula/evaluate'
import { treeOf } from '../../shared/formula/trees'
import { isOnTables } from '../../shared/metrics/by-name'
import { metrics } from '../../shared/metrics/index'
import { type Answer, type Answers, answersTo, type Wanted } from '../../shared/metrics/on-tables/answer'
import { keyOf, measuresOf } from '../../shared/metrics/on-tables/dependencies'
import { overridesOf } from '../../shared/metrics/on-tables/own-function'
import type { Part } from '../../shared/metrics/on-tables/part'
import { type Question, readQuestion } from '../../shared/metrics/on-tables/question'
import type { Mapping } from '../../shared/renderings/sql-tables/mapping'
import { listedMeasures } from '../../shared/renderings/sql-tables/summed'
import { isCellError } from '../../shared/values'
import { askDatabase, type Database, load, openDatabase, type Tables } from '../support/database'
import { randomDefinitions, randomTables } from '../support/random-tables'
import { coreMatrix, sampleTable, serial } from '../support/tables'

const everything = metrics
  .filter(isOnTables)
  .map((metric): Wanted => ({ metric, basis: undefined, overrides: overridesOf(metric) }))

const runs = Number(process.env.SQL_RUNS ?? 60)
const seed = Number(process.env.SQL_SEED ?? 20260102)

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
  expect(found.groups.map(folded).sort()).toEqual([...groups].sort())
  let answers = 0
  for (const [index, one] of wanted.entries()) {
    for (const period of asked.periods.keys()) {
      for (const [place, group] of groups.entries()) {
        const other = found.groups.findIndex(spelling => folded(spelling) === group)
        const answer = own.at(index, period, place)
        expect(answered(found.at(index, period, other), one)).toEqual(answered(answer, one))
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
    days: fc.integer({ min: 0, max: 120 }),
    where: fc.oneof(
      { weight: 3, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: fc.constantFrom(...conditions) },
    ),
    by: fc.constantFrom(undefined, undefined, 'owner', 'region', 'currency', 'amount'),
    asOf: fc.oneof(fc.constant(''), fc.integer({ min: serial('2026-01-01'), max: serial('2026-07-01') })),
    isWhole: fc.boolean(),
  })
  const samples = fc.sample(asking, { numRuns: runs, seed })
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
