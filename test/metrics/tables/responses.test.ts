import fc from 'fast-check'
import type { Argument, Cell, Matrix } from '../../../shared/values'
import { ask, call, day, deals, fails, from, leads, type Options, table, to } from '../../support/asking'
import { definitions } from '../../support/definitions'
import { serial } from '../../support/tables'

const header =
  'lead_id created_at issued_at assigned_at owner qualified outcome_code first_response_at source'

type Parts = {
  created?: string
  assigned?: string
  answered?: string | null
  owner?: string
  source?: string | null
}

/** A lead issued at a moment of 2026 (`01-05 09:30`); 5 January was a Monday. */
const lead = (id: string, issued: string, parts: Parts = {}): Cell[] => [
  ...[
    id,
    day(parts.created ?? issued),
    day(issued),
    parts.assigned === undefined ? null : day(parts.assigned),
  ],
  ...[parts.owner ?? 'Ana', true, null],
  parts.answered === undefined || parts.answered === null ? null : day(parts.answered),
  parts.source ?? null,
]
const of = (metric: Argument, rows: Cell[][], options: Options = {}) =>
  ask(metric, [table(header, ...rows)], options)
const hours = (rows: Cell[][], terms: Record<string, Cell> = {}) =>
  of('LEAD_RESPONSE_TIME', rows, { terms: { ...terms } })
const elapsed = { 'sla.clock_type': 'elapsed' }

describe('the sample quarter', () => {
  test.each([
    ['mean', 'elapsed', 379 / 24],
    ['median', 'elapsed', 2.5],
    ['p90', 'elapsed', 44.25],
    ['mean', 'business', 2.375],
    ['median', 'business', 0.625],
    ['', '', 0.625],
  ])('response time, %s of %s hours', (statistic, clock, expected) => {
    expect(call('LEAD_RESPONSE_TIME', leads, from, to, statistic, clock)).toBe(expected)
    const terms: Record<string, Cell> =
      statistic === '' ? {} : { 'sla.statistic': statistic, 'sla.clock_type': clock }
    expect(ask('LEAD_RESPONSE_TIME', [leads], { terms })).toBe(expected)
  })

  test('from the creation, as the buyer sees it', () => {
    const terms = { ...elapsed, 'sla.clock_start': 'created_at' }
    expect(ask('LEAD_RESPONSE_TIME', [leads], { terms })).toBe(3.25)
  })

  test.each<[string, Record<string, Cell>, number]>([
    ['within 4 business hours', {}, 5 / 7],
    ['of those who answered', { 'sla.unanswered': 'exclude' }, 5 / 6],
    ['within 4 hours', elapsed, 4 / 7],
    ['within a hair less than 4 business hours', { 'sla.response_hours': 3.9999 }, 4 / 7],
  ])('answered %s', (_what, terms, expected) => {
    expect(ask('RESPONSE_SLA_RATE', [leads], { terms })).toBe(expected)
    expect(call('RESPONSE_SLA_RATE', leads, from, to, '', definitions(terms))).toBe(expected)
  })

  test('ever answered, who did, and who waits', () => {
    expect(ask('FOLLOW_UP_RATE', [leads])).toBe(6 / 7)
    expect(ask('FOLLOW_UP_RATE', [leads], { asOf: '2026-02-10' })).toBe(4 / 6)
    expect(call('OVERDUE_LEADS', leads)).toEqual([['L05', 'Ana', 348]])
    expect(call('RESPONSE_BY_REP', leads, from, to)).toEqual([
      ['Ben', 3, 0.5, 2 / 3],
      ['Ana', 4, 0.75, 0.75],
    ])
    expect(call('CONVERSION_BY_RESPONSE', leads, deals, [[1, 4, 24]])).toEqual([
      ['up to 1 h', 5, 4, 0.8],
      ['over 1 to 4 h', 1, 1, 1],
      ['over 4 to 24 h', 1, 1, 1],
      ['over 24 h', 0, 0, null],
      ['unanswered', 1, 0, 0],
    ])
  })
})

describe('response time', () => {
  test('of nobody there is none', () => {
    expect(hours([lead('1', '01-05 09:00')])).toEqual(fails('#N/A', 'of nobody'))
    expect(hours([])).toEqual(fails('#N/A', 'of nobody'))
  })

  test('an answer before the issue is immediate, one at night takes no business hours', () => {
    expect(hours([lead('1', '01-05 09:00', { answered: '01-04 12:00' })])).toBe(0)
    expect(hours([lead('1', '01-05 17:30', { answered: '01-05 23:00' })])).toBe(0)
    expect(hours([lead('1', '01-05 17:30', { answered: '01-05 23:00' })], elapsed)).toBe(5.5)
  })

  test('holidays, opening hours and free days are the team’s', () => {
    const weekend = [lead('1', '01-09 16:45', { answered: '01-12 09:15' })]
    expect(hours(weekend)).toBe(0.5)
    expect(hours(weekend, { 'calendar.holidays': '2026-01-12' })).toBe(0.25)
    expect(hours(weekend, { 'calendar.weekend_mask': '0000001' })).toBe(8.5)
    expect(hours(weekend, { 'calendar.open': '08:00', 'calendar.close': '18:00' })).toBe(2.5)
  })

  test('from the last assignment, where that starts the clock', () => {
    const rows = [lead('1', '01-05 09:00', { assigned: '01-05 11:00', answered: '01-05 12:00' })]
    expect(hours(rows, { 'sla.clock_start': 'assigned_at' })).toBe(1)
    expect(
      hours([lead('1', '01-05 09:00', { answered: '01-05 12:00' })], { 'sla.clock_start': 'assigned_at' }),
    ).toBe(3)
  })

  test('as HubSpot exports it: so many milliseconds after the assignment', () => {
    const exported = table(
      'Record_ID Create_Date Contact_owner Lead_Status Owner_Assigned_Date qualified hs_time_to_first_engagement',
      [1, day('01-05'), 'Ana', 'OPEN', day('01-05 09:00'), true, 5_400_000],
      [2, day('01-05'), 'Ana', 'OPEN', day('01-05 09:00'), true, null],
    )
    expect(ask('LEAD_RESPONSE_TIME', [exported])).toBe(1.5)
    expect(ask('FOLLOW_UP_RATE', [exported])).toBe(0.5)
  })

  test('an answer after as_of has not come yet', () => {
    const rows = [
      lead('1', '01-05 09:00', { answered: '01-05 10:00' }),
      lead('2', '01-05 09:00', { answered: '01-06 09:00' }),
    ]
    expect(of('LEAD_RESPONSE_TIME', rows, { asOf: '2026-01-05' })).toBe(1)
    expect(of('LEAD_RESPONSE_TIME', rows, { asOf: '2026-01-06' })).toBe(4.5)
  })

  test('leads that still wait may count with their age, as long as the statistic can be known', () => {
    const answered = Array.from({ length: 9 }, (_, index) =>
      lead(`a${index}`, '01-05 09:00', { answered: '01-05 10:00' }),
    )
    const waiting = Array.from({ length: 9 }, (_, index) => lead(`w${index}`, '01-05 09:00'))
    const censored = (statistic: string, waits: number) =>
      call(
        'LEAD_RESPONSE_TIME',
        table(header, ...answered, ...waiting.slice(0, waits)),
        ...[from, to, statistic, 'elapsed', '', serial('2026-01-05'), '', 'censor'],
      )
    expect(censored('median', 8)).toBe(1)
    expect(censored('median', 9)).toEqual(fails('#N/A', 'half of the leads'))
    expect(censored('p90', 0)).toBe(1)
    expect(censored('p90', 1)).toEqual(fails('#N/A', 'a tenth'))
    expect(censored('mean', 1)).toBe(2.4)
    expect(censored('mean', 0)).toBe(1)
  })

  test('a table without answers says which column it lacks', () => {
    const without = table('lead_id created_at issued_at owner qualified outcome_code', [
      '1',
      from,
      from,
      'Ana',
      true,
      null,
    ])
    expect(ask('LEAD_RESPONSE_TIME', [without])).toEqual(fails('#VALUE!', 'first_response_at'))
    expect(ask('NET_LEADS_ISSUED', [without])).toBe(1)
    expect(call('LEAD_RESPONSE_TIME', leads, from, to, 'mode')).toEqual(fails('#VALUE!', 'median, mean, p90'))
  })
})

describe('the agreed time', () => {
  const rate = (rows: Cell[][], options: Options = {}) => of('RESPONSE_SLA_RATE', rows, options)

  test('is kept to the second, at its very end too', () => {
    const at = (time: string) => [lead('1', '01-05 09:00', { answered: `01-05 ${time}` })]
    const terms = { 'sla.response_hours': 4.1 }
    expect(rate(at('13:06'), { terms })).toBe(1)
    expect(rate(at('13:07'), { terms })).toBe(0)
    expect(call('RESPONSE_SLA_RATE', table(header, ...at('13:06')), from, to, 4.1)).toBe(1)
    expect(call('RESPONSE_SLA_RATE', table(header, ...at('13:06')), from, to, 4)).toBe(0)
  })

  test('a lead that still has time is neither kept nor broken', () => {
    const rows = [lead('1', '01-05 13:00'), lead('2', '01-05 09:00', { answered: '01-05 10:00' })]
    expect(rate(rows, { asOf: '2026-01-05' })).toBe(1)
    expect(rate(rows, { asOf: '2026-01-06' })).toBe(0.5)
    expect(rate(rows.slice(0, 1), { asOf: '2026-01-05' })).toEqual(fails('#DIV/0!', 'none is overdue yet'))
    expect(rate(rows.slice(0, 1), { asOf: '2026-01-06' })).toBe(0)
    expect(rate(rows, { asOf: '2026-01-06', terms: { 'sla.unanswered': 'exclude' } })).toBe(1)
  })

  test('may differ by source', () => {
    const rows = ['web', 'EVENT', null].map((source, index) =>
      lead(String(index), '01-05 09:00', { source, answered: '01-05 12:00' }),
    )
    const by = (agreed: string) => rate(rows, { terms: { 'sla.response_hours': agreed } })
    expect(by('web: 2; event: 3; other: 24')).toBe(2 / 3)
    expect(by('web: 3; event: 4')).toEqual(
      fails('#N/A', 'leads row 4 (2): sla.response_hours has nothing for'),
    )
    expect(by('event: 4; other: 1')).toBe(1 / 3)
    expect(by('none')).toEqual(fails('#N/A', 'the source “web”'))
    const own = definitions({ 'sla.response_hours': 'web: 3; event: 4' })
    expect(call('RESPONSE_SLA_RATE', table(header, ...rows), from, to, 3, own)).toBe(1)
  })

  test.each([0, -4])('of %d hours is none', sla => {
    expect(call('RESPONSE_SLA_RATE', leads, from, to, sla)).toEqual(fails('#NUM!', `sla_hours is ${sla}`))
  })
})

describe('lists', () => {
  test('overdue are the unanswered whose time is up, the longest waiting first', () => {
    const rows = table(
      header,
      lead('b', '01-06 09:00', { owner: 'Ben' }),
      lead('a', '01-06 09:00'),
      lead('c', '01-05 09:00', { owner: 'Cy' }),
      lead('d', '01-05 09:00', { answered: '01-09 09:00' }),
    )
    const overdue = (asOf: string, where = '') => call('OVERDUE_LEADS', rows, '', serial(asOf), where)
    expect(overdue('2026-01-08')).toEqual([
      ['c', 'Cy', 32],
      ['d', 'Ana', 32],
      ['a', 'Ana', 24],
      ['b', 'Ben', 24],
    ])
    expect(overdue('2026-01-09', 'owner=ana')).toEqual([['a', 'Ana', 32]])
    expect(overdue('2026-01-04')).toEqual(fails('#N/A', 'no lead is overdue'))
  })

  test('reps stand in the order of their medians, those without one last', () => {
    const rows = table(
      header,
      lead('1', '01-05 09:00', { owner: 'Slow', answered: '01-05 16:00' }),
      lead('2', '01-05 09:00', { owner: 'never' }),
      lead('3', '01-05 09:00', { owner: 'Quick', answered: '01-05 09:30' }),
      lead('4', '01-06 09:00', { owner: 'quick', answered: '01-06 10:30' }),
    )
    const mean = definitions({ 'sla.statistic': 'mean' })
    expect(call('RESPONSE_BY_REP', rows, from, to, mean)).toEqual([
      ['Quick', 2, 1, 1],
      ['Slow', 1, 7, 0],
      ['never', 1, fails('#N/A', 'of nobody'), 0],
    ])
  })

  test('buckets go from short to long', () => {
    const asked = (...buckets: Cell[]) => call('CONVERSION_BY_RESPONSE', leads, deals, [buckets])
    expect(asked(4, 1)).toEqual(fails('#NUM!', 'cell 2, is 1'))
    expect(asked(4, 4)).toEqual(fails('#NUM!', 'cell 2, is 4'))
    expect(asked(-1)).toEqual(fails('#NUM!', 'cell 1, is -1'))
    expect(asked('x')).toEqual(fails('#VALUE!', 'x'))
    expect(asked(null)).toEqual(fails('#VALUE!', 'buckets'))
    expect(asked(0)).toEqual([
      ['up to 0 h', 0, 0, null],
      ['over 0 h', 7, 6, 6 / 7],
      ['unanswered', 1, 0, 0],
    ])
  })

  test('what is not known yet has neither been answered nor converted', () => {
    expect(call('CONVERSION_BY_RESPONSE', leads, deals, [[4]], '', day('01-14'))).toEqual([
      ['up to 4 h', 3, 2, 2 / 3],
      ['over 4 h', 0, 0, null],
      ['unanswered', 0, 0, null],
    ])
    expect(call('CONVERSION_BY_RESPONSE', leads, deals, [[4]], '', day('01-09'), 'source=event')).toEqual([
      ['up to 4 h', 0, 0, null],
      ['over 4 h', 0, 0, null],
      ['unanswered', 1, 0, 0],
    ])
  })
})

describe('laws', () => {
  const anyLead = fc.record({
    issued: fc.integer({ min: 0, max: 60 * 24 }),
    answered: fc.option(fc.integer({ min: -5, max: 200 }), { nil: null }),
    owner: fc.constantFrom('Ana', 'Ben', 'Cy'),
  })
  type AnyLead = typeof anyLead extends fc.Arbitrary<infer Row> ? Row : never
  /** Moments are whole hours, so that hours can be counted one by one. */
  const rowsOf = (list: readonly AnyLead[]): Matrix =>
    table(
      'lead_id created_at issued_at owner qualified outcome_code first_response_at',
      ...list.map(({ issued, answered, owner }, index) => [
        ...[String(index), from, from + issued / 24, owner, true, null],
        answered === null ? null : from + (issued + answered) / 24,
      ]),
    )
  const lists = fc.array(anyLead, { maxLength: 12 })

  /** Walks from hour to hour. */
  function waited(issued: number, until: number, business: boolean): number {
    let open = 0
    for (let hour = issued; hour < until; hour++) {
      const weekday = (from + Math.floor(hour / 24) - 2) % 7
      const isOpen = weekday < 5 && hour % 24 >= 9 && hour % 24 < 17
      if (isOpen || !business) open++
    }
    return open
  }

  function naive(list: readonly AnyLead[], asOfDay: number, sla: number, business: boolean) {
    const end = (asOfDay + 1) * 24
    const seen = list.filter(({ issued }) => issued < end)
    const taken = seen.flatMap(({ issued, answered }) =>
      answered !== null && issued + answered < end
        ? [waited(issued, Math.max(issued, issued + answered), business)]
        : [],
    )
    const overdue = seen.filter(
      ({ issued, answered }) =>
        (answered === null || issued + answered >= end) && waited(issued, end, business) > sla,
    ).length
    const sorted = [...taken].sort((a, b) => a - b)
    const middle = (sorted.length - 1) / 2
    const median = ((sorted[Math.floor(middle)] as number) + (sorted[Math.ceil(middle)] as number)) / 2
    const kept = taken.filter(each => each <= sla).length
    return {
      median: taken.length === 0 ? '#N/A' : median,
      rate: taken.length + overdue === 0 ? '#DIV/0!' : kept / (taken.length + overdue),
      followed: seen.length === 0 ? '#DIV/0!' : taken.length / seen.length,
      overdue,
    }
  }

  test('the same as counted hour by hour', () => {
    fc.assert(
      fc.property(
        fc.tuple(lists, fc.integer({ min: 0, max: 70 }), fc.integer({ min: 1, max: 30 }), fc.boolean()),
        ([list, later, sla, business]) => {
          const rows = rowsOf(list)
          const asOf = new Date((from + later - 25_569) * 86_400_000).toISOString().slice(0, 10)
          const terms = {
            'sla.response_hours': sla,
            'sla.clock_type': business ? 'business' : 'elapsed',
          }
          const names = [['LEAD_RESPONSE_TIME'], ['RESPONSE_SLA_RATE'], ['FOLLOW_UP_RATE']]
          const found = (ask(names, [rows], { asOf, terms }) as Matrix).flat()
          const shown = found.map(cell => (typeof cell === 'object' && cell !== null ? cell.error : cell))
          const { median, rate, followed, overdue } = naive(list, later, sla, business)
          expect(shown).toEqual([median, rate, followed])
          const waiting = call('OVERDUE_LEADS', rows, definitions(terms), from + later)
          expect(Array.isArray(waiting) ? waiting.length : 0).toBe(overdue)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('reps have all net leads between them, and buckets all net leads', () => {
    fc.assert(
      fc.property(lists, list => {
        const rows = rowsOf(list)
        const net = ask('NET_LEADS_ISSUED', [rows])
        const sumOf = (result: unknown, column: number): number =>
          Array.isArray(result) ? result.reduce((all, row) => all + Number(row[column]), 0) : 0
        expect(sumOf(call('RESPONSE_BY_REP', rows, from, to), 1)).toBe(net)
        const none = table('deal_id created_at stage amount closed_at deal_type')
        const withIds = rows.map((row, index) => [...row, index === 0 ? 'opportunity_id' : null])
        expect(sumOf(call('CONVERSION_BY_RESPONSE', withIds, none, [[1, 8]]), 1)).toBe(net)
        const turned = [rows[0] as Cell[], ...rows.slice(1).reverse()]
        expect(call('RESPONSE_BY_REP', turned, from, to)).toEqual(call('RESPONSE_BY_REP', rows, from, to))
      }),
      { numRuns: 100 },
    )
  })
})
