import { metricsByName } from '../../shared/metrics/by-name'
import type { Metric } from '../../shared/metrics/metric'
import type { Wanted } from '../../shared/metrics/on-tables/answer'
import { askedByCall } from '../../shared/metrics/on-tables/own-function'
import type { Question } from '../../shared/metrics/on-tables/question'
import { wantedNamed } from '../../shared/metrics/on-tables/wanted'
import { nativeTableFormula } from '../../shared/renderings/native-tables/native-table-formula'
import { type Argument, type Cell, isCellError, type Matrix } from '../../shared/values'
import type { Tables } from '../support/database'
import { definitionHeader, definitionRows, definitions } from '../support/definitions'
import { libreOffice } from '../support/libreoffice'
import { comparison } from '../support/native-tables'
import { everything, question } from '../support/same-in-database'
import { coreMatrix, sampleTable, serial } from '../support/tables'

const day = (text: string): number => serial(`2026-${text}`)
const quarter = { from: day('01-01'), to: day('03-31') }
const sample = {
  leads: coreMatrix(sampleTable('leads')),
  deals: coreMatrix(sampleTable('deals')),
  costs: coreMatrix(sampleTable('costs')),
}

/** Deals of a few columns; each row in the order of these. */
const dealColumns = ['deal_id', 'created_at', 'stage', 'closed_at', 'amount', 'owner', 'Probability (%)']
const dealsOf = (...rows: readonly (readonly Cell[])[]): Tables => ({ deals: [dealColumns, ...rows] })
const won = (id: Cell, amount: Cell, owner: Cell = 'Ana', stage: Cell = 'Won'): Cell[] => [
  ...[id, day('01-05'), stage, day('02-01'), amount, owner, null],
]

const leadColumns = ['lead_id', 'created_at', 'issued_at', 'owner', 'qualified', 'outcome_code']
const lead = (id: string, at: string): Cell[] => [id, day('01-01'), day(at), 'Ana', true, null]
const wonOn = (text: string): Cell[] => ['D', day('01-05'), 'Won', day(text), 10, 'Ana', null]

interface Case {
  readonly about: string
  readonly tables: Tables
  readonly metric: string
  readonly given?: Parameters<typeof question>[1]
  /** What the core says, as a check of the case itself. */
  readonly own: Cell
}

const cases: readonly Case[] = [
  {
    about: 'quotes, wildcards and formulas in texts stay texts',
    tables: dealsOf(won('D1', 1, 'O"Neil'), won('D2', 2, '*'), won('D3', 4, '=1+1'), won('D4', 8, 'O?Neil')),
    metric: 'TOTAL_REVENUE',
    given: { where: 'owner=*' },
    own: 2,
  },
  {
    about: 'a filter with quotes',
    tables: dealsOf(won('D1', 1, 'O"Neil'), won('D2', 2, 'Ana')),
    metric: 'TOTAL_REVENUE',
    given: { where: 'owner=o"neil' },
    own: 1,
  },
  {
    about: 'a filter for what is blank',
    tables: dealsOf(won('D1', 1, ''), won('D2', 2, null), won('D3', 4, '  '), won('D4', 8)),
    metric: 'TOTAL_REVENUE',
    given: { where: 'owner=' },
    own: 7,
  },
  {
    about: 'ids to the letter, other text regardless of case',
    tables: dealsOf(won('d1', 1, 'ANA'), won('D1', 2, 'ana')),
    metric: 'TOTAL_REVENUE',
    given: { where: 'deal_id=d1; owner=Ana' },
    own: 1,
  },
  {
    about: 'ids and texts that are numbers',
    tables: dealsOf(won(17, 1, 5), won(18, 2, '5'), won(19, 4, 6)),
    metric: 'TOTAL_REVENUE',
    given: { where: 'owner=5' },
    own: 3,
  },
  {
    about: 'stages with other capitals, spaces, tabs and signs',
    tables: dealsOf(
      won('D1', 1, 'A', ' WON '),
      won('D2', 2, 'A', 'Closed-Won'),
      won('D3', 4, 'A', 'closed_lost'),
    ),
    metric: 'TOTAL_REVENUE',
    own: 3,
  },
  {
    about: 'moments late on the last day',
    tables: dealsOf(
      ['D1', day('01-05'), 'Won', day('03-31') + 0.999, 1, 'A', null],
      ['D2', day('01-05'), 'Won', day('04-01'), 2, 'A', null],
    ),
    metric: 'TOTAL_REVENUE',
    own: 1,
  },
  {
    about: 'blank rows between the rows',
    tables: dealsOf(won('D1', 1), Array(7).fill(null), won('D2', 2), [
      'Total',
      null,
      null,
      null,
      3,
      null,
      null,
    ]),
    metric: 'TOTAL_REVENUE',
    own: 3,
  },
  {
    about: 'hundredths',
    tables: dealsOf(
      ['D1', day('01-05'), 'Open', day('05-01'), 1000, 'A', 35],
      ['D2', day('01-05'), 'Open', null, 10, 'A', 0],
    ),
    metric: 'WEIGHTED_PIPELINE',
    given: {
      from: '',
      to: '',
      definitions: definitions({ 'forecast.probability_source': 'deal_percent', 'pipeline.stages': 'open' }),
    },
    own: 350,
  },
  {
    about: 'nothing to divide by',
    tables: dealsOf(['D1', day('01-05'), 'Open', null, 1, 'A', null]),
    metric: 'WIN_RATE',
    own: '#DIV/0!',
  },
  {
    about: 'nothing in the middle of none',
    tables: dealsOf(['D1', day('01-05'), 'Open', null, 1, 'A', null]),
    metric: 'AVERAGE_DEAL_SIZE',
    given: { definitions: definitions({ 'deal_size.statistic': 'median' }) },
    own: '#N/A',
  },
  {
    about: 'a rule that refuses numbers',
    tables: dealsOf(won('D1', -5), ['D2', day('01-05'), 'Won', serial('2025-02-01'), -1, 'A', null]),
    metric: 'SALES_GROWTH',
    own: '#NUM!',
  },
  {
    about: 'two periods taken together',
    tables: sample,
    metric: 'ROLLING(TOTAL_REVENUE, 2)',
    given: { from: day('02-01'), to: day('02-28') },
    own: 20000,
  },
  {
    about: 'a metric against its target',
    tables: {
      ...sample,
      targets: [
        ['metric', 'period_start', 'period_end', 'target'],
        ['WIN_RATE', day('01-01'), day('03-31'), 0.5],
      ],
    },
    metric: 'TARGET_ATTAINMENT(WIN_RATE)',
    own: 1.2,
  },
  {
    about: "a team's own metric",
    tables: sample,
    metric: 'MINE',
    given: { definitions: definitions({ 'metric.mine': 'total_revenue / net_leads_issued' }) },
    own: 59000 / 7,
  },
  {
    about: 'the first win of an account, which stands below a later one',
    tables: {
      deals: [
        [...dealColumns, 'account_id'],
        [...wonOn('03-02'), 'B'],
        [...wonOn('02-01'), 'b & Co'],
        [...wonOn('01-09'), 'B'],
      ],
    },
    metric: 'NEW_REVENUE_SHARE',
    own: 2 / 3,
  },
  {
    about: 'customers that bought nothing for a month',
    tables: {
      deals: [
        [...dealColumns, 'account_id'],
        [...wonOn('03-31'), 'B'],
        [...wonOn('02-28'), 'B'],
        [...wonOn('01-09'), 'B'],
      ],
    },
    metric: 'NEW_REVENUE_SHARE',
    given: { definitions: definitions({ 'customer.new_rule': 'none_in_months(1)' }) },
    own: 2 / 3,
  },
  {
    about: 'the latest answer of each customer',
    tables: {
      surveys: [
        ['respondent', 'at', 'score'],
        ['P1', day('01-05'), 2],
        ['P1', day('01-05') + 0.5, 5],
        ['P2', day('02-05'), 3],
        [null, day('02-05'), 4],
        ['P2', day('04-05'), 5],
      ],
    },
    metric: 'CSAT',
    own: 2 / 3,
  },
  {
    about: 'persons by their names and domains, else by their ids',
    tables: {
      leads: [
        [...leadColumns, 'name', 'domain'],
        [...lead('L1', '01-02'), 'Ana', 'x.example'],
        [...lead('L2', '01-03'), 'ANA', 'X.example'],
        [...lead('L3', '01-04'), 'Ana', null],
        [...lead('L3', '01-05'), 'Ana', null],
        [...lead('L4', '01-06'), 'Ana', 'y.example'],
      ],
    },
    metric: 'NET_LEADS_ISSUED',
    given: { definitions: definitions({ 'lead.dedupe_key': 'name+domain' }) },
    own: 3,
  },
  {
    about: 'a cost of last month, by the lag that was agreed',
    tables: sample,
    metric: 'ACQUISITION_COST',
    given: { from: day('02-01'), to: day('02-28'), definitions: definitions({ 'cac.lag_periods': 1 }) },
    own: 21000,
  },
]

function wantedOf(name: string, asked: Question): Wanted {
  const wanted = wantedNamed(name, asked.definitions)
  if (isCellError(wanted)) throw new Error(wanted.reason)
  return wanted
}

const everywhere = libreOffice ? test : test.skip

everywhere(
  'LibreOffice reads cells as the core does',
  async () => {
    const { stand, ask, differing, compared, reasons } = comparison()
    for (const { tables, metric, given } of cases) {
      const asked = question(tables, { ...quarter, ...given })
      ask(asked, wantedOf(metric, asked), stand(tables))
    }
    expect([...reasons]).toEqual([])
    expect(await differing()).toEqual([])
    const codeOf = (own: Cell): Cell => (isCellError(own) ? own.error : own)
    expect(compared.map(({ own }, index) => [cases[index]?.about, codeOf(own)])).toEqual(
      cases.map(({ about, own }) => [about, own]),
    )
  },
  120_000,
)

everywhere(
  'what a call says itself goes into its twin',
  async () => {
    const { stand, ask, differing, compared } = comparison()
    const calls: readonly (readonly [string, ...Argument[]])[] = [
      ['TOTAL_COST', sample.costs, quarter.from, quarter.to, 'ad_spend, tools'],
      ['TOTAL_COST', sample.costs, quarter.from, quarter.to, 'cac_cost'],
      ['TOTAL_COST', sample.costs, quarter.from, quarter.to, 'unmapped'],
      ['TOTAL_REVENUE', sample.deals, quarter.from, quarter.to, 'gross'],
      ['SALES_CYCLE_LENGTH', sample.deals, quarter.from, quarter.to, 'mean'],
      ['LEAD_RESPONSE_TIME', sample.leads, quarter.from, quarter.to, 'mean', 'elapsed'],
    ]
    const places = stand(sample)
    for (const [name, ...args] of calls) {
      const asked = askedByCall(metricsByName.get(name) as Metric, args)
      if (isCellError(asked)) throw new Error(asked.reason)
      ask(asked.question, asked.wanted, places)
    }
    expect(compared.length).toBe(calls.length)
    expect(await differing()).toEqual([])
  },
  120_000,
)

everywhere(
  'a twin follows its cells to another period and day',
  async () => {
    const { stand, ask, differing, compared } = comparison()
    const places = stand(sample)
    const first = question(sample, { ...quarter, asOf: day('06-30') })
    for (const [from, to, asOf] of [
      [day('02-01'), day('02-28'), day('06-30')],
      [day('04-01'), day('06-30'), day('05-31')],
      [day('01-10'), day('05-05'), day('06-30')],
      [serial('2027-01-01'), serial('2027-03-31'), day('06-30')],
    ]) {
      const later = question(sample, { from, to, asOf })
      for (const wanted of everything) ask(first, wanted, places, later)
    }
    expect(await differing()).toEqual([])
    expect(compared.length).toBeGreaterThan(150)
  },
  120_000,
)

const refused: readonly (readonly [string, Tables, string, Parameters<typeof question>[1], string])[] = [
  [
    'a text among dates',
    dealsOf(won('D1', 1), ['D2', '  ', 'Won', day('02-02'), 2, 'A', null]),
    'OPPS_CREATED',
    {},
    'row 3 holds a text in created_at',
  ],
  ['an unknown stage', dealsOf(won('D1', 1, 'A', 'Nirvana')), 'TOTAL_REVENUE', {}, 'Nirvana'],
  ['a blank amount', dealsOf(won('D1', null)), 'TOTAL_REVENUE', {}, 'amount is blank'],
  ['a missing table', dealsOf(won('D1', 1)), 'TOTAL_COST', {}, 'COSTS'],
  [
    'leads in the wrong order',
    issuedTwice('02-02', '01-02'),
    'NET_LEADS_ISSUED',
    {},
    'sort the table by issued_at',
  ],
  [
    'definitions that change within the period',
    dealsOf(won('D1', 1)),
    'WIN_RATE',
    {
      to: day('06-30'),
      definitions: [
        definitionHeader,
        ...definitionRows({ 'win_rate.no_decision': 'lost' }, { from: '2020-01-01', version: 1 }),
        ...definitionRows({ 'win_rate.no_decision': 'exclude' }, { from: '2026-04-01', version: 2 }),
      ] as Matrix,
    },
    'within the period',
  ],
  [
    'an account whose name COUNTIFS might take for a date',
    {
      deals: [
        [...dealColumns, 'account_id'],
        [...wonOn('02-02'), '1/2 Ltd'],
        [...wonOn('02-01'), '1/2 Ltd'],
      ],
    },
    'NEW_REVENUE_SHARE',
    {},
    'might misread “1/2 Ltd”',
  ],
  [
    'an error in a column that is compared',
    dealsOf(won('D1', 1, 'A'), [
      'D2',
      day('01-05'),
      'Won',
      day('06-01'),
      2,
      { error: '#REF!', reason: '' },
      null,
    ]),
    'TOTAL_REVENUE',
    { where: 'owner=A' },
    'row 3 holds #REF!',
  ],
  [
    'a text longer than a formula takes',
    dealsOf(won('D1', 1, 'A'.repeat(256)), won('D2', 2)),
    'TOTAL_REVENUE',
    { where: `owner=${'A'.repeat(256)}` },
    '255 characters',
  ],
  [
    'two wins of one account on one day',
    {
      deals: [
        [...dealColumns, 'account_id'],
        [...wonOn('02-02'), 'B'],
        [...wonOn('02-01'), 'B'],
        [...wonOn('02-01'), 'B'],
      ],
    },
    'NEW_REVENUE_SHARE',
    {},
    'won on one day',
  ],
]

function issuedTwice(first: string, second: string): Tables {
  const email = 'a@b.example'
  return {
    leads: [
      [...leadColumns, 'email'],
      [...lead('L1', first), email],
      [...lead('L2', second), email],
    ],
  }
}

test.each(refused)('%s has no twin, and says why', (_, tables, metric, given, says) => {
  const asked = question(tables, { ...quarter, ...given })
  const places = new Map(
    Object.entries(tables).map(([name, cells]) => [
      name as never,
      { sheet: 'S', top: 0, left: 0, bottom: cells.length - 1, right: 9 },
    ]),
  )
  const twin = nativeTableFormula({ question: asked, wanted: wantedOf(metric, asked), places })
  expect(twin).toEqual({ none: expect.stringContaining(says) })
})

test('a twin names its sheet, period and last known day as they are', () => {
  const asked = question(sample, { ...quarter, asOf: day('03-31') })
  const area = { top: 4, left: 1, bottom: 4 + sample.deals.length - 1, right: 20 }
  const twin = nativeTableFormula({
    question: asked,
    wanted: wantedOf('OPPS_CREATED', asked),
    places: new Map([['deals', { sheet: "Ana's deals", ...area }]]),
    cells: { from: '$B$1', to: '$B$2', asOf: 'AS_OF' },
  })
  expect(twin).toEqual({
    formula: "=SUMPRODUCT(('Ana''s deals'!$D$6:$D$15>=$B$1)*('Ana''s deals'!$D$6:$D$15<=MIN($B$2,AS_OF)))",
  })
})
