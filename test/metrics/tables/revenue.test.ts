import fc from 'fast-check'
import { exactSum } from '../../../shared/formula/sum'
import { metricBy } from '../../../shared/metrics/on-tables/metric-by'
import { metricExplain } from '../../../shared/renderings/explanation'
import type { Cell } from '../../../shared/values'
import { ask, call, costs, day, deals, fails, from, leads, table, to } from '../../support/asking'

describe('the sample quarter', () => {
  test('sold', () => {
    expect(ask('TOTAL_REVENUE', [deals])).toBe(59_000)
    const backdated = { terms: { 'refund.timing': 'original_period' } }
    expect(ask('TOTAL_REVENUE', [deals], backdated)).toBe(55_000)
    expect(call('TOTAL_REVENUE', deals, from, to, 'gross')).toBe(59_000)
    const second = { from: day('04-01'), to: day('06-30') }
    expect(ask('TOTAL_REVENUE', [deals], second)).toBe(36_000)
    expect(ask('TOTAL_REVENUE', [deals], { ...second, ...backdated })).toBe(40_000)
  })

  test('earned', () => {
    expect(ask('GROSS_PROFIT', [deals])).toBe(37_000)
    expect(call('GROSS_PROFIT', deals, from, to)).toBe(37_000)
    expect(ask('PROFIT_MARGIN', [deals])).toBe(37 / 59)
    expect(call('PROFIT_MARGIN', deals, from, to, 'simple')).toBe(227 / 360)
    expect(ask('AVG_GROSS_PROFIT_PER_WIN', [leads, deals], { asOf: '2026-06-30' })).toBe(13_500)
    expect(call('AVG_GROSS_PROFIT_PER_WIN', leads, deals, from, to, '', day('06-30'))).toBe(13_500)
    expect(ask('SALES_CONTRIBUTION', [deals, costs])).toBe(32_000)
    expect(ask('COST_OF_SALES', [costs])).toBe(27_000)
  })

  test('sold this', () => {
    expect(ask('AVERAGE_DEAL_SIZE', [deals])).toBe(19666.666666666668)
    expect(ask('AVERAGE_DEAL_SIZE', [deals], { terms: { 'deal_size.statistic': 'median' } })).toBe(20_000)
    expect(ask('NEW_REVENUE_SHARE', [deals])).toBe(44 / 59)
    expect(call('EXISTING_REVENUE_SHARE', deals, from, to)).toBe(15 / 59)
    expect(call('REVENUE_BY_STREAM', deals, from, to)).toEqual([
      ['New', 44_000, 44 / 59],
      ['Upsell', 15_000, 15 / 59],
    ])
  })
})

const header = 'deal_id created_at stage closed_at amount'
const won = (id: string, amount: Cell, ...more: Cell[]): Cell[] => [id, from, 'Won', to, amount, ...more]

describe('gross profit', () => {
  const profit = (columns: string, rows: Cell[][], terms = {}) =>
    ask('GROSS_PROFIT', [table(`${header} ${columns}`, ...rows)], { terms })

  test('takes the recorded cost, else the recorded profit, else the margin agreed on', () => {
    const rows = [won('1', 100, 60, null), won('2', 0.3, null, 0.1), won('3', 50, null, null)]
    expect(profit('cogs gross_profit', rows, { 'margin.default_rate': 0.5 })).toBe(65.1)
    expect(profit('cogs gross_profit', rows)).toEqual(fails('#N/A', 'deals row 4 (3)'))
    expect(profit('gross_profit', [won('1', 0.3, 0.1)])).toBe(0.1)
  })

  test('is that of deals won alone: what a lost one would have cost does not matter', () => {
    expect(profit('cogs', [won('1', 100, 60), ['2', from, 'Lost', to, 100, null]])).toBe(40)
  })

  test('asks for a column where nothing tells the cost', () => {
    expect(ask('GROSS_PROFIT', [table(header, won('1', 100))])).toEqual(fails('#N/A', 'cogs or gross_profit'))
  })

  test('is a contribution once selling is taken off, and revenue if nothing is', () => {
    const rows = [won('1', 100, 60, 15)]
    expect(profit('cogs selling_cost', rows, { 'margin.basis': 'contribution' })).toBe(25)
    expect(profit('cogs selling_cost', rows, { 'margin.basis': 'gross_profit' })).toBe(40)
    expect(profit('cogs selling_cost', rows, { 'margin.basis': 'revenue' })).toBe(100)
    expect(profit('cogs', [won('1', 100, 60)], { 'margin.basis': 'contribution' })).toEqual(
      fails('#VALUE!', 'selling_cost'),
    )
    expect(profit('cogs selling_cost', [won('1', 9, 6, null)], { 'margin.basis': 'contribution' })).toEqual(
      fails('#N/A', 'selling_cost is blank'),
    )
  })

  test('is lowered by refunds on their own day', () => {
    const refunded = [table(`${header} cogs refund refund_at`, won('1', 100, 60, 30, to + 1))]
    expect(ask('GROSS_PROFIT', refunded)).toBe(40)
    expect(ask('GROSS_PROFIT', refunded, { from: to + 1, to: to + 1 })).toBe(-30)
    expect(ask('GROSS_PROFIT', refunded, { terms: { 'refund.timing': 'original_period' } })).toBe(10)
  })
})

describe('profit margins', () => {
  const margin = (rows: Cell[][], weighting = '') =>
    call('PROFIT_MARGIN', table(`${header} cogs refund refund_at`, ...rows), from, to, weighting)

  test('may be negative', () => {
    expect(margin([won('1', 100, 150, null, null)])).toBe(-0.5)
  })

  test.each([
    ['of nothing', [], '#DIV/0!', 'revenue of the period is 0'],
    ['of revenue that was given back', [won('1', 100, 0, 100, to)], '#DIV/0!', 'revenue of the period is 0'],
    ['of revenue below 0', [won('1', 100, 0, 120, to)], '#NUM!', 'refunds exceed'],
    ['above 100 %', [won('1', 100, -20, null, null)], '#NUM!', '-20'],
  ])('%s', (_what, rows, error, says) => {
    expect(margin(rows)).toEqual(fails(error, says))
  })

  test('of each deal need its amount', () => {
    expect(margin([won('1', 0, 0, null, null), won('2', 5, 1, null, null)], 'simple')).toEqual(
      fails('#DIV/0!', 'won for 0'),
    )
    expect(margin([], 'simple')).toEqual(fails('#DIV/0!', 'no deal was won'))
  })
})

describe('new customers', () => {
  const share = (columns: string, rows: Cell[][], terms = {}) =>
    ask('NEW_REVENUE_SHARE', [table(`${header} ${columns}`, ...rows)], { terms })

  test('are accounts that never bought before, whatever the type says', () => {
    const rows = [
      won('1', 30, 'A', 'New'),
      won('2', 10, 'B', 'New'),
      ['0', from - 99, 'Won', from - 9, 7, 'B', null],
    ]
    expect(share('account_id deal_type', rows as Cell[][])).toBe(0.75)
  })

  test('are new with their first deal only, of two on one day with the upper one', () => {
    expect(share('account_id', [won('1', 30, 'A'), won('2', 10, 'A')])).toBe(0.75)
  })

  test('are told by the letters of their account', () => {
    expect(share('account_id', [won('1', 30, 'A'), won('2', 10, 'a')])).toBe(1)
  })

  test.each(['Upsell', 'Cross-sell', 'Renewal', 'existingbusiness', 'Existing Customer - Upgrade'])(
    'do not buy a deal of type %s, since the table may begin later than they',
    type => {
      expect(share('account_id deal_type', [won('1', 30, 'A', type), won('2', 10, 'B', 'New')])).toBe(0.25)
    },
  )

  test('may come back, by none_in_months', () => {
    const terms = { 'customer.new_rule': 'none_in_months(2)' }
    expect(
      share(
        'account_id deal_type',
        [won('1', 30, 'A', 'existingbusiness'), ['0', 1, 'Won', day('01-31'), 10, 'A', 'New']],
        terms,
      ),
    ).toBe(0.25)
    const lapsed = [
      won('1', 30, 'A', 'existingbusiness'),
      ['0', 1, 'Won', from - 9, 10, 'A', 'New'],
    ] as Cell[][]
    expect(share('account_id deal_type', lapsed, { 'customer.new_rule': 'none_in_months(1)' })).toBe(1)
    const rows = [won('1', 30, 'A', null), ['0', 1, 'Won', day('01-30'), 10, 'A', null]] as Cell[][]
    expect(share('account_id deal_type', rows, terms)).toBe(1)
    expect(share('account_id deal_type', rows, { 'customer.new_rule': 'none_in_months(3)' })).toBe(0.25)
  })

  test('without an account are told by the type, and refused without one', () => {
    expect(
      share('account_id deal_type', [won('1', 30, null, 'New Business'), won('2', 10, null, 'Renewal')]),
    ).toBe(0.75)
    expect(share('account_id deal_type', [won('1', 30, null, null)])).toEqual(
      fails('#N/A', 'fill in account_id'),
    )
    expect(share('account_id', [won('1', 30, null)])).toEqual(fails('#N/A', 'fill in account_id'))
    expect(share('owner', [won('1', 30, 'Ana')])).toEqual(fails('#VALUE!', 'deal_type'))
  })

  test('count once for what it cost to win them', () => {
    const rows = [won('1', 30, 'A', 'New'), won('2', 10, 'A', 'New'), won('3', 10, 'B', 'New')]
    expect(ask('CAC', [table(`${header} account_id deal_type`, ...rows), costs])).toBe(30_000)
  })
})

describe('customers who buy more', () => {
  const columns = `${header} account_id deal_type`
  const rows: Cell[][] = [
    ...['A', 'B', 'C', 'D'].map((account): Cell[] => [account, 1, 'Won', from - 5, 9, account, 'New']),
    won('1', 5, 'A', 'Upsell'),
    won('2', 5, 'A', 'Upsell'),
    won('3', 5, 'B', 'Cross-sell'),
    won('4', 5, 'E', 'New'),
    won('5', 5, 'E', 'Upsell'),
    ['6', 1, 'Won', to + 1, 5, 'C', 'Upsell'],
    ['7', 1, 'Lost', to, 5, 'D', 'Upsell'],
  ]

  test('are those of the start, each counted once', () => {
    expect(ask('UPSELL_RATE', [table(columns, ...rows)])).toBe(0.25)
    expect(ask('CROSS_SELL_RATE', [table(columns, ...rows)])).toBe(0.25)
    expect(ask('UPSELL_RATE', [table(columns, ...rows)], { where: 'account_id=B' })).toBe(0)
  })

  test('are nobody at the very start', () => {
    expect(ask('UPSELL_RATE', [table(columns, won('1', 5, 'A', 'Upsell'))])).toEqual(
      fails('#DIV/0!', 'eligible is 0'),
    )
  })
})

describe('shares', () => {
  test('of nothing are none', () => {
    for (const metric of [
      'NEW_REVENUE_SHARE',
      'EXISTING_REVENUE_SHARE',
      'RECURRING_SHARE',
      'REFERRAL_SHARE',
    ]) {
      const none = [table(`${header} account_id revenue_type source`)]
      expect(ask(metric, none)).toEqual(fails('#DIV/0!', 'revenue of the period is 0'))
    }
  })

  test('of what recurs, by the definitions', () => {
    const rows = [
      won('1', 41, 'Subscription'),
      won('2', 8, 'Usage-based'),
      won('3', 10, 'one-off'),
      won('4', 5, 'Retainer'),
    ]
    const tables = [table(`${header} revenue_type`, ...rows)]
    expect(ask('RECURRING_SHARE', tables)).toBe(46 / 64)
    expect(ask('RECURRING_SHARE', tables, { terms: { 'mrr.usage': true } })).toBe(54 / 64)
    expect(call('REVENUE_BY_STREAM', tables[0], from, to)).toEqual([
      ['Subscription', 41, 41 / 64],
      ['one-off', 10, 10 / 64],
      ['Usage-based', 8, 8 / 64],
      ['Retainer', 5, 5 / 64],
    ])
    expect(ask('RECURRING_SHARE', [deals])).toEqual(fails('#VALUE!', 'revenue_type'))
  })

  test('of referrals, by the deal or else by its lead', () => {
    const rows = [won('1', 8, 'Referral', null), won('2', 50, 'Web', null), won('3', 1, null, 'L')]
    const tables = [table(`${header} source lead_id`, ...rows)]
    const lead = table('lead_id created_at source', ['L', from, 'Partner referral'])
    expect(ask('REFERRAL_SHARE', tables)).toBe(8 / 59)
    expect(ask('REFERRAL_SHARE', [...tables, lead])).toBe(9 / 59)
    expect(call('REFERRAL_SHARE', tables[0], from, to)).toBe(8 / 59)
    expect(call('REFERRAL_SHARE', tables[0], lead, from, to)).toBe(9 / 59)
    expect(ask('REFERRAL_SHARE', [table(header, won('1', 5))])).toEqual(fails('#VALUE!', 'source'))
  })

  test('given away, of the deals with a list price', () => {
    const rows = [won('1', 102, 120), won('2', 50, null)]
    expect(ask('DISCOUNT_RATE', [table(`${header} list_amount`, ...rows)])).toBe(0.15)
    expect(
      metricExplain(['DISCOUNT_RATE', from, to, '', '', '', table(`${header} list_amount`, ...rows)]),
    ).toContain('1 without a list price')
  })
})

test('growth compares with the same days of last year', () => {
  const rows: Cell[][] = [
    won('1', 120),
    ['0', 1, 'Won', to - 365, 100],
    ['00', 1, 'Won', to - 364, 999],
    ['000', 1, 'Won', from - 366, 999],
  ]
  expect(ask('SALES_GROWTH', [table(header, ...rows)])).toBe(0.2)
  // A period that is not over is compared with last year's to the same day.
  expect(ask('SALES_GROWTH', [table(header, ...rows)], { asOf: '2026-03-30' })).toEqual(
    fails('#DIV/0!', 'prior is 0'),
  )
})

test('an amount that nobody wrote down is named', () => {
  expect(ask('TOTAL_REVENUE', [table(header, won('1', null))])).toEqual(fails('#N/A', 'deals row 2 (1)'))
  expect(ask('TOTAL_REVENUE', [table(header)])).toBe(0)
  expect(ask('GROSS_PROFIT', [table(header)])).toBe(0)
})

describe('the invariants', () => {
  const row = fc.record({
    closed: fc.integer({ min: -30, max: 120 }),
    cents: fc.integer({ min: 0, max: 100_000 }),
    costCents: fc.integer({ min: 0, max: 100_000 }),
    refundCents: fc.option(fc.integer({ min: 0, max: 50_000 })),
    refunded: fc.integer({ min: -10, max: 150 }),
    won: fc.boolean(),
    account: fc.constantFrom('A', 'B', 'C', null),
    type: fc.constantFrom('New', 'Upsell', 'Renewal'),
  })
  type Row = typeof row extends fc.Arbitrary<infer One> ? One : never
  const tableOf = (rows: readonly Row[]) =>
    table(
      `${header} cogs refund refund_at account_id deal_type`,
      ...rows.map((one, index): Cell[] => [
        ...[`D${index}`, from - 50, one.won ? 'Won' : 'Lost', from + one.closed, one.cents / 100],
        ...[
          one.costCents / 100,
          one.refundCents === null ? null : one.refundCents / 100,
          from + one.refunded,
        ],
        ...[one.account, one.type],
      ]),
    )
  const inside = (offset: number) => offset >= 0 && offset <= to - from

  test('revenue and profit are those of a plain sum of cents', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), fc.boolean(), (rows, original) => {
        let [revenue, profit] = [0, 0]
        for (const one of rows.filter(({ won }) => won)) {
          if (inside(one.closed)) {
            revenue += one.cents
            profit += one.cents - one.costCents
          }
          if (one.refundCents !== null && inside(original ? one.closed : one.refunded)) {
            revenue -= one.refundCents
            profit -= one.refundCents
          }
        }
        const terms = { 'refund.timing': original ? 'original_period' : 'refund_date' }
        const answer = ask([['TOTAL_REVENUE'], ['GROSS_PROFIT']], [tableOf(rows)], { terms })
        expect(answer).toEqual([[revenue / 100 + 0], [profit / 100 + 0]])
      }),
      { numRuns: 150 },
    )
  })

  test('new and existing revenue are all of it, by a plain look at the history', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 15 }), rows => {
        const order = rows
          .map((one, index) => ({ ...one, index }))
          .filter(({ won }) => won)
          .sort((a, b) => a.closed - b.closed || a.index - b.index)
        const seen = new Set<string>()
        let [fresh, all] = [0, 0]
        for (const one of order) {
          const isNew =
            one.account === null ? one.type === 'New' : !seen.has(one.account) && one.type === 'New'
          if (one.account !== null) seen.add(one.account)
          if (!inside(one.closed)) continue
          all += one.cents
          if (isNew) fresh += one.cents
        }
        const answer = ask([['NEW_REVENUE_SHARE'], ['EXISTING_REVENUE_SHARE']], [tableOf(rows)])
        if (all === 0) expect(answer).toEqual([[fails('#DIV/0!')], [fails('#DIV/0!')]])
        else expect(answer).toEqual([[fresh / all], [(all - fresh) / all]])
      }),
      { numRuns: 150 },
    )
  })

  test('streams and months add up to the whole', () => {
    const months = [
      ['01-01', '01-31'],
      ['02-01', '02-28'],
      ['03-01', '03-31'],
    ] as const
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 15 }), rows => {
        const tables = [tableOf(rows)]
        const whole = ask('TOTAL_REVENUE', tables)
        const ofMonths = months.map(([first, last]) =>
          Number(ask('TOTAL_REVENUE', tables, { from: day(first), to: day(last) })),
        )
        expect(Number(exactSum(ofMonths))).toBe(whole)
        const streams = call('REVENUE_BY_STREAM', tables[0], from, to)
        const profits = metricBy(['TOTAL_REVENUE', 'deal_type', from, to, '', '', '', ...tables])
        for (const split of [streams, profits]) {
          if (!Array.isArray(split)) continue
          expect(Number(exactSum(split.map(([, value]) => Number(value))))).toBe(whole)
        }
      }),
      { numRuns: 80 },
    )
  })
})
