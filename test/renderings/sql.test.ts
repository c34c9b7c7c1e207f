import { DuckDBDateValue, DuckDBInstance } from '@duckdb/node-api'
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
 * the one row; beside a range the other numbers are put into the expression, as choices are. So is a setting such as
 * a confidence, of which a database cannot find the normal quantile.
 */
function query(metric: Metric, given: Arguments): string {
  const inputs = Object.entries(withDefaults(metric, given)).filter(([name]) => given[name] !== undefined)
  const ranges = inputs.filter((entry): entry is [string, readonly number[]] => typeof entry[1] === 'object')
  const numbers = inputs.filter((entry): entry is [string, number] => typeof entry[1] === 'number')
  const choices = inputs.filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const isRow = ranges.length === 0
  const settings = numbers.filter(([name]) => metric.formula.includes(`normal_quantile((1 + ${name}`))
  const fixed = Object.fromEntries<string | number>([...choices, ...(isRow ? settings : numbers)])
  const columns = [...ranges, ...(isRow ? numbers : [])]
    .map(([name]) => name)
    .filter(name => !(name in fixed))
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

/** Queries that DuckDB is asked in one go: far faster than one by one. */
const together = 20

test('DuckDB computes the SQL of every metric to the same value, and null where the metric gives an error', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  for (const metric of typed) {
    const random = fc.sample(argumentsFor(metric, 8), { numRuns: 500, seed: 20260102 })
    const asked = [...metric.examples.map(example => example.given as Arguments), ...random]
    for (let first = 0; first < asked.length; first += together) {
      const batch = asked.slice(first, first + together)
      const queries = batch.map((given, place) => `(select ${place}, * from (${query(metric, given)}))`)
      const rows = (await connection.runAndReadAll(queries.join(' union all '))).getRows()
      const answers = new Map(rows.map(([place, answer]) => [Number(place), answer]))
      for (const [place, given] of batch.entries()) expectSame(metric, given, answers.get(place))
    }
  }
  connection.closeSync()
}, 240_000)

function expectSame(metric: Metric, given: Arguments, found: unknown): void {
  const own = compute(metric, withDefaults(metric, given))
  const wanted = isCellError(own) ? null : own
  const cell = found instanceof DuckDBDateValue ? found.days + 25_569 : (found ?? null)
  const isNear =
    typeof wanted === 'number' &&
    cell !== null &&
    Math.abs(Number(cell) - wanted) <= 1e-12 * Math.max(Math.abs(wanted), 1)
  // A column that holds numbers and texts gives its numbers as texts.
  if (!isNear) expect([metric.name, given, cell]).toEqual([metric.name, given, wanted])
}
