import { metricBy } from '../../../shared/metrics/on-tables/metric-by'
import type { Cell } from '../../../shared/values'
import { ask, call, day, fails, from, leads, table, to } from '../../support/asking'

/** Won and lost by month: 1 of 1, 1 of 3, 0 of 2. */
const deals = table(
  'deal_id created_at stage closed_at amount owner',
  ...[
    ['01-10', 'Won'],
    ['02-10', 'Won'],
    ['02-11', 'Lost'],
    ['02-12', 'Lost'],
    ['03-10', 'Lost'],
    ['03-31', 'Lost'],
  ].map(([closed = '', stage = ''], index): Cell[] => [
    ...[`D${index}`, day('01-05'), stage, day(closed), 100, index % 2 === 0 ? 'Ana' : 'Ben'],
  ]),
)
const march = { from: day('03-01'), to: day('03-31') }

test.each([
  [1, 0],
  [2, 0.2],
  [3, 1 / 3],
])('ROLLING(WIN_RATE, %d) is a ratio of sums', (periods, expected) => {
  expect(ask(`ROLLING(WIN_RATE, ${periods})`, [deals], march)).toBe(expected)
})

test('is the metric over the whole stretch, of the periods before too', () => {
  expect(ask('ROLLING(WIN_RATE, 3)', [deals], march)).toBe(ask('WIN_RATE', [deals]))
  const months = {
    from: [[day('01-01'), day('02-01'), day('03-01')]],
    to: [[day('01-31'), day('02-28'), day('03-31')]],
  }
  expect(ask('ROLLING(WIN_RATE, 2)', [deals], months)).toEqual([
    [fails('#N/A', 'deals begin on 2026-01-05'), 0.5, 0.2],
  ])
  expect(ask('ROLLING(TOTAL_REVENUE, 2)', [deals], months)).toEqual([[fails('#N/A'), 200, 100]])
})

test('weeks go back by weeks', () => {
  const week = { from: day('02-09'), to: day('02-15') }
  expect(ask('ROLLING(WIN_RATE, 6)', [deals], week)).toBe(0.5)
  expect(ask('ROLLING(WIN_RATE, 5)', [deals], week)).toBe(1 / 3)
})

test('fewer periods than asked for is #N/A, whichever table begins too late', () => {
  expect(ask('ROLLING(WIN_RATE, 4)', [deals], march)).toEqual(
    fails('#N/A', 'needs 4 periods from 2025-12-01 on'),
  )
  const costs = table(
    'date component amount',
    [day('02-01'), 'ad_spend', 100],
    [day('03-01'), 'ad_spend', 50],
  )
  expect(ask('ROLLING(COST_PER_NET_LEAD, 3)', [leads, costs], march)).toEqual(
    fails('#N/A', 'costs begin on 2026-02-01'),
  )
  expect(ask('ROLLING(TOTAL_COST, 2)', [costs], march)).toBe(150)
})

test.each([
  ['ROLLING(WIN_RATE)', 'write ROLLING(WIN_RATE, 4)'],
  ['ROLLING(WIN_RATE, 0)', 'write ROLLING(WIN_RATE, 4)'],
  ['ROLLING(WIN_RATE, 1.5)', 'write ROLLING(WIN_RATE, 4)'],
  ['ROLLING(WIN_RATE, 2, 3)', 'write ROLLING(WIN_RATE, 4)'],
  ['ROLLING(PIPELINE_VALUE, 2)', 'of one day'],
  ['ROLLING(WINRATE, 2)', 'did you mean WIN_RATE'],
  ['ROLLING(TARGET_PACE(WIN_RATE), 2)', 'there is no metric'],
])('%s is refused', (metric, says) => {
  expect(ask(metric, [deals], march)).toEqual(fails('#VALUE!', says))
})

test('by owner, of a metric of the team’s own, under a basis, and explained', () => {
  expect(metricBy(['ROLLING(WIN_RATE, 3)', 'owner', march.from, march.to, '', '', '', deals])).toEqual([
    ['Ana', 1 / 3, 3],
    ['Ben', 1 / 3, 3],
  ])
  const terms = { 'metric.losses': 'win_rate.lost', 'win_rate.variant': 'all_closed' }
  expect(ask('ROLLING(LOSSES, 2)', [deals], { ...march, terms })).toBe(4)
  expect(ask('ROLLING(WIN_RATE, 2)@restated', [deals], { ...march, terms })).toBe(0.2)
  expect(call('METRIC_EXPLAIN', 'ROLLING(WIN_RATE, 3)', march.from, march.to, '', '', '', deals)).toContain(
    'ROLLING(WIN_RATE, 3) = 2 / (2 + 4)',
  )
  expect(ask('ROLLING(WIN_RATE, 1)', [deals], { from, to })).toBe(1 / 3)
})
