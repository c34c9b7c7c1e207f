import { builtInDefinitions } from '../../../shared/definitions/table'
import type { Wanted } from '../../../shared/metrics/on-tables/answer'
import { metricBy } from '../../../shared/metrics/on-tables/metric-by'
import { wantedNamed } from '../../../shared/metrics/on-tables/wanted'
import type { Cell, Matrix } from '../../../shared/values'
import { ask, call, costs, day, deals, fails, from, leads, table, to } from '../../support/asking'
import { load, openDatabase, type Tables } from '../../support/database'
import { definitions } from '../../support/definitions'
import { expectSame, question } from '../../support/same-in-database'

/** The fixture: 59,000 won in the quarter, 35,000 by Ana and 24,000 by Ben; 3 of 5 decided deals won. */
const header = 'metric period_start period_end target owner segment direction'
type Row = readonly [metric: string, target: Cell, owner?: Cell, segment?: Cell, direction?: Cell]

function targets(...rows: readonly Row[]): Matrix {
  return table(
    header,
    ...rows.map(([metric, target, owner = null, segment = null, direction = null]): Cell[] => [
      ...[metric, from, to, target, owner, segment, direction],
    ]),
  )
}

describe('TARGET_ATTAINMENT of a metric', () => {
  test.each<[string, string, Row[], Cell]>([
    [
      'counts and money are added',
      'TOTAL_REVENUE',
      [
        ['TOTAL_REVENUE', 50000],
        ['Total revenue', 68000],
      ],
      0.5,
    ],
    ['a rate is set against its one target', 'WIN_RATE', [['win rate', 0.5]], 1.2],
    [
      'or against several that are the same',
      'WIN_RATE',
      [
        ['WIN_RATE', 0.5, 'Ana'],
        ['WIN_RATE', 0.5, 'Ben'],
      ],
      1.2,
    ],
    ['less is better where the metric says so', 'COST_PER_NET_LEAD', [['COST_PER_NET_LEAD', 4000]], 28 / 33],
    [
      'unless the row says otherwise',
      'COST_PER_NET_LEAD',
      [['COST_PER_NET_LEAD', 4000, null, null, 'Higher']],
      33 / 28,
    ],
    ['nearer is better', 'WIN_RATE', [['WIN_RATE', 0.5, null, null, 'target']], 0.8],
    [
      'targets of everybody go before those of owners, these before those of segments',
      'TOTAL_REVENUE',
      [
        ['TOTAL_REVENUE', 118000],
        ['TOTAL_REVENUE', 70000, 'Ana'],
        ['TOTAL_REVENUE', 1, null, 'West'],
      ],
      0.5,
    ],
    [
      'owners before segments',
      'TOTAL_REVENUE',
      [
        ['TOTAL_REVENUE', 118000, 'Ana', 'East'],
        ['TOTAL_REVENUE', 1, null, 'West'],
      ],
      0.5,
    ],
    [
      'targets of other metrics are none of its',
      'OPPS_CREATED',
      [
        ['OPPS_CREATED', 18],
        ['WIN_RATE', 0.5],
      ],
      0.5,
    ],
  ])('%s', (_, metric, rows, expected) => {
    expect(ask(`TARGET_ATTAINMENT(${metric})`, [leads, deals, costs, targets(...rows)])).toBe(expected)
  })

  test.each<[string, Row[], string, string]>([
    ['WIN_RATE', [['TOTAL_REVENUE', 1]], '#N/A', 'TARGETS holds no target of WIN_RATE'],
    ['WIN_RATE', [['WIN_RATE', null]], '#N/A', 'TARGETS holds no target of WIN_RATE'],
    [
      'WIN_RATE',
      [
        ['WIN_RATE', 0.5, 'Ana'],
        ['WIN_RATE', 0.6, 'Ben'],
      ],
      '#VALUE!',
      'differ',
    ],
    ['WIN_RATE', [['WIN_RATE', 0]], '#DIV/0!', 'is 0'],
    ['TOTAL_REVENUE', [['TOTAL_REVENUE', -5]], '#NUM!', 'below 0'],
    ['WINRATE', [], '#VALUE!', 'did you mean WIN_RATE'],
    ['WIN_RATE, DEALS', [], '#VALUE!', 'write TARGET_ATTAINMENT(WIN_RATE)'],
    ['ROI_ANNUALISED', [], '#VALUE!', 'not computed from tables'],
  ])('of %s, %j: %s', (metric, rows, error, says) => {
    expect(ask(`TARGET_ATTAINMENT(${metric})`, [deals, targets(...rows)])).toEqual(fails(error, says))
  })

  test('needs the tables of the metric and TARGETS', () => {
    expect(ask('TARGET_ATTAINMENT(WIN_RATE)', [deals])).toEqual(fails('#VALUE!', 'TARGETS'))
    expect(ask('TARGET_ATTAINMENT(WIN_RATE)', [targets(['WIN_RATE', 1])])).toEqual(fails('#VALUE!', 'DEALS'))
    expect(ask('WIN_RATE(TARGET)', [deals])).toEqual(fails('#VALUE!', 'TARGET_ATTAINMENT'))
  })

  test('of one owner, and of each', () => {
    const rows = targets(['TOTAL_REVENUE', 70000, 'Ana'], ['TOTAL_REVENUE', 48000, 'ben'])
    expect(ask('target_attainment( total_revenue )', [deals, rows], { where: 'owner=Ana' })).toBe(0.5)
    expect(
      metricBy(['TARGET_ATTAINMENT(TOTAL_REVENUE)', 'owner', from, to, '', '', '', deals, rows]),
    ).toEqual([
      ['Ana', 0.5, 2],
      ['Ben', 0.5, 1],
    ])
  })

  test('by the definitions of its own, which metric.direction and a basis are among', () => {
    const rows = targets(['WIN_RATE', 0.3])
    expect(ask('TARGET_ATTAINMENT(WIN_RATE)', [deals, rows])).toBe(2)
    const asked = (value: string) =>
      ask('TARGET_ATTAINMENT(WIN_RATE)', [deals, rows], { terms: { 'metric.direction': value } })
    expect([asked('WIN_RATE: lower'), asked('win_rate: target'), asked('CAC: lower')]).toEqual([0.5, 0, 2])
    const terms = { 'win_rate.variant': 'competitive' }
    expect(ask('TARGET_ATTAINMENT(WIN_RATE)@restated', [deals, rows], { terms })).toBe(2.5)
    expect(ask('TARGET_ATTAINMENT(WIN_RATE)@v0', [deals, rows], { terms })).toBe(2)
  })

  test('of a metric of the team’s own', () => {
    const terms = { 'metric.wins_per_lead': 'win_rate.won / leads_issued' }
    const rows = targets(['Wins per lead', 0.5])
    const found = ask('TARGET_ATTAINMENT(WINS_PER_LEAD)', [leads, deals, rows], { terms })
    expect(found).toBe(2 / 3)
  })

  test('a target of a longer or a partly other period is refused, one of other days is none of it', () => {
    const year = table(header, ['WIN_RATE', from, day('12-31'), 0.5, null, null, null])
    expect(ask('TARGET_ATTAINMENT(WIN_RATE)', [deals, year])).toEqual(fails('#N/A', 'holds in part'))
    const april = table(header, ['WIN_RATE', day('04-01'), day('04-30'), 0.5, null, null, null])
    expect(ask('TARGET_ATTAINMENT(WIN_RATE)', [deals, april])).toEqual(fails('#N/A', 'no target'))
  })

  test('its parts and its explanation name the targets', () => {
    const rows = targets(['WIN_RATE', 0.5])
    const args = ['TARGET_ATTAINMENT(WIN_RATE)', from, to, '', '', '', deals, rows]
    expect(call('METRIC_PARTS', ...args)).toContainEqual(['whole_targets', 0.5, 1])
    expect(call('METRIC_EXPLAIN', ...args)).toContain('TARGET_ATTAINMENT(WIN_RATE) = ')
  })
})

describe('TARGET_PACE of a metric', () => {
  // The quarter has 64 working days, 31 of them up to 12 February.
  const rows = targets(['TOTAL_REVENUE', 59000])

  test('is the share reached over the share of working days gone', () => {
    const half = { asOf: '2026-02-13' }
    const won = ask('TOTAL_REVENUE', [deals], half) as number
    expect(ask('TARGET_PACE(TOTAL_REVENUE)', [deals, rows], half)).toBeCloseTo((won / 59000 / 32) * 64, 12)
    expect(ask('TARGET_PACE(TOTAL_REVENUE)', [deals, rows], { asOf: '2026-03-31' })).toBe(1)
    expect(ask('TARGET_PACE(TOTAL_REVENUE)', [deals, rows], { asOf: '2026-12-31' })).toBe(1)
  })

  test('holidays are no working days', () => {
    const terms = { 'calendar.holidays': '2026-01-01, 2026-02-02' }
    const won = ask('TOTAL_REVENUE', [deals], { asOf: '2026-02-13' }) as number
    const found = ask('TARGET_PACE(TOTAL_REVENUE)', [deals, rows], { asOf: '2026-02-13', terms })
    expect(found).toBeCloseTo((won / 59000 / 30) * 62, 12)
  })

  test.each([
    ['TARGET_PACE(TOTAL_REVENUE)', '2025-12-31', '#DIV/0!', 'no pace yet'],
    ['TARGET_PACE(WIN_RATE)', '2026-02-13', '#VALUE!', 'does not grow with time'],
    ['TARGET_PACE(AVERAGE_DEAL_SIZE)', '2026-02-13', '#VALUE!', 'does not grow with time'],
    ['TARGET_PACE(GROSS_PROFIT)', '2026-02-13', '#N/A', 'no target of GROSS_PROFIT'],
  ])('%s as of %s is %s', (metric, asOf, error, says) => {
    expect(ask(metric, [deals, rows], { asOf })).toEqual(fails(error, says))
  })
})

test('a database finds the same', async () => {
  const tables: Tables = {
    leads,
    deals,
    costs,
    targets: targets(
      ['TOTAL_REVENUE', 70000, 'Ana'],
      ['TOTAL_REVENUE', 48000, 'Ben'],
      ['WIN_RATE', 0.5],
      ['COST_PER_NET_LEAD', 4000],
      ['NET_LEADS_ISSUED', 14],
    ),
  }
  const names = [
    'TARGET_ATTAINMENT(TOTAL_REVENUE)',
    'TARGET_PACE(TOTAL_REVENUE)',
    'TARGET_ATTAINMENT(WIN_RATE)',
  ]
  const further = ['TARGET_ATTAINMENT(COST_PER_NET_LEAD)', 'TARGET_PACE(NET_LEADS_ISSUED)']
  const wanted = [...names, ...further].map(name => wantedNamed(name, builtInDefinitions) as Wanted)
  const database = await openDatabase()
  const mapping = await load(database, tables)
  // On 13 February no cost was booked yet, so that nothing could be set against the target.
  for (const [asOf, answers] of [
    ['', 5],
    [day('02-13'), 4],
  ] as const) {
    expect(await expectSame(database, question(tables, { from, to, asOf }), wanted, mapping)).toBe(answers)
  }
  expect(
    await expectSame(database, question(tables, { from, to }), wanted.slice(0, 2), mapping, 'owner'),
  ).toBe(4)
  await database.close()
})

test('a database finds the same of targets of everybody beside those of owners and segments', async () => {
  const activities = table('at type rep', [from, 'call', 'Ana'], [from, 'meeting', 'Ben'])
  const whole: Row[] = [
    ['Total revenue', 118000],
    ['Activity count', 8],
  ]
  const owners: Row[] = [
    ['Revenue', 70000, 'Ana', 'West'],
    ['ACTIVITY_COUNT', 5, 'Ben'],
  ]
  const segments: Row[] = [
    ['Revenue', 1, null, 'West'],
    ['Activity count', 1, null, 'West'],
  ]
  const wanted = ['REVENUE_TARGET', 'ACTIVITY_TARGET', 'PIPELINE_COVERAGE', 'ACTIVITY_ATTAINMENT'].map(
    name => wantedNamed(name, builtInDefinitions) as Wanted,
  )
  for (const rows of [[...whole, ...owners, ...segments], [...owners, ...segments], segments]) {
    const tables: Tables = { deals, activities, targets: targets(...rows) }
    const database = await openDatabase()
    const mapping = await load(database, tables)
    const asked = question(tables, { from, to })
    expect(await expectSame(database, asked, wanted, mapping)).toBe(4)
    await expectSame(database, asked, wanted, mapping, 'owner')
    await database.close()
  }
})

test('a version that is not effective yet does not govern the direction', () => {
  const rows = targets(['WIN_RATE', 0.3])
  const later = definitions({ 'metric.direction': 'WIN_RATE: lower' }, { from: '2026-04-01' })
  const first = definitions({ 'sla.statistic': 'p90' })
  const both = [...first, ...later.slice(1).map(row => row.map((cell, index) => (index === 3 ? 2 : cell)))]
  expect(call('METRIC', 'TARGET_ATTAINMENT(WIN_RATE)', from, to, '', '', both, deals, rows)).toBe(2)
  expect(call('METRIC', 'TARGET_ATTAINMENT(WIN_RATE)@restated', from, to, '', '', both, deals, rows)).toBe(
    0.5,
  )
})
