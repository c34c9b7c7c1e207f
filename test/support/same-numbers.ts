import { dayText } from '../../shared/definitions/clock'
import { answersTo, type Wanted } from '../../shared/metrics/on-tables/answer'
import type { Question } from '../../shared/metrics/on-tables/question'
import type { Mapping } from '../../shared/renderings/sql-tables/mapping'
import { valueSql } from '../../shared/renderings/sql-tables/value-sql'
import { isCellError } from '../../shared/values'
import type { Database, Tables } from './database'
import { coreMatrix, sampleTable } from './tables'

export const sampleTables: Tables = {
  leads: coreMatrix(sampleTable('leads')),
  deals: coreMatrix(sampleTable('deals')),
  costs: coreMatrix(sampleTable('costs')),
}

/** The statement that gives all numbers at once, each called by its place. */
export function numbersSql(
  { dialect }: Database,
  wanted: readonly Wanted[],
  { tables: _, ...asked }: Question,
  mapping: Mapping,
) {
  const names = wanted.map((_, index) => String(index))
  return valueSql(names, { ...asked, wanted, mapping }, dialect)
}

/** Asks for all numbers at once that a database can finish; gives the names of those that came out. */
export async function expectSameNumbers(
  database: Database,
  asked: Question,
  wanted: readonly Wanted[],
  mapping: Mapping,
): Promise<readonly string[]> {
  const offered = wanted.filter(one => numbersSql(database, [one], asked, mapping) !== undefined)
  const statement = numbersSql(database, offered, asked, mapping)
  if (statement === undefined || isCellError(statement)) throw new Error('nothing is offered')
  if (statement.sql === undefined) return []
  const rows = await database.query(statement.sql)
  expect(rows).toHaveLength(offered.length * asked.periods.length)
  const own = answersTo(asked, offered)
  return offered.flatMap(({ metric: { name } }, index) =>
    asked.periods.flatMap((period, at) => {
      const [row, other] = rows.filter(
        row =>
          row.metric === String(index) &&
          dayOf(row.period_from) === dayOf(period.from) &&
          dayOf(row.period_to) === dayOf(period.to),
      )
      expect(other).toBeUndefined()
      const { value } = own.at(index, at, 0)
      // The core misses some columns only in the rows that ask for them.
      if (String(row?.refused).includes('has no column')) return []
      if (isCellError(value)) {
        expect({ name, value: row?.value, core: value }).toEqual({ name, value: null, core: value })
        return []
      }
      expect({ name, refused: row?.refused }).toEqual({ name, refused: null })
      const off = Math.abs((row?.value as number) - (value as number))
      expect({ name, value, off, isNear: off <= 1e-12 * Math.max(1, Math.abs(value as number)) }).toEqual({
        name,
        value,
        off,
        isNear: true,
      })
      return [name]
    }),
  )
}

/** A day as a database or the core has it; blank where there is none. */
function dayOf(day: unknown): string {
  if (typeof day === 'number') return Number.isFinite(day) ? dayText(day) : ''
  return day instanceof Date ? day.toISOString().slice(0, 10) : String(day ?? '')
}
