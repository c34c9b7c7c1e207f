import fc from 'fast-check'
import { formulas } from '../../../shared/formulas'
import { metricBy } from '../../../shared/metrics/on-tables/metric-by'
import { metricOnTables } from '../../../shared/metrics/on-tables/metric-function'
import { metricExplain } from '../../../shared/renderings/explanation'
import { metricParts } from '../../../shared/renderings/metric-parts'
import type { Argument, Cell, Matrix, Result } from '../../../shared/values'
import { definitions } from '../../support/definitions'
import { coreMatrix, sampleTable, serial } from '../../support/tables'

const sample = coreMatrix(sampleTable('deals'))
const [from, to] = [serial('2026-01-01'), serial('2026-03-31')]
const day = (text: string): number => serial(`2026-${text}`)

/** A small table from its header and rows. */
function table(header: string, ...rows: Cell[][]): Matrix {
  return [header.split(' '), ...rows]
}

interface Options {
  readonly from?: Argument
  readonly to?: Argument
  readonly where?: string
  readonly asOf?: Cell
  readonly terms?: Readonly<Record<string, Cell>>
}

function ask(metric: Argument, tables: readonly Matrix[], options: Options = {}): Result {
  const { where = '', asOf = '', terms = {} } = options
  return metricOnTables([
    metric,
    'from' in options ? options.from : from,
    'to' in options ? options.to : to,
    where,
    asOf,
    definitions(terms),
    ...tables,
  ])
}

function call(name: string, ...args: Argument[]): Result | undefined {
  return formulas.find(formula => formula.name === name)?.compute(args)
}

const fails = (error: string, says: string) => ({ error, reason: expect.stringContaining(says) })

const reps = table(
  'rep start end role territory manager',
  ['Ana', serial('2024-05-01'), null, 'AE', 'North', 'Kim'],
  ['Ben', serial('2025-09-01'), null, 'AE', 'South', 'Kim'],
)
const quarterly = table('rep period quota', ['Ana', '2026-Q1', 40_000], ['Ben', 'Q1 2026', 60_000])

describe('the sample quarter', () => {
  test('of two reps', () => {
    expect(ask('REVENUE_PER_REP', [sample, reps])).toBe(29_500)
    expect(ask('REP_CONCENTRATION', [sample])).toBe(35_000 / 59_000)
    expect(ask('REP_DISPARITY', [sample])).toBe(35_000 / 24_000)
  })

  test('is made of what METRIC_BY gives for each of them', () => {
    expect(metricBy(['TOTAL_REVENUE', 'owner', from, to, '', '', '', sample])).toEqual([
      ['Ana', 35_000, 2],
      ['Ben', 24_000, 1],
    ])
    expect(metricParts(['REP_CONCENTRATION', from, to, '', '', '', sample])).toEqual([
      ['numerator', 35_000, null],
      ['denominator', 59_000, null],
      ['revenues', 59_000, 2],
      ['k', 1, 1],
      ['result', 35_000 / 59_000, null],
    ])
  })

  test('against quotas', () => {
    const tables = [sample, quarterly]
    expect(ask('QUOTA_ATTAINMENT', tables)).toBe(0.59)
    expect(ask('QUOTA_ATTAINMENT_TEAM', tables)).toBe(0.59)
    expect(ask('REPS_AT_QUOTA', tables)).toBe(0)
    expect(metricBy(['QUOTA_ATTAINMENT', 'rep', from, to, '', '', '', ...tables])).toEqual([
      ['Ana', 0.875, 2],
      ['Ben', 0.4, 1],
    ])
    expect(ask('QUOTA_ATTAINMENT', tables, { where: 'owner=Ana' })).toBe(0.875)
    expect(ask('QUOTA_ATTAINMENT', tables, { where: 'rep=ben' })).toBe(0.4)
  })

  test('tells its numbers apart', () => {
    expect(metricExplain(['REPS_AT_QUOTA', from, to, '', '', '', sample, quarterly])).toContain(
      'quotas: 2 × quota, ramp_shares, ramp_months where due',
    )
  })
})

describe('a quota', () => {
  const total = (quotas: Matrix, options: Options = {}, ...others: Matrix[]) =>
    ask('TOTAL_QUOTA', [quotas, ...others], options)
  const months = table(
    'rep period quota',
    ['Ana', day('01-01'), 10],
    ['Ana', day('02-01'), 20],
    ['Ana', day('03-01'), 30],
    ['Ana', day('04-01'), 40],
  )

  test.each<[string, Cell, number]>([
    ['by name', '2026-Q1', 100],
    ['the other way round', 'Q1 2026', 100],
    ['as FISCAL_PERIOD gives it', '2026 Q1', 100],
    ['of a month', '2026-02', 100],
    ['by a day of its month', day('02-17'), 100],
    ['of another quarter', '2026-Q2', 0],
  ])('is of its period, written %s', (_how, period, expected) => {
    expect(total(table('rep period quota', ['Ana', period, 100]))).toBe(expected)
  })

  test('adds up over months that are written by their first days', () => {
    expect(total(months)).toBe(60)
    expect(total(months, { from: day('02-01'), to: day('02-28') })).toBe(20)
  })

  test('written by the first days of quarters is of quarters', () => {
    const quarters = table('rep period quota', ['Ana', day('01-01'), 10], ['Ana', day('04-01'), 20])
    expect(total(quarters)).toBe(10)
    expect(total(quarters, { from: day('01-01'), to: day('01-31') })).toEqual(
      fails('#N/A', 'quotas row 2 is for 2026-01-01 to 2026-03-31'),
    )
  })

  test('for more than is asked for is refused, not divided', () => {
    expect(total(quarterly, { from: day('01-01'), to: day('03-30') })).toEqual(
      fails('#N/A', 'ask for whole periods'),
    )
    expect(total(table('rep period quota', ['Ana', 'FY2026', 100]))).toEqual(fails('#N/A', '2026-12-31'))
  })

  test('is known before its period is over', () => {
    expect(total(quarterly, { asOf: day('01-15') })).toBe(100_000)
    expect(ask('QUOTA_ATTAINMENT', [sample, quarterly], { asOf: day('03-15') })).toBe(0.44)
  })

  test('follows the fiscal year', () => {
    const fiscal = { terms: { 'calendar.fiscal_start_month': 4 } }
    expect(total(table('rep period quota', ['Ana', '2026-Q4', 100]), fiscal)).toBe(100)
    expect(total(table('rep period quota', ['Ana', '2026-Q1', 100]), fiscal)).toBe(0)
  })

  test('that cannot be read names its row', () => {
    expect(total(table('rep period quota', ['Ana', 'first quarter', 100]))).toEqual(
      fails('#VALUE!', 'quotas row 2'),
    )
    expect(total(table('rep period quota', ['Ana', '2026-Q1', -1]))).toEqual(fails('#NUM!', 'below 0'))
    expect(
      total(table('rep period quota currency', ['Ana', '2026-Q1', 1, 'EUR'], ['Ben', '2026-Q1', 1, 'USD'])),
    ).toEqual(fails('#VALUE!', 'EUR and USD'))
  })

  test('is reduced by the ramp of its row', () => {
    const ramped = (...shares: Cell[]) =>
      table('rep period quota ramp', ...shares.map((share): Cell[] => ['Ana', '2026-Q1', 200, share]))
    expect(total(ramped(0.5, 1, null))).toBe(500)
    expect(total(ramped(0))).toEqual(fails('#NUM!', 'quotas row 2: ramp is 0'))
    expect(total(ramped(0.5, 50))).toEqual(fails('#NUM!', 'quotas row 3: ramp is 50'))
  })

  test('is reduced by the ramp curve where its row says nothing', () => {
    const terms = { 'quota.ramp_curve': '1: 0.25; 2: 0.5; 3: 0.75' }
    const started = (start: Cell) => table('rep start end', ['ANA', start, null])
    const quota = table('rep period quota', ['Ana', '2026-Q1', 300])
    expect(total(quota, { terms }, started(day('01-15')))).toBe(150)
    expect(total(quota, { terms }, started(day('02-01')))).toBe(75)
    expect(total(quota, { terms }, started(serial('2025-11-30')))).toBe(275)
    expect(total(quota, { terms }, started(serial('2025-10-01')))).toBe(300)
    expect(total(quota, { terms }, started(null))).toBe(300)
    expect(total(quota, { terms })).toEqual(fails('#VALUE!', 'REPS'))
    expect(call('TOTAL_QUOTA', quota, started(day('01-15')), from, to, definitions(terms))).toBe(150)
  })

  test('of nobody is no quota to attain', () => {
    const none = table('rep period quota')
    expect(total(none)).toBe(0)
    expect(ask('QUOTA_ATTAINMENT', [sample, none])).toEqual(fails('#DIV/0!', 'without a quota'))
    expect(ask('QUOTA_ATTAINMENT_TEAM', [sample, none])).toEqual(fails('#DIV/0!', 'no rep has a quota'))
    expect(ask('REPS_AT_QUOTA', [sample, none])).toEqual(fails('#DIV/0!', 'no rep has a quota'))
  })
})

describe('a team', () => {
  const deal = (owner: Cell, amount: Cell, closed = day('02-01')): Cell[] => [
    `${owner} ${amount}`,
    closed - 20,
    'Won',
    closed,
    amount,
    owner,
  ]
  const deals = (...rows: Cell[][]) => table('deal_id created_at stage closed_at amount owner', ...rows)
  const quotas = (...rows: Cell[][]) =>
    table('rep period quota', ...rows.map(([rep, quota]): Cell[] => [rep as Cell, '2026-Q1', quota as Cell]))
  const booked = deals(deal('A', 100), deal('a', 20), deal('B', 45), deal('C', 30), deal('D', 999))
  const theirs = quotas(['a', 100], ['b', 60], ['B', 30], ['c', 60])

  test('leaves out reps without a quota, bookings and all', () => {
    expect(ask('QUOTA_ATTAINMENT_TEAM', [booked, theirs])).toBe(0.78)
    expect(ask('REPS_AT_QUOTA', [booked, theirs])).toBe(1 / 3)
  })

  test('keeps a rep who booked nothing', () => {
    expect(ask('REPS_AT_QUOTA', [booked, quotas(['A', 100], ['E', 50])])).toBe(0.5)
    expect(ask('QUOTA_ATTAINMENT_TEAM', [booked, quotas(['E', 50])])).toBe(0)
  })

  test('with refunds above sales has no shares', () => {
    const refunded = table(
      'deal_id created_at stage closed_at amount owner refund refund_at',
      ['1', from, 'Won', from, 10, 'A', null, null],
      ['2', serial('2025-01-01'), 'Won', serial('2025-02-01'), 10, 'B', 5, day('02-01')],
    )
    expect(ask('REP_CONCENTRATION', [refunded])).toEqual(fails('#NUM!', '-5'))
    expect(ask('REP_DISPARITY', [deals()])).toEqual(fails('#DIV/0!', 'no rep'))
    expect(ask('REP_CONCENTRATION', [deals()])).toEqual(fails('#DIV/0!', 'no revenue'))
  })

  test('knows no revenue of nobody', () => {
    expect(ask('REP_CONCENTRATION', [deals(deal('A', 10), deal('B', 30), deal(null, 500))])).toBe(0.75)
  })

  test('names a deal without an amount', () => {
    expect(ask('REP_CONCENTRATION', [deals(deal('A', null))])).toEqual(fails('#N/A', 'amount is blank'))
  })

  const name = fc.constantFrom('Ana', 'ana', 'Ben', 'Cleo', 'Dan', null)
  const cents = fc.integer({ min: 1, max: 100_000 }).map(amount => amount / 100)
  const ownedDeals = fc.array(fc.tuple(name, cents, fc.integer({ min: -5, max: 95 })), { maxLength: 12 })
  const repQuotas = fc.array(fc.tuple(fc.constantFrom('Ana', 'Ben', 'Cleo', 'Eva'), cents), { maxLength: 6 })

  test('counts as a plain loop over the rows does', () => {
    fc.assert(
      fc.property(ownedDeals, repQuotas, (owned, given) => {
        const revenue = new Map<string, number>()
        for (const [owner, amount, after] of owned) {
          if (owner === null || after < 0 || after > 89) continue
          const key = owner.toLowerCase()
          revenue.set(key, (revenue.get(key) ?? 0) + Math.round(amount * 100))
        }
        const quota = new Map<string, number>()
        for (const [rep, amount] of given) {
          quota.set(rep.toLowerCase(), (quota.get(rep.toLowerCase()) ?? 0) + Math.round(amount * 100))
        }
        const rows = deals(...owned.map(([owner, amount, after]) => deal(owner, amount, from + after)))
        const tables = [rows, quotas(...given)]
        const reached = [...quota].filter(([rep, amount]) => (revenue.get(rep) ?? 0) >= amount).length
        expect(ask('REPS_AT_QUOTA', tables)).toEqual(
          quota.size === 0 ? expect.objectContaining({ error: '#DIV/0!' }) : reached / quota.size,
        )
        const [all, most] = [[...revenue.values()].reduce((a, b) => a + b, 0), Math.max(...revenue.values())]
        expect(ask('REP_CONCENTRATION', [rows])).toEqual(
          revenue.size === 0 ? expect.objectContaining({ error: '#DIV/0!' }) : most / all,
        )
      }),
      { numRuns: 60 },
    )
  })

  test('is the same in any order, and whatever lies outside the period', () => {
    const names = [['REPS_AT_QUOTA'], ['QUOTA_ATTAINMENT_TEAM'], ['REP_CONCENTRATION'], ['QUOTA_ATTAINMENT']]
    const usual = ask(names, [booked, theirs])
    const shuffled = (matrix: Matrix) =>
      fc
        .shuffledSubarray(matrix.slice(1), { minLength: matrix.length - 1 })
        .map((rows): Matrix => [matrix[0] as readonly Cell[], ...rows])
    fc.assert(
      fc.property(shuffled(booked), shuffled(theirs), cents, (rows, limits, amount) => {
        const outside = [...rows, deal('A', amount, from - 1), deal('E', amount, to + 1)]
        expect(ask(names, [outside, limits])).toEqual(usual)
      }),
      { numRuns: 30 },
    )
  })
})

describe('headcount', () => {
  const team = table(
    'rep start end',
    ['Ana', null, null],
    ['Ben', serial('2025-06-01'), day('02-15')],
    ['Cleo', day('01-01'), day('03-31')],
    ['Dan', day('02-01'), null],
    ['Eva', day('04-01'), null],
    ['Fay', serial('2025-01-01'), serial('2025-12-31')],
  )

  test('is the mean of the first and the last day', () => {
    expect(ask('SALES_HEADCOUNT', [team])).toBe(3)
    expect(call('SALES_HEADCOUNT', team, from, to)).toBe(3)
    expect(ask('SALES_HEADCOUNT', [team], { asOf: day('02-10') })).toBe(3.5)
  })

  test('gives the turnover of those who left in the period', () => {
    expect(ask('SALES_TURNOVER_RATE', [team])).toBe(2 / 3)
    expect(ask('SALES_TURNOVER_RATE', [team], { asOf: day('03-30') })).toBe(1 / 3)
    expect(ask('SALES_TURNOVER_RATE', [table('rep start end')])).toEqual(fails('#DIV/0!', 'headcount is 0'))
    expect(metricBy(['SALES_TURNOVER_RATE', 'rep', from, to, '', '', '', team])).toContainEqual(['Ben', 2, 1])
  })

  test('is that of a plain count, whoever comes and goes', () => {
    const date = fc.option(fc.integer({ min: from - 40, max: to + 40 }), { nil: null })
    fc.assert(
      fc.property(fc.array(fc.tuple(date, date), { maxLength: 10 }), spells => {
        const here = (day: number) =>
          spells.filter(([start, end]) => (start ?? 0) <= day && (end ?? Infinity) >= day).length
        const left = spells.filter(([, end]) => end !== null && end >= from && end <= to).length
        const rows = table(
          'rep start end',
          ...spells.map(([start, end], at): Cell[] => [`R${at}`, start, end]),
        )
        const mean = (here(from) + here(to)) / 2
        expect(ask('SALES_HEADCOUNT', [rows])).toBe(mean)
        expect(ask('SALES_TURNOVER_RATE', [rows])).toEqual(
          mean === 0 ? expect.objectContaining({ error: '#DIV/0!' }) : left / mean,
        )
      }),
      { numRuns: 100 },
    )
  })

  test('needs to know who left', () => {
    expect(ask('SALES_TURNOVER_RATE', [table('rep start', ['Ana', from])])).toEqual(
      fails('#VALUE!', 'reps has no column end'),
    )
  })
})

describe('activities', () => {
  const activities = table(
    'at type rep outcome automated',
    [day('01-05'), 'Call', 'Ana', null, null],
    [day('01-06'), 'Phone Call', 'Ben', null, false],
    [day('01-07'), 'E-mail', 'Ana', null, null],
    [day('01-08'), 'Email', 'Ana', null, true],
    [day('01-09'), 'Meeting', 'Ana', 'Completed', null],
    [day('01-12'), 'Meeting', 'Ben', 'Scheduled', null],
    [day('01-13'), 'Meeting', 'Ben', 'No Show', null],
    [day('01-14'), 'Note', 'Ben', null, null],
    [day('03-31') + 0.99, 'call', 'Ana', null, null],
    [day('04-01'), 'call', 'Ana', null, null],
  )

  test('count by activity.types, held meetings only, without bulk email', () => {
    expect(ask('ACTIVITY_COUNT', [activities])).toBe(5)
    expect(call('ACTIVITY_COUNT', activities, from, to)).toBe(5)
    expect(ask('ACTIVITY_COUNT', [activities], { asOf: day('01-07') })).toBe(3)
    expect(ask('ACTIVITY_COUNT', [activities], { terms: { 'activity.types': 'meeting_booked, note' } })).toBe(
      2,
    )
    expect(ask('ACTIVITY_COUNT', [activities], { terms: { 'activity.types': 'meeting' } })).toBe(3)
    expect(metricBy(['ACTIVITY_COUNT', 'owner', from, to, '', '', '', activities])).toEqual([
      ['Ana', 4, 4],
      ['Ben', 1, 1],
    ])
  })

  test('count for a rep and for types that the call says', () => {
    expect(call('ACTIVITY_COUNT', activities, from, to, 'call')).toBe(3)
    expect(call('ACTIVITY_COUNT', activities, from, to, 'Call, Meeting held')).toBe(4)
    expect(call('ACTIVITY_COUNT', activities, from, to, [['call'], ['note'], [null]])).toBe(4)
    expect(call('ACTIVITY_COUNT', activities, from, to, '', 'ana')).toBe(4)
    expect(call('ACTIVITY_COUNT', activities, from, to, 'call', 'Ben', '', '', 'type=Call')).toBe(0)
    expect(call('ACTIVITY_COUNT', activities, from, to, 'call, call')).toEqual(
      fails('#VALUE!', 'activity.types'),
    )
  })

  test('of months and of reps add up to the quarter', () => {
    const types = fc.constantFrom('Call', 'email', 'Meeting', 'Note', 'Meeting held')
    const row = fc.tuple(
      fc.integer({ min: from - 5, max: to + 5 }),
      types,
      fc.constantFrom('Ana', 'ANA', 'Ben'),
    )
    const months = [[from, day('02-01'), day('03-01')]]
    const ends = [[day('01-31'), day('02-28'), to]]
    fc.assert(
      fc.property(fc.array(row, { maxLength: 15 }), rows => {
        const logged = table('at type rep', ...rows)
        const counts = ['call', 'email', 'meeting held']
        const expected = rows.filter(
          ([at, type]) => at >= from && at <= to && counts.includes(type.toLowerCase()),
        ).length
        expect(ask('ACTIVITY_COUNT', [logged])).toBe(expected)
        const parts = ask('ACTIVITY_COUNT', [logged], { from: months, to: ends }) as Matrix
        expect(parts.flat().reduce<number>((sum, part) => sum + Number(part), 0)).toBe(expected)
        const byRep = metricBy(['ACTIVITY_COUNT', 'rep', from, to, '', '', '', logged])
        const reps = expected === 0 ? [] : (byRep as Matrix)
        expect(reps.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(expected)
      }),
      { numRuns: 60 },
    )
  })

  test('of nothing are 0', () => {
    expect(ask('ACTIVITY_COUNT', [table('at type rep')])).toBe(0)
  })

  test('tell which of them do not count', () => {
    const told = metricExplain(['ACTIVITY_COUNT', from, to, '', '', '', activities])
    expect(told).toContain('3 of a type that does not count')
    expect(told).toContain('1 sent by a tool')
  })

  test('bring revenue', () => {
    expect(ask('REVENUE_PER_ACTIVITY', [sample, activities])).toBe(11_800)
    expect(ask('REVENUE_PER_ACTIVITY', [sample, table('at type rep')])).toEqual(
      fails('#DIV/0!', 'activities is 0'),
    )
  })

  test('are measured against their target', () => {
    const targets = table(
      'metric owner period_start period_end target',
      ['Activity count', 'Ana', from, to, 8],
      ['ACTIVITY_COUNT', 'Ben', from, to, 2],
      ['WIN_RATE', null, from, to, 0.5],
    )
    expect(ask('ACTIVITY_ATTAINMENT', [activities, targets])).toBe(0.5)
    expect(ask('ACTIVITY_ATTAINMENT', [activities, targets], { where: 'rep=Ana' })).toBe(0.5)
    expect(ask('ACTIVITY_ATTAINMENT', [activities, targets], { asOf: day('01-07') })).toBe(0.3)
    expect(ask('ACTIVITY_ATTAINMENT', [activities, targets], { to: day('02-28') })).toEqual(
      fails('#N/A', 'targets row 2 is for 2026-01-01 to 2026-03-31'),
    )
    expect(ask('ACTIVITY_ATTAINMENT', [activities, targets.slice(0, 1)])).toEqual(
      fails('#DIV/0!', 'nothing was planned'),
    )
  })

  test('are measured against the team’s target where there is one, not against it and the reps’', () => {
    const targets = table(
      'metric owner period_start period_end target',
      ['Activity count', null, from, to, 20],
      ['Activity count', 'Ana', from, to, 8],
      ['Activity count', 'Ben', from, to, 4],
    )
    expect(ask('ACTIVITY_COUNT', [activities])).toBe(5)
    expect(ask('ACTIVITY_ATTAINMENT', [activities, targets])).toBe(0.25)
    expect(ask('ACTIVITY_TARGET', [targets])).toBe(20)
    expect(ask('ACTIVITY_TARGET', [targets], { where: 'owner=Ben' })).toBe(4)
    expect(ask('ACTIVITY_TARGET', [targets], { where: 'owner=Cleo' })).toBe(0)
  })
})

describe('ramp time', () => {
  const deals = (...rows: Cell[][]) =>
    table('deal_id created_at stage closed_at amount owner refund refund_at', ...rows)
  const won = (owner: string, closed: string, amount: Cell, refund: Cell = null): Cell[] => [
    `${owner} ${closed}`,
    serial(closed) - 10,
    'Won',
    serial(closed),
    amount,
    owner,
    refund,
    null,
  ]
  const monthly = (rep: string): Cell[][] =>
    ['2026-01', '2026-02', '2026-03', '2026-04'].map(period => [rep, period, 100, 0.5])
  const quotas = table('rep period quota ramp', ...monthly('Ana'), ...monthly('Ben'), ...monthly('Cleo'))
  const started = (...names: string[]) =>
    table('rep start end', ...names.map((rep): Cell[] => [rep, day('01-11'), null]))
  const booked = deals(
    won('Ana', '2026-01-20', 60),
    won('Ana', '2026-02-28', 120, 20),
    won('Ben', '2026-03-31', 100),
    won('Ben', '2026-02-10', 99.99),
  )
  const ramp = (rows: Matrix, team: Matrix, options: Options = {}) =>
    ask('RAMP_TIME', [rows, quotas, team], { from: '', to: '', asOf: day('04-30'), ...options })

  test('runs to the end of the first period at the full quota, unramped', () => {
    expect(ramp(booked, started('Ana'))).toBe(day('02-28') - day('01-11'))
    expect(ramp(booked, started('Ben'))).toBe(day('03-31') - day('01-11'))
    expect(call('RAMP_TIME', booked, quotas, started('Ana'), '', '', day('04-30'))).toBe(48)
  })

  test('to a share of the quota is shorter', () => {
    expect(call('RAMP_TIME', booked, quotas, started('Ana'), 0.6, '', day('04-30'))).toBe(20)
    expect(call('RAMP_TIME', booked, quotas, started('Ana'), 0, '', day('04-30'))).toEqual(
      fails('#NUM!', 'threshold is 0'),
    )
  })

  test('is the median of a team, those who are not there yet the slowest', () => {
    expect(ramp(booked, started('Ana', 'Ben'))).toBe((48 + 79) / 2)
    expect(ramp(booked, started('Ana', 'Ben', 'Cleo'))).toBe(79)
    expect(
      metricBy(['RAMP_TIME', 'rep', '', '', '', day('04-30'), '', booked, quotas, started('Ana', 'Ben')]),
    ).toEqual([
      ['Ana', 48, 1],
      ['Ben', 79, 1],
    ])
  })

  test('of one who is not there yet is not available', () => {
    expect(ramp(booked, started('Cleo'))).toEqual(fails('#N/A', 'not ramped yet'))
    expect(ramp(booked, started('Ana', 'Cleo'))).toEqual(fails('#N/A', 'not ramped yet'))
    expect(ramp(booked, started('Ben'), { asOf: day('03-30') })).toEqual(fails('#N/A', 'not ramped yet'))
    expect(ramp(booked, started('Dan'))).toEqual(fails('#N/A', 'no rep has a start'))
    expect(ramp(booked, table('rep start end', ['Ana', null, null]))).toEqual(
      fails('#N/A', 'no rep has a start'),
    )
  })

  test('names a deal without an amount', () => {
    expect(ramp(deals(won('Ana', '2026-01-20', null)), started('Ana'))).toEqual(
      fails('#N/A', 'amount is blank'),
    )
  })
})

describe('scored calls', () => {
  const calls = table(
    'call_id at rep rubric score',
    ['1', from, 'Ana', 'Messaging', 4],
    ['1', from, 'Ana', 'discovery', 2],
    ['2', from, 'Ana', 'messaging', 3],
    ['3', to + 0.5, 'Ben', 'messaging', 2.9],
    ['4', to + 1, 'Ben', 'messaging', 5],
    ['5', from, 'Ben', 'small talk', 5],
    ['6', from, 'Ben', 'messaging', null],
  )
  const terms = { 'behaviour.rubrics': 'messaging: 3; discovery: 3' }

  test('meet their rubric at its pass mark', () => {
    expect(ask('BEHAVIOUR_RATE', [calls], { terms })).toBe(0.5)
    expect(ask('BEHAVIOUR_RATE', [calls], { terms, where: 'rubric=messaging' })).toBe(2 / 3)
    expect(ask('MESSAGING_ADHERENCE', [calls], { terms })).toBe(1 / 3)
    expect(ask('MESSAGING_ADHERENCE', [calls], { terms, where: 'rubric=messaging' })).toBe(2 / 3)
    expect(call('MESSAGING_ADHERENCE', calls, from, to, definitions(terms), '', 'rep=Ana')).toBe(0.5)
  })

  test('of a rubric that nobody defined are told, not counted', () => {
    expect(metricExplain(['BEHAVIOUR_RATE', from, to, '', '', definitions(terms), calls])).toContain(
      '1 of a rubric that behaviour.rubrics does not hold',
    )
    expect(ask('MESSAGING_ADHERENCE', [calls])).toEqual(fails('#N/A', 'no rubric is defined'))
    expect(ask('BEHAVIOUR_RATE', [calls], { terms: { 'behaviour.rubrics': 'closing: 3' } })).toEqual(
      fails('#DIV/0!', 'no conversation'),
    )
    expect(ask('MESSAGING_ADHERENCE', [calls.slice(0, 1)], { terms })).toEqual(
      fails('#DIV/0!', 'no conversation'),
    )
  })
})

describe('qualification discipline', () => {
  const header = 'deal_id created_at stage closed_at amount qualified_at'
  const rows = (...dates: Cell[]) =>
    dates.map((date, index): Cell[] => [`${index}`, from, 'Open', null, 5, date])

  test('is the share of opportunities with their evidence', () => {
    const deals = table(header, ...rows(from, null, to, null))
    expect(ask('QUALIFICATION_DISCIPLINE', [deals])).toBe(0.5)
    expect(call('QUALIFICATION_DISCIPLINE', deals, from, to)).toBe(0.5)
    expect(ask('QUALIFICATION_DISCIPLINE', [deals], { from: to })).toEqual(fails('#DIV/0!', 'no opportunity'))
  })

  test('asks for all evidence that the table has, a “no” being some', () => {
    const deals = table(
      `${header} plausible_need agreed_appointment`,
      ['1', from, 'Open', null, 5, from, false, 'yes'],
      ['2', from, 'Open', null, 5, from, true, null],
    )
    expect(ask('QUALIFICATION_DISCIPLINE', [deals])).toBe(0.5)
    expect(ask('QUALIFICATION_DISCIPLINE', [sample])).toEqual(fails('#VALUE!', 'qualified_at'))
  })
})

describe('accounts', () => {
  const accounts = table(
    'account_id name tier region',
    ['a1', 'One', 'A', 'West'],
    ['a2', 'Two', 'b', 'West'],
    ['a3', 'Three', 'A', 'East'],
    ['a4', 'Four', null, 'East'],
  )
  const activities = table(
    'at type rep deal_id account_id',
    [day('01-05'), 'Call', 'Ana', 'D1', null],
    [day('01-06'), 'Call', 'Ana', null, 'a1'],
    [to + 0.5, 'Email', 'Ben', null, 'a3'],
    [to + 1, 'Email', 'Ben', null, 'a4'],
    [day('01-06'), 'Note', 'Ana', null, 'a4'],
    [day('01-06'), 'Call', 'Ana', null, 'elsewhere'],
  )
  const deals = table('deal_id created_at stage closed_at amount account_id', [
    'D1',
    from,
    'Open',
    null,
    5,
    'a2',
  ])

  test('are covered when an activity was with them, or with a deal of theirs', () => {
    expect(ask('TERRITORY_COVERAGE', [accounts, activities])).toBe(0.5)
    expect(ask('TERRITORY_COVERAGE', [accounts, activities, deals])).toBe(0.75)
    expect(ask('TERRITORY_COVERAGE', [accounts, activities], { asOf: day('02-01') })).toBe(0.25)
    expect(ask('TERRITORY_COVERAGE', [accounts, activities], { where: 'region=West' })).toBe(0.5)
    expect(ask('TERRITORY_COVERAGE', [accounts, activities], { where: 'territory=East' })).toBe(0.5)
    expect(
      metricBy(['TERRITORY_COVERAGE', 'region', from, to, '', '', '', accounts, activities, deals]),
    ).toEqual([
      ['East', 0.5, 2],
      ['West', 1, 2],
    ])
  })

  test('need their activities', () => {
    expect(ask('TERRITORY_COVERAGE', [accounts])).toEqual(fails('#VALUE!', 'ACTIVITIES'))
    expect(ask('TERRITORY_COVERAGE', [accounts.slice(0, 1), activities])).toEqual(fails('#DIV/0!', 'empty'))
  })

  test('are of a tier', () => {
    expect(call('ACCOUNT_TIER_SHARE', accounts, 'a')).toBe(0.5)
    expect(call('ACCOUNT_TIER_SHARE', accounts, 'B', '', '', 'region=West')).toBe(0.5)
    expect(call('ACCOUNT_TIER_SHARE', accounts, 'C')).toBe(0)
    expect(call('ACCOUNT_TIER_SHARE', accounts.slice(0, 1), 'A')).toEqual(fails('#DIV/0!', 'no account'))
    expect(call('ACCOUNT_TIER_SHARE', accounts)).toEqual(fails('#VALUE!', 'tier is missing'))
    expect(ask('ACCOUNT_TIER_SHARE', [accounts], { from: '', to: '' })).toEqual(
      fails('#VALUE!', 'tier is missing'),
    )
  })
})

describe('territories', () => {
  test('divide the revenue of the team', () => {
    expect(call('TERRITORY_PERFORMANCE', sample, reps, from, to)).toEqual([
      ['North', 35_000, 35_000 / 59_000, 2 / 3, 1, 35_000],
      ['South', 24_000, 24_000 / 59_000, 0.5, 1, 24_000],
    ])
  })

  test('keep a place for deals of reps whom nobody assigned', () => {
    const rows = call('TERRITORY_PERFORMANCE', sample, reps.slice(0, 2), from, to) as Matrix
    expect(rows.map(([territory, revenue]) => [territory, revenue])).toEqual([
      ['North', 35_000],
      ['(blank)', 24_000],
    ])
    expect(rows[1]?.[5]).toEqual(fails('#DIV/0!', 'reps is 0'))
  })

  test('list one where nothing was sold', () => {
    const more: Matrix = [...reps, ['Cleo', from, null, 'AE', 'East', 'Kim']]
    expect((call('TERRITORY_PERFORMANCE', sample, more, from, to) as Matrix)[2]).toEqual([
      ...['East', 0, 0],
      fails('#DIV/0!', 'no deal was decided'),
      ...[1, 0],
    ])
  })

  test('are those of the deals where these have a column Territory', () => {
    const own: Matrix = sample.map((row, index) => [
      ...row,
      index === 0 ? 'Territory' : index % 2 ? 'North' : 'South',
    ])
    const rows = call('TERRITORY_PERFORMANCE', own, reps, from, to) as Matrix
    const sums = rows.map(([territory, revenue]) => [territory, revenue])
    expect(sums).toEqual([
      ['North', 35_000],
      ['South', 24_000],
    ])
  })

  test('need a table of reps', () => {
    expect(call('TERRITORY_PERFORMANCE', sample, '', from, to)).toEqual(fails('#VALUE!', 'REPS'))
  })
})
