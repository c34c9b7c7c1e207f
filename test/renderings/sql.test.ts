import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { compute } from '../../shared/metrics/compute'
import { metrics } from '../../shared/metrics/index'
import { type Metric, withDefaults } from '../../shared/metrics/metric'
import { sqlExpression } from '../../shared/renderings/sql'
import { isCellError } from '../../shared/values'
import { type Arguments, argumentsFor } from '../support/arguments'

const typed = metrics.filter(metric => !metric.onTablesOnly)

/** One select over the arguments as rows: a range is a column, anything else repeats in each row. */
function query(metric: Metric, given: Arguments): string {
  const range = Object.entries(given).find(([, value]) => typeof value === 'object') as
    | [string, number[]]
    | undefined
  const choices = Object.entries(given).filter(([, value]) => typeof value === 'string') as [string, string][]
  const fixed = range ? Object.entries(given).filter(([, value]) => typeof value === 'number') : []
  const expression = sqlExpression(
    metric,
    Object.fromEntries([...choices, ...fixed]) as Record<string, number | string>,
  )
  if (!range) {
    const columns = Object.entries(given).filter(([, value]) => typeof value === 'number')
    return `select ${expression} from (select ${columns.map(([name, value]) => `${value}::double as "${name}"`).join(', ')})`
  }
  const [name, values] = range
  return `select ${expression} from (select unnest([${values.map(value => `${value}::double`).join(', ')}]::double[]) as "${name}")`
}

/** Parameters that are left out take their default, which is put into the expression instead of a column. */
function columnsOnly(metric: Metric, given: Arguments): Arguments {
  const optional = Object.entries(metric.parameters).filter(
    ([name, parameter]) => 'default' in parameter && !('choices' in parameter) && name in given,
  )
  return Object.fromEntries(
    Object.entries(given).filter(([name]) => !optional.some(([other]) => other === name)),
  )
}

test('DuckDB computes the SQL of every metric to the same value, and null where the metric gives an error', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  for (const metric of typed) {
    const random = fc.sample(argumentsFor(metric, 8), { numRuns: 60, seed: 20260102 })
    for (const any of [...metric.examples.map(({ given }) => given as Arguments), ...random]) {
      const given = columnsOnly(metric, any)
      const own = compute(metric, withDefaults(metric, given))
      const [[found] = []] = (await connection.runAndReadAll(query(metric, given))).getRows()
      if (isCellError(own)) expect([metric.name, given, found]).toEqual([metric.name, given, null])
      else expect(Math.abs(Number(found) - own)).toBeLessThanOrEqual(1e-12 * Math.max(Math.abs(own), 1))
    }
  }
  connection.closeSync()
}, 120_000)
