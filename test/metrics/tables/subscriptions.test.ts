import fc from 'fast-check'
import { formulas } from '../../../shared/formulas'
import { metricBy } from '../../../shared/metrics/on-tables/metric-by'
import { metricOnTables } from '../../../shared/metrics/on-tables/metric-function'
import { metricExplain } from '../../../shared/renderings/explanation'
import type { Argument, Cell, Matrix } from '../../../shared/values'
import { definitionRows, definitions } from '../../support/definitions'
import { serial } from '../../support/tables'

const header = 'customer_id start end amount term_months type'.split(' ')
const [from, to] = [serial('2026-01-01'), serial('2026-03-31')]

type Subscription = readonly [
  customer: string,
  start: number,
  end: number | null,
  amount: number,
  months: number,
  type?: string,
]

const table = (...rows: readonly Subscription[]): Matrix => [
  header,
  ...rows.map((row): Cell[] => [...row.slice(0, 5), row[5] ?? 'recurring'] as Cell[]),
]
const ask = (metric: Argument, subscriptions: Matrix, where = '', asOf: Cell = '') =>
  metricOnTables([metric, from, to, where, asOf, '', subscriptions])
const call = (name: string, ...args: Argument[]) => formulas.find(one => one.name === name)?.compute(args)

/** Four customers of 1,000, 2,000, 500 and 1,500 a month before, who pay 1,500, 1,200, 0 and 1,500 at the end. */
const cohort = table(
  ['upgraded', from - 90, null, 1000, 1],
  ['upgraded', from + 30, null, 6000, 12],
  ['downgraded', from - 90, from + 10, 24_000, 12],
  ['downgraded', from + 10, null, 14_400, 12],
  ['left', from - 400, from + 40, 500, 1],
  ['stays', from - 400, null, 4500, 3],
)

describe('monthly recurring revenue', () => {
  const usual = table(
    ['a', from, null, 1200, 12],
    ['b', from, null, 900, 3],
    ['c', from, null, 50, 1],
    ['d', from, null, 5000, 1, 'one-off'],
    ['e', from, null, 70, 1, 'Usage'],
  )

  test('divides each amount by its months and leaves out what does not recur', () => {
    expect(ask('MRR', usual)).toBe(450)
    expect(call('MRR', usual)).toBe(450)
    expect(ask('ARR', usual)).toBe(5400)
    expect(ask('ARPA', usual)).toBe(150)
  })

  test.each([
    ['on its first day', 0, 1, 100],
    ['a day before', 1, null, 0],
    ['on the day it ends', -30, 0, 0],
    ['on the day before it ends', -30, 1, 100],
  ])('of a subscription %s', (_when, start, end, expected) => {
    const rows = table(['a', to + start, end === null ? null : to + end, 100, 1])
    expect(ask('MRR', rows)).toBe(expected)
  })

  test('stands on the day that as_of says, and on the last start where nothing is said', () => {
    const rows = table(['a', from, null, 100, 1], ['b', from + 10, null, 10, 1])
    expect(call('MRR', rows, '', from + 9)).toBe(100)
    expect(call('MRR', rows, '', from + 10)).toBe(110)
    expect(call('MRR', rows)).toBe(110)
    expect(ask('MRR', rows, '', from + 9)).toBe(100)
  })

  test('of nothing is 0, an account of none an error', () => {
    expect(ask('MRR', table(['a', to + 5, null, 1, 1]))).toBe(0)
    expect(ask('ARPA', table(['a', to + 5, null, 1, 1]))).toMatchObject({ error: '#DIV/0!' })
  })

  test.each<[string, Subscription, string, string]>([
    ['a term of 0', ['a', from, null, 100, 0], '#DIV/0!', 'term_months is 0'],
    ['a term below 0', ['a', from, null, 100, -1], '#NUM!', 'term_months is -1'],
    ['an unknown type', ['a', from, null, 100, 1, 'barter'], '#VALUE!', 'barter'],
  ])('%s is refused, naming the row', (_what, row, error, says) => {
    expect(ask('MRR', table(row))).toMatchObject({ error, reason: expect.stringContaining(says) })
    expect(ask('MRR', table(row))).toMatchObject({ reason: expect.stringContaining('row 2') })
  })

  test('adds exactly', () => {
    const thirds = ['a', 'b', 'c'].map((name): Subscription => [name, from, null, 100, 3])
    expect(ask('MRR', table(...thirds))).toBe(100)
    expect(ask('MRR', table(['a', from, null, 0.1, 1], ['b', from, null, 0.2, 1]))).toBe(0.3)
  })
})

describe('the definitions say what recurs', () => {
  const rows = table(
    ['a', from, null, 12, 1],
    ['b', from, null, 5, 1, 'usage'],
    ['c', from, null, 7, 1, 'one_off'],
  )

  test.each<[string, Record<string, Cell>, number]>([
    ['usage too', { 'mrr.usage': true }, 17],
    ['one-off charges too', { 'mrr.include': 'recurring, one_off' }, 19],
    ['one-off charges only', { 'mrr.include': 'one_off' }, 7],
  ])('%s', (_what, said, expected) => {
    expect(call('MRR', rows, definitions(said))).toBe(expected)
  })

  test('and what lost customers are divided by', () => {
    const grown = [
      ...cohort,
      ['fresh', from, null, 10, 1, 'recurring'],
      ['fresher', from, null, 10, 1, 'recurring'],
    ]
    const rate = (denominator: string) =>
      metricOnTables([
        'CUSTOMER_CHURN_RATE',
        from,
        to,
        '',
        '',
        definitions({ 'churn.denominator': denominator }),
        grown,
      ])
    expect(rate('start')).toBe(0.25)
    expect(rate('average')).toBe(1 / 4.5)
  })
})

test('a day is counted by the rules of that day; a period that two rules share has no movements', () => {
  const rows = table(['a', from, null, 12, 1], ['b', from, null, 7, 1, 'one_off'])
  const changed = [
    ...definitions({ 'mrr.include': 'recurring' }),
    ...definitionRows({ 'mrr.include': 'one_off' }, { from: '2026-04-01', version: 2 }),
  ]
  const by = (metric: string, start: number, end: number) =>
    metricOnTables([metric, start, end, '', '', changed, rows])
  expect([by('MRR', from, to), by('MRR', from, to + 1)]).toEqual([12, 7])
  expect(by('NEW_MRR', from, to)).toBe(12)
  expect(by('NEW_MRR', from, to + 1)).toMatchObject({
    error: '#N/A',
    reason: expect.stringContaining('v1 and v2'),
  })
  expect(by('NEW_MRR@restated', from, to + 1)).toBe(7)
})

describe('movements', () => {
  const movements = (rows: Matrix, where = '') =>
    Object.fromEntries(call('MRR_MOVEMENTS', rows, from, to, '', '', where) as Matrix as [string, Cell][])

  test('of the cohort of the catalogue', () => {
    expect(call('MRR_MOVEMENTS', cohort, from, to)).toEqual([
      ['start', 5000],
      ['new', 0],
      ['expansion', 500],
      ['reactivation', 0],
      ['contraction', 800],
      ['churn', 500],
      ['end', 4200],
    ])
    expect(ask([['NRR'], ['GRR'], ['REVENUE_CHURN_RATE']], cohort)).toEqual([[0.84], [0.74], [0.26]])
    expect(ask([['CUSTOMER_CHURN_RATE'], ['RETENTION_RATE']], cohort)).toEqual([[0.25], [0.75]])
  })

  test('of the worked example of the catalogue', () => {
    const rows = table(
      ['base', from - 400, null, 41_000, 1],
      ['grows', from - 400, null, 4000, 1],
      ['grows', from + 1, null, 4000, 1],
      ['shrinks', from - 400, from + 50, 2000, 1],
      ['shrinks', from + 50, null, 0.5, 1],
      ['shrinks', from - 400, from + 50, 0.5, 1],
      ['leaves', from - 400, from, 3000, 1],
      ['returns', from - 400, from - 200, 1, 1],
      ['returns', from + 9, null, 1000, 1],
      ['arrives', from, null, 96_000, 12],
      ['comes and goes', from + 3, from + 60, 700, 1],
    )
    expect(movements(rows)).toEqual({
      start: 50_000.5,
      new: 8000,
      expansion: 4000,
      reactivation: 1000,
      contraction: 2000,
      churn: 3000,
      end: 58_000.5,
    })
    expect(ask('QUICK_RATIO', rows)).toBe(2.6)
  })

  test('cancel out within a customer', () => {
    const rows = table(
      ['renews', from - 90, from + 20, 300, 3],
      ['renews', from + 20, null, 1200, 12],
      ['pauses', from - 90, from + 20, 300, 3],
      ['pauses', from + 60, null, 100, 1],
    )
    expect(movements(rows)).toEqual({
      start: 200,
      new: 0,
      expansion: 0,
      reactivation: 0,
      contraction: 0,
      churn: 0,
      end: 200,
    })
  })

  test('without a loss there is no quick ratio, without a start no retention', () => {
    const rows = table(['arrives', from, null, 10, 1])
    expect(ask('QUICK_RATIO', rows)).toMatchObject({ error: '#DIV/0!' })
    expect(ask('NRR', rows)).toMatchObject({ error: '#DIV/0!' })
    expect(ask('CUSTOMER_CHURN_RATE', rows)).toMatchObject({ error: '#DIV/0!' })
  })

  test('are of one period, which must be given', () => {
    expect(call('MRR_MOVEMENTS', cohort, '', '')).toMatchObject({ error: '#VALUE!' })
    expect(call('NEW_MRR', cohort, '', '')).toMatchObject({ error: '#VALUE!' })
    expect(metricOnTables(['NEW_MRR', '', '', '', '', '', cohort])).toMatchObject({
      error: '#VALUE!',
      reason: expect.stringContaining('is of a period'),
    })
    expect(call('MRR_MOVEMENTS', cohort, [[from, from]], [[to, to]])).toMatchObject({ error: '#VALUE!' })
  })
})

describe('on any subscriptions', () => {
  const days = fc.integer({ min: from - 120, max: to + 60 })
  const subscription = fc
    .record({
      customer: fc.constantFrom('a', 'b', 'c', 'd'),
      start: days,
      length: fc.option(fc.integer({ min: 0, max: 150 })),
      cents: fc.integer({ min: 0, max: 100_000 }),
      months: fc.constantFrom(1, 1, 3, 12),
      type: fc.constantFrom('recurring', 'recurring', 'one_off'),
    })
    .map(({ customer, start, length, cents, months, type }): Subscription => {
      return [customer, start, length === null ? null : start + length, cents / 100, months, type]
    })
  const subscriptions = fc.array(subscription, { minLength: 1, maxLength: 12 })

  /** In twelfths of a cent, so that everything is whole. */
  const runningOn = (rows: readonly Subscription[], customer: string, day: number): number =>
    rows
      .filter(([id, start, end, , , type]) => {
        return id === customer && start <= day && (end === null || day < end) && type === 'recurring'
      })
      .reduce((sum, [, , , amount, months]) => sum + Math.round(amount * 100) * (12 / months), 0)

  function naive(rows: readonly Subscription[]): Record<string, number> {
    const sums = { start: 0, new: 0, expansion: 0, reactivation: 0, contraction: 0, churn: 0, end: 0 }
    for (const customer of new Set(rows.map(([id]) => id))) {
      const [before, after] = [runningOn(rows, customer, from - 1), runningOn(rows, customer, to)]
      const everBefore = rows.some(
        ([id, start, , amount, , type]) =>
          id === customer && start < from && amount > 0 && type === 'recurring',
      )
      sums.start += before
      sums.end += after
      if (before > 0 && after === 0) sums.churn += before
      else if (before > after) sums.contraction += before - after
      else if (before > 0) sums.expansion += after - before
      else if (everBefore) sums.reactivation += after
      else sums.new += after
    }
    return sums
  }

  test('the movements are those of a plain count, and lead from the start to the end', () => {
    fc.assert(
      fc.property(subscriptions, rows => {
        const found = call('MRR_MOVEMENTS', table(...rows), from, to) as Matrix
        const expected = naive(rows)
        for (const [name, value] of found)
          expect(value).toBeCloseTo((expected[name as string] as number) / 1200, 8)
        const of = (name: string): number => expected[name] as number
        const gained = of('new') + of('expansion') + of('reactivation')
        expect(of('start') + gained - of('contraction') - of('churn')).toBe(of('end'))
      }),
      { numRuns: 200 },
    )
  })

  test('rows in any order give the same, customers add up to the whole, and quarters follow on', () => {
    const names = [['NEW_MRR'], ['EXPANSION_MRR'], ['CONTRACTION_MRR'], ['CHURNED_MRR'], ['REACTIVATION_MRR']]
    fc.assert(
      fc.property(subscriptions, rows => {
        const usual = ask(names, table(...rows)) as Matrix
        expect(ask(names, table(...[...rows].reverse()))).toEqual(usual)
        for (const [index, [name]] of names.entries()) {
          const groups = metricBy([name, 'customer_id', from, to, '', '', '', table(...rows)])
          const parts = Array.isArray(groups) ? (groups as Matrix).map(([, value]) => Number(value)) : [0]
          expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(usual[index]?.[0] as number, 8)
        }
        const next = metricOnTables(['STARTING_MRR', to + 1, to + 30, '', '', '', table(...rows)])
        expect(next).toBe(ask('MRR', table(...rows)))
      }),
      { numRuns: 60 },
    )
  })
})

test('what does not count is told with its reason', () => {
  const rows = table(
    ['runs', from, null, 5, 1],
    ['ended', from - 9, from, 5, 1],
    ['later', to + 1, null, 5, 1],
    ['once', from, null, 5, 1, 'one_off'],
  )
  const text = String(metricExplain(['MRR', from, to, '', '', '', rows]))
  for (const reason of ['1 ended by then', '1 not begun by then', '1 not recurring'])
    expect(text).toContain(reason)
})
