import type { Cell, Matrix } from '../../../shared/values'
import { ask, call, day, from, type Options, table, to } from '../../support/asking'
import { serial } from '../../support/tables'

const deals = (...rows: Cell[][]): Matrix =>
  table('deal_id created_at stage closed_at amount account_id deal_type gross_profit', ...rows)
const leads = (...rows: Cell[][]): Matrix =>
  table(
    'lead_id created_at issued_at owner qualified outcome_code outcome_at next_action_due next_action_done_at',
    ...rows,
  )
const of = (metric: string, sheet: Matrix, options: Options = {}) => ask(metric, [sheet], options)

describe('the first and the last day of a period belong to it', () => {
  test('when sales are compared with those of a year before', () => {
    const rows = deals(
      ['1', 1, 'Won', from, 100],
      ['2', 1, 'Won', to, 50],
      ['3', 1, 'Won', serial('2025-01-01'), 30],
      ['4', 1, 'Won', serial('2025-03-31'), 20],
    )
    expect(of('SALES_GROWTH', rows)).toBe(2)
    expect(
      of('SALES_GROWTH', deals(['1', 1, 'Won', from, 60], ['2', 1, 'Won', serial('2025-01-01'), 30])),
    ).toBe(1)
  })

  test('for customers that are won in it; before it, they were customers already', () => {
    const rows = deals(
      ['1', 1, 'Won', from - 1, 10, 'A', 'New', 10],
      ['2', 1, 'Won', from, 20, 'B', 'New', 20],
      ['3', 1, 'Lost', from + 5, 500, 'B', 'New', 500],
      ['4', 1, 'Won', to, 40, 'C', 'New', 40],
      ['5', 1, 'Won', from + 9, 5, 'A', 'Upsell', 5],
    )
    expect(of('CUSTOMER_PROFIT', rows)).toBe(60)
    // A is the one customer of the start, and bought more.
    expect(of('UPSELL_RATE', rows)).toBe(1)
  })

  test('for the deals that are open at its end', () => {
    const velocity = (created: number, closed: number) =>
      call(
        'METRIC_PARTS',
        'SALES_VELOCITY',
        from,
        to,
        '',
        '',
        '',
        deals(['1', from, 'Won', from + 10, 10], ['2', created, 'Won', closed, 10]),
      ) as Matrix
    const opportunities = (created: number, closed: number) =>
      velocity(created, closed).find(([name]) => String(name).startsWith('opportunities'))?.[1]
    expect(opportunities(to, to + 5)).toBe(1)
    expect(opportunities(to + 1, to + 5)).toBe(0)
    expect(opportunities(from, to)).toBe(0)
    expect(opportunities(from, to + 1)).toBe(1)
  })
})

describe('what is known on a day is known of that day', () => {
  const lead = (...rest: Cell[]): Matrix => leads(['1', day('01-05'), day('01-05'), 'Ana', true, ...rest])

  test('as a deal that was created on it', () => {
    const open = deals(['1', day('02-10'), 'Open', to, 70])
    expect(of('PIPELINE_VALUE', open, { asOf: '2026-02-10' })).toBe(70)
    expect(of('PIPELINE_VALUE', open, { asOf: '2026-02-09' })).toBe(0)
  })

  test('as a cost of its date', () => {
    const costs = table('date component amount', [day('02-10'), 'Ad spend', 70])
    // Of a month's 28 days, ten are over.
    expect(of('TOTAL_COST', costs, { asOf: '2026-02-10' })).toBe(25)
    expect(of('TOTAL_COST', costs, { asOf: '2026-02-09' })).toBe(0)
  })

  test('as an outcome that came on it', () => {
    const nurtured = lead('NURTURE', day('02-10'))
    expect(of('NURTURE_SHARE', nurtured, { asOf: '2026-02-10' })).toBe(1)
    expect(of('NURTURE_SHARE', nurtured, { asOf: '2026-02-09' })).toBe(0)
  })

  test('as a loss that came on it, and no later one', () => {
    const rows = deals(
      ['1', day('01-05'), 'Won', day('02-01'), 10],
      ['2', day('01-05'), 'Lost', day('02-10'), 10],
      ['3', day('01-05'), 'Lost', day('02-11'), 10],
    )
    const terms = { 'win_rate.variant': 'created_cohort' }
    expect(of('WIN_LOSS_RATIO', rows, { asOf: '2026-02-10', terms })).toBe(1)
    expect(of('WIN_LOSS_RATIO', rows, { asOf: '2026-02-11', terms })).toBe(0.5)
  })
})

test('an outcome is in time on the last of its days, or where nobody wrote when it came', () => {
  const inTime = (outcomeAt: Cell) =>
    call(
      'OUTCOME_CODING_RATE',
      leads(['1', day('01-05'), day('01-05'), 'Ana', true, 'OPPORTUNITY', outcomeAt]),
      from,
      to,
      '',
      day('02-15'),
      '',
      'in_time',
    )
  expect([inTime(day('01-15')), inTime(day('01-16')), inTime(null)]).toEqual([1, 0, 1])
})

test('a lead has had its window on the last of its days', () => {
  const one = leads(['1', day('01-05'), day('01-05'), 'Ana', true])
  const terms = { 'cohort.window_days': 30 }
  expect(of('COHORT_MATURITY', one, { asOf: '2026-02-04', terms })).toBe(1)
  expect(of('COHORT_MATURITY', one, { asOf: '2026-02-03', terms })).toBe(0)
})

test('an open deal is not closed by the date that is expected of it', () => {
  const rows = deals(['1', 1, 'Won', day('02-01'), 10], ['2', 1, 'Open', day('02-02'), 10])
  expect(of('CLOSE_RATE', rows, { terms: { 'close_rate.variant': 'won_over_closed' } })).toBe(1)
})

test('a subscription that began the day before a period is one of its start', () => {
  const starting = (start: number) =>
    of(
      'STARTING_MRR',
      table('customer_id start end amount term_months type', ['a', start, null, 50, 1, 'recurring']),
    )
  expect([starting(from - 1), starting(from)]).toEqual([50, 0])
})

test('a survey of customer satisfaction is one by either of its names, and no other is', () => {
  const satisfied = (kind: string) =>
    of('CSAT', table('respondent at score kind', ['a', from, 5, kind], ['b', to, 1, 'csat']))
  expect(['CSAT', 'Customer satisfaction', 'nps'].map(satisfied)).toEqual([0.5, 0.5, 0])
})
