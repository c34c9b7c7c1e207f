import { evaluate } from '../../shared/formula/evaluate'
import { treeOf } from '../../shared/formula/trees'
import { isOnTables } from '../../shared/metrics/by-name'
import { metrics } from '../../shared/metrics/index'
import { type Answer, answersTo, type Wanted } from '../../shared/metrics/on-tables/answer'
import { keyOf, measuresOf } from '../../shared/metrics/on-tables/dependencies'
import { overridesOf } from '../../shared/metrics/on-tables/own-function'
import type { Part } from '../../shared/metrics/on-tables/part'
import { type Question, readQuestion } from '../../shared/metrics/on-tables/question'
import { isCellError } from '../../shared/values'
import { askDatabase, type Database, load, openDatabase, type Tables } from '../support/database'
import { coreMatrix, sampleTable, serial } from '../support/tables'

const wanted = metrics
  .filter(isOnTables)
  .map((metric): Wanted => ({ metric, basis: undefined, overrides: overridesOf(metric) }))

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

/** A part as far as the metric makes use of it: of values that are only added, their sum and number. */
function seen(part: Part, isSummed: boolean): unknown {
  if (isCellError(part)) return part.error
  if (part instanceof Map)
    return Object.fromEntries([...part].map(([key, found]) => [key, seen(found, isSummed)]))
  if (typeof part === 'number') return part
  const values = part as readonly number[]
  return isSummed ? [values.length, evaluate(treeOf('sum(values)'), { values })] : [...values]
}

function answered(answer: Answer, { metric }: Wanted): unknown {
  const parts = measuresOf(metric).map(measure => [keyOf(measure), seen(answer.part(measure), true)])
  return [metric.name, isCellError(answer.value) ? answer.value.error : answer.value, parts]
}

async function expectSame(tables: Tables, asked: Question, by?: string): Promise<void> {
  const mapping = await load(database, tables)
  const own = answersTo(asked, wanted, by)
  const found = await askDatabase(database, mapping, asked, wanted, by)
  const groups = own.groups.map(group => group.toLowerCase())
  expect([...found.groups.map(group => group.toLowerCase())].sort()).toEqual([...groups].sort())
  for (const [index, one] of wanted.entries()) {
    for (const period of asked.periods.keys()) {
      for (const [place, group] of groups.entries()) {
        const other = found.groups.findIndex(spelling => spelling.toLowerCase() === group)
        expect(answered(found.at(index, period, other), one)).toEqual(
          answered(own.at(index, period, place), one),
        )
      }
    }
  }
}

test('on the sample tables', async () => {
  const tables: Tables = {
    leads: coreMatrix(sampleTable('leads')),
    deals: coreMatrix(sampleTable('deals')),
    costs: coreMatrix(sampleTable('costs')),
  }
  await expectSame(tables, question(tables, { from: serial('2026-01-01'), to: serial('2026-03-31') }))
})
