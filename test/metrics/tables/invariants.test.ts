import fc from 'fast-check'
import { childrenOf, type Tree } from '../../../shared/formula/tree'
import { treeOf } from '../../../shared/formula/trees'
import { metricsByName, namesOnTables } from '../../../shared/metrics/by-name'
import type { Metric } from '../../../shared/metrics/metric'
import { measuresOf, tablesNeeded } from '../../../shared/metrics/on-tables/dependencies'
import { metricBy } from '../../../shared/metrics/on-tables/metric-by'
import { metricOnTables } from '../../../shared/metrics/on-tables/metric-function'
import { type Cell, isCellError, type Matrix, type Result } from '../../../shared/values'
import type { Tables } from '../../support/database'
import { definitions } from '../../support/definitions'
import { randomTables } from '../../support/random-tables'
import { serial } from '../../support/tables'

const metrics = namesOnTables().map(name => metricsByName.get(name) as Metric)
const [from, to] = [serial('2026-01-01'), serial('2026-03-31')]
const months = [
  [serial('2026-01-01'), serial('2026-01-31')],
  [serial('2026-02-01'), serial('2026-02-28')],
  [serial('2026-03-01'), serial('2026-03-31')],
] as const
/** So that few of the random tables are refused whole. */
const lenient = definitions({ 'margin.default_rate': 0.4, 'behaviour.rubrics': 'messaging: 3' })

/** Everything that makes one row the first of two is told apart by itself, and no longer by its place. */
function withoutTies(tables: Tables): Tables {
  return Object.fromEntries(
    Object.entries(tables).map(([name, matrix]) => {
      const [header = [], ...rows] = matrix as Matrix
      const key = header.indexOf(name === 'leads' ? 'lead_id' : name === 'deals' ? 'deal_id' : '')
      const seen = new Set<string>()
      const kept = rows.filter(row => {
        const id = key < 0 ? undefined : (row[key] as Cell)
        // As they are read: blanks around an id are none of it.
        const text = String(id ?? '').trim()
        if (text === '' || !seen.has(text)) {
          seen.add(text)
          return true
        }
        return false
      })
      const places = ['issued_at', 'entered_at', 'at', 'closed_at'].map(column => header.indexOf(column))
      const apart = kept.map((row, index) =>
        row.map((cell, place) =>
          places.includes(place) && typeof cell === 'number' ? Math.floor(cell) + (index + 1) / 1000 : cell,
        ),
      )
      return [name, [header, ...apart]]
    }),
  ) as unknown as Tables
}

function shuffled(tables: Tables, order: number): Tables {
  return Object.fromEntries(
    Object.entries(tables).map(([name, matrix]) => {
      const [header = [], ...rows] = matrix as Matrix
      const keyed = rows.map((row, index) => [((index + 1) * 7919 * (order + 1)) % 10_007, row] as const)
      return [name, [header, ...keyed.sort(([a], [b]) => a - b).map(([, row]) => row)]]
    }),
  ) as unknown as Tables
}

function value(metric: Metric, tables: Tables, first: number, last: number): Cell {
  const given = tablesNeeded(metric).map(name => tables[name] as Matrix)
  return metricOnTables([metric.name, first, last, '', '', lenient, ...given]) as Cell
}

/**
 * An error stays an error. Where several rows are wrong, the first is told, and with it its code: a quota of half a
 * period is `#N/A`, one in a foreign currency `#VALUE!`.
 */
function told(cell: Cell): Cell {
  if (!isCellError(cell)) return cell
  return /\brow \d/.test(cell.reason) ? 'the error of a row' : cell.error
}

test('the order of rows changes nothing, in any metric', () => {
  fc.assert(
    fc.property(randomTables.map(withoutTies), fc.nat({ max: 999 }), (tables, order) => {
      const other = shuffled(tables, order)
      for (const metric of metrics) {
        expect([metric.name, told(value(metric, other, from, to))]).toEqual([
          metric.name,
          told(value(metric, tables, from, to)),
        ])
      }
    }),
    { numRuns: 25, endOnFailure: true },
  )
})

/** A count, or sums of what rows hold: what adds up. */
function isSum(metric: Metric): boolean {
  const isLinear = (tree: Tree): boolean => {
    if (tree.kind === 'name') return true
    if (tree.kind === 'call') return tree.name === 'sum' && tree.args[0]?.kind === 'name'
    return tree.kind === 'binary' && '+-'.includes(tree.operator) && childrenOf(tree).every(isLinear)
  }
  return (
    (metric.variants ?? []).length === 0 &&
    isLinear(treeOf(metric.formula)) &&
    measuresOf(metric).every(({ at, distinct, lag, per }) => at !== undefined && !distinct && !lag && !per) &&
    Object.values(metric.parameters).every(
      parameter =>
        !('measured' in parameter && parameter.measured && 'metric' in parameter.measured) ||
        isSum(metricsByName.get(parameter.measured.metric) as Metric),
    )
  )
}

const sums = metrics.filter(isSum)

function close(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other))
}

test('what adds up is the sum of its months', () => {
  expect(sums.length).toBeGreaterThanOrEqual(10)
  fc.assert(
    fc.property(randomTables, tables => {
      for (const metric of sums) {
        const parts = months.map(([first, last]) => value(metric, tables, first, last))
        const whole = value(metric, tables, from, to)
        if (typeof whole !== 'number' || parts.some(part => typeof part !== 'number')) continue
        const total = (parts as number[]).reduce((sum, part) => sum + part, 0)
        expect([metric.name, close(total, whole)]).toEqual([metric.name, true])
      }
    }),
    { numRuns: 25, endOnFailure: true },
  )
})

const dividing: Readonly<Record<string, string>> = { leads: 'source', deals: 'owner', costs: 'channel' }

test('what adds up is the sum of its groups', () => {
  fc.assert(
    fc.property(randomTables, tables => {
      for (const metric of sums) {
        const [source, ...others] = [...new Set(measuresOf(metric).map(measure => measure.from))]
        const column = dividing[source as string]
        if (column === undefined || others.length > 0) continue
        const given = tablesNeeded(metric).map(name => tables[name] as Matrix)
        const groups = metricBy([metric.name, column, from, to, '', '', lenient, ...given]) as Result
        const whole = value(metric, tables, from, to)
        if (typeof whole !== 'number' || isCellError(groups as Cell)) continue
        const values = (groups as Matrix).map(([, found]) => found)
        if (values.some(found => typeof found !== 'number')) continue
        const total = (values as number[]).reduce((sum, part) => sum + part, 0)
        expect([metric.name, close(total, whole)]).toEqual([metric.name, true])
      }
    }),
    { numRuns: 25, endOnFailure: true },
  )
})
