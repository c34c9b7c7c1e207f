import fc from 'fast-check'
import { metricBy } from '../../../shared/metrics/on-tables/metric-by'
import { metricExplain } from '../../../shared/renderings/explanation'
import { metricParts } from '../../../shared/renderings/metric-parts'
import type { Cell, Matrix } from '../../../shared/values'
import { ask, call, day, deals, fails, from, leads, table, to } from '../../support/asking'
import { definitionHeader, definitionRows } from '../../support/definitions'
import { serial } from '../../support/tables'

describe('the sample quarter', () => {
  test.each([
    ['won over decided', {}, 3 / 5],
    ['competitive', { 'win_rate.variant': 'competitive' }, 3 / 4],
    ['all closed', { 'win_rate.variant': 'all_closed' }, 1 / 2],
    ['by value', { 'win_rate.basis': 'value' }, 59 / 102],
    ['no decision left out', { 'win_rate.no_decision': 'exclude' }, 3 / 4],
    ['disqualified ones lost', { 'win_rate.disqualified': 'lost' }, 1 / 2],
  ])('wins, %s', (_variant, terms, expected) => {
    expect(ask('WIN_RATE', [deals], { terms })).toBe(expected)
  })

  test.each([
    ['created_cohort', '2026-03-31', 3 / 9],
    ['created_cohort', '2026-06-30', 4 / 9],
    ['created_cohort', '2026-12-31', 5 / 9],
    ['qualified_cohort', '2026-03-31', 3 / 8],
  ])('wins of the %s as of %s', (variant, asOf, expected) => {
    expect(ask('WIN_RATE', [deals], { asOf, terms: { 'win_rate.variant': variant } })).toBe(expected)
  })

  test('wins to losses', () => {
    expect(ask('WIN_LOSS_RATIO', [deals])).toBe(1.5)
    expect(ask('WIN_LOSS_RATIO', [deals], { terms: { 'win_rate.no_decision': 'exclude' } })).toBe(3)
    expect(ask('QUALIFIED_WIN_RATE', [deals], { asOf: '2026-03-31' })).toBe(3 / 8)
  })

  test.each([
    ['won_over_total', 3 / 9],
    ['closed_over_total', 6 / 9],
    ['won_over_closed', 3 / 6],
    ['opp_to_win', 3 / 8],
  ])('closes, %s', (variant, expected) => {
    const asOf = serial('2026-03-31')
    expect(call('CLOSE_RATE', deals, from, to, variant, '', asOf)).toBe(expected)
    const terms = { 'close_rate.variant': variant }
    expect(ask('CLOSE_RATE', [deals], { asOf: '2026-03-31', terms })).toBe(expected)
  })

  test('loses to nobody, and to others', () => {
    expect(ask('NO_DECISION_RATE', [deals])).toBe(0.2)
    expect(call('NO_DECISION_RATE', deals, from, to)).toBe(0.2)
    expect(ask('COMPETITIVE_LOSS_SHARE', [deals])).toBe(0.5)
    expect(ask('OPPS_CREATED', [deals])).toBe(9)
    expect(call('OPPS_CREATED', deals, from, to)).toBe(9)
  })

  test.each([
    [['mean', 'opp_created'], 158 / 3],
    [['median', 'opp_created'], 59],
    [['mean', 'first_contact'], 53],
    [['mean', 'lead_created'], 41],
    [['mean', 'opp_created', 'closed'], 51],
    [[], 59],
  ])('takes as long as %s', (own, expected) => {
    expect(call('SALES_CYCLE_LENGTH', deals, leads, from, to, ...own)).toBe(expected)
  })

  test('converts leads of its cohort', () => {
    expect(ask('LEAD_TO_OPP_RATE', [leads, deals])).toBe(5 / 7)
    expect(ask('OPP_TO_WIN_RATE', [leads, deals], { asOf: '2026-06-30' })).toBe(0.4)
    expect(ask('OPP_TO_WIN_RATE', [leads, deals], { asOf: '2026-12-31' })).toBe(0.6)
    expect(ask('FUNNEL_YIELD', [leads, deals], { asOf: '2026-06-30' })).toBe(27_000)
  })

  test('converts by period, beyond 100 %', () => {
    const terms = { 'conversion.method': 'period' }
    expect(ask('LEAD_TO_OPP_RATE', [leads, deals], { terms })).toBe(9 / 7)
    expect(ask('OPP_TO_WIN_RATE', [leads, deals], { terms })).toBe(3 / 8)
  })
})

const header = 'deal_id created_at stage closed_at amount reason'
const deal = (
  id: string,
  stage: string,
  more: { amount?: Cell; reason?: string; closed?: Cell } = {},
): Cell[] => [
  ...[id, from, stage, more.closed === undefined ? to : more.closed],
  ...[more.amount === undefined ? 100 : more.amount, more.reason ?? null],
]

describe('rates of nothing', () => {
  const open = [table(header, deal('1', 'Open', { closed: null }))]
  test.each([
    ['WIN_RATE', 'decided'],
    ['WIN_LOSS_RATIO', 'lost is 0'],
    ['NO_DECISION_RATE', 'decided'],
    ['COMPETITIVE_LOSS_SHARE', 'lost'],
  ])('%s', (metric, says) => {
    expect(ask(metric, open)).toEqual(fails('#DIV/0!', says))
  })

  test('of no deal at all', () => {
    const none = [table(header, deal('1', 'Won')).slice(0, 1)]
    expect(ask('OPPS_CREATED', none)).toBe(0)
    expect(ask('CLOSE_RATE', none)).toEqual(fails('#DIV/0!', 'created'))
    expect(ask('CLOSE_RATE', none, { terms: { 'close_rate.variant': 'won_over_closed' } })).toEqual(
      fails('#DIV/0!', 'closed'),
    )
    expect(ask('QUALIFIED_WIN_RATE', none)).toEqual(fails('#DIV/0!', 'qualified'))
    expect(ask('SALES_CYCLE_LENGTH', none)).toEqual(fails('#N/A', 'no median'))
    expect(call('SALES_CYCLE_LENGTH', none[0] as Matrix, from, to, 'mean')).toEqual(fails('#N/A', 'no mean'))
  })
})

describe('win rates by value', () => {
  const byValue = { terms: { 'win_rate.basis': 'value' } }

  test('leave out amounts of 0 and less', () => {
    const rows = [
      deal('1', 'Won', { amount: 300 }),
      deal('2', 'Lost', { amount: 100 }),
      deal('3', 'Lost', { amount: 0 }),
    ]
    expect(ask('WIN_RATE', [table(header, ...rows)], byValue)).toBe(0.75)
    expect(ask('WIN_RATE', [table(header, ...rows)])).toBe(1 / 3)
  })

  test('refuse a deal whose amount nobody wrote down', () => {
    const rows = [deal('1', 'Won', { amount: null }), deal('2', 'Lost')]
    expect(ask('WIN_RATE', [table(header, ...rows)], byValue)).toEqual(fails('#N/A', 'deals row 2 (1)'))
    expect(ask('WIN_RATE', [table(header, ...rows)])).toBe(0.5)
  })

  test('refuse two currencies, which counts do not mind', () => {
    const rows = [
      [...deal('1', 'Won'), 'EUR'],
      [...deal('2', 'Lost'), 'USD'],
    ]
    const mixed = [table(`${header} currency`, ...rows)]
    expect(ask('WIN_RATE', mixed, byValue)).toEqual(fails('#VALUE!', 'EUR'))
    expect(ask('WIN_RATE', mixed)).toBe(0.5)
    expect(ask('SALES_CYCLE_LENGTH', mixed)).toBe(to - from)
  })
})

test('an unknown stage is listed, since it may hide wins', () => {
  expect(ask('WIN_RATE', [table(header, deal('1', 'Signed'), deal('2', 'Won'))])).toEqual(
    fails('#VALUE!', '“Signed”'),
  )
})

describe('qualified opportunities', () => {
  const dated = 'deal_id created_at stage closed_at amount qualified_at'
  const rate = (...rows: Cell[][]) =>
    ask('QUALIFIED_WIN_RATE', [table(dated, ...rows)], { asOf: '2026-03-31' })

  test('are those with a date, where the table has dates', () => {
    expect(
      rate(
        ['1', from, 'Won', to, 5, from],
        ['2', from, 'Lost', to, 5, null],
        ['3', from, 'Open', null, 5, day('02-01')],
        ['4', from, 'Open', null, 5, day('04-01')],
      ),
    ).toBe(0.5)
  })

  test('are all but early and disqualified ones, where it has none', () => {
    expect(
      rate(
        ['1', from, 'Won', to, 5, null],
        ['2', from, 'Lost', to, 5, null],
        ['3', from, 'Prospecting', null, 5, null],
        ['4', from, 'Disqualified', to, 5, null],
        ['5', from, 'Needs Analysis', null, 5, null],
      ),
    ).toBe(1 / 3)
  })

  test('are what was won, dated or not', () => {
    expect(rate(['1', from, 'Won', to, 5, null], ['2', from, 'Lost', to, 5, from])).toBe(0.5)
  })
})

describe('sales cycles', () => {
  const timed = 'deal_id created_at stage closed_at amount first_contact_at'

  test('of a day are 0 days long, and those that end before they begin are left out', () => {
    const rows = [
      table(timed, ['1', to, 'Won', to + 0.5, 5, null], ['2', from, 'Won', from + 4, 5, from + 5]),
    ]
    expect(ask('SALES_CYCLE_LENGTH', rows)).toBe(0)
    expect(metricExplain(['SALES_CYCLE_LENGTH', from, to, '', '', '', ...rows])).toContain(
      '1 closed before the first contact',
    )
  })

  test('begin with the lead that names the deal, where the deal names none', () => {
    const lead = table('lead_id created_at opportunity_id', ['L', from, 'D'])
    const won = table(header, ['D', from + 3, 'Won', from + 10, 5, null])
    expect(ask('SALES_CYCLE_LENGTH', [won])).toBe(7)
    expect(ask('SALES_CYCLE_LENGTH', [won, lead])).toBe(10)
    const terms = { 'cycle.clock_start': 'lead_created' }
    expect(ask('SALES_CYCLE_LENGTH', [won], { terms })).toEqual(fails('#VALUE!', 'LEADS'))
  })

  test('need the day of qualification where they begin with it', () => {
    const terms = { 'cycle.clock_start': 'qualified' }
    expect(ask('SALES_CYCLE_LENGTH', [deals], { terms })).toEqual(fails('#VALUE!', 'qualified_at'))
  })
})

describe('conversions', () => {
  const leadHeader = 'lead_id created_at issued_at owner qualified opportunity_id outcome_code'
  const lead = (id: string, deal: string | null): Cell[] => [id, from, from + 10, 'Ana', true, deal, null]
  const dealHeader = 'deal_id created_at stage closed_at amount deal_type lead_id'
  const opportunity = (id: string, more: { lead?: string; type?: Cell; created?: number } = {}): Cell[] => [
    ...[id, from + (more.created ?? 20), 'Won', from + 40, 100],
    ...[more.type === undefined ? 'New' : more.type, more.lead ?? null],
  ]
  const rate = (leadRows: Cell[][], dealRows: Cell[][], terms: Record<string, Cell> = {}) =>
    ask('LEAD_TO_OPP_RATE', [table(leadHeader, ...leadRows), table(dealHeader, ...dealRows)], { terms })

  test('count a lead with several opportunities once', () => {
    const two = [opportunity('a', { lead: '1' }), opportunity('b', { lead: '1' })]
    expect(rate([lead('1', null), lead('2', null)], two)).toBe(0.5)
  })

  test('leave out opportunities that are older than the lead, or of another type', () => {
    expect(rate([lead('1', 'a')], [opportunity('a', { created: 9 })])).toBe(0)
    expect(rate([lead('1', 'a')], [opportunity('a', { created: 10 })])).toBe(1)
    expect(rate([lead('1', 'a')], [opportunity('a', { type: 'Renewal' })])).toBe(0)
    expect(rate([lead('1', 'a')], [opportunity('a', { type: 'newbusiness' })])).toBe(1)
  })

  test('refuse a deal without a type, unless all count', () => {
    const rows: [Cell[][], Cell[][]] = [[lead('1', 'a')], [opportunity('a', { type: null })]]
    expect(rate(...rows)).toEqual(fails('#N/A', 'deal_type is blank'))
    expect(rate(...rows, { 'cohort.deal_types': 'all' })).toBe(1)
    expect(rate(...rows, { 'conversion.method': 'period' })).toBe(1)
  })

  test('of no lead are none', () => {
    expect(rate([], [opportunity('a')])).toEqual(fails('#DIV/0!', 'leads is 0'))
  })

  test('count a deal once however many leads share it', () => {
    const tables = [table(leadHeader, lead('1', 'a'), lead('2', 'a')), table(dealHeader, opportunity('a'))]
    const terms = { 'cohort.multi_lead_credit': 'equal' }
    expect(
      ask(
        ['FUNNEL_WINS', 'FUNNEL_OPPORTUNITIES', 'LEADS_CONVERTED'].map(name => [name]),
        tables,
        { terms },
      ),
    ).toEqual([[1], [1], [2]])
  })
})

describe('the invariants', () => {
  const stages = ['Won', 'Closed Lost', 'No decision', 'Disqualified', 'Open'] as const
  const row = fc.record({
    stage: fc.constantFrom(...stages),
    created: fc.integer({ min: -40, max: 120 }),
    days: fc.integer({ min: 0, max: 90 }),
    amount: fc.integer({ min: -5, max: 50 }),
    owner: fc.constantFrom('Ana', 'ben', 'Ben', 'Cid'),
  })
  const rowsOf = (
    found: readonly { stage: string; created: number; days: number; amount: number; owner: string }[],
  ) =>
    table(
      'deal_id created_at stage closed_at amount owner',
      ...found.map((one, index): Cell[] => [
        ...[`D${index}`, from + one.created, one.stage],
        ...[one.stage === 'Open' ? null : from + one.created + one.days, one.amount, one.owner],
      ]),
    )

  test('win rates are those of a plain count', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 25 }),
        fc.constantFrom(
          'won_over_decided',
          'competitive',
          'all_closed',
          'created_cohort',
          'qualified_cohort',
        ),
        fc.constantFrom('count', 'value'),
        fc.integer({ min: 0, max: 200 }),
        (found, variant, basis, known) => {
          let [won, all] = [0, 0]
          for (const { stage, created, days, amount } of found) {
            const closed = stage !== 'Open'
            const byCreation = variant.endsWith('cohort')
            const moment = byCreation ? created : created + days
            if (moment < 0 || moment > to - from || moment > known) continue
            if (basis === 'value' && amount <= 0) continue
            if (!byCreation && !closed) continue
            if (variant === 'qualified_cohort' && stage === 'Disqualified') continue
            if (variant === 'won_over_decided' && stage === 'Disqualified') continue
            if (variant === 'competitive' && stage !== 'Won' && stage !== 'Closed Lost') continue
            const weight = basis === 'value' ? amount : 1
            all += weight
            if (stage === 'Won' && created + days <= known) won += weight
          }
          const asOf = new Date(Date.UTC(2026, 0, 1 + known)).toISOString().slice(0, 10)
          const answer = ask('WIN_RATE', [rowsOf(found)], {
            asOf,
            terms: { 'win_rate.variant': variant, 'win_rate.basis': basis },
          })
          if (all === 0) expect(answer).toMatchObject({ error: '#DIV/0!' })
          else expect(answer).toBe(won / all)
        },
      ),
      { numRuns: 150 },
    )
  })

  test('owners add up to the team, whatever the order of the rows', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), fc.nat(), (found, seed) => {
        const turned = found.map((_, index) => found[(index + seed) % found.length] as (typeof found)[number])
        const parts = (metric: string, tables: Matrix[]) =>
          (metricParts([metric, from, to, '', '', '', ...tables]) as Cell[][]).map(([name, value]) => [
            name,
            value,
          ])
        expect(parts('WIN_RATE', [rowsOf(turned)])).toEqual(parts('WIN_RATE', [rowsOf(found)]))
        const created = ask('OPPS_CREATED', [rowsOf(found)])
        const byOwner = metricBy(['OPPS_CREATED', 'owner', from, to, '', '', '', rowsOf(found)])
        const sum = Array.isArray(byOwner)
          ? byOwner.reduce((total, [, value]) => total + Number(value), 0)
          : 0
        expect(sum).toBe(created)
      }),
      { numRuns: 60 },
    )
  })

  test('months add up to the quarter, and rows outside change nothing', () => {
    const months = [
      ['01-01', '01-31'],
      ['02-01', '02-28'],
      ['03-01', '03-31'],
    ] as const
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), found => {
        const tables = [rowsOf(found)]
        const ofMonths = months.map(([first, last]) =>
          Number(ask('OPPS_CREATED', tables, { from: day(first), to: day(last) })),
        )
        expect(ofMonths.reduce((sum, one) => sum + one, 0)).toBe(ask('OPPS_CREATED', tables))
        const inside = found.filter(({ created }) => created >= 0 && created <= to - from)
        expect(ask('OPPS_CREATED', [rowsOf(inside)])).toBe(ask('OPPS_CREATED', tables))
      }),
      { numRuns: 60 },
    )
  })
})

test('a period under two ways of counting has no win rate', () => {
  const rows = [
    ...definitionRows({ 'win_rate.basis': 'count' }, { from: '2026-01-01', version: 1 }),
    ...definitionRows({ 'win_rate.basis': 'value' }, { from: '2026-04-01', version: 2 }),
  ]
  const both = [definitionHeader, ...rows]
  const half = call('METRIC', 'WIN_RATE', from, day('06-30'), '', '', both, deals)
  expect(half).toEqual(fails('#N/A', 'spans definitions v1 and v2'))
  expect(call('METRIC', 'WIN_RATE@restated', from, to, '', '', both, deals)).toBe(59 / 102)
})
