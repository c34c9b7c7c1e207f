import fc from 'fast-check'
import type { Argument, Cell, Matrix } from '../../../shared/values'
import { ask, call, costs, day, deals, fails, from, leads, table, to } from '../../support/asking'
import { definitionHeader, definitionRows } from '../../support/definitions'
import { serial } from '../../support/tables'

const header = 'date component function amount campaign period_from period_to'

type Parts = Partial<{ of: string; by: Cell; campaign: Cell; first: string; last: string }>

const cost = (date: string, amount: Cell, parts: Parts = {}): Cell[] => [
  ...[day(date), parts.of ?? 'ad_spend', parts.by ?? 'marketing', amount, parts.campaign ?? null],
  parts.first === undefined ? null : serial(parts.first),
  parts.last === undefined ? null : serial(parts.last),
]
const total = (rows: Cell[][], options: Parameters<typeof ask>[2] = {}) =>
  ask('TOTAL_COST', [table(header, ...rows)], options)
const span = (first: string, last: string) => ({ from: day(first), to: day(last) })

describe('the sample quarter', () => {
  test.each<[string, Cell, number]>([
    ['left out', '', 33_000],
    ['marketing', 'marketing_investment', 33_000],
    ['sales', 'cost_of_sales', 27_000],
    ['both', ' CAC_COST', 60_000],
    ['in words', 'Investment Other', 0],
    ['one component', 'ad_spend', 12_000],
    ['components', 'ad spend, Agency', 15_000],
  ])('component set %s', (_what, set, expected) => {
    expect(call('TOTAL_COST', costs, from, to, set)).toBe(expected)
  })

  test.each([
    ['COST_PER_NET_LEAD', 33_000 / 7],
    ['COST_PER_LEAD', 2750],
    ['COST_PER_OPPORTUNITY', 6600],
    ['COST_PER_WIN', 16_500],
    ['CAC', 30_000],
    ['COST_COVERAGE', 12 / 33],
    ['ACQUISITION_COST', 60_000],
  ])('%s', (name, expected) => {
    expect(ask(name, [leads, deals, costs])).toBe(expected)
  })

  test('seen through some components', () => {
    const seen = (...own: Argument[]) => call('COST_COVERAGE', costs, from, to, ...own)
    expect(seen()).toBe(12 / 33)
    expect(seen([['ad_spend'], ['agency']])).toBe(15 / 33)
    expect(seen('ad_spend, agency', 'cac_cost')).toBe(0.25)
    expect(seen('cost_of_sales', 'cac_cost')).toBe(27 / 60)
    expect(seen('ad_spend', 'investment_other')).toEqual(fails('#DIV/0!', 'nothing to see a share of'))
    expect(seen('adspend')).toEqual(fails('#VALUE!', '“adspend” is no set'))
  })

  test('under other definitions: ad spend alone, ad spend and agency, and the lead at a lower price', () => {
    const terms = { 'cost.marketing_investment': 'ad_spend, agency' }
    expect(ask('COST_PER_NET_LEAD', [leads, costs], { terms })).toBe(15_000 / 7)
    expect(ask('COST_PER_LEAD', [leads, costs], { terms: { 'cost.marketing_investment': 'ad_spend' } })).toBe(
      1000,
    )
    expect(call('TOTAL_COST', costs, from, to, 'events_only')).toEqual(fails('#VALUE!', 'events_only'))
    const own = [
      definitionHeader,
      ...definitionRows({ 'cost.events_only': 'events' }, { from: '2020-01-01', version: 1 }),
    ]
    expect(call('TOTAL_COST', costs, from, to, 'events_only', own)).toBe(4000)
  })

  test('of one campaign, and shared by campaign and component', () => {
    expect(ask('TOTAL_COST', [costs], { where: 'campaign=spring' })).toBe(21_000)
    expect(call('METRIC_BY', 'TOTAL_COST', 'campaign', from, to, '', '', '', costs)).toEqual([
      ['(blank)', 12_000, 4],
      ['Spring', 21_000, 4],
    ])
  })

  test('can be taken apart and explained: what lies in other months is not left out, it is elsewhere', () => {
    const week = (name: string) =>
      call(name, 'TOTAL_COST', day('02-02'), day('02-08'), '', '', '', costs) as Argument
    expect(week('METRIC_PARTS')).toEqual([
      ['amounts', 4500, 2],
      ['days_inside', 14, 2],
      ['span_days', 56, 2],
      ['component_set', 'marketing_investment', null],
      ['result', 1125, null],
    ])
    const said = String(call('METRIC_EXPLAIN', 'TOTAL_COST', day('03-01'), day('03-07'), '', '', '', costs))
    expect(said).toContain(
      'costs: 4 × amount, days_inside, span_days where booked and in_component_set; left out: 5 of other components',
    )
    expect(said.match(/left out/g)).toHaveLength(1)
    const early = call(
      'METRIC_EXPLAIN',
      'TOTAL_COST',
      day('03-01'),
      day('03-31'),
      '',
      day('03-15'),
      '',
      costs,
    )
    expect(early).toContain('left out: 9 booked later')
  })

  test('a period without leads has no cost per lead, one without cost has a cost of 0', () => {
    const later = { from: day('05-01'), to: day('05-31') }
    expect(ask('COST_PER_NET_LEAD', [leads, costs], later)).toEqual(fails('#DIV/0!', 'net_leads is 0'))
    expect(ask('TOTAL_COST', [costs], later)).toBe(0)
    expect(ask('COST_PER_NET_LEAD', [leads, costs], { from: day('04-01'), to: day('04-30') })).toBe(0)
    expect(ask('CAC', [deals, costs], { from: day('01-01'), to: day('01-31') })).toEqual(
      fails('#DIV/0!', 'nobody was won'),
    )
  })
})

describe('which costs count', () => {
  test('the function tells tools of marketing from those of sales, and of others', () => {
    const rows = ['marketing', 'sales', 'other', null].map((by, index) =>
      cost('02-01', 10 ** index, { of: 'tools', by }),
    )
    const tools = table(header, ...rows)
    tools.slice(1).forEach((row, index) => {
      ;(row as Cell[])[2] = ['marketing', 'sales', 'other', null][index] as Cell
    })
    const of = (set: string) => call('TOTAL_COST', tools, from, to, set)
    expect([of('marketing_investment'), of('cost_of_sales'), of('cac_cost')]).toEqual([1001, 1010, 1011])
  })

  test('what marketing pays for a sale is a cost of sales, and no marketing investment', () => {
    const tied = table(header, cost('02-01', 5, { of: 'Tied marketing' }), cost('02-01', 7))
    const of = (set: string) => call('TOTAL_COST', tied, from, to, set)
    expect([of('marketing_investment'), of('cost_of_sales'), of('cac_cost')]).toEqual([7, 5, 12])
  })

  test('credits reduce a cost, even below nothing', () => {
    expect(total([cost('02-01', 5), cost('02-10', -8)])).toBe(-3)
    expect(ask('COST_PER_NET_LEAD', [leads, table(header, cost('02-01', -8))])).toEqual(
      fails('#NUM!', 'credits exceed spend'),
    )
  })

  test('a component in no definition is refused, told by itself, and never dropped', () => {
    const rows = [cost('02-01', 5), cost('02-10', 8, { of: 'swag' })]
    expect(total(rows)).toEqual(fails('#VALUE!', 'costs row 3: component “swag” is in no cost definition'))
    expect(total(rows, span('01-01', '01-31'))).toBe(0)
    expect(call('TOTAL_COST', table(header, ...rows), from, to, 'unmapped')).toBe(8)
    expect(call('TOTAL_COST', table(header, ...rows), from, to, '(unmapped)')).toBe(8)
    expect(
      call('METRIC_BY', 'TOTAL_COST', 'component', from, to, '', '', '', table(header, ...rows)),
    ).toEqual([
      ['ad_spend', 5, 1],
      ['swag', fails('#VALUE!', 'swag'), 0],
    ])
    expect(total(rows, { terms: { 'cost.gifts': 'swag' } })).toBe(5)
  })

  test('a blank amount, two currencies and a missing column are told', () => {
    expect(total([cost('02-01', null)])).toEqual(fails('#N/A', 'amount is blank'))
    const mixed = table(
      'date component amount currency',
      [day('02-01'), 'ad_spend', 5, 'EUR'],
      [day('02-02'), 'labour', 5, 'USD'],
    )
    expect(ask('TOTAL_COST', [mixed])).toEqual(fails('#VALUE!', 'EUR and USD'))
    expect(ask('TOTAL_COST', [table('date component', [day('02-01'), 'x'])])).toEqual(
      fails('#VALUE!', 'amount'),
    )
  })
})

describe('when costs count', () => {
  test('whole months are the plain sum, to the last digit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 89 }), fc.integer({ min: -10_000, max: 1_000_000 })), {
          maxLength: 40,
        }),
        rows => {
          const table: Matrix = [
            ['date', 'component', 'amount'],
            ...rows.map(([place, cents]) => [from + place, 'ad_spend', cents / 100]),
          ]
          const cents = rows.reduce((sum, [, amount]) => sum + amount, 0)
          expect(ask('TOTAL_COST', [table])).toBe(cents / 100 + 0)
        },
      ),
    )
  })

  test('a booking of a month has a share for each of its days', () => {
    const rows = [cost('01-31', 3100)]
    expect(total(rows, span('01-05', '01-11'))).toBe(700)
    expect(total(rows, span('01-26', '02-01'))).toBe(600)
    expect(total(rows, span('02-01', '02-07'))).toBe(0)
    expect(total(rows, span('01-01', '01-01'))).toBe(100)
    expect(total([cost('02-03', 1)], span('02-01', '02-09'))).toBe(9 / 28)
  })

  test('or counts on its own day', () => {
    const terms = { 'cost.weekly_spread': 'none' }
    expect(total([cost('01-31', 3100)], { ...span('01-05', '01-11'), terms })).toBe(0)
    expect(total([cost('01-31', 3100)], { ...span('01-26', '02-01'), terms })).toBe(3100)
  })

  test('a yearly fee is spread over its year, unless costs count when paid', () => {
    const rows = [cost('01-10', 3650, { of: 'subscriptions', first: '2026-01-01', last: '2026-12-31' })]
    expect(total(rows)).toBe(900)
    expect(total(rows, { to: serial('2026-12-31') })).toBe(3650)
    expect(total(rows, { from: serial('2027-01-01'), to: serial('2027-03-31') })).toBe(0)
    expect(total(rows, { terms: { 'cost.timing': 'paid' } })).toBe(3650)
    expect(
      total(rows, {
        ...span('01-12', '01-18'),
        terms: { 'cost.timing': 'paid', 'cost.weekly_spread': 'none' },
      }),
    ).toBe(0)
    expect(
      total(rows, {
        ...span('01-10', '01-10'),
        terms: { 'cost.timing': 'paid', 'cost.weekly_spread': 'none' },
      }),
    ).toBe(3650)
  })

  test('a service whose end is unknown goes by its date, one that ends before it begins is refused', () => {
    expect(total([cost('01-10', 31, { first: '2025-01-01' })], span('01-01', '01-10'))).toBe(10)
    expect(total([cost('01-10', 31, { first: '2026-02-01', last: '2026-01-01' })])).toEqual(
      fails('#VALUE!', 'its period ends before it begins'),
    )
  })

  test('what is booked after as_of is not known, and days after it have not come', () => {
    const yearly = cost('01-10', 3650, { of: 'subscriptions', first: '2026-01-01', last: '2026-12-31' })
    expect(total([cost('01-20', 31), cost('02-20', 28)], { asOf: '2026-02-10' })).toBe(31)
    expect(total([yearly], { asOf: '2026-01-31' })).toBe(310)
    expect(total([yearly], { asOf: '2026-01-09' })).toBe(0)
    expect(total([yearly], { asOf: '2025-12-01' })).toBe(0)
  })

  test('weeks have no spikes: what is booked at the end of the month is in all of them', () => {
    const starts = [0, 7, 14, 21].map(days => day('01-05') + days)
    const weekly = { from: [starts], to: [starts.map(start => start + 6)] }
    expect(ask('COST_PER_NET_LEAD', [leads, costs], weekly)).toEqual([
      [(21_000 * (7 / 31)) / 2, 21_000 * (7 / 31), 21_000 * (7 / 31), fails('#DIV/0!')].map(value =>
        typeof value === 'number' ? expect.closeTo(value, 8) : value,
      ),
    ])
  })

  test('a change of definitions within the period adds up what each half costs', () => {
    const changed = [
      definitionHeader,
      ...definitionRows({ 'cost.marketing_investment': 'ad_spend' }, { from: '2020-01-01', version: 1 }),
      ...definitionRows({ 'cost.marketing_investment': 'agency' }, { from: '2026-04-01', version: 2 }),
    ]
    const yearly = { of: 'agency', first: '2026-01-01', last: '2026-12-31' }
    const rows = table(
      header,
      ...[cost('01-31', 500), cost('04-30', 900), cost('02-28', 80, { of: 'agency' })],
      cost('01-01', 3650, yearly),
    )
    const half = (metric: string) => call('METRIC', metric, from, day('06-30'), '', '', changed, rows)
    expect(half('TOTAL_COST')).toBe(500 + 910)
    expect(half('TOTAL_COST@restated')).toBe(80 + 1810)
    expect(half('COST_COVERAGE')).toBe(1400 / 1410)
  })

  test('a period before the first definition has no cost', () => {
    const later = [
      definitionHeader,
      ...definitionRows({ 'cost.timing': 'paid' }, { from: '2026-07-01', version: 1 }),
    ]
    expect(call('TOTAL_COST', costs, from, to, '', later)).toEqual(
      fails('#N/A', 'no definition is effective'),
    )
  })

  test('spend goes before customers by as many periods as the definitions say', () => {
    const later = { from: day('04-01'), to: day('06-30') }
    expect(ask('CAC', [deals, costs], later)).toBe(0)
    expect(ask('CAC', [deals, costs], { ...later, terms: { 'cac.lag_periods': 1 } })).toBe(30_000)
    expect(ask('ACQUISITION_COST', [costs], { ...later, terms: { 'cac.lag_periods': 2 } })).toBe(0)
  })
})

describe('laws', () => {
  const anyCost = fc.record({
    at: fc.integer({ min: -40, max: 130 }),
    cents: fc.integer({ min: -5000, max: 500_000 }),
    component: fc.constantFrom('ad_spend', 'labour', 'tools', 'salaries', 'tied_marketing', 'hardware'),
    by: fc.constantFrom('marketing', 'sales', 'other', null),
    campaign: fc.constantFrom('A', 'B', null),
    service: fc.option(fc.tuple(fc.integer({ min: -60, max: 120 }), fc.integer({ min: 0, max: 400 })), {
      nil: null,
    }),
  })
  const rowsOf = (
    list: readonly (typeof anyCost extends fc.Arbitrary<infer Row> ? Row : never)[],
  ): Matrix => [
    header.split(' '),
    ...list.map(({ at, cents, component, by, campaign, service }) => [
      ...[from + at, component, by, cents / 100, campaign],
      ...(service ? [from + service[0], from + service[0] + service[1]] : [null, null]),
    ]),
  ]
  const window = fc.tuple(fc.integer({ min: -30, max: 90 }), fc.integer({ min: 0, max: 60 }))

  /** Day by day: each cost gives every day of its span the same, and the days of the window are added up. */
  function naive(matrix: Matrix, first: number, last: number, set: string): number {
    const months = new Map<number, readonly [number, number]>()
    const monthOf = (serialDay: number): readonly [number, number] => {
      const known = months.get(serialDay)
      if (known) return known
      const date = new Date((serialDay - 25_569) * 86_400_000)
      const begin = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) / 86_400_000 + 25_569
      const end = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / 86_400_000 + 25_569
      months.set(serialDay, [begin, end - 1])
      return [begin, end - 1]
    }
    let sum = 0
    for (const [at, component, by, amount, , begins, ends] of matrix.slice(1)) {
      const marketing =
        ['ad_spend', 'labour', 'tools'].includes(String(component)) && (by === null || by === 'marketing')
      const sales =
        (['salaries', 'tools'].includes(String(component)) && (by === null || by === 'sales')) ||
        (component === 'tied_marketing' && by !== 'other') ||
        (component === 'salaries' && by === 'marketing')
      const counts =
        set === 'marketing_investment'
          ? marketing
          : set === 'cost_of_sales'
            ? sales
            : component !== 'hardware' && by !== 'other'
      if (!counts) continue
      const [a, b] = begins === null ? monthOf(Number(at)) : [Number(begins), Number(ends)]
      for (let each = a; each <= b; each++) {
        if (each >= first && each <= last) sum += Number(amount) / (b - a + 1)
      }
    }
    return sum
  }

  test('the same as counted day by day', () => {
    fc.assert(
      fc.property(
        fc.array(anyCost, { maxLength: 12 }),
        window,
        fc.constantFrom('marketing_investment', 'cost_of_sales', 'cac_cost'),
        (list, [start, length], set) => {
          const matrix = rowsOf(list)
          const [first, last] = [from + start, from + start + length]
          expect(call('TOTAL_COST', matrix, first, last, set)).toBeCloseTo(naive(matrix, first, last, set), 6)
        },
      ),
      { numRuns: 200 },
    )
  })

  test('groups add up to the whole, days to the period; the order of rows changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anyCost, { maxLength: 12 }), window, (list, [start, length]) => {
        const matrix = rowsOf(list)
        const [first, last] = [from + start, from + start + length]
        const whole = call('TOTAL_COST', matrix, first, last) as number
        const groups = call('METRIC_BY', 'TOTAL_COST', 'campaign', first, last, '', '', '', matrix)
        const sum = Array.isArray(groups) ? groups.reduce((all, [, value]) => all + Number(value), 0) : 0
        expect(sum).toBeCloseTo(whole, 6)
        const days = [Array.from({ length: length + 1 }, (_, place) => first + place)]
        const parts = [call('TOTAL_COST', matrix, days, days)].flat(2) as number[]
        expect(parts.reduce((all, part) => all + part, 0)).toBeCloseTo(whole, 6)
        const turned = [matrix[0] as Cell[], ...matrix.slice(1).reverse()]
        expect(call('TOTAL_COST', turned, first, last)).toBe(whole)
      }),
      { numRuns: 100 },
    )
  })
})

test('CAC leaves out a customer who gave all of it back within customer.min_tenure_days', () => {
  const header = 'deal_id account_id created_at closed_at stage amount deal_type refund refund_at'
  const won = (id: string, refund: Cell, back: Cell): Cell[] => [
    ...[id, id, day('01-02'), day('01-10'), 'Won', 1000, 'New', refund, back],
  ]
  const deals = table(
    header,
    won('kept', null, null),
    won('part', 999, day('01-20')),
    won('early', 1000, day('02-08')),
    won('late', 1000, day('02-09')),
  )
  const spent = table('date component amount', [day('01-05'), 'ad_spend', 1200])
  const cac = (days: number, asOf?: string) =>
    ask('CAC', [deals, spent], { terms: { 'customer.min_tenure_days': days }, ...(asOf && { asOf }) })
  expect([cac(0), cac(30), cac(31)]).toEqual([300, 400, 600])
  // As of the day before it was given back, nobody knew.
  expect(cac(30, '2026-02-07')).toBe(300)
})
