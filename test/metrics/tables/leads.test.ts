import fc from 'fast-check'
import type { Cell, Matrix } from '../../../shared/values'
import { ask, call, day, fails, from, leads, type Options, table, to } from '../../support/asking'
import { definitions } from '../../support/definitions'
import { serial } from '../../support/tables'

const columns =
  'lead_id created_at issued_at owner qualified accepted outcome_code outcome_at email name domain is_test duplicate_of next_action_due next_action_done_at score'.split(
    ' ',
  )

type Lead = Readonly<Record<string, Cell>>

/** A qualified lead of Ana's, issued on a day of 2026, unless the parts say otherwise. */
const lead = (id: string, issued: string, parts: Lead = {}): Lead => ({
  lead_id: id,
  created_at: day(issued),
  issued_at: day(issued),
  owner: 'Ana',
  qualified: true,
  ...parts,
})
const tableOf = (...rows: readonly Lead[]): Matrix => [
  columns,
  ...rows.map(row => columns.map(column => row[column] ?? null)),
]
const of = (metric: string, rows: readonly Lead[], options: Options = {}) =>
  ask(metric, [tableOf(...rows)], options)
const net = (rows: readonly Lead[], options: Options = {}) => of('NET_LEADS_ISSUED', rows, options)

describe('the sample quarter', () => {
  test.each([
    ['LEADS_CREATED', 12],
    ['LEADS_QUALIFIED', 11],
    ['LEADS_ISSUED', 9],
    ['NET_LEADS_ISSUED', 7],
    ['NET_LEAD_YIELD', 7 / 9],
    ['LEAD_REJECTION_RATE', 2 / 9],
    ['LEAD_QUALITY', 11 / 12],
    ['ISSUE_COMPLETENESS', 0.9],
    ['OUTCOME_CODING_RATE', 6 / 7],
    ['NURTURE_SHARE', 2 / 12],
    ['FOLLOW_UP_RATE', 6 / 7],
  ])('%s', (name, expected) => {
    expect(ask(name, [leads])).toBe(expected)
    if (name !== 'NET_LEAD_YIELD') expect(call(name, leads, from, to)).toBe(expected)
  })

  test('codes of the set, given within ten days of the issue: one came after 54', () => {
    expect(call('OUTCOME_CODING_RATE', leads, from, to, '', '', '', 'in_time')).toBe(5 / 7)
  })

  test('nothing happened', () => {
    const before = { from: serial('2025-01-01'), to: serial('2025-03-31') }
    for (const count of ['LEADS_CREATED', 'LEADS_QUALIFIED', 'LEADS_ISSUED', 'NET_LEADS_ISSUED']) {
      expect(ask(count, [leads], before)).toBe(0)
    }
    const rates = ['NET_LEAD_YIELD', 'LEAD_REJECTION_RATE', 'LEAD_QUALITY', 'ISSUE_COMPLETENESS']
    for (const rate of [...rates, 'OUTCOME_CODING_RATE', 'NURTURE_SHARE', 'FOLLOW_UP_RATE']) {
      expect(ask(rate, [leads], before)).toEqual(fails('#DIV/0!'))
    }
    expect(call('OUTCOME_MIX', leads, before.from, before.to)).toEqual(fails('#N/A', 'no row'))
    expect(call('LEADS_BY', leads, before.from, before.to, 'source')).toEqual(fails('#N/A', 'no row'))
  })

  test('by source, and what became of the leads', () => {
    expect(call('LEADS_BY', leads, from, to, 'source')).toEqual([
      ['web', 7, 5, 4],
      ['paid', 3, 2, 1],
      ['event', 2, 2, 2],
    ])
    expect(call('LEADS_BY', leads, from, to, 'owner', '', '', 'source=web')).toEqual([
      ['Ana', 3, 3, 3],
      ['Ben', 3, 2, 1],
      ['(blank)', 1, 0, 0],
    ])
    expect(call('OUTCOME_MIX', leads, from, to)).toEqual([
      ['OPPORTUNITY', 5, 5 / 9],
      ['(uncoded)', 1, 1 / 9],
      ['DUPLICATE', 1, 1 / 9],
      ['INVALID', 1, 1 / 9],
      ['NURTURE', 1, 1 / 9],
    ])
    expect(call('OUTCOME_MIX', leads, from, to, '', day('01-31'))).toEqual([
      ['OPPORTUNITY', 3, 0.75],
      ['(uncoded)', 1, 0.25],
    ])
  })

  test('a column that is not there is asked for', () => {
    expect(call('LEADS_BY', leads, from, to)).toEqual(fails('#VALUE!', 'column is missing'))
    expect(call('LEADS_BY', leads, from, to, 'sorce')).toEqual(fails('#VALUE!', 'did you mean source?'))
    expect(ask('LEAD_ACCEPTANCE_RATE', [leads])).toEqual(fails('#VALUE!', 'no column accepted'))
    expect(ask('NEXT_ACTION_RATE', [leads])).toEqual(fails('#VALUE!', 'no column next_action_due'))
    const months = [[from, day('04-01')]]
    expect(call('LEADS_BY', leads, months, [[to, day('04-30')]], 'source')).toEqual(
      fails('#VALUE!', 'one period'),
    )
  })
})

describe('created, qualified and issued', () => {
  test('each on its own day: created on the last day, issued in the next quarter', () => {
    const rows = [lead('1', '04-01', { created_at: to + 0.99 })]
    expect(of('LEADS_CREATED', rows)).toBe(1)
    expect(of('LEADS_QUALIFIED', rows)).toBe(1)
    expect(of('LEADS_ISSUED', rows)).toBe(0)
    expect(of('LEADS_ISSUED', [lead('1', '03-31', { created_at: day('04-05') })])).toBe(1)
  })

  test('what an issued lead needs is the team’s to say', () => {
    const rows = [lead('1', '01-05'), lead('2', '01-05', { owner: null })]
    expect(of('LEADS_ISSUED', rows)).toBe(1)
    expect(of('LEADS_ISSUED', rows, { terms: { 'lead.issued_requirements': 'issued_at' } })).toBe(2)
    const terms = { 'lead.issued_requirements': 'issued_at, owner, next_action_due' }
    expect(of('LEADS_ISSUED', rows, { terms })).toBe(0)
    expect(of('ISSUE_COMPLETENESS', rows)).toBe(0.5)
  })

  test('a score may qualify, and so may evidence', () => {
    const rows = [lead('1', '01-05', { score: 50 }), lead('2', '01-05', { score: 49.9 }), lead('3', '01-06')]
    const terms = { 'lead.qualification_threshold': 'score >= 50' }
    expect(of('LEADS_QUALIFIED', rows, { terms })).toBe(1)
    expect(of('LEAD_QUALITY', rows, { terms })).toBe(1 / 3)
    expect(of('NURTURE_SHARE', [...rows, lead('4', '01-06', { outcome_code: 'not_now' })], { terms })).toBe(
      1 / 3,
    )
    const evidence = {
      'lead.qualification_threshold': 'all of fits_profile, plausible_need, agreed_appointment',
    }
    expect(of('LEADS_QUALIFIED', rows, { terms: evidence })).toEqual(fails('#VALUE!', 'fits_profile'))
  })

  test('nobody has looked at a lead that says neither', () => {
    const rows = [
      lead('1', '01-05'),
      lead('2', '01-05', { qualified: null }),
      lead('3', '01-05', { qualified: false, outcome_code: 'Nurture' }),
    ]
    expect(of('NURTURE_SHARE', rows)).toBe(0.5)
  })
})

describe('net leads', () => {
  test.each<[string, Cell, number, number]>([
    ['email', 'email', 1, 3],
    ['id', 'lead_id', 3, 3],
    ['name and domain', 'name+domain', 2, 3],
  ])('one person by %s counts once', (_what, key, first, each) => {
    const rows = [
      lead('1', '01-05', { email: 'a@x.example', name: 'A', domain: 'x.example' }),
      lead('2', '01-06', { email: 'A@x.example', name: 'a', domain: 'X.example' }),
      lead('3', '01-07', { email: 'a@x.example', name: 'A', domain: 'y.example' }),
    ]
    expect(net(rows, { terms: { 'lead.dedupe_key': key } })).toBe(first)
    const again = rows.map(row => ({ ...row, lead_id: '1' }))
    const terms = { 'lead.dedupe_key': key, 'lead.reissue_rule': 'each' }
    expect(net(again, { terms })).toBe(each)
    expect(net(rows, { terms })).toBe(first)
  })

  test('by phone; a table without the column says so', () => {
    expect(net([lead('1', '01-05')], { terms: { 'lead.dedupe_key': 'phone' } })).toEqual(
      fails('#VALUE!', 'no column phone'),
    )
    const phones = table(
      'lead_id created_at issued_at owner qualified outcome_code phone',
      ...['0043 1', '0043 1', null, null].map((phone, index) => [
        ...[String(index), from, from, 'Ana', true, null, phone],
      ]),
    )
    expect(ask('NET_LEADS_ISSUED', [phones], { terms: { 'lead.dedupe_key': 'phone' } })).toBe(3)
  })

  test('the earliest issue survives: in its own quarter', () => {
    const rows = [lead('2', '04-02', { email: 'a' }), lead('1', '03-31', { email: 'a' })]
    expect(net(rows)).toBe(1)
    expect(net(rows, { from: day('04-01'), to: day('06-30') })).toBe(0)
  })

  const codedOn = (on: string) => [lead('1', '01-05', { outcome_code: 'invalid', outcome_at: day(on) })]

  test('holidays lengthen the dispute window, which is in working days', () => {
    expect(net(codedOn('01-12'))).toBe(0)
    expect(net(codedOn('01-13'))).toBe(1)
    expect(net(codedOn('01-13'), { terms: { 'calendar.holidays': '2026-01-06' } })).toBe(0)
    expect(net(codedOn('01-13'), { terms: { 'calendar.weekend_mask': '0000001' } })).toBe(1)
    expect(net(codedOn('01-11'), { terms: { 'calendar.weekend_mask': '0000001' } })).toBe(0)
    expect(net(codedOn('01-05'), { terms: { 'lead.dispute_window_days': 0 } })).toBe(0)
    expect(net(codedOn('01-06'), { terms: { 'lead.dispute_window_days': 0 } })).toBe(1)
  })

  test('which codes subtract, and whether any do, is the team’s to say', () => {
    const rows = [...codedOn('01-06'), lead('2', '01-05', { outcome_code: 'SPAM' })]
    expect(net(rows)).toBe(1)
    expect(net(rows, { terms: { 'lead.net_subtract_codes': 'spam' } })).toBe(1)
    expect(net(rows, { terms: { 'lead.net_subtract_codes': 'none' } })).toBe(2)
    expect(net(codedOn('02-20'), { terms: { 'lead.net_rule': 'rolling' } })).toBe(0)
    expect(net(codedOn('02-20'), { terms: { 'lead.net_rule': 'rolling' }, asOf: '2026-02-19' })).toBe(1)
    expect(net(codedOn('01-05'), { terms: { 'lead.net_rule': 'strict' } })).toBe(1)
  })

  test('accepted by sales, where that is what net means', () => {
    const rows = [true, false, null].map((accepted, index) => lead(String(index), '01-05', { accepted }))
    expect(net(rows)).toBe(3)
    expect(net(rows, { terms: { 'lead.net_rule': 'sales_accepted' } })).toBe(1)
    expect(of('LEAD_ACCEPTANCE_RATE', rows)).toBe(1 / 3)
    expect(of('LEAD_REJECTION_RATE', rows)).toBe(0)
  })

  test('an unknown code counts as none, or is refused with its lead', () => {
    const rows = [
      lead('1', '01-05', { outcome_code: 'Oportunity' }),
      lead('2', '01-05', { outcome_code: 'test' }),
    ]
    expect(net(rows)).toBe(1)
    const terms = { 'outcome.unknown': 'refuse' }
    expect(net(rows, { terms })).toEqual(
      fails('#VALUE!', 'leads row 2 (1): outcome_code “Oportunity” is none of'),
    )
    expect(net(rows, { terms, where: 'lead_id=2' })).toBe(0)
    expect(call('OUTCOME_MIX', tableOf(...rows), from, to)).toEqual([
      ['(unknown) Oportunity', 1, 0.5],
      ['TEST', 1, 0.5],
    ])
    expect(of('OUTCOME_CODING_RATE', rows, { asOf: '2026-03-31' })).toBe(0)
  })

  test('duplicates, tests and codes are why leads are left out', () => {
    const rows = [
      lead('7', '01-05', { duplicate_of: '9' }),
      lead('2', '01-05', { is_test: true }),
      ...codedOn('01-06'),
      lead('4', '01-05', { email: 'b' }),
      lead('5', '01-05', { email: 'b' }),
      lead('6', '01-05', { qualified: false }),
    ]
    expect(net(rows)).toBe(1)
    const said = call('METRIC_EXPLAIN', 'NET_LEADS_ISSUED', from, to, '', '', '', tableOf(...rows))
    expect(said).toContain(
      'left out: 1 coded as no lead within the dispute window, 1 issued before under the same person, ' +
        '1 marked as a duplicate, 1 not qualified, 1 test record',
    )
  })
})

describe('what is expected of sales', () => {
  test('a code, once the lead is as old as the definitions say', () => {
    const rows = [lead('1', '03-21', { outcome_code: 'OPPORTUNITY' }), lead('2', '03-22')]
    expect(of('OUTCOME_CODING_RATE', rows, { asOf: '2026-03-30' })).toEqual(fails('#DIV/0!', 'old enough'))
    expect(of('OUTCOME_CODING_RATE', rows, { asOf: '2026-03-31' })).toBe(1)
    expect(of('OUTCOME_CODING_RATE', rows, { asOf: '2026-04-01' })).toBe(0.5)
    const terms = { 'outcome.required_within_days': 1 }
    expect(of('OUTCOME_CODING_RATE', rows, { asOf: '2026-03-23', terms })).toBe(0.5)
  })

  test('a next action, done on its due day at the latest', () => {
    const due = (id: string, on: string | null, done: string | null) =>
      lead(id, '01-05', {
        next_action_due: on && day(on),
        next_action_done_at: done && day(done) + 0.6,
      })
    const rows = [
      ...[due('1', '01-10', '01-10'), due('2', '01-10', '01-11'), due('3', '01-10', null)],
      ...[due('4', '02-10', '01-20'), due('5', null, null), due('6', '01-12', '01-06')],
    ]
    expect(of('NEXT_ACTION_RATE', rows, { asOf: '2026-01-10' })).toBe(1 / 3)
    expect(of('NEXT_ACTION_RATE', rows, { asOf: '2026-01-31' })).toBe(2 / 4)
    expect(of('NEXT_ACTION_RATE', rows, { asOf: '2026-02-28' })).toBe(3 / 5)
    expect(of('NEXT_ACTION_RATE', rows, { asOf: '2026-01-09' })).toEqual(fails('#DIV/0!', 'due yet'))
    const twenty = Array.from({ length: 20 }, (_, index) =>
      due(String(index), '01-10', index < 17 ? '01-09' : null),
    )
    expect(of('NEXT_ACTION_RATE', twenty, { asOf: '2026-01-31' })).toBe(0.85)
  })
})

describe('laws', () => {
  const anyLead = fc.record({
    id: fc.nat({ max: 9 }),
    created: fc.integer({ min: -20, max: 100 }),
    wait: fc.option(fc.integer({ min: -2, max: 30 }), { nil: null }),
    owner: fc.constantFrom('Ana', 'Ben', null),
    qualified: fc.constantFrom(true, true, false, null),
    code: fc.constantFrom(null, 'OPPORTUNITY', 'invalid', 'Duplicate', 'NURTURE', 'huh'),
    coded: fc.option(fc.integer({ min: 0, max: 20 }), { nil: null }),
    email: fc.constantFrom(null, 'a', 'A', 'b', 'c', 'd'),
    test: fc.constantFrom(null, null, null, true, false),
  })
  type AnyLead = typeof anyLead extends fc.Arbitrary<infer Row> ? Row : never
  const rowsOf = (list: readonly AnyLead[]): Matrix =>
    tableOf(
      ...list.map(({ id, created, wait, owner, qualified, code, coded, email, test: isTest }, index) => ({
        lead_id: String(id),
        created_at: from + created,
        // No two at one moment: which of them is the first would follow from the order of the rows.
        issued_at: wait === null ? null : from + created + wait + index / 100,
        ...{ owner, qualified, outcome_code: code, email, is_test: isTest },
        outcome_at: coded === null || wait === null ? null : from + created + wait + coded,
      })),
    )
  const lists = fc.array(anyLead, { maxLength: 14 })

  /** One lead after another, with nothing but comparisons. */
  function naive(list: readonly AnyLead[], asOf: number): Record<string, number> {
    const count = { created: 0, issued: 0, net: 0 }
    const entries = list.map((row, index) => ({
      ...row,
      at: row.wait === null ? null : from + row.created + row.wait + index / 100,
    }))
    const isIssued = (row: (typeof entries)[number]) =>
      row.at !== null && row.owner !== null && row.qualified === true
    const who = (row: (typeof entries)[number]) =>
      row.email === null ? `#${row.id}` : row.email.toLowerCase()
    for (const row of entries) {
      if (row.created >= 0 && from + row.created <= Math.min(to, asOf)) count.created++
      if (!isIssued(row) || row.at === null || row.at < from || Math.floor(row.at) > Math.min(to, asOf))
        continue
      count.issued++
      if (row.test === true) continue
      if (
        entries.some(other => isIssued(other) && who(other) === who(row) && Number(other.at) < Number(row.at))
      )
        continue
      if (row.code === 'invalid' || row.code === 'Duplicate') {
        if (row.coded === null) continue
        let working = 0
        const first = Math.floor(row.at)
        const last = from + row.created + (row.wait as number) + row.coded
        for (let each = first + 1; each <= last; each++) if ((each - 2) % 7 < 5) working++
        if (working <= 5 && last <= asOf) continue
      }
      count.net++
    }
    return count
  }

  test('the same as counted one by one', () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: 0, max: 140 }), (list, later) => {
        const asOf = from + later
        const iso = new Date((asOf - 25_569) * 86_400_000).toISOString().slice(0, 10)
        const expected = naive(list, asOf)
        const found = ask([['LEADS_CREATED'], ['LEADS_ISSUED'], ['NET_LEADS_ISSUED']], [rowsOf(list)], {
          asOf: iso,
        })
        expect(found).toEqual([[expected.created], [expected.issued], [expected.net]])
      }),
      { numRuns: 400 },
    )
  })

  test('groups and months add up to the quarter, in any order of rows', () => {
    const counts = ['LEADS_CREATED', 'LEADS_QUALIFIED', 'LEADS_ISSUED', 'NET_LEADS_ISSUED']
    const starts = [from, day('02-01'), day('03-01')]
    const ends = [day('01-31'), day('02-28'), to]
    fc.assert(
      fc.property(lists, list => {
        const matrix = rowsOf(list)
        const turned = [matrix[0] as Cell[], ...matrix.slice(1).reverse()]
        for (const name of counts) {
          const whole = ask(name, [matrix])
          const months = ask(name, [matrix], { from: [starts], to: [ends] }) as Matrix
          expect(months.flat().reduce<number>((sum, part) => sum + Number(part), 0)).toBe(whole)
          const groups = call('METRIC_BY', name, 'outcome_code', from, to, '', '', '', matrix)
          const sum = Array.isArray(groups) ? groups.reduce((all, [, many]) => all + Number(many), 0) : 0
          expect(sum).toBe(whole)
          expect(ask(name, [turned])).toBe(whole)
        }
        const issued = ask('LEADS_ISSUED', [matrix])
        const mix = call('OUTCOME_MIX', matrix, from, to)
        expect(Array.isArray(mix) ? mix.reduce((all, [, many]) => all + Number(many), 0) : 0).toBe(issued)
      }),
      { numRuns: 100 },
    )
  })
})

test('definitions change from quarter to quarter, and counts add up across them', () => {
  const changed = definitions({ 'lead.net_subtract_codes': 'none' }, { from: '2026-04-01' })
  const before = definitions({ 'lead.net_subtract_codes': 'INVALID' }, { from: '2020-01-01' }).slice(1)
  const both = [
    changed[0] as Cell[],
    ...before,
    ...changed.slice(1).map(row => row.map((cell, at) => (at === 3 ? 2 : cell))),
  ]
  const rows = tableOf(
    lead('1', '01-05', { outcome_code: 'INVALID' }),
    lead('2', '04-07', { outcome_code: 'INVALID' }),
    lead('3', '01-06'),
  )
  expect(call('NET_LEADS_ISSUED', rows, from, day('06-30'), both)).toBe(2)
  expect(call('METRIC', 'NET_LEADS_ISSUED@restated', from, day('06-30'), '', '', both, rows)).toBe(3)
  expect(call('METRIC', 'NET_LEAD_YIELD', from, day('06-30'), '', '', both, rows)).toBe(2 / 3)
})
