import type { Cell } from '../../../shared/values'
import { from, table } from '../../support/asking'
import { perRow } from '../../support/derived'

/** The day so many days after the first of January 2026. */
const on = (day: number): number => from + day

describe('whether a lead qualifies', () => {
  const columns = 'lead_id created_at issued_at'
  const leads = (more: string, ...rows: Cell[][]) => ({
    leads: table(
      `${columns} ${more}`,
      ...rows.map((row, index): Cell[] => [`L${index}`, from, from, ...row]),
    ),
  })
  const threshold = (said: string) => ({ terms: { 'lead.qualification_threshold': said } })

  test('is said by its flag, or by how far it came', () => {
    const stages = [
      'Sales Qualified Lead',
      'salesqualifiedlead',
      'SQL',
      'opportunity',
      'Customer',
      'evangelist',
    ]
    const rows = [...stages, 'lead', null].map((stage): Cell[] => [stage])
    const said = [true, true, true, true, true, true, false, null]
    expect(perRow('said_qualified', leads('lifecycle_stage', ...rows))).toEqual(said)
    expect(perRow('passes_threshold', leads('lifecycle_stage', ...rows))).toEqual(said)
    const both = leads('lifecycle_stage qualified', ['lead', true], ['customer', false], ['customer', null])
    expect(perRow('said_qualified', both)).toEqual([true, false, true])
    const flagged = leads('qualified', [true], [false], [null])
    expect(perRow('said_qualified', flagged)).toEqual([true, false, null])
    expect(perRow('passes_threshold', flagged)).toEqual([true, false, null])
    expect(perRow('said_qualified', leads('owner', ['Ana']))[0]).toContain('qualified')
  })

  test('is said by its score', () => {
    const scored = leads('score outcome_code', [3, null], [2.9, null], [null, null], [null, 'WORKING'])
    for (const said of ['score >= 3', 'score>=3', ' score  >=  3 ']) {
      expect(perRow('passes_threshold', scored, threshold(said))).toEqual([true, false, false, false])
    }
    expect(perRow('assessed', scored, threshold('score >= 3'))).toEqual([true, true, false, true])
  })

  test('is said by a score of several digits', () => {
    expect(perRow('passes_threshold', leads('score', [12], [11]), threshold('score >= 12'))).toEqual([
      true,
      false,
    ])
  })

  test('is said by all of several flags, once all are there', () => {
    const rows = leads(
      'fits_profile plausible_need outcome_code',
      [true, true, null],
      [true, false, null],
      [true, null, null],
      [null, true, null],
      [null, null, 'WORKING'],
    )
    for (const said of ['all of fits_profile, plausible_need', 'all of  fits_profile ,plausible_need']) {
      expect(perRow('passes_threshold', rows, threshold(said))).toEqual([true, false, false, false, false])
      expect(perRow('assessed', rows, threshold(said))).toEqual([true, true, false, false, true])
    }
  })

  test('is assessed once its flag or its stage says so', () => {
    const none: Cell[] = [null, null]
    expect(
      perRow('assessed', leads('qualified outcome_code', [false, null], none, [null, 'NURTURE'])),
    ).toEqual([...[true, false, true]])
    expect(perRow('assessed', leads('lifecycle_stage outcome_code', ['lead', null], none))).toEqual([
      true,
      false,
    ])
  })

  test.each([
    'score > 3',
    'my score >= 3',
    'score >= 3 or so',
    'not all of fits_profile',
    'all offits_profile',
  ])('a threshold “%s” is refused', said => {
    expect(perRow('passes_threshold', leads('score', [3]), threshold(said))).toEqual([
      `#VALUE! lead.qualification_threshold is “${said}”: say qualified, score >= n or all of …`,
    ])
  })
})

describe('whether a lead is complete', () => {
  const leads = table(
    'lead_id created_at issued_at owner context',
    ['A', from, from, 'Ana', 'x'],
    ['B', from, from, 'Ana', null],
  )
  test('goes by what an issued lead needs, be it nothing', () => {
    const complete = (...needed: string[]) =>
      perRow('complete', { leads }, { terms: { 'lead.issued_requirements': needed } })
    expect([complete('owner', 'context'), complete('owner'), complete()]).toEqual([
      ...[
        [true, false],
        [true, true],
        [true, true],
      ],
    ])
  })
})

describe('whether a lead was issued before', () => {
  const columns = 'lead_id created_at issued_at email qualified owner name domain'
  const issue = (id: string, at: Cell, email: Cell, name: Cell = null, domain: Cell = null): Cell[] => [
    ...[id, from, at, email, true, 'Ana', name, domain],
  ]
  const leads = table(
    columns,
    issue('A', on(5), 'A@x.example', 'Ana', 'x'),
    issue('B', on(3), 'a@X.example', 'ana', 'X'),
    issue('C', on(1), null, 'Ana', null),
    issue('B', on(9), 'a@x.example', 'An', 'ax'),
    issue('D', null, 'a@x.example'),
    issue('E', on(3), 'a@x.example', 'Ben', 'y'),
    issue('C', on(2), null),
  )
  const repeated = (key: string, rule: string) =>
    perRow(
      'repeated',
      { leads },
      {
        terms: {
          'lead.dedupe_key': key,
          'lead.reissue_rule': rule,
          'lead.issued_requirements': ['issued_at'],
        },
      },
    )

  test('goes by what tells a person apart, else by its id', () => {
    expect(repeated('email', 'once')).toEqual([true, false, false, true, false, true, true])
    expect(repeated('lead_id', 'once')).toEqual([false, false, false, true, false, false, true])
    expect(repeated('name+domain', 'once')).toEqual([true, false, false, false, false, false, true])
  })

  test('and may count each time of the lead that was first', () => {
    expect(repeated('email', 'each')).toEqual([true, false, false, false, true, true, false])
    expect(repeated('lead_id', 'each')).toEqual([...Array(7).fill(false)])
    expect(repeated('name+domain', 'each')).toEqual([true, false, false, false, false, false, false])
  })
})

describe('when a lead was answered', () => {
  const columns = 'lead_id created_at issued_at'
  const day = 86_400_000

  test('is recorded, or so long after it was assigned, or issued', () => {
    const leads = table(
      `${columns} first_response_at response_milliseconds assigned_at`,
      ['A', from, on(1), on(2), day, on(5)],
      ['B', from, on(1), null, day, on(5)],
      ['C', from, on(1), null, day, null],
      ['D', from, null, null, day, null],
      ['E', from, on(1), null, null, on(5)],
    )
    expect(perRow('responded_at', { leads })).toEqual([on(2), on(6), on(2), null, null])
    const without = (name: string) => leads.map(row => row.filter((_, place) => leads[0]?.[place] !== name))
    expect(perRow('responded_at', { leads: without('first_response_at') })).toEqual([
      ...[on(6), on(6), on(2), null, null],
    ])
    expect(perRow('responded_at', { leads: without('assigned_at') })).toEqual([
      on(2),
      on(2),
      on(2),
      null,
      null,
    ])
    const recorded = without('response_milliseconds')
    expect(perRow('responded_at', { leads: recorded })).toEqual([on(2), null, null, null, null])
  })

  const leads = table(
    columns,
    ['A', from, on(3)],
    ['B', from, on(3)],
    ['C', from, on(3)],
    ['D', from, null],
    ['E', from, on(3)],
    [null, from, on(3)],
  )
  const activities = table(
    'at type rep lead_id direction',
    [on(9), 'call', 'Ana', 'A', null],
    [on(3), 'call', 'Ana', 'A', null],
    [on(2), 'call', 'Ana', 'A', null],
    [on(4), 'call', 'Ana', 'A', null],
    [null, 'call', 'Ana', 'B', null],
    [on(5), 'email', 'Ana', 'B', 'inbound'],
    [null, null, null, null, null],
    [on(7), 'call', 'Ana', null, null],
    [on(2), 'call', 'Ana', 'C', null],
    [on(8), 'call', 'Ana', 'E', null],
  )

  test('is that of its first activity since the clock started, where leads say nothing', () => {
    const terms = { 'sla.clock_start': 'issued' }
    expect(perRow('responded_at', { leads, activities }, { terms })).toEqual([
      on(3),
      null,
      null,
      null,
      on(8),
      null,
    ])
  })

  test('is not looked for among activities where the leads have a column for it', () => {
    for (const name of ['first_response_at', 'response_milliseconds']) {
      const silent = leads.map((row, index) => [...row, index === 0 ? name : null])
      expect(perRow('responded_at', { leads: silent, activities })).toEqual([
        null,
        null,
        null,
        null,
        null,
        null,
      ])
    }
    expect(perRow('responded_at', { leads })[0]).toContain('first_response_at')
  })

  test('should be as soon as agreed for its source', () => {
    const sourced = table(
      `${columns} source`,
      ['A', from, from, 'WEB'],
      ['B', from, from, 'Fair'],
      ['C', from, from, null],
    )
    const within = (hours: number | Readonly<Record<string, number>>) =>
      perRow('sla_seconds', { leads: sourced }, { terms: { 'sla.response_hours': hours } })
    expect(within(4.1)).toEqual([14_760, 14_760, 14_760])
    expect(within({ web: 1, other: 2 })).toEqual([3600, 7200, 7200])
    expect(within({ web: 1, '': 3 })).toEqual([
      3600,
      '#N/A leads row 3 (B): sla.response_hours has nothing for the source “Fair”, nor for other',
      10_800,
    ])
    expect(within({ web: 1 })[2]).toBe(
      '#N/A leads row 4 (C): sla.response_hours has nothing for leads without a source, nor for other',
    )
  })
})

test('the last day that is known ends with the day after', () => {
  const leads = table('lead_id created_at issued_at', ['A', from, from])
  expect(perRow('day_end', { leads }, { asOf: on(9) })).toEqual([on(10)])
})

describe('what an outcome stands for', () => {
  const codes = { opportunity: 'advance', TEST: { class: 'reject' }, Bounced: 'working' }
  const terms = { 'outcome.codes': codes, 'lead.net_subtract_codes': ['spam', 'test'] }
  const leads = table(
    'lead_id created_at issued_at outcome_code',
    ...['Opportunity', 'test', 'SPAM', 'odd', null].map((code): Cell[] => ['L', from, from, code]),
  )

  test('is its class', () => {
    expect(perRow('outcome_class', { leads }, { terms })).toEqual([
      'advance',
      'reject',
      'subtract',
      'unknown',
      null,
    ])
  })

  test('or is refused', () => {
    expect(perRow('known_outcome', { leads }, { terms })).toEqual([
      ...[true, true, true],
      '#VALUE! leads row 5 (L): outcome_code “odd” is none of SPAM, TEST, OPPORTUNITY, BOUNCED: recode it',
      true,
    ])
  })

  test('is listed as the definitions write it', () => {
    expect(perRow('outcome_known', { leads }, { terms })).toEqual([
      ...['OPPORTUNITY', 'TEST', 'SPAM', '(unknown) odd', '(uncoded)'],
    ])
  })
})

describe('how long a lead may still bring a deal', () => {
  const leads = table('lead_id created_at issued_at', ['A', from, from])
  const deals = table(
    'deal_id created_at stage closed_at amount first_contact_at',
    ['A', on(0), 'Won', on(10), 1, on(0)],
    ['B', on(0), 'Won', on(20), 1, on(0)],
    ['C', on(0), 'Won', on(90), 1, on(0)],
    ['D', on(0), 'Lost', on(5), 1, on(0)],
    ['E', on(0), 'Won', on(400), 1, on(0)],
  )
  const days = (said: number | string, asOf?: number) =>
    perRow('window_days', { leads, deals }, { terms: { 'cohort.window_days': said }, asOf })

  test('is agreed, or a multiple of the cycles that are known', () => {
    expect(days(45)).toEqual([45])
    expect(days('median x 1.5')).toEqual([82.5])
    expect(days('median x 1.5', on(100))).toEqual([30])
    expect(days('median x 1.5', on(20))).toEqual([22.5])
    expect(days('p90 x 2', on(100))).toEqual([152])
    expect(days('median x 2', on(2))).toEqual([
      '#N/A cohort.window_days goes by won deals, and none is won yet: write a number of days until one is',
    ])
  })
})
