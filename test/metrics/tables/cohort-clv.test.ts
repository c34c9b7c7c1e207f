import fc from 'fast-check'
import { monthsAfter } from '../../../shared/formula/calendar'
import type { Cell, Matrix } from '../../../shared/values'
import { ask, call, day, fails, from, table, to } from '../../support/asking'
import { load, openDatabase } from '../../support/database'
import { definitionsOf } from '../../support/random-tables'
import { everything, expectSame, question } from '../../support/same-in-database'
import { serial } from '../../support/tables'

const header = 'customer_id start end amount term_months type'
const terms = { 'margin.default_rate': 0.8, 'clv.discount_rate_annual': 0 }
const paying = (...rows: Cell[][]): Matrix => table(header, ...rows)

/** A stays; B leaves after two months; C pays more later; D began before the quarter, E after it. */
const rows = paying(
  ['A', day('01-10'), null, 100, 1, 'recurring'],
  ['B', day('02-01'), day('04-01'), 1200, 12, 'recurring'],
  ['C', day('03-31'), day('05-31'), 50, 1, 'recurring'],
  ['C', day('05-31'), null, 70, 1, 'recurring'],
  ['C', day('04-01'), null, 999, 1, 'one_off'],
  ['D', serial('2025-12-31'), null, 500, 1, 'recurring'],
  ['E', day('04-01'), null, 500, 1, 'recurring'],
)

test('adds up what each of the cohort paid for so far, a month counting from its first day', () => {
  const asked = (asOf: string) => ask('COHORT_CLV', [rows], { asOf, terms })
  // As of 10 June A has begun its sixth month, B has paid for two, C for two of 50 and one of 70 from 31 May.
  expect(asked('2026-06-10')).toBe(((600 + 200 + 170) * 0.8) / 3)
  expect(asked('2026-06-09')).toBe(((500 + 200 + 170) * 0.8) / 3)
  // C became a customer on a 31st: its months begin on the last day where there is none.
  expect(asked('2026-06-29')).toBe(((600 + 200 + 170) * 0.8) / 3)
  expect(asked('2026-06-30')).toBe(((600 + 200 + 240) * 0.8) / 3)
  expect(asked('2026-01-31')).toBe(80)
})

test('discounts each month by a twelfth of a year more than the one before, the first not at all', () => {
  const one = paying(['A', day('01-10'), null, 100, 1, 'recurring'])
  const found = ask('COHORT_CLV', [one], {
    asOf: '2026-03-15',
    terms: { ...terms, 'clv.discount_rate_annual': 0.1 },
  })
  expect(found).toBeCloseTo(80 * (1 + 1.1 ** (-1 / 12) + 1.1 ** (-2 / 12)), 10)
})

test('cohort by cohort, and as a formula of its own', () => {
  const months = {
    from: [[day('01-01'), day('02-01')]],
    to: [[day('01-31'), day('02-28')]],
    asOf: '2026-06-10',
    terms,
  }
  expect(ask('COHORT_CLV', [rows], months)).toEqual([[480, 160]])
  expect(call('COHORT_CLV', rows, from, to, 0.5, 0, '', serial('2026-06-10'))).toBe((970 * 0.5) / 3)
})

test.each<[string, Cell[][], Readonly<Record<string, Cell>>, string, string]>([
  ['no margin', [['A', day('01-10'), null, 100, 1, 'recurring']], {}, '#N/A', 'set margin.default_rate'],
  ['nobody', [['A', day('04-10'), null, 100, 1, 'recurring']], terms, '#DIV/0!', 'nobody began'],
  ['nobody who pays', [['A', day('01-10'), null, 0, 1, 'recurring']], terms, '#DIV/0!', 'nobody began'],
  ['a term of 0', [['A', day('01-10'), null, 100, 0, 'recurring']], terms, '#DIV/0!', 'term_months is 0'],
])('%s', (_, cells, agreed, error, says) => {
  expect(ask('COHORT_CLV', [paying(...cells)], { terms: agreed })).toEqual(fails(error, says))
})

test('its explanation warns of a young cohort', () => {
  const explained = (asOf: string) =>
    String(call('METRIC_EXPLAIN', 'COHORT_CLV@restated', from, to, '', serial(asOf), definitions, rows))
  const definitions = [
    'term value effective_from version status kind reason changed_by recorded_at'.split(' '),
    ['margin.default_rate', 0.8, serial('2020-01-01'), 1, 'approved', 'estimate', 'agreed', 'finance', 44000],
  ]
  expect(explained('2026-06-09')).toContain('fewer than six months')
  expect(explained('2026-06-10')).not.toContain('fewer than six months')
  expect(call('METRIC_EXPLAIN', 'CLV_COHORT', [[400, 400]], [[100, 90]], 0.01)).toContain(
    'fewer than six periods',
  )
})

const subscription = fc.record({
  customer: fc.constantFrom('A', 'B', 'C', 'D'),
  start: fc.integer({ min: serial('2025-11-15'), max: serial('2026-08-31') }),
  days: fc.option(fc.integer({ min: 0, max: 200 })),
  amount: fc.integer({ min: 0, max: 500 }),
  months: fc.constantFrom(1, 3, 12),
  type: fc.constantFrom('recurring', 'recurring', 'one_off'),
})

/** Customer by customer, month by month, adding what runs on the day on which a month begins. */
function expected(
  given: readonly (typeof subscription extends fc.Arbitrary<infer One> ? One : never)[],
  asOf: number,
) {
  const recurring = given.filter(({ type }) => type === 'recurring')
  let [value, customers] = [0, 0]
  for (const customer of ['A', 'B', 'C', 'D']) {
    const own = recurring.filter(one => one.customer === customer)
    const first = Math.min(...own.filter(({ amount }) => amount > 0).map(({ start }) => start))
    if (!(first >= from && first <= to && first <= asOf)) continue
    customers++
    for (let month = 0; monthsAfter(first, month) <= asOf; month++) {
      const begins = monthsAfter(first, month)
      for (const { start, days, amount, months } of own) {
        const runs = begins >= start && (days === null || begins < start + days)
        if (runs) value += (amount / months) * 0.8 * 1.1 ** (-month / 12)
      }
    }
  }
  return customers === 0 ? undefined : value / customers
}

const given = fc.tuple(
  fc.array(subscription, { minLength: 1, maxLength: 12 }),
  fc.integer({ min: from, max: day('12-31') }),
)
const asCells = (subscriptions: Parameters<typeof expected>[0]): Matrix =>
  paying(
    ...subscriptions.map(({ customer, start, days, amount, months, type }): Cell[] => [
      ...[customer, start, days === null ? null : start + days, amount, months, type],
    ]),
  )

test('is what a loop over customers and months finds', () => {
  const agreed = { 'margin.default_rate': 0.8 }
  fc.assert(
    fc.property(given, ([subscriptions, asOf]) => {
      const found = ask('COHORT_CLV', [asCells(subscriptions)], { asOf: iso(asOf), terms: agreed })
      const wanted = expected(subscriptions, asOf)
      if (wanted === undefined) expect(found).toMatchObject({ error: '#DIV/0!' })
      else expect(found).toBeCloseTo(wanted, 8)
    }),
  )
})

function iso(day: number): string {
  return new Date((day - 25_569) * 86_400_000).toISOString().slice(0, 10)
}

test('is what a database finds', async () => {
  const database = await openDatabase()
  const wanted = everything.filter(({ metric }) => metric.name === 'COHORT_CLV')
  const definitions = definitionsOf({ 'margin.default_rate': 0.8 })
  let answers = 0
  for (const [subscriptions, asOf] of fc.sample(given, { numRuns: 60, seed: 11 })) {
    const tables = { subscriptions: asCells(subscriptions) }
    const asked = { ...question(tables, { from, to, asOf }), definitions }
    answers += await expectSame(database, asked, wanted, await load(database, tables))
  }
  expect(answers).toBeGreaterThan(10)
  await database.close()
})
