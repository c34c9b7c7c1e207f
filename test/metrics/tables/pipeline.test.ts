import fc from 'fast-check'
import { metricBy } from '../../../shared/metrics/on-tables/metric-by'
import { metricExplain } from '../../../shared/renderings/explanation'
import type { Cell, Matrix } from '../../../shared/values'
import { ask, call, day, deals, fails, from, table, to } from '../../support/asking'
import { serial } from '../../support/tables'

const always = { from: '', to: '' }

describe('the sample', () => {
  test('pipeline', () => {
    expect(call('PIPELINE_VALUE', deals)).toBe(50_000)
    expect(ask('PIPELINE_VALUE', [deals], always)).toBe(50_000)
    expect(call('PIPELINE_VALUE', deals, serial('2027-01-01'), serial('2027-03-31'))).toBe(50_000)
    expect(ask('PIPELINE_VALUE', [deals])).toBe(0)
    expect(ask('PIPELINE_CREATED', [deals])).toBe(234_000)
    expect(call('PIPELINE_CREATED', deals, from, to)).toBe(234_000)
  })

  test('chances are those of the stages, or of the deals', () => {
    expect(ask('WEIGHTED_PIPELINE', [deals], always)).toEqual(fails('#VALUE!', '“Open” has no probability'))
    const terms = { 'forecast.probability_source': 'deal_fraction' }
    expect(ask('WEIGHTED_PIPELINE', [deals], { ...always, terms })).toBe(20_000)
  })

  test('velocity is that of the qualified opportunities open at the end', () => {
    // 3 open on 31 March × 19,666.67 × 3 of 8 won by then ÷ a median of 59 days
    expect(ask('SALES_VELOCITY', [deals], { asOf: '2026-03-31' })).toBe(375)
  })
})

describe('the pipeline of a past day', () => {
  test('is not known once deals of then are closed', () => {
    expect(ask('PIPELINE_VALUE', [deals], { ...always, asOf: '2026-06-30' })).toEqual(
      fails('#N/A', 'deals row 5 (D04)'),
    )
    expect(ask('PIPELINE_VALUE', [deals], { ...always, asOf: '2026-08-30' })).toBe(50_000)
  })

  test('is known of those whose deals are all open still', () => {
    const options = { ...always, asOf: '2026-06-30' }
    expect(ask('PIPELINE_VALUE', [deals], { ...options, where: 'owner=Ana' })).toBe(50_000)
    expect(ask('PIPELINE_VALUE', [deals], { ...options, where: 'owner=Ben' })).toEqual(fails('#N/A', 'D04'))
  })

  test('holds no deal that was created later', () => {
    expect(ask('PIPELINE_VALUE', [deals], { ...always, asOf: '2026-01-05' })).toBe(0)
  })
})

const header = 'deal_id created_at stage closed_at amount'
const open = (id: string, amount: Cell, ...more: Cell[]): Cell[] => [id, from, 'Open', null, amount, ...more]

describe('what stands in the pipeline', () => {
  const value = (rows: Cell[][], terms = {}) =>
    ask('PIPELINE_VALUE', [table(header, ...rows)], { ...always, terms })
  const staged = (stage: string, amount: number): Cell[] => [stage, from, stage, to, amount]

  test('are the open stages that count', () => {
    const rows = [
      staged('Prospecting', 1),
      staged('Needs Analysis', 10),
      staged('Open', 100),
      staged('Won', 1000),
    ]
    expect(value(rows)).toBe(110)
    expect(value(rows, { 'pipeline.stages': 'open' })).toBe(111)
    expect(value(rows, { 'pipeline.stages': 'prospecting' })).toBe(1)
    expect(value(rows, { 'pipeline.stages': 'prospecting, qualified_open' })).toBe(111)
  })

  test('is nothing, not an error, where nothing is open', () => {
    expect(value([])).toBe(0)
    expect(value([staged('Won', 5)])).toBe(0)
  })

  test('is refused where an amount is missing', () => {
    expect(value([open('1', null)])).toEqual(fails('#N/A', 'deals row 2 (1)'))
  })

  test('closes when it is expected to, by its own column or by the date of closing', () => {
    const columns = `${header} expected_close`
    const rows = [
      open('1', 1, to),
      open('2', 10, to + 1),
      open('3', 100, null),
      ['4', from, 'Open', to, 1000, null],
    ] as Cell[][]
    expect(ask('PIPELINE_VALUE', [table(columns, ...rows)])).toBe(1001)
    expect(ask('PIPELINE_VALUE', [table(columns, ...rows)], always)).toBe(1111)
    const dueAlone = table('deal_id created_at stage amount expected_close', ['1', from, 'Open', 5, to])
    expect(ask('PIPELINE_VALUE', [dueAlone])).toBe(5)
  })

  test('is told when asked why', () => {
    const rows = [staged('Prospecting', 1), staged('Needs Analysis', 10)]
    const text = metricExplain(['PIPELINE_VALUE', '', '', '', '', '', table(header, ...rows)])
    expect(text).toContain('1 in a stage that is not of the pipeline')
  })
})

describe('the weighted pipeline', () => {
  const weighted = (columns: string, rows: Cell[][], source?: string) =>
    ask('WEIGHTED_PIPELINE', [table(columns, ...rows)], {
      ...always,
      terms: source ? { 'forecast.probability_source': source } : {},
    })

  test('takes the chances of the stages', () => {
    const rows: Cell[][] = [
      ['1', from, 'Proposal/Price Quote', null, 100],
      ['2', from, 'Negotiation/Review', null, 10],
      ['3', from, 'Closed Won', to, 1000],
    ]
    expect(weighted(header, rows)).toBe(84)
  })

  test('takes the chances of the deals, in the scale that the header says', () => {
    expect(weighted(`${header} probability`, [open('1', 100, 0.4)], 'deal_fraction')).toBe(40)
    expect(weighted(`${header} Probability_(%)`, [open('1', 100, 40)], 'deal_percent')).toBe(40)
    expect(weighted(`${header} probability`, [open('1', 100, 40)], 'deal_fraction')).toEqual(
      fails('#NUM!', 'deals row 2'),
    )
    expect(weighted(`${header} probability`, [open('1', 100, null)], 'deal_fraction')).toEqual(
      fails('#N/A', 'probability is blank'),
    )
  })

  test('leaves out what forecasts omit', () => {
    const rows = [open('1', 100, 0.5, 'Omitted'), open('2', 10, 0.5, 'Pipeline')]
    expect(weighted(`${header} probability forecast_category`, rows, 'deal_fraction')).toBe(5)
  })
})

describe('coverage', () => {
  const goals = (...rows: Cell[][]) => table('metric period_start period_end target owner', ...rows)
  const quarter = ['Total revenue', from, to, 800, null]
  const pipeline = table(`${header} expected_close`, open('1', 2400, to), ['2', 1, 'Won', from, 300, null])

  test('is of the whole target, or of what is to go', () => {
    expect(ask('PIPELINE_COVERAGE', [pipeline, goals(quarter)])).toBe(3)
    const toGo = { terms: { 'coverage.variant': 'to_go' } }
    expect(ask('PIPELINE_COVERAGE', [pipeline, goals(quarter)], toGo)).toBe(4.8)
    expect(ask('PIPELINE_COVERAGE', [pipeline, goals(['Revenue', from, to, 300, null])], toGo)).toEqual(
      fails('#DIV/0!'),
    )
    expect(ask('PIPELINE_COVERAGE', [pipeline, goals(['Revenue', from, to, 200, null])], toGo)).toEqual(
      fails('#N/A', 'target met'),
    )
  })

  test('adds up the targets of the period, those for something else left out', () => {
    const months = [
      goals(
        ['Revenue', from, day('01-31'), 500, null],
        ['Revenue', day('02-01'), to, 300, null],
        ['Win rate', from, to, 0.5, null],
      ),
    ]
    expect(ask('PIPELINE_COVERAGE', [pipeline, ...months])).toBe(3)
    expect(ask('PIPELINE_COVERAGE', [pipeline, goals(['Win rate', from, to, 0.5, null])])).toEqual(
      fails('#DIV/0!', 'target is 0'),
    )
    expect(ask('PIPELINE_COVERAGE', [pipeline])).toEqual(fails('#VALUE!', 'TARGETS'))
  })

  test('is of the team’s target, to which those of its reps are not added', () => {
    const reps = [
      ['Revenue', from, to, 500, 'Ana'],
      ['Revenue', from, to, 460, 'Ben'],
    ]
    const both = goals(quarter, ...reps)
    expect(ask('PIPELINE_COVERAGE', [pipeline, both])).toBe(3)
    expect(ask('REVENUE_TARGET', [both])).toBe(800)
    expect(ask('REVENUE_TARGET', [both], { where: 'owner=Ben' })).toBe(460)
    expect(ask('PIPELINE_COVERAGE', [pipeline, goals(...reps)])).toBe(2.5)
    expect(metricBy(['REVENUE_TARGET', 'owner', from, to, '', '', '', both])).toEqual([
      ['(blank)', 800, 1],
      ['Ana', 500, 1],
      ['Ben', 460, 1],
    ])
  })

  test('is of the reps’ targets before those of segments', () => {
    const columns = 'metric period_start period_end target owner segment'
    const west = ['Revenue', from, to, 600, null, 'West']
    const east = ['Revenue', from, to, 200, null, 'East']
    const ana = ['Revenue', from, to, 960, 'Ana', 'West']
    expect(ask('PIPELINE_COVERAGE', [pipeline, table(columns, west, east)])).toBe(3)
    expect(ask('PIPELINE_COVERAGE', [pipeline, table(columns, west, east, ana)])).toBe(2.5)
  })
})

describe('the stale share', () => {
  const activity = (deal: string, at: number, automated: Cell = null): Cell[] => [
    at,
    'call',
    'Ana',
    deal,
    automated,
  ]
  const touched = (...rows: Cell[][]) => table('at type rep deal_id automated', ...rows)
  const pipeline = table(header, open('a', 30), open('b', 70))
  const share = (activities: Matrix, ...more: Cell[]) =>
    call('STALE_PIPELINE_SHARE', pipeline, activities, ...more)

  test('is of what nobody touched for longer than the days allowed', () => {
    const activities = touched(activity('a', from + 70), activity('b', from + 10))
    // Known until day 70, the latest activity: b was last touched 60 days before, a that day.
    expect(share(activities)).toBe(0.7)
    expect(share(activities, 60)).toBe(0)
    expect(share(activities, 59)).toBe(0.7)
    expect(share(activities, -1)).toEqual(fails('#NUM!', 'stale_days is -1'))
    expect(ask('STALE_PIPELINE_SHARE', [pipeline, activities], always)).toBe(0.7)
  })

  test('counts neither what a machine logged nor what came after as_of', () => {
    expect(share(touched(activity('a', from + 70, true), activity('b', from + 70)))).toBe(0.3)
    const later = touched(activity('a', from + 40), activity('b', from + 70))
    expect(share(later, '', '', from + 41)).toBe(0.7)
  })

  test('leaves young deals in peace', () => {
    expect(share(touched(activity('a', from + 30)))).toBe(0)
  })

  test('of no pipeline is none', () => {
    expect(call('STALE_PIPELINE_SHARE', table(header), touched(activity('a', from)))).toEqual(
      fails('#DIV/0!', 'empty'),
    )
    expect(call('STALE_PIPELINE_SHARE', pipeline)).toEqual(fails('#VALUE!', 'ACTIVITIES'))
  })
})

describe('slippage', () => {
  const change = (deal: string, at: number, due: Cell): Cell[] => [deal, 'Open', at, due]
  const history = (...rows: Cell[][]) => table('deal_id stage entered_at expected_close', ...rows)
  const closed = (id: string, at: number): Cell[] => [id, from - 9, 'Won', at, 5]
  const rate = (dealRows: Cell[][], changes: Cell[][], asOf: Cell = '') =>
    call('SLIPPAGE_RATE', table(header, ...dealRows), history(...changes), from, to, '', asOf)

  test('is of the deals that were due when the period began', () => {
    const rows = [closed('a', to), closed('b', to + 5), open('c', 5), open('d', 5)]
    const changes = [
      change('a', from - 9, from + 20),
      change('b', from - 9, to),
      change('b', to, to + 5),
      change('c', from - 9, to + 1),
      change('d', from - 9, from - 1),
      change('d', from - 2, to),
      change('d', from + 1, to + 90),
    ]
    // a closed in time, b and d moved; c was never due.
    expect(rate(rows, changes)).toBe(2 / 3)
  })

  test('counts what was created in the period by its first date', () => {
    expect(rate([open('a', 5)], [change('a', from + 3, to), change('a', from + 9, to + 1)])).toBe(1)
    expect(rate([open('a', 5)], [change('a', to + 3, to)])).toEqual(fails('#DIV/0!', 'due'))
  })

  test('counts what is still open when its date has passed, but not before', () => {
    const overdue = [change('a', from - 9, to)]
    expect(rate([open('a', 5)], overdue, to)).toBe(1)
    expect(rate([open('a', 5)], overdue, to - 1)).toBe(0)
  })

  test('needs a history that keeps the dates', () => {
    const without = table('deal_id stage entered_at', ['a', 'Open', from])
    expect(call('SLIPPAGE_RATE', table(header, open('a', 5)), without, from, to)).toEqual(
      fails('#N/A', 'expected_close'),
    )
    expect(call('SLIPPAGE_RATE', table(header, open('a', 5)), '', from, to)).toEqual(
      fails('#VALUE!', 'STAGE_HISTORY'),
    )
  })
})

describe('health', () => {
  test('shows each measure, and what is wrong with it only there', () => {
    const rows = call('PIPELINE_HEALTH', deals, from, to) as Cell[][]
    expect(rows.map(([name]) => name)).toEqual([
      ...['PIPELINE_VALUE', 'WEIGHTED_PIPELINE', 'PIPELINE_CREATED', 'PIPELINE_COVERAGE', 'WIN_RATE'],
      ...['STALE_PIPELINE_SHARE', 'SLIPPAGE_RATE'],
    ])
    expect(rows[0]).toEqual(['PIPELINE_VALUE', 0, 'nothing is open'])
    expect(rows[2]).toEqual(['PIPELINE_CREATED', 234_000, ''])
    expect(rows[3]).toEqual(['PIPELINE_COVERAGE', fails('#VALUE!', 'TARGETS'), ''])
  })

  test('compares coverage with what the win rate needs', () => {
    const rows = [open('1', 100, to), ['2', 1, 'Won', to, 1, null], ['3', 1, 'Lost', to, 1, null]] as Cell[][]
    const pipeline = table(`${header} expected_close`, ...rows)
    const coverage = (target: number) =>
      (
        call(
          'PIPELINE_HEALTH',
          pipeline,
          table('metric period_start period_end target', ['Revenue', from, to, target]),
          from,
          to,
        ) as Cell[][]
      )[3]
    expect(coverage(50)).toEqual(['PIPELINE_COVERAGE', 2, ''])
    expect(coverage(100)).toEqual(['PIPELINE_COVERAGE', 1, 'below the 2 times that this win rate needs'])
  })
})

describe('the invariants', () => {
  const row = fc.record({
    stage: fc.constantFrom('Needs Analysis', 'Prospecting', 'Proposal/Price Quote', 'Won', 'Lost'),
    due: fc.integer({ min: -20, max: 120 }),
    cents: fc.integer({ min: 0, max: 10_000 }),
    owner: fc.constantFrom('Ana', 'Ben'),
  })
  type Row = typeof row extends fc.Arbitrary<infer One> ? One : never
  const tableOf = (rows: readonly Row[]) =>
    table(
      `${header} owner`,
      ...rows.map((one, index): Cell[] => [
        `D${index}`,
        from - 50,
        one.stage,
        from + one.due,
        one.cents / 100,
        one.owner,
      ]),
    )
  const chances: Record<string, number> = { 'Needs Analysis': 20, 'Proposal/Price Quote': 75 }

  test('values are those of a plain loop', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), rows => {
        let [value, weighted] = [0, 0]
        for (const { stage, due, cents } of rows) {
          const chance = chances[stage]
          if (chance === undefined || due < 0 || due > to - from) continue
          value += cents
          weighted += cents * chance
        }
        const answer = ask([['PIPELINE_VALUE'], ['WEIGHTED_PIPELINE']], [tableOf(rows)])
        expect(answer).toEqual([[value / 100], [weighted / 10_000]])
      }),
      { numRuns: 120 },
    )
  })

  test('owners add up to the team, and the order of the rows does not matter', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 15 }), rows => {
        const whole = ask('PIPELINE_VALUE', [tableOf(rows)])
        expect(ask('PIPELINE_VALUE', [tableOf([...rows].reverse())])).toBe(whole)
        const split = metricBy(['PIPELINE_VALUE', 'owner', from, to, '', '', '', tableOf(rows)])
        const sum = Array.isArray(split)
          ? split.reduce((total, [, value]) => total + Math.round(Number(value) * 100), 0)
          : 0
        expect(sum / 100).toBe(whole)
      }),
      { numRuns: 60 },
    )
  })
})
