import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { compute } from '../../shared/metrics/compute'
import { metrics } from '../../shared/metrics/index'
import { type Metric, withDefaults } from '../../shared/metrics/metric'
import { sqlExpression } from '../../shared/renderings/sql'
import { isCellError } from '../../shared/values'
import { type Arguments, argumentsFor } from '../support/arguments'

const typed = metrics
  .filter(metric => !metric.onTablesOnly && !metric.noSql)
  .flatMap(metric =>
    [metric.formula, ...Object.values(metric.results ?? {}).slice(1)].map(formula => ({
      ...metric,
      formula,
    })),
  )

/** A value as a column's: dates are dates there. */
function literal(metric: Metric, name: string, value: number): string {
  const parameter = metric.parameters[name]
  return parameter && 'date' in parameter ? `date '1899-12-30' + ${value}` : `${value}::double`
}

/**
 * One select over the arguments: ranges are columns, their numbers rows. Without a range every number is a column of
 * the one row; beside a range the other numbers are put into the expression, as choices are.
 */
function query(metric: Metric, given: Arguments): string {
  const inputs = Object.entries(withDefaults(metric, given)).filter(([name]) => given[name] !== undefined)
  const ranges = inputs.filter((entry): entry is [string, readonly number[]] => typeof entry[1] === 'object')
  const numbers = inputs.filter((entry): entry is [string, number] => typeof entry[1] === 'number')
  const choices = inputs.filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const isRow = ranges.length === 0
  const fixed = Object.fromEntries<string | number>([...choices, ...(isRow ? [] : numbers)])
  const columns = [...ranges, ...(isRow ? numbers : [])].map(([name]) => name)
  const expression = sqlExpression(metric, fixed, columns)
  if (isRow) {
    return `select ${expression} from (select ${numbers.map(([name, value]) => `${literal(metric, name, value)} as "${name}"`).join(', ')})`
  }
  const lists = ranges.map(([name, values]) => {
    const type = 'date' in (metric.parameters[name] ?? {}) ? 'date' : 'double'
    return `unnest([${values.map(value => literal(metric, name, value)).join(', ')}]::${type}[]) as "${name}"`
  })
  return `select ${expression} from (select ${lists.join(', ')})`
}

test('DuckDB computes the SQL of every metric to the same value, and null where the metric gives an error', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  for (const metric of typed) {
    const random = fc.sample(argumentsFor(metric, 8), { numRuns: 500, seed: 20260102 })
    for (const given of [...metric.examples.map(example => example.given as Arguments), ...random]) {
      const own = compute(metric, withDefaults(metric, given))
      const [[found] = []] = (await connection.runAndReadAll(query(metric, given))).getRows()
      if (isCellError(own)) expect([metric.name, given, found ?? null]).toEqual([metric.name, given, null])
      else if (typeof own === 'string') expect([metric.name, given, found]).toEqual([metric.name, given, own])
      else
        expect(Math.abs(Number(found) - Number(own))).toBeLessThanOrEqual(
          1e-12 * Math.max(Math.abs(Number(own)), 1),
        )
    }
  }
  connection.closeSync()
}, 120_000)
