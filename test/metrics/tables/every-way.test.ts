import fc from 'fast-check'
import { isOnTables } from '../../../shared/metrics/by-name'
import { metrics } from '../../../shared/metrics/index'
import { signatureOf } from '../../../shared/metrics/on-tables/own-function'
import { type Argument, type Cell, isCellError, type Matrix } from '../../../shared/values'
import { call, day } from '../../support/asking'
import type { Tables } from '../../support/database'
import { definitions } from '../../support/definitions'
import { randomTables } from '../../support/random-tables'

/** One number, whichever way it is asked for. */
const [from, to, asOf] = [day('01-01'), day('03-31'), day('07-15')]
const agreed = definitions({ 'behaviour.rubrics': 'messaging: 3', 'margin.default_rate': 0.3 })
const allTables = fc.sample(randomTables, { numRuns: 12, seed: 7 })

/** What a call must say itself. */
const said: Readonly<Record<string, Cell>> = { stage_from: 'Value Proposition', stage_to: 'Won', tier: 'B' }

const asked = metrics.filter(isOnTables)
const isSaid = (name: string): boolean =>
  Object.keys(signatureOf(metrics.find(metric => metric.name === name) as never).parameters).some(
    own => own in said,
  )

/** They need a target, or customers or sales of a year ago, of which random tables have hardly any. */
const seldom = ['PIPELINE_COVERAGE', 'SALES_GROWTH', 'UPSELL_RATE', 'CROSS_SELL_RATE']

/** All rows in one group. */
function inOneGroup(tables: Tables): Matrix[] {
  return (Object.values(tables) as Matrix[]).map(rows =>
    rows.map((row, index) => [...row, index === 0 ? 'the group' : 'all']),
  )
}

function codeOf(value: unknown): unknown {
  return isCellError(value as Cell) ? (value as { error: string }).error : value
}

describe.each(asked.map(({ name }) => name))('%s', name => {
  const metric = metrics.find(one => one.name === name) as (typeof metrics)[number]
  const args = [from, to, '', asOf, agreed]
  const { tables: first, alsoTables: further = [] } = signatureOf(metric)
  const samples = allTables.map(
    (tables): Tables =>
      Object.fromEntries([...first, ...further].map(table => [table, tables[table] as Matrix])),
  )
  const numbers = samples.map(tables => call('METRIC', name, ...args, ...(Object.values(tables) as Matrix[])))

  test('is a number in some tables', () => {
    expect(isSaid(name) || seldom.includes(name) || numbers.some(value => typeof value === 'number')).toBe(
      true,
    )
  })

  test('of the one group that all rows are in, it is the same', () => {
    for (const [index, tables] of samples.entries()) {
      const found = call('METRIC_BY', name, 'the group', ...args, ...inOneGroup(tables))
      // Of no row there is no group.
      if (!Array.isArray(found)) expect(found).toMatchObject({ error: expect.stringMatching('#N/A|#VALUE!') })
      else expect(found.map(([, value]) => codeOf(value))).toEqual([codeOf(numbers[index])])
    }
  })

  test('its parts end with it, and its explanation names it', () => {
    for (const [index, tables] of samples.entries()) {
      const given = [name, ...args, ...(Object.values(tables) as Matrix[])]
      const parts = call('METRIC_PARTS', ...given) as Cell[][]
      expect(codeOf(parts[parts.length - 1]?.[1])).toEqual(codeOf(numbers[index]))
      const value = numbers[index]
      const first = String(call('METRIC_EXPLAIN', ...given)).split('\n')[0]
      expect(first).toMatch(isCellError(value as Cell) ? `${name} is ${codeOf(value)}` : `= ${value}`)
    }
  })

  if (!metric.onTablesOnly) return
  test('its own formula gives it', () => {
    const { tables: needed, alsoTables = [], period, parameters } = signatureOf(metric)
    for (const [index, tables] of samples.entries()) {
      const own: Argument[] = Object.keys(parameters).map(parameter => said[parameter] ?? '')
      const last = Object.entries(parameters).filter(([, parameter]) => 'last' in parameter && parameter.last)
      const given = [...needed, ...alsoTables].map(table => tables[table] as Matrix)
      const days = period === 'none' ? [] : [from, to]
      const between = own.slice(0, own.length - last.length)
      const found = call(name, ...given, ...days, ...between, agreed, asOf, '')
      if (isSaid(name)) expect(found).toBeDefined()
      else if (period !== 'none') expect(codeOf(found)).toEqual(codeOf(numbers[index]))
    }
  })
})
