import fc from 'fast-check'
import { formulas } from '../../../shared/formulas'
import { metricOnTables } from '../../../shared/metrics/on-tables/metric-function'
import { metricExplain } from '../../../shared/renderings/explanation'
import type { Argument, Cell, Matrix } from '../../../shared/values'
import { definitions } from '../../support/definitions'
import { coreMatrix, sampleTable, serial } from '../../support/tables'

const [from, to] = [serial('2026-01-01'), serial('2026-03-31')]
const [leads, deals, costs] = (['leads', 'deals', 'costs'] as const).map(name =>
  coreMatrix(sampleTable(name)),
) as [Matrix, Matrix, Matrix]
const june = serial('2026-06-30')
const december = serial('2026-12-31')

const call = (name: string, ...args: Argument[]) => formulas.find(one => one.name === name)?.compute(args)
const ask = (metric: Argument, asOf: Cell, terms: Readonly<Record<string, Cell>> = {}, where = '') =>
  metricOnTables([metric, from, to, where, asOf, definitions(terms), leads, deals, costs])

describe('the sample quarter', () => {
  test.each<[string, number, Record<string, Cell>, number]>([
    ['by the end of June', june, {}, -6000 / 33_000],
    ['by the end of the year', december, {}, -6000 / 33_000],
    ['with a window of 270 days', december, { 'cohort.window_days': 270 }, 24_000 / 33_000],
    ['counted in revenue', june, { 'margin.basis': 'revenue' }, 17_000 / 33_000],
    ['with ad spend as the only cost', june, { 'cost.marketing_investment': 'ad_spend' }, 1.25],
  ])('earned %s', (_when, asOf, terms, expected) => {
    expect(ask('COHORT_ROI', asOf, terms)).toBe(expected)
    expect(call('COHORT_ROI', leads, deals, costs, from, to, definitions(terms), asOf)).toBe(expected)
  })

  test.each<[string, number, Record<string, Cell>, number]>([
    ['none at the end of June', june, {}, 0],
    ['four of seven a month later', serial('2026-07-31'), {}, 4 / 7],
    ['all by the end of the year', december, {}, 1],
    ['all of a window of 90 days', june, { 'cohort.window_days': 90 }, 1],
  ])('is mature: %s', (_when, asOf, terms, expected) => {
    expect(ask('COHORT_MATURITY', asOf, terms)).toBe(expected)
    expect(call('COHORT_MATURITY', leads, from, to, definitions(terms), asOf)).toBe(expected)
  })

  test('is one chain from leads to profit', () => {
    const chain = [['NET_LEADS_ISSUED'], ['FUNNEL_OPPORTUNITIES'], ['COHORT_WINS'], ['COHORT_RETURN']]
    expect(ask(chain, june)).toEqual([[7], [5], [2], [27_000]])
    expect(ask(chain, december, { 'cohort.window_days': 270 })).toEqual([[7], [5], [3], [57_000]])
    expect(ask(chain, june, {}, 'owner=Ben')).toEqual([[3], [2], [1], [15_000]])
  })

  test('goes by the natural cycle where the definitions say so', () => {
    // Won by December: cycles of 41, 101, 201, 41, 59 and 59 days, from first contact.
    const wins = (rule: string, asOf = december) => ask('COHORT_WINS', asOf, { 'cohort.window_days': rule })
    expect(wins('median x 1.5')).toBe(1)
    expect(wins('median x 2')).toBe(2)
    expect(wins('p90 x 1.3')).toBe(2)
    expect(wins('p90 x 1.4')).toBe(3)
    const early = serial('2026-01-06')
    expect(ask('COHORT_MATURITY', early, { 'cohort.window_days': 'median x 1' })).toMatchObject({
      error: '#N/A',
      reason: expect.stringContaining('none is won'),
    })
  })

  test('is withheld while it is younger than the definitions allow', () => {
    expect(ask('COHORT_ROI', serial('2026-07-31'), { 'cohort.min_maturity': 1 })).toMatchObject({
      error: '#N/A',
      reason: expect.stringContaining('4 of 7'),
    })
    expect(ask('COHORT_ROI', december, { 'cohort.min_maturity': 1 })).toBe(-6000 / 33_000)
  })

  test('tells which deals are left out', () => {
    const text = metricExplain(['COHORT_RETURN', from, to, '', december, '', leads, deals])
    expect(text).toContain('1 closed after the window')
  })
})

const leadHeader = 'lead_id created_at issued_at owner qualified outcome_code opportunity_id campaign'.split(
  ' ',
)
const dealHeader = 'deal_id created_at stage closed_at amount cogs refund refund_at deal_type lead_id'.split(
  ' ',
)
const lead = (id: string, day: number, more: { deal?: string; campaign?: string } = {}): Cell[] => [
  ...[id, from + day, from + day, 'Ana', true, null, more.deal ?? null, more.campaign ?? null],
]
interface Deal {
  readonly id: string
  readonly created: number
  readonly closed: number | null
  readonly amount: number
  readonly cogs?: number | null
  readonly refund?: number
  readonly refundDay?: number
  readonly type?: string
  readonly lead?: string
  readonly stage?: string
}
const deal = ({ id, created, closed, amount, ...more }: Deal): Cell[] => [
  ...[id, from + created, more.stage ?? (closed === null ? 'Open' : 'Won')],
  closed === null ? null : from + closed,
  ...[amount, more.cogs === undefined ? 0 : more.cogs, more.refund ?? null],
  more.refundDay === undefined ? null : from + more.refundDay,
  ...[more.type ?? 'New', more.lead ?? null],
]
const spent: Matrix = [
  ['date', 'component', 'amount'],
  [from, 'ad_spend', 100],
]
const cohort = (
  metric: string,
  someLeads: readonly Cell[][],
  someDeals: readonly Cell[][],
  options: { terms?: Record<string, Cell>; asOf?: Cell; someCosts?: Matrix; where?: string } = {},
) =>
  metricOnTables([
    metric,
    from,
    to,
    options.where ?? '',
    options.asOf ?? '',
    definitions(options.terms ?? {}),
    [leadHeader, ...someLeads],
    [dealHeader, ...someDeals],
    options.someCosts ?? spent,
  ])
const won = (more: Partial<Deal> = {}): Cell[] =>
  deal({ id: 'D', created: 5, closed: 10, amount: 500, lead: 'L', ...more })

describe('edges', () => {
  test('a cost of 0 has no return on it, a cohort of nobody lost all of its cost', () => {
    const free: Matrix = [
      ['date', 'component', 'amount'],
      [from - 400, 'ad_spend', 5],
    ]
    expect(cohort('COHORT_ROI', [lead('L', 1)], [won()], { someCosts: free })).toMatchObject({
      error: '#DIV/0!',
    })
    expect(cohort('COHORT_ROI', [lead('L', 400)], [won()])).toBe(-1)
    expect(cohort('COHORT_MATURITY', [lead('L', 400)], [won()])).toMatchObject({ error: '#DIV/0!' })
  })

  test('a credit that exceeds the spend is refused', () => {
    const credited: Matrix = [
      ['date', 'component', 'amount'],
      [from, 'ad_spend', -5],
    ]
    expect(cohort('COHORT_ROI', [lead('L', 1)], [won()], { someCosts: credited })).toMatchObject({
      error: '#NUM!',
    })
  })

  test.each([
    ['the last day of the window', 181, 1],
    ['the day after', 182, 0],
    ['the day of its issue', 1, 1],
  ])('a deal closed on %s', (_when, closed, expected) => {
    expect(cohort('COHORT_WINS', [lead('L', 1)], [won({ created: 1, closed })])).toBe(expected)
  })

  test('a deal closed before its lead was issued is no deal of it', () => {
    expect(cohort('COHORT_WINS', [lead('L', 20)], [won()])).toBe(0)
    expect(cohort('COHORT_WINS', [lead('L', 20)], [won({ created: 25, closed: 10 })])).toBe(0)
  })

  test('a delivery cost that nobody recorded is asked for, unless a rate is agreed on or revenue counts', () => {
    const unknown = [won({ cogs: null })]
    expect(cohort('COHORT_RETURN', [lead('L', 1)], unknown)).toMatchObject({
      error: '#N/A',
      reason: expect.stringContaining('(D)'),
    })
    expect(cohort('COHORT_RETURN', [lead('L', 1)], unknown, { terms: { 'margin.default_rate': 0.4 } })).toBe(
      200,
    )
    expect(cohort('COHORT_RETURN', [lead('L', 1)], unknown, { terms: { 'margin.basis': 'revenue' } })).toBe(
      500,
    )
  })

  test('a refund counts from its day on', () => {
    const refunded = [won({ cogs: 100, refund: 50, refundDay: 30 })]
    const by = (day: number) => cohort('COHORT_RETURN', [lead('L', 1)], refunded, { asOf: from + day })
    expect([by(9), by(29), by(30)]).toEqual([0, 400, 350])
  })

  test('only the types of deals that the definitions name count', () => {
    const upsell = [won({ type: 'Upsell' })]
    expect(cohort('COHORT_WINS', [lead('L', 1)], upsell)).toBe(0)
    expect(
      cohort('COHORT_WINS', [lead('L', 1)], upsell, { terms: { 'cohort.deal_types': 'New, Upsell' } }),
    ).toBe(1)
  })

  test.each<[string, Record<string, number>]>([
    ['first', { Spring: 500, Autumn: 0 }],
    ['last', { Spring: 0, Autumn: 500 }],
    ['equal', { Spring: 250, Autumn: 250 }],
    ['none', { Spring: 0, Autumn: 0 }],
  ])('of two leads of a deal, credit goes by “%s”', (rule, expected) => {
    const both = [lead('L', 2, { campaign: 'Spring' }), lead('M', 3, { deal: 'D', campaign: 'Autumn' })]
    for (const [campaign, money] of Object.entries(expected)) {
      const options = { terms: { 'cohort.multi_lead_credit': rule }, where: `campaign=${campaign}` }
      expect(cohort('COHORT_RETURN', both, [won()], options)).toBe(money)
    }
  })

  test('thirds of a deal make one', () => {
    const three = [lead('L', 1), lead('M', 2, { deal: 'D' }), lead('N', 3, { deal: 'D' })]
    const shared = { terms: { 'cohort.multi_lead_credit': 'equal' } }
    expect(cohort('COHORT_WINS', three, [won()], shared)).toBe(1)
    expect(cohort('COHORT_RETURN', three, [won()], shared)).toBe(500)
    expect(cohort('COHORT_ROI', three, [won()], shared)).toBe(4)
  })
})

describe('any cohort', () => {
  const someLeads = fc.array(fc.integer({ min: -30, max: 120 }), { minLength: 1, maxLength: 6 })
  const someDeals = fc.array(
    fc.record({
      lead: fc.nat({ max: 6 }),
      created: fc.integer({ min: -40, max: 150 }),
      length: fc.option(fc.integer({ min: 0, max: 250 })),
      amount: fc.integer({ min: 0, max: 9999 }),
      cogs: fc.integer({ min: 0, max: 5000 }),
      lost: fc.boolean(),
      type: fc.constantFrom('New', 'New', 'Renewal'),
    }),
    { maxLength: 8 },
  )

  test('is what a plain walk from leads to deals finds, in any order of rows', () => {
    fc.assert(
      fc.property(someLeads, someDeals, fc.integer({ min: 60, max: 400 }), (issues, opportunities, asOf) => {
        const leadRows = issues.map((day, index) => lead(`L${index}`, day))
        const dealRows = opportunities.map(({ lead: of, created, length, amount, cogs, lost, type }, index) =>
          deal({
            id: `D${index}`,
            created,
            closed: length === null ? null : created + length,
            amount,
            cogs,
            type,
            lead: `L${of}`,
            ...(length !== null && lost && { stage: 'Lost' }),
          }),
        )
        let [net, opened, wins, profit] = [0, 0, 0, 0]
        issues.forEach((day, index) => {
          if (day < 0 || day > to - from || day > asOf) return
          net++
          for (const one of opportunities.filter(({ lead: of }) => of === index)) {
            if (one.type !== 'New' || one.created < day || one.created > asOf) continue
            opened++
            const closed = one.length === null ? null : one.created + one.length
            if (closed === null || one.lost || closed > asOf || closed - day > 180) continue
            wins++
            profit += one.amount - one.cogs
          }
        })
        const found = ['NET_LEADS_ISSUED', 'FUNNEL_OPPORTUNITIES', 'COHORT_WINS', 'COHORT_RETURN'].map(name =>
          cohort(name, leadRows, dealRows, { asOf: from + asOf }),
        )
        expect(found).toEqual([net, opened, wins, profit])
        expect(cohort('COHORT_ROI', leadRows.reverse(), dealRows.reverse(), { asOf: from + asOf })).toBe(
          (profit - 100) / 100,
        )
      }),
      { numRuns: 80 },
    )
  })
})

describe('what comes later', () => {
  const deferred = (asOf: Cell, quarters: Cell = '', terms: Readonly<Record<string, Cell>> = {}) =>
    call('DEFERRED_ROI', leads, deals, costs, from, to, quarters, definitions(terms), asOf)

  test('is told by quarter of closing, with the return up to then', () => {
    expect(deferred(december, 2)).toEqual([
      ['2026 Q1', 12_000, -21 / 33],
      ['2026 Q2', 15_000, -6 / 33],
      ['2026 Q3', 30_000, 24 / 33],
    ])
  })

  test('is blank in quarters that have not begun', () => {
    expect(deferred(june, 3)).toEqual([
      ['2026 Q1', 12_000, -21 / 33],
      ['2026 Q2', 15_000, -6 / 33],
      ['2026 Q3', null, null],
      ['2026 Q4', null, null],
    ])
  })

  test('is followed as far as the definitions say, by their fiscal quarters', () => {
    expect(deferred(december)).toHaveLength(5)
    const shifted = deferred(december, '', {
      'attribution.horizon_quarters': 1,
      'calendar.fiscal_start_month': 4,
      'margin.basis': 'revenue',
    })
    expect(shifted).toEqual([
      ['2026 Q4', 20_000, -13 / 33],
      ['2027 Q1', 30_000, 17 / 33],
    ])
  })

  test('adds up to the return without a window', () => {
    const rows = deferred(december, 3) as Matrix
    const sum = rows.reduce((total, [, returned]) => total + Number(returned), 0)
    expect(sum).toBe(ask('COHORT_RETURN', december, { 'cohort.window_days': 3650 }))
  })

  test.each([-1, 0.5])('a horizon of %s is refused', horizon => {
    expect(deferred(december, horizon)).toMatchObject({ error: '#NUM!' })
  })

  test('without a cost there is no return on it', () => {
    const none: Matrix = [costs[0] as readonly Cell[]]
    const rows = call('DEFERRED_ROI', leads, deals, none, from, to, 0, '', june) as Matrix
    expect(rows).toMatchObject([['2026 Q1', 12_000, { error: '#DIV/0!' }]])
  })
})
