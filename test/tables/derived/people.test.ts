import type { Cell } from '../../../shared/values'
import { day, from, table } from '../../support/asking'
import { perRow } from '../../support/derived'
import { serial } from '../../support/tables'

const quarter = { from, to: day('03-31') }

describe('the period of a quota', () => {
  const quotas = (...periods: Cell[]) => ({
    quotas: table('rep period quota', ...periods.map((period): Cell[] => ['Ana', period, 100])),
  })
  const spans = (...periods: Cell[]) => {
    const [starts, ends] = ['quota_from', 'quota_to'].map(bound => perRow(bound, quotas(...periods)))
    return periods.map((_, row) => [starts?.[row], ends?.[row]])
  }

  test('has a name', () => {
    expect(spans('2026-Q1', '2026-02')).toEqual([
      [from, day('03-31')],
      [day('02-01'), day('02-28')],
    ])
  })

  test('or a day that stands for it, for as many months as lie between the nearest two', () => {
    expect(spans(day('04-01'), from, day('10-01'), null)).toEqual([
      [day('04-01'), day('06-30')],
      [from, day('03-31')],
      [day('10-01'), day('12-31')],
      [null, null],
    ])
    expect(spans(serial('2025-12-01'), from)).toEqual([
      [serial('2025-12-01'), serial('2025-12-31')],
      [from, day('01-31')],
    ])
    expect(spans(serial('2025-11-01'), from, from)).toEqual([
      [serial('2025-11-01'), serial('2025-12-31')],
      [from, day('02-28')],
      [from, day('02-28')],
    ])
  })

  test('a month, where there is but one or any is no first of a month; a year at most', () => {
    expect(spans(from)).toEqual([[from, day('01-31')]])
    expect(spans(from, day('04-15'))).toEqual([
      [from, day('01-31')],
      [day('04-01'), day('04-30')],
    ])
    expect(spans(from, serial('2029-01-01'))).toEqual([
      [from, day('12-31')],
      [serial('2029-01-01'), serial('2029-12-31')],
    ])
  })

  test('what is no period is refused', () => {
    const [unknown, none, fine] = perRow('quota_from', quotas('Spring', '2026-Q1-W15', '2026-Q1'))
    expect(unknown).toMatch(/^#VALUE! quotas row 2: .*Spring/)
    expect(none).toBe('#VALUE! quotas row 3: there is no 2026-Q1-W15: its quarter has fewer weeks')
    expect(fine).toBe(from)
  })

  test('is whole, partly or not in the period that is asked for', () => {
    const asked = quotas('2026-Q1', '2026-03', '2025-Q4', '2026-Q2', '2026-01', 'FY2026')
    expect(perRow('whole_period', asked, { period: quarter })).toEqual([
      ...[true, true, false, false, true],
      '#N/A quotas row 7 is for 2026-01-01 to 2026-12-31, which the period asked for holds in part: ask for whole periods of it',
    ])
    const within = { from: day('01-02'), to: day('03-30') }
    const inPart = expect.stringContaining('holds in part')
    expect(perRow('whole_period', asked, { period: within })).toEqual([
      ...[inPart, inPart, false, false, inPart, inPart],
    ])
    const edges = { from: day('01-31'), to: day('04-01') }
    expect(perRow('whole_period', asked, { period: edges })).toEqual([
      ...[inPart, true, false, inPart, inPart, inPart],
    ])
  })
})

describe('the share of a quota that is due', () => {
  const terms = { 'quota.ramp_curve': { 1: 0.25, 3: 0.9 } }
  const due = (rows: readonly Cell[][], reps: readonly Cell[][], agreed = terms as object) => {
    const tables = {
      quotas: table(
        'rep period quota ramp',
        ...rows.map(([rep, period, ramp]): Cell[] => [rep, period, 9, ramp] as Cell[]),
      ),
      reps: table('rep start end', ...reps.map(row => [...row])),
    }
    const asked = { terms: agreed as typeof terms }
    const [shares, months] = ['ramp_shares', 'ramp_months'].map(name => perRow(name, tables, asked))
    return rows.map((_, row) => [shares?.[row], months?.[row]])
  }

  test('is said in its row', () => {
    expect(
      due(
        [
          ['Ana', '2026-Q1', 0.5],
          ['Ana', '2026-Q1', 1],
        ],
        [['Ana', from, null]],
      ),
    ).toEqual([
      [0.5, 1],
      [1, 1],
    ])
    const says = '#NUM! quotas row 2: ramp is 0: a share above 0 and up to 1 is needed; 0.5 is 50 %'
    expect(due([['Ana', '2026-Q1', 0]], [])).toEqual([[says, says]])
    for (const ramp of [-0.1, 1.01]) {
      const lies = expect.stringContaining(`ramp is ${ramp}: it lies in 0…1`)
      expect(due([['Ana', '2026-Q1', ramp]], [])).toEqual([[lies, lies]])
    }
  })

  test('or follows the curve since the month in which the rep started', () => {
    const reps = [
      ['ANA', day('02-20'), null],
      [null, null, null],
      ['Ben', null, null],
      ['Cleo', day('01-31'), null],
      ['Cleo', serial('2020-01-31'), null],
      ['Dan', serial('2025-12-31'), null],
    ] as Cell[][]
    const quotas = ['Ana', 'Ben', 'Cleo', 'Dan', 'Eve', null].map((rep): Cell[] => [rep, '2026-Q1', null])
    expect(due(quotas, reps)).toEqual([
      [1.25, 3],
      [1, 1],
      [2.15, 3],
      [2.9, 3],
      [1, 1],
      [1, 1],
    ])
  })

  test('is all of it without a curve', () => {
    expect(due([['Ana', '2026-Q1', null]], [['Ana', from, null]], { 'quota.ramp_curve': {} })).toEqual([
      [1, 1],
    ])
  })
})

describe('targets', () => {
  test('are of a metric by its name, and of working days from its first on', () => {
    const targets = table(
      'metric period_start period_end target',
      ['Win rate', from, day('03-31'), 1],
      ['TOTAL_REVENUE', from, day('03-31'), 1],
    )
    expect(perRow('target_metric', { targets })).toEqual(['WIN_RATE', 'TOTAL_REVENUE'])
    expect(perRow('eve', { targets }, { period: quarter })).toEqual([from - 1, from - 1])
    // 2026 begins on a Thursday: five days to 7 January, Saturday and Sunday none of them.
    const week = { period: { from, to: day('01-07') } }
    expect(perRow('working_days_in_period', { targets }, week)).toEqual([5, 5])
    expect(perRow('working_days_gone', { targets }, { ...week, asOf: from })).toEqual([1, 1])
    expect(perRow('working_days_gone', { targets }, { ...week, asOf: from - 9 })).toEqual([0, 0])
    expect(perRow('working_days_gone', { targets }, { ...week, asOf: day('02-01') })).toEqual([5, 5])
  })
})

describe('how long a rep takes to the first full quota', () => {
  const reps = table(
    'rep start end',
    ['Ana', day('01-11'), null],
    ['ben', from, null],
    ['Cleo', null, null],
    ['Dan', from, null],
    ['Eve', day('03-01'), null],
    ['Finn', day('02-01'), null],
  )
  const quotas = (...rows: Cell[][]) => table('rep period quota', ...rows)
  const deals = (...rows: Cell[][]) =>
    table(
      'deal_id created_at stage closed_at amount owner refund refund_at',
      ...rows.map(
        ([owner, closed, amount, refund = null, refunded = null], index): Cell[] =>
          [`D${index}`, from, 'Won', closed, amount, owner, refund, refunded] as Cell[],
      ),
    )
  const asked = { period: quarter, asOf: day('06-30') }
  const monthly = (rep: Cell, ...quota: Cell[]): Cell[][] =>
    quota.map((amount, month) => [rep, `2026-0${month + 1}`, amount])

  test('is to the end of the first period whose bookings, refunds taken off, reach it', () => {
    const tables = {
      reps,
      quotas: quotas(
        ...monthly('Ben', 100, 100, 100).reverse(),
        ...monthly('ANA', 100, 100),
        ...monthly('Dan', 50),
      ),
      deals: deals(
        ['BEN', day('01-01'), 60],
        ['Ben', day('01-31') + 0.5, 40],
        ['Ben', day('02-10'), 200],
        ['Ben', day('03-10'), 200],
        ['Ana', day('01-31'), 99],
        ['Ana', day('02-28'), 130, 30, day('02-28')],
        ['Dan', day('02-01'), 1000],
        ['Dan', serial('2025-12-31'), 1000],
      ),
    }
    expect(perRow('ramp_days', tables, asked)).toEqual([48, 30, null, null, null, null])
    expect(perRow('ramping', tables, asked)).toEqual([true, true, false, true, false, false])
    const half = { ...asked, terms: { 'ramp.threshold': 0.9 } }
    expect(perRow('ramp_days', tables, half)).toEqual([20, 30, null, null, null, null])
    const short = { ...asked, period: { from, to: day('01-30') } }
    expect(perRow('ramp_days', tables, short)).toEqual([null, null, null, null, null, null])
  })

  test('takes the quotas of one period together, not those that only begin together', () => {
    const rows: Cell[][] = [
      ['Ben', '2026-01', 60],
      ['Ben', '2026-01', 50],
      ['Dan', '2026-01', 60],
      ['Dan', '2026-Q1', 50],
    ]
    const tables = {
      reps,
      quotas: quotas(...rows),
      deals: deals(['Ben', day('01-05'), 100], ['Dan', day('01-05'), 60]),
    }
    expect(perRow('ramp_days', tables, asked)).toEqual([null, null, null, 30, null, null])
  })

  test('has no period that ended before the start, lies ahead, or has no quota', () => {
    const tables = {
      reps,
      quotas: quotas(
        ...monthly('Eve', 1, 1),
        ...([
          ['Finn', '2026-02', 0],
          ['Finn', '2026-03', null],
          ['Finn', null, 5],
          ['Finn', '2026-Q2', 5],
        ] as Cell[][]),
        ...([
          [null, null, null],
          ['Ana', '2026-04', 5],
          ['Ben', '2026-04', 5],
        ] as Cell[][]),
        ['Dan', '2026-03', 5],
      ),
      deals: deals(),
    }
    expect(perRow('ramping', tables, asked)).toEqual([false, false, false, true, false, false])
    const later = { ...asked, period: { from, to: day('04-01') } }
    expect(perRow('ramping', tables, later)).toEqual([true, true, false, true, false, true])
    const eve = quotas(['Eve', '2026-03', 5], ['Finn', '2025-12', 5])
    expect(perRow('ramping', { ...tables, quotas: eve }, asked)).toEqual([
      ...Array(4).fill(false),
      true,
      false,
    ])
    const started = table('rep start end', ['Eve', day('03-31') + 0.5, null], ['Finn', day('04-01'), null])
    const both = quotas(['Eve', '2026-03', 5], ['Finn', '2026-03', 5])
    expect(perRow('ramping', { reps: started, quotas: both, deals: deals() }, asked)).toEqual([true, false])
  })

  test('is not known where an amount is missing', () => {
    const tables = { reps, quotas: quotas(['Ana', '2026-02', 5]), deals: deals(['Ana', day('02-05'), null]) }
    expect(perRow('ramp_days', tables, asked)[0]).toBe(
      '#N/A deals row 2 (D0) counts, but its amount is blank: fill it in',
    )
  })
})

describe('activities', () => {
  test('are of a kind, whatever the CRM calls it', () => {
    const said: Cell[][] = [
      ['Phone Call', null],
      ['E-Mail', null],
      ['Demo', 'Completed'],
      ['Meeting', 'No show'],
      ['Meeting', null],
      ['LinkedIn', 'done'],
    ]
    const columns = 'at rep type outcome'
    const activities = table(columns, ...said.map((row): Cell[] => [from, 'Ana', ...row]))
    expect(perRow('activity_kind', { activities })).toEqual([
      ...['call', 'email', 'meeting_held', 'meeting_missed', 'meeting_booked', 'linkedin'],
    ])
    expect(perRow('activity_word', { activities }).slice(0, 2)).toEqual(['phone_call', 'e_mail'])
    const silent = activities.map(row => row.slice(0, 3))
    expect(perRow('activity_kind', { activities: silent })[2]).toBe('meeting_booked')
  })

  test('came from the other side by their direction or type', () => {
    const rows = [
      [from, 'Ana', 'call', 'Inbound'],
      [from, 'Ana', 'Incoming email', 'outbound'],
      [from, 'Ana', 'call', null],
    ] as Cell[][]
    const activities = table('at rep type direction', ...rows)
    expect(perRow('incoming', { activities })).toEqual([true, true, false])
    expect(perRow('incoming', { activities: activities.map(row => row.slice(0, 3)) })).toEqual([
      false,
      true,
      false,
    ])
  })
})

describe('whether an account was touched in the period', () => {
  const accounts = table(
    'account_id name tier',
    ...['A1', 'A2', 'A3', 'A4'].map((id): Cell[] => [id, id, 'A']),
  )
  const columns = 'at type rep account_id deal_id'
  const touch = (at: Cell, account: Cell, deal: Cell = null): Cell[] => [at, 'call', 'Ana', account, deal]
  const deals = table(
    'deal_id created_at stage closed_at amount account_id',
    ['D1', from, 'Open', null, 1, 'A2'],
    ['D1', from, 'Open', null, 1, 'A3'],
    [null, from, 'Open', null, 1, 'A4'],
  )
  const touched = (rows: readonly Cell[][], more = {}) =>
    perRow('touched', { accounts, activities: table(columns, ...rows), ...more }, { period: quarter })

  test('goes by the account of the activity, else by that of its deal, the upper of two', () => {
    expect(touched([touch(from, 'A1'), touch(day('03-31') + 0.9, null, 'D1')], { deals })).toEqual([
      ...[true, true, false, false],
    ])
    expect(touched([touch(from, 'A1'), touch(from, null, 'D1')])).toEqual([true, false, false, false])
    expect(touched([touch(from, null, null), touch(from, null, 'D9')], { deals })).toEqual(
      Array(4).fill(false),
    )
  })

  test('by any of its activities that counts and lies in it', () => {
    const rows = [
      touch(from - 1, 'A1'),
      touch(day('02-01'), 'A1'),
      touch(day('04-01'), 'A1'),
      touch(from - 0.1, 'A2'),
      touch(null, 'A3'),
      touch(day('04-01'), 'A3'),
      [null, null, null, null, null],
      [from, 'hovercraft', 'Ana', 'A3', null],
      touch(from, 'A4'),
    ] as Cell[][]
    expect(touched(rows)).toEqual([true, false, false, true])
  })

  test('an account without an id is none that an activity without one could touch', () => {
    const nameless = { accounts: table('account_id name tier', [null, 'Acme', 'A']) }
    const activities = table(columns, touch(from, null))
    expect(perRow('touched', { ...nameless, activities }, { period: quarter })).toEqual([false])
  })

  test('needs no column that tells accounts or deals', () => {
    const activities = table('at type rep', [from, 'call', 'Ana'])
    expect(perRow('touched', { accounts, activities, deals }, { period: quarter })).toEqual(
      Array(4).fill(false),
    )
  })
})

test('a call is judged by the pass mark of its rubric, regardless of case', () => {
  const scored_calls = table(
    'call_id at rep rubric score',
    ...['Messaging', 'discovery', 'Other', null].map((rubric): Cell[] => ['C', from, 'Ana', rubric, 3]),
  )
  const marked = (rubrics: Readonly<Record<string, number>>) =>
    perRow('pass_mark', { scored_calls }, { terms: { 'behaviour.rubrics': rubrics } })
  expect(marked({ messaging: 3, discovery: 4 })).toEqual([3, 4, null, null])
  expect(marked({})[0]).toBe(
    '#N/A no rubric is defined: put each with the score that passes into behaviour.rubrics, such as messaging: 3',
  )
})
