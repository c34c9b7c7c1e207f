import { dataCheck } from '../../shared/tables/check/data-check'
import { checksOf } from '../../shared/tables/check/index'
import { readable } from '../../shared/tables/check/readable'
import type { TableName } from '../../shared/tables/schema'
import { schemas } from '../../shared/tables/schemas'
import { type Cell, cellError, type Matrix, type Result } from '../../shared/values'
import { coreMatrix, sampleTable, serial } from '../support/tables'

const day = (text: string): number => serial(`2026-${text}`)

/** A row that nothing is wrong with. */
const sound: Record<TableName, Record<string, Cell>> = {
  leads: { lead_id: 'L1', created_at: day('01-05') },
  deals: { deal_id: 'D1', created_at: day('01-05'), stage: 'Open', amount: 100, cogs: 40 },
  costs: { date: day('01-31'), component: 'ad_spend', amount: 50 },
  activities: { at: day('01-05'), type: 'call', rep: 'Ana' },
  targets: { metric: 'WIN_RATE', period_start: day('01-01'), period_end: day('03-31'), target: 0.5 },
  quotas: { rep: 'Ana', period: '2026-Q1', quota: 100 },
  subscriptions: { customer_id: 'C1', start: day('01-01'), amount: 120, term_months: 12 },
  surveys: { respondent: 'C1', at: day('01-05'), score: 5 },
  stage_history: { deal_id: 'D1', stage: 'Open', entered_at: day('01-05') },
  touches: { lead_id: 'L1', at: day('01-05'), campaign: 'Spring' },
  reps: { rep: 'Ana', start: day('01-01') },
  scored_calls: { call_id: 'K1', rubric: 'Opening', score: 4 },
  accounts: { account_id: 'A1', tier: 'Gold' },
}

/** A table with the columns that its rows name. */
function table(...rows: readonly Record<string, Cell>[]): Matrix {
  const headers = [...new Set(rows.flatMap(Object.keys))]
  return [headers, ...rows.map(row => headers.map(header => row[header] ?? null))]
}

/** What is said of a sound row once it is changed, as `row column: problem`. */
function said(
  name: TableName,
  change: Record<string, Cell>,
  ...more: readonly Record<string, Cell>[]
): string[] {
  const changed = { ...sound[name], ...change }
  return lines(dataCheck([table(changed, ...more.map(row => ({ ...sound[name], ...row }))), name]))
}

function lines(result: Result): string[] {
  if (!Array.isArray(result)) throw new Error(JSON.stringify(result))
  for (const [, , problem, remedy] of result as Matrix) {
    expect(remedy === '').toBe(String(problem).startsWith('nothing wrong'))
  }
  return (result as Matrix).map(([row, column, problem]) => `${row} ${column}: ${problem}`)
}

const nothing = (name: TableName, count = 1): string[] => [
  ` : nothing wrong: ${name}, ${count} ${count === 1 ? 'row' : 'rows'} checked`,
]

describe('the sample', () => {
  test('of leads has one lead that was issued to nobody', () => {
    expect(dataCheck([coreMatrix(sampleTable('leads'))])).toEqual([
      [
        12,
        'owner',
        'issued, but without an owner',
        'name the owner: without one the lead does not count as issued',
      ],
    ])
  })

  test.each([
    ['deals', 10],
    ['costs', 13],
  ] as const)('of %s is sound', (name, count) => {
    expect(lines(dataCheck([coreMatrix(sampleTable(name))]))).toEqual(nothing(name, count))
  })
})

const won = { stage: 'Closed Won', closed_at: day('02-01') }
const issued = { issued_at: day('01-06'), owner: 'Ana' }

/** A change that is wrong, what is said of it, and the nearest change that is not wrong. */
const cases: readonly [TableName, Record<string, Cell>, string, Record<string, Cell>][] = [
  ['leads', { ...issued, owner: null }, 'owner: issued, but without an owner', issued],
  [
    'leads',
    { ...issued, issued_at: day('01-04') },
    'issued_at: issued before it was created',
    { ...issued, issued_at: day('01-05') },
  ],
  [
    'leads',
    { ...issued, first_response_at: day('01-06') - 0.01 },
    'first_response_at: answered before it was issued',
    { ...issued, first_response_at: day('01-06') },
  ],
  [
    'leads',
    { issued_at: null, first_response_at: day('01-06') },
    'first_response_at: answered, but never issued',
    { issued_at: null, first_response_at: null },
  ],
  [
    'leads',
    { outcome_code: ' Maybe ' },
    'outcome_code: “Maybe” is no outcome code of the definitions',
    { outcome_code: 'opportunity' },
  ],
  [
    'leads',
    { outcome_code: 'NURTURE', outcome_at: day('01-04') },
    'outcome_at: coded before it was created',
    { outcome_code: 'NURTURE', outcome_at: day('01-05') },
  ],
  [
    'leads',
    { outcome_code: 'EXISTING_CUSTOMER', outcome_at: null },
    'outcome_at: subtracted, but nobody knows since when',
    { outcome_code: 'NURTURE', outcome_at: null },
  ],
  [
    'leads',
    { converted_at: day('01-04') },
    'converted_at: converted before it was created',
    { converted_at: day('01-05') },
  ],
  ['leads', { duplicate_of: 'L1' }, 'duplicate_of: said to be a duplicate of itself', { duplicate_of: 'L2' }],
  [
    'deals',
    { stage: 'Gewonnen' },
    'stage: “Gewonnen” is no stage of the definitions',
    { stage: 'Prospecting' },
  ],
  [
    'deals',
    { ...won, closed_at: day('01-04') },
    'closed_at: closes before it was created',
    { ...won, closed_at: day('01-05') },
  ],
  [
    'deals',
    { stage: 'Disqualified', closed_at: null },
    'closed_at: closed, but without a date',
    { stage: 'Open', closed_at: null },
  ],
  [
    'deals',
    { ...won, is_won: true, is_closed: false },
    'is_closed: won, but not closed',
    { ...won, is_won: true, is_closed: true },
  ],
  [
    'deals',
    { ...won, amount: null },
    'amount: won, but without an amount',
    { stage: 'Open', closed_at: null, amount: null },
  ],
  ['deals', { ...won, amount: 0 }, 'amount: won for 0', { ...won, amount: 0.01 }],
  [
    'deals',
    { ...won, cogs: null, gross_profit: null },
    'cogs: won, but what it cost to deliver is not known',
    { ...won, cogs: null, gross_profit: 60 },
  ],
  [
    'deals',
    { ...won, gross_profit: 100.01 },
    'gross_profit: the gross profit is more than the amount',
    { ...won, gross_profit: 100 },
  ],
  ['deals', { refund: 10 }, 'refund: paid back, though it was never won', { refund: 0 }],
  ['deals', { ...won, refund: 101 }, 'refund: more was paid back than paid', { ...won, refund: 100 }],
  ['deals', { ...won, refund: -10 }, 'refund: the refund is below 0', { ...won, refund: 10 }],
  [
    'deals',
    { ...won, refund: 10, refund_at: day('01-31') },
    'refund_at: paid back before it was closed',
    { ...won, refund: 10, refund_at: day('02-01') },
  ],
  [
    'deals',
    { ...won, first_contact_at: day('02-02') },
    'first_contact_at: the first contact is later than the close',
    { ...won, first_contact_at: day('02-01') },
  ],
  [
    'deals',
    { ...won, qualified_at: day('02-02') },
    'qualified_at: qualified later than it was closed',
    { ...won, qualified_at: day('02-01') },
  ],
  ['costs', { component: 'Pizza' }, 'component: “Pizza” is in no cost definition', { component: 'Ad spend' }],
  ['costs', { amount: null }, 'amount: the amount is blank', { amount: -50 }],
  [
    'costs',
    { function: 'Mktg' },
    'function: “Mktg” is neither marketing nor sales nor other',
    { function: 'Marketing' },
  ],
  [
    'costs',
    { period_from: day('02-01'), period_to: day('01-31') },
    'period_to: the period ends before it begins',
    { period_from: day('02-01'), period_to: day('02-01') },
  ],
  [
    'costs',
    { period_from: day('02-01'), period_to: null },
    'period_to: the period begins but does not end',
    { period_from: null, period_to: null },
  ],
  ['activities', { duration_min: -1 }, 'duration_min: the duration is below 0', { duration_min: 0 }],
  [
    'targets',
    { period_end: day('01-01') - 1 },
    'period_end: the period ends before it begins',
    { period_end: day('01-01') },
  ],
  ['targets', { target: null }, 'target: the target is blank', { target: 0 }],
  [
    'targets',
    { direction: 'sideways' },
    'direction: “sideways” is neither higher nor lower',
    { direction: 'Lower' },
  ],
  ['quotas', { quota: 0 }, 'quota: the quota is not above 0', { quota: 1 }],
  ['quotas', { quota: null }, 'quota: the quota is not above 0', { quota: 0.5 }],
  ['quotas', { ramp: 0 }, 'ramp: the ramp is not above 0', { ramp: 0.5 }],
  ['subscriptions', { end: day('01-01') - 1 }, 'end: ends before it starts', { end: day('01-01') }],
  ['subscriptions', { amount: null }, 'amount: the amount is blank', { amount: 0 }],
  ['subscriptions', { term_months: 0 }, 'term_months: the term is not above 0', { term_months: 1 }],
  ['subscriptions', { term_months: null }, 'term_months: the term is not above 0', { term_months: 12 }],
  ['surveys', { kind: 'NPS', score: 11 }, 'score: 11 is outside 0…10', { kind: 'NPS', score: 10 }],
  ['surveys', { kind: 'NPS', score: -1 }, 'score: -1 is outside 0…10', { kind: 'NPS', score: 0 }],
  ['surveys', { kind: 'csat', score: 6 }, 'score: 6 is outside the scale', { kind: 'csat', score: 5 }],
  ['surveys', { kind: 'csat', score: 0 }, 'score: 0 is outside the scale', { kind: 'csat', score: 1 }],
  ['reps', { end: day('01-01') - 1 }, 'end: left before joining', { end: day('01-01') }],
  ['scored_calls', { score: null }, 'score: the score is blank', { score: 0 }],
]

describe('a check', () => {
  test.each(cases)('of %s with %j says: %s', (name, wrong, problem, right) => {
    expect(said(name, wrong)).toEqual([`2 ${problem}`])
    expect(said(name, right)).toEqual(nothing(name))
  })

  test('never asks of a cell what is said of the cell itself', () => {
    expect(said('deals', { closed_at: 'soon', stage: 'Won' })).toEqual([
      '2 closed_at: cannot be read: the text “soon”',
    ])
    expect(said('deals', { stage: cellError('#N/A', '') })).toEqual(['2 stage: cannot be read: #N/A'])
    expect(said('deals', { stage: '  ' })).toEqual(['2 stage: blank'])
  })

  test('is left out where the table lacks its columns', () => {
    expect(said('leads', { issued_at: day('01-06') })).toEqual(nothing('leads'))
    expect(said('leads', { outcome_code: 'INVALID' })).toEqual(nothing('leads'))
  })

  test('shows at the column that the table has', () => {
    const { cogs: _, ...rest } = sound.deals
    expect(lines(dataCheck([table({ ...rest, ...won, 'Gross Profit': null })]))).toEqual([
      '2 Gross Profit: won, but what it cost to deliver is not known',
    ])
  })

  test('goes by the flags of the CRM before the name of the stage', () => {
    expect(said('deals', { ...won, stage: 'Gewonnen', is_won: true, is_closed: true })).toEqual(
      nothing('deals'),
    )
  })
})

test('every check of every table is made to speak by a case', () => {
  const spoken = new Set(cases.map(([name, , problem]) => `${name} ${problem}`))
  for (const [name, { checks }] of Object.entries(checksOf)) {
    for (const { columns, problem } of checks) {
      const start = `${name} ${columns[0]}: ${problem.split('{cell}')[0]}`
      expect([start, [...spoken].some(text => text.startsWith(start))]).toEqual([start, true])
    }
  }
})

test.each(Object.keys(schemas) as TableName[])('a sound row of %s is sound', name => {
  expect(said(name, {})).toEqual(nothing(name))
})

describe('of all tables', () => {
  test('rows with the id of another', () => {
    expect(
      dataCheck([table(sound.deals, { ...sound.deals, deal_id: 'd1' }, sound.deals, sound.deals)]),
    ).toEqual([
      [4, 'deal_id', 'the same deal_id as in row 2', 'remove one of the two: each row counts'],
      [5, 'deal_id', 'the same deal_id as in row 2', 'remove one of the two: each row counts'],
    ])
    expect(said('quotas', {}, { period: '2026-Q2' }, { rep: 'Ben' }, {})).toEqual([
      '5 rep: the same rep and period as in row 2',
    ])
    expect(said('costs', {}, {})).toEqual(nothing('costs', 2))
    expect(said('leads', { lead_id: null }, { lead_id: null })).toEqual([
      '2 lead_id: blank',
      '3 lead_id: blank',
    ])
  })

  test('an optional id that the table does not have', () => {
    expect(said('activities', {}, {})).toEqual(nothing('activities', 2))
    expect(said('activities', { activity_id: 'A' }, { activity_id: 'A' })).toEqual([
      '3 activity_id: the same activity_id as in row 2',
    ])
  })

  test('an id or a currency of which it is not clear which is meant', () => {
    const doubled = [
      { Id: 1, 'Record ID': 1 },
      { Id: 1, 'Record ID': 1 },
    ].map(ids => {
      const { deal_id: _, ...rest } = sound.deals
      return { ...rest, ...ids }
    })
    expect(lines(dataCheck([table(...doubled)]))).toEqual([
      '1 Id, Record ID: both mean deal_id, so neither is read',
    ])
    expect(said('deals', { 'Currency Code': 'EUR', CurrencyIsoCode: 'USD' })).toEqual([
      '1 Currency Code, CurrencyIsoCode: both mean currency, so neither is read',
    ])
  })

  test('a row that counts in a table with lines that do not', () => {
    const range: Matrix = [
      ['rep', 'start', 'end'],
      ['Ana', day('01-01'), null],
      ['Subtotal', null, null],
      ['Ben', day('01-01'), null],
    ]
    expect(lines(dataCheck([range]))).toEqual([
      '3 : left out, as the footer of a report is: the text “Subtotal”',
    ])
    expect(lines(dataCheck([[...range.slice(0, 2), [null, null, null], ...range.slice(3)]]))).toEqual(
      nothing('reps', 2),
    )
  })

  test('ids that cannot be read are not compared', () => {
    expect(said('deals', { deal_id: 1e15 }, { deal_id: 1e15 })).toEqual([
      '2 deal_id: cannot be read: 1000000000000000',
      '3 deal_id: cannot be read: 1000000000000000',
    ])
  })

  test('several currencies', () => {
    const rows = ['EUR', null, 'usd', 'eur', 'USD', 'EUR'].map((currency, index) => ({
      deal_id: `D${index}`,
      currency,
    }))
    expect(said('deals', rows[0] as Record<string, Cell>, ...rows.slice(1))).toEqual([
      '4 currency: amounts in EUR (3), USD (2)',
    ])
    expect(said('costs', { currency: 'EUR' }, { currency: 'USD' }, { currency: 'GBP' })).toEqual([
      '3 currency: amounts in EUR (1), USD (1), GBP (1)',
    ])
    expect(said('costs', { currency: 'EUR' }, { currency: ' eur' })).toEqual(nothing('costs', 2))
  })

  test('cells of the wrong type, in each column and row', () => {
    expect(
      dataCheck([
        table(
          { ...sound.deals, 'Close Date': '03/04/2026', 'Probability (%)': 101 },
          {
            ...sound.deals,
            deal_id: 'D2',
            'Close Date': { error: '#REF!', reason: '' },
            'Probability (%)': 'high',
          },
        ),
      ]),
    ).toEqual([
      [
        2,
        'Close Date',
        'cannot be read: the text “03/04/2026”',
        'a date is needed. Type it as a date; text is never guessed, since 03/04 has two meanings',
      ],
      [2, 'Probability (%)', 'cannot be read: 101', 'it lies in 0…100'],
      [3, 'Close Date', 'cannot be read: #REF!', 'mend the formula in the cell'],
      [3, 'Probability (%)', 'cannot be read: the text “high”', 'a number is needed'],
    ])
  })

  test('blank keys', () => {
    expect(said('deals', { deal_id: null })).toEqual(['2 deal_id: blank'])
    expect(said('touches', { campaign: '' })).toEqual(['2 campaign: blank'])
    expect(said('surveys', { score: null })).toEqual(nothing('surveys'))
  })

  test('two columns that mean the same', () => {
    expect(dataCheck([table({ ...sound.deals, 'Sales Rep': 'Ana', 'Sales Agent': 'Ben' })])).toEqual([
      [1, 'Sales Rep, Sales Agent', 'both mean owner, so neither is read', 'rename or remove one'],
    ])
  })

  test('fractions under a header that says %', () => {
    const doubt = '1 Probability (%): says %, but no value is above 1 %'
    const rows = (...values: Cell[]) =>
      lines(
        dataCheck([
          table(
            ...values.map((value, index) => ({
              ...sound.deals,
              deal_id: index + 1,
              'Probability (%)': value,
            })),
          ),
        ]),
      )
    expect(rows(0.4, 1, 0)).toEqual([doubt])
    expect(rows(0.4, 1.5)).toEqual(nothing('deals', 2))
    expect(rows(0, 1, 1)).toEqual(nothing('deals', 3))
    expect(rows(0.4, 'high', null)).toEqual([doubt, '3 Probability (%): cannot be read: the text “high”'])
    expect(said('deals', { 'Refund Amount (%)': 0.004, probability: 0.4 })).toEqual([
      '2 Refund Amount (%): paid back, though it was never won',
    ])
    expect(said('deals', { probability: 0.4 })).toEqual(nothing('deals'))
    expect(said('deals', { probability: 0.004 })).toEqual(nothing('deals'))
  })

  test('lines that are left out', () => {
    const range: Matrix = [
      ['date', 'component', 'amount', 'note'],
      [day('01-31'), 'tools', 5, null],
      ['Subtotal', null, 5, null],
      [null, '', 0, null],
      [day('02-28'), 'tools', 7, null],
      [null, null, 12, null],
      [null, null, null, 'Confidential Information'],
      [null, null, null, null],
    ]
    const remedy = 'nothing, unless it is a cost: then fill in date, component, amount'
    expect(dataCheck([range])).toEqual([
      [3, '', 'left out, as the footer of a report is: the text “Subtotal”', remedy],
      [6, '', 'left out, as the footer of a report is: 12', remedy],
      [7, '', 'left out, as the footer of a report is: the text “Confidential Information”', remedy],
    ])
  })

  test('nothing is said of lines that are left out but that they are', () => {
    const range: Matrix = [
      ['deal_id', 'created_at', 'stage', 'amount', 'currency', 'refund', 'cogs'],
      ['D1', day('01-05'), 'Open', 5, 'EUR', null, 1],
      ['Subtotal', null, null, 'five', 'USD', -1, null],
      ['Subtotal', null, null, 'five', 'USD', -1, null],
      ['D2', day('01-05'), 'Open', 5, 'EUR', null, 1],
    ]
    expect(lines(dataCheck([range]))).toEqual([
      '3 : left out, as the footer of a report is: the text “Subtotal”',
      '4 : left out, as the footer of a report is: the text “Subtotal”',
    ])
  })

  test('many of a kind are counted', () => {
    const many = (count: number) =>
      dataCheck([
        table(
          ...Array.from({ length: count }, (_, index) => ({
            ...sound.leads,
            lead_id: `L${index}`,
            owner: null,
            issued_at: day('01-06'),
          })),
        ),
      ]) as Matrix
    expect(many(100)).toHaveLength(100)
    expect(many(101)).toHaveLength(101)
    expect(many(101)[100]).toEqual([102, 'owner', 'issued, but without an owner', expect.any(String)])
    expect(many(900)).toHaveLength(101)
    expect(many(900)[100]).toEqual([
      102,
      'owner',
      'issued, but without an owner; the same in 799 further rows',
      expect.any(String),
    ])
  })
})

describe('a table without what its metrics need', () => {
  const { cogs: _, ...without } = sound.deals

  test('is told once', () => {
    expect(dataCheck([table({ ...without, ...won })])).toEqual([
      [
        1,
        '',
        'no column cogs or gross_profit',
        'add one: gross profit, margin and the return of a cohort need it',
      ],
    ])
  })

  test('is sound where the definitions say what to take instead', () => {
    const definitions: Matrix = [
      ['term', 'value', 'effective_from', 'version', 'status', 'kind', 'reason', 'changed_by', 'recorded_at'],
      ['margin.default_rate', 0.3, day('01-01'), 1, 'approved', 'estimate', 'Agreed', 'Ana', day('01-02')],
    ]
    expect(lines(dataCheck([table({ ...without, ...won }), '', definitions]))).toEqual(nothing('deals'))
    expect(lines(dataCheck([table({ ...sound.deals, ...won, cogs: null }), '', definitions]))).toEqual(
      nothing('deals'),
    )
  })
})

test('what is approved decides which codes, stages and components are known', () => {
  const definitions: Matrix = [
    ['term', 'value', 'effective_from', 'version', 'status', 'kind', 'reason', 'changed_by', 'recorded_at'],
    ['outcome.codes', 'MAYBE: nurture', day('01-01'), 1, 'approved', 'policy', 'Ours', 'Ana', day('01-02')],
    ['stage.map', 'gewonnen: won', day('01-01'), 2, 'approved', 'policy', 'Ours', 'Ana', day('01-03')],
    ['cost.investment_other', 'pizza', day('01-01'), 3, 'approved', 'policy', 'Ours', 'Ana', day('01-04')],
  ]
  const ask = (name: TableName, change: Record<string, Cell>) =>
    lines(dataCheck([table({ ...sound[name], ...change }), null, definitions]))
  expect(ask('leads', { outcome_code: 'maybe' })).toEqual(nothing('leads'))
  expect(ask('leads', { outcome_code: 'OPPORTUNITY' })).toEqual([
    '2 outcome_code: “OPPORTUNITY” is no outcome code of the definitions',
  ])
  expect(ask('leads', { outcome_code: 'INVALID' })).toEqual(nothing('leads'))
  expect(ask('deals', { ...won, stage: 'Gewonnen' })).toEqual(nothing('deals'))
  expect(ask('costs', { component: 'Pizza' })).toEqual(nothing('costs'))
})

test('only what is wrong with cells is kept quiet, never a mistake of ours', () => {
  const mistake = new RangeError('no such column')
  expect(() =>
    readable(() => {
      throw mistake
    }),
  ).toThrow(mistake)
})

describe('arguments', () => {
  const leads = table(sound.leads)

  test('kind names the table where the headers do not tell', () => {
    const both = [
      ['respondent', 'at', 'score', 'kind', 'call_id', 'rubric'],
      ['C', day('01-05'), 5, 'x', 'K', 'R'],
    ]
    expect(dataCheck([both])).toMatchObject({
      error: '#VALUE!',
      reason: expect.stringContaining('surveys or'),
    })
    expect(lines(dataCheck([both, ' Surveys ']))).toEqual(nothing('surveys'))
    expect(lines(dataCheck([both, [['scored_calls']]]))).toEqual(nothing('scored_calls'))
    expect(dataCheck([leads, 'deals'])).toMatchObject({ error: '#VALUE!' })
  })

  test.each([[''], [null], [undefined]])('a kind of %j is blank', kind => {
    expect(lines(dataCheck([leads, kind, kind]))).toEqual(nothing('leads'))
  })

  test.each([
    [[5], 'table 1 is 5'],
    [[], 'table 1 is blank'],
    [[leads, 'lead'], 'kind is the text “lead”: leave it blank, or name one of leads, deals, costs'],
    [[leads, 'constructor'], 'kind is the text “constructor”'],
    [[leads, 7], 'kind is 7'],
    [[leads, '', 'mine'], 'definitions'],
  ] as const)('%j: %s', (args, reason) => {
    expect(dataCheck(args)).toMatchObject({ error: '#VALUE!', reason: expect.stringContaining(reason) })
  })

  test('errors go through', () => {
    const error = cellError('#N/A', 'not there')
    expect(dataCheck([error])).toBe(error)
    expect(dataCheck([leads, error])).toBe(error)
    expect(dataCheck([leads, '', error])).toEqual(error)
  })
})
