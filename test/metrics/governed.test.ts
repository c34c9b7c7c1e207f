import type { Argument, Cell } from '../../shared/values'
import { call, fails } from '../support/asking'
import { definitionHeader, definitionRows, definitions } from '../support/definitions'
import { serial } from '../support/tables'

/** What a call leaves out, definitions that it is handed say; without them, the formula's own defaults hold. */
const [start, end] = [serial('2024-01-01'), serial('2026-07-01')]
const pre = [Array.from({ length: 14 }, (_, month) => 100 + month)]

const cases: readonly (readonly [string, readonly Argument[], Readonly<Record<string, Cell>>, Cell])[] = [
  ['WIN_RATE', [3, 1, 8, ''], { 'win_rate.variant': 'created_cohort' }, 0.375],
  ['WIN_RATE', [3, 1, 8, 'won_over_decided'], { 'win_rate.variant': 'created_cohort' }, 0.75],
  ['AVERAGE_DEAL_SIZE', [[[1, 2, 9]], ''], { 'deal_size.statistic': 'median' }, 2],
  ['PIPELINE_COVERAGE', [2400000, 800000, 300000, ''], { 'coverage.variant': 'to_go' }, 4.8],
  ['CUSTOMER_CHURN_RATE', [3, 50, 70, ''], { 'churn.denominator': 'average' }, 0.05],
  ['ROI_ANNUALISED', [1500, 1000, 0.25, ''], { 'roi.annualise_short': 'allow' }, 4.0625],
  ['ROI_ANNUALISED', [1500, 1000, 0.25, ''], { 'roi.annualise_short': 'simple' }, 0.5],
  ['ROI_ANNUALISED', [1500, 1000, 0.25, 'simple'], { 'roi.annualise_short': 'allow' }, 0.5],
  ['ROI_ANNUALISED_DATES', [5000, 1000, start, end, ''], { 'roi.day_count': '30/360' }, 0.9036539387158785],
  ['ROI_VS_HURDLE', [0.25, '', ''], { 'roi.hurdle_rate': 0.1 }, 0.15],
  ['ROI_SIGNAL', [0.05, '', ''], { 'roi.hurdle_rate': 0.1 }, 'positive, below hurdle'],
  ['ROI_ATTRIBUTABLE', [5000, 1000, 0.3, '', ''], { 'organic.as': 'roi_points' }, 3.7],
  ['ORGANIC_BASELINE', ['', [[100, 104, 108, 112]], 3, '', '', '', ''], { 'organic.method': 'linear' }, 360],
  ['ORGANIC_BASELINE', ['', [[100, 104, 108, 112]], 3, '', '', '', ''], { 'sla.statistic': 'p90' }, 0],
  ['ORGANIC_BASELINE', ['linear', [[90, 50, 10]], 2, '', '', '', ''], { 'organic.floor_zero': true }, 0],
  ['ORGANIC_BASELINE', ['pre_average', pre, 1, '', '', '', ''], { 'organic.pre_periods': 2 }, 112.5],
  ['ORGANIC_BASELINE', ['pre_average', pre, 1, '', '', '', ''], { 'sla.statistic': 'p90' }, 107.5],
  ['CLV', ['', 500, 0.8, 0.05, '', '', '', ''], { 'clv.variant': 'revenue' }, 10000],
  ['CLV', ['horizon', 500, 0.8, 0.05, 0.01, '', '', ''], { 'clv.horizon_months': 60 }, 6172.7256799949155],
  ['CLV', ['discounted', 500, 0.8, 0.05, '', '', '', ''], { 'clv.discount_rate_annual': 0 }, 7600],
]

test.each(cases)('%s %j under %j is %j', (name, args, terms, expected) => {
  expect(call(name, ...args, definitions(terms))).toBe(expected)
})

test('a yearly discount becomes a monthly one', () => {
  const found = call(
    'CLV',
    'discounted',
    500,
    0.8,
    0.05,
    '',
    '',
    '',
    '',
    definitions({ 'clv.discount_rate_annual': 0.5 }),
  )
  const monthly = 1.5 ** (1 / 12) - 1
  expect(found).toBeCloseTo((400 * 0.95) / (1 + monthly - 0.95), 8)
})

test('without definitions nothing is filled in from them', () => {
  expect(call('ROI_ANNUALISED', 1500, 1000, 0.25, '')).toEqual(fails('#NUM!', 'GIPS'))
  expect(call('ROI_ANNUALISED', 1500, 1000, 0.25, '', '')).toEqual(fails('#NUM!', 'GIPS'))
  expect(call('ROI_VS_HURDLE', 0.25)).toEqual(fails('#N/A', 'hurdle is not set'))
  expect(call('CLV', 'discounted', 500, 0.8, 0.05)).toEqual(fails('#VALUE!', 'discount is missing'))
  expect(call('ORGANIC_BASELINE', 'pre_average', pre, 1)).toBe(106.5)
  expect(call('ORGANIC_BASELINE', '', pre, 1)).toEqual(fails('#VALUE!', 'method is missing'))
})

test('what the definitions leave open stays open, and what the formula cannot do is refused', () => {
  expect(call('ROI_VS_HURDLE', 0.25, '', '', definitions({ 'sla.statistic': 'p90' }))).toEqual(
    fails('#N/A', 'hurdle is not set'),
  )
  expect(call('CLV', '', 500, 0.8, 0.05, '', '', '', '', definitions({ 'clv.variant': 'cohort' }))).toEqual(
    fails('#VALUE!', 'choose one of simple'),
  )
  expect(call('ROI_VS_HURDLE', 0.25, '', '', [['term'], ['x']])).toMatchObject({ error: '#VALUE!' })
})

test('cell by cell, and the blank ones only', () => {
  const hurdles = [[0.2], [null], ['']]
  const agreed = definitions({ 'roi.hurdle_rate': 0.1 })
  expect(call('ROI_VS_HURDLE', [[0.25], [0.25], [0.5]], hurdles, '', agreed)).toEqual([[0.05], [0.15], [0.4]])
})

test('those of the day on which a dated call begins, the latest for one without a date', () => {
  const later = definitionRows({ 'roi.day_count': '30/360' }, { from: '2026-01-01', version: 2 })
  const both = [...definitions({ 'roi.day_count': 'act/365.25' }), ...later]
  expect(call('ROI_ANNUALISED_DATES', 5000, 1000, start, end, '', both)).toBe(0.9051662888853992)
  const hurdles = [
    definitionHeader,
    ...definitionRows({ 'roi.hurdle_rate': 0.1 }, { from: '2020-01-01', version: 1 }),
    ...definitionRows({ 'roi.hurdle_rate': 0.2 }, { from: '2026-01-01', version: 2 }),
  ]
  expect(call('ROI_VS_HURDLE', 0.25, '', '', hurdles)).toBe(0.05)
})

test('METRIC_EXPLAIN computes and tells the same', () => {
  for (const [name, args, terms, expected] of cases) {
    const told = String(call('METRIC_EXPLAIN', name, ...args, definitions(terms)))
    expect(told.split('\n')[0]).toMatch(new RegExp(`= ${String(expected).replace('.', '\\.')}$`))
  }
})
