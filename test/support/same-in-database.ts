import { evaluateDigits } from '../../shared/formula/evaluate'
import { treeOf } from '../../shared/formula/trees'
import { isOnTables } from '../../shared/metrics/by-name'
import { metrics } from '../../shared/metrics/index'
import { type Answer, answersTo, type Wanted } from '../../shared/metrics/on-tables/answer'
import { keyOf, measuresOf } from '../../shared/metrics/on-tables/dependencies'
import { overridesOf } from '../../shared/metrics/on-tables/own-function'
import { type Part, rowsOf } from '../../shared/metrics/on-tables/part'
import { type Question, readQuestion } from '../../shared/metrics/on-tables/question'
import type { Mapping } from '../../shared/renderings/sql-tables/mapping'
import { listedMeasures } from '../../shared/renderings/sql-tables/summed'
import { isCellError } from '../../shared/values'
import { askDatabase, type Database, type Tables } from './database'

/** What a call has to say itself. */
const said = { 'stage.from': 'Value Proposition', 'stage.to': 'Won', 'account.tier': 'B' }
export const everything = metrics
  .filter(isOnTables)
  .map((metric): Wanted => ({ metric, basis: undefined, overrides: { ...overridesOf(metric), ...said } }))

/** What is asked of tables, as a call would ask it. */
export function question(tables: Tables, given: Partial<Parameters<typeof readQuestion>[0]>): Question {
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

/** Asks the core and the database the same, of every metric, period and group; gives the number of answers. */
export async function expectSame(
  database: Database,
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
