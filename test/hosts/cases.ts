import { metrics } from '../../shared/metrics/index'
import type { Example } from '../../shared/metrics/metric'
import type { CellError } from '../../shared/values'
import { sampleTable } from '../support/tables'
import { goldenCases } from './golden-cases'
import { leadCases } from './lead-cases'
import { peopleCases } from './people-cases'
import { targetCases } from './target-cases'

/** A date is written as ISO wall-clock text here; each host hands it over in its own way (serial, Date, …). */
export type CaseCell = number | string | boolean | null | CellError | { readonly date: string }
export type CaseArgument = CaseCell | readonly (readonly CaseCell[])[] | undefined
/** An expected error: its code, and words that its reason must contain. */
export type CaseAnswer = number | string | { readonly error: string; readonly says?: string }

export interface Case {
  readonly name: string
  readonly call: string
  readonly args: readonly CaseArgument[]
  readonly expected: CaseAnswer | readonly (readonly CaseAnswer[])[]
}

function column<Item = CaseCell>(...items: NoInfer<Item>[]): Item[][] {
  return items.map(item => [item])
}

/** Every worked example of every metric, as it is declared. */
const examples: readonly Case[] = metrics.flatMap(metric =>
  metric.examples.map(({ given, answer }) => {
    const args = Object.entries(metric.parameters).map(([name, parameter]): CaseArgument => {
      const value = given[name]
      const cell = (one: number | string): CaseCell => ('date' in parameter ? { date: String(one) } : one)
      if (value === undefined) return undefined
      if (typeof value !== 'object') return cell(value)
      // No spreadsheet has a range without a cell: an empty one is blank.
      return value.length === 0 ? column(null) : column(...value.map(cell))
    })
    while (args[args.length - 1] === undefined) args.pop()
    return { name: `example ${JSON.stringify(given)}`, call: metric.name, args, expected: answerOf(answer) }
  }),
)

function answerOf(answer: Example['answer']): Case['expected'] {
  const one = (single: number | string): CaseAnswer =>
    typeof single === 'string' && single.startsWith('#') ? { error: single } : single
  return typeof answer === 'object' ? [answer.map(one)] : one(answer)
}

const notAvailable: CellError = { error: '#N/A', reason: '#N/A' }

const scalars: readonly Case[] = [
  { name: 'sums exactly', call: 'ROI', args: [0.3, 0.1], expected: 2 },
  { name: 'gives 0, never -0', call: 'ROI', args: [1000, 1000], expected: 0 },
  { name: 'a cost of 0', call: 'ROI', args: [0, 0], expected: { error: '#DIV/0!', says: 'cost is 0' } },
  {
    name: 'a blank cost',
    call: 'ROI',
    args: [5000, null],
    expected: { error: '#DIV/0!', says: 'cost is 0' },
  },
  {
    name: 'a cost below 0',
    call: 'ROI',
    args: [5000, -10],
    expected: { error: '#NUM!', says: 'cost is -10' },
  },
  { name: 'a margin of 60', call: 'ROI', args: [5000, 1000, 60], expected: { error: '#NUM!', says: '0.6' } },
  { name: 'a blank margin', call: 'ROI', args: [5000, 1000, null], expected: 4 },
  {
    name: 'text for a number',
    call: 'ROI',
    args: ['5,000', 1000],
    expected: { error: '#VALUE!', says: '5,000' },
  },
  {
    name: 'a number as text',
    call: 'ROI',
    args: [5000, '1000'],
    expected: { error: '#VALUE!', says: 'cost' },
  },
  {
    name: 'TRUE for a number',
    call: 'ROI',
    args: [5000, true],
    expected: { error: '#VALUE!', says: 'TRUE' },
  },
  { name: 'an error passed in', call: 'ROI', args: [notAvailable, 1000], expected: { error: '#N/A' } },
  {
    name: 'too large a result',
    call: 'ROI',
    args: [1e308, 1e-300],
    expected: { error: '#NUM!', says: 'larger' },
  },
  { name: 'the smallest numbers', call: 'REVENUE_COST_RATIO', args: [5e-324, 5e-324], expected: 1 },
  {
    name: 'half a year is refused',
    call: 'ROI_ANNUALISED',
    args: [1500, 1000, 0.5],
    expected: { error: '#NUM!', says: 'short_period' },
  },
  { name: 'half a year as it is', call: 'ROI_ANNUALISED', args: [1500, 1000, 0.5, 'simple'], expected: 0.5 },
  {
    name: 'half a year extrapolated',
    call: 'ROI_ANNUALISED',
    args: [1500, 1000, 0.5, 'allow'],
    expected: 1.25,
  },
  {
    name: 'an unknown choice',
    call: 'ROI_ANNUALISED',
    args: [1500, 1000, 2, 'maybe'],
    expected: { error: '#VALUE!', says: 'error, simple, allow' },
  },
  {
    name: 'no time at all',
    call: 'ROI_ANNUALISED',
    args: [5000, 1000, 0],
    expected: { error: '#NUM!', says: 'years' },
  },
  {
    name: 'time of next to nothing',
    call: 'ROI_ANNUALISED',
    args: [5000, 1000, 5e-324, 'allow'],
    expected: { error: '#NUM!', says: 'larger' },
  },
]

const ranges: readonly Case[] = [
  { name: 'the American spelling', call: 'ROI_ANNUALIZED', args: [1250, 1000, 1], expected: 0.25 },
  {
    name: 'the American spelling, with dates',
    call: 'ROI_ANNUALIZED_DATES',
    args: [1250, 1000, { date: '2025-01-01' }, { date: '2026-01-01' }],
    expected: 0.25,
  },
  { name: 'another name', call: 'AOV', args: [column(20000, null, 24000), 'median'], expected: 22000 },
  {
    name: 'a total that the variant needs',
    call: 'WIN_RATE',
    args: [3, 2, undefined, 'created_cohort'],
    expected: { error: '#VALUE!', says: 'total is missing' },
  },
  {
    name: 'rates of several rows',
    call: 'WIN_RATE',
    args: [column(3, 0, 1), column(2, 0, -1)],
    expected: column<CaseAnswer>(0.6, { error: '#DIV/0!', says: 'no deal' }, { error: '#NUM!', says: '-1' }),
  },
  {
    name: 'two results a row',
    call: 'RATE_INTERVAL',
    args: [column(0, 3), 5],
    expected: [
      [0, 0.4344824647831748],
      [0.23072428127601294, 0.8823792257673521],
    ],
  },
  {
    name: 'a flow without its date',
    call: 'ROI_IRR',
    args: [column(-1000, 1500), column<CaseCell>({ date: '2024-01-01' }, null)],
    expected: { error: '#VALUE!', says: 'cell 2' },
  },
  {
    name: 'a date without a flow',
    call: 'ROI_IRR',
    args: [
      column(-1000, null, 1210),
      column<CaseCell>({ date: '2023-01-01' }, { date: '2023-06-01' }, { date: '2024-12-31' }),
    ],
    expected: 0.1,
  },
  {
    name: 'arguments skipped in the middle',
    call: 'ORGANIC_BASELINE',
    args: ['did', column(100, 104), 3, undefined, 50, 53],
    expected: 315,
  },
  {
    name: 'ranges of unequal length beside each other',
    call: 'WEIGHTED_PIPELINE',
    args: [column(100, 200), column(0.5)],
    expected: { error: '#VALUE!', says: 'one length' },
  },
  {
    name: 'a deal without an amount yet',
    call: 'WEIGHTED_PIPELINE',
    args: [column(100, null), column(0.5, 0.2)],
    expected: 50,
  },
  {
    name: 'element by element, with the error in its row only',
    call: 'ROI',
    args: [column(5000, 800, 5000, 'x', -500), column(1000, 1000, 0, 1000, 1000)],
    expected: column<CaseAnswer>(
      4,
      -0.2,
      { error: '#DIV/0!', says: 'cost is 0' },
      { error: '#VALUE!', says: 'x' },
      -1.5,
    ),
  },
  {
    name: 'a single cell beside a range',
    call: 'COST_PER_LEAD',
    args: [12000, [[12, 24, 48]]],
    expected: [[1000, 500, 250]],
  },
  {
    name: 'several results a row, with the error all along its row',
    call: 'RATE_INTERVAL',
    args: [column(5, 'x'), column(5, 5)],
    expected: [
      [0.5655175352168251, 1],
      [
        { error: '#VALUE!', says: 'successes' },
        { error: '#VALUE!', says: 'successes' },
      ],
    ],
  },
  {
    name: 'one error for several results',
    call: 'RATE_INTERVAL',
    args: ['x', 5],
    expected: { error: '#VALUE!', says: 'successes' },
  },
  {
    name: 'ranges of unequal length',
    call: 'ROI',
    args: [column(1, 2, 3), column(1, 2)],
    expected: { error: '#VALUE!', says: 'returns has 3 rows, cost has 2 rows' },
  },
  {
    name: 'blanks are no answers',
    call: 'NPS',
    args: [column(10, null, 9, 0, null)],
    expected: 33.333333333333336,
  },
  {
    name: 'nobody has answered',
    call: 'NPS',
    args: [column(null, null)],
    expected: { error: '#DIV/0!', says: 'nobody' },
  },
  { name: 'half a point', call: 'NPS', args: [column(9, 9.5)], expected: { error: '#NUM!', says: '9.5' } },
  {
    name: 'text among answers',
    call: 'NPS',
    args: [column(9, 'n/a')],
    expected: { error: '#VALUE!', says: 'cell 2' },
  },
  {
    name: 'an error among answers',
    call: 'CSAT',
    args: [column(5, notAvailable)],
    expected: { error: '#N/A' },
  },
  { name: 'a row of answers', call: 'CSAT', args: [[[5, 4, 3, 2]]], expected: 0.5 },
]

const [leads, deals, costs] = [sampleTable('leads'), sampleTable('deals'), sampleTable('costs')]
const firstDays: CaseCell[][] = [[{ date: '2026-01-01' }, { date: '2026-04-01' }]]
const lastDays: CaseCell[][] = [[{ date: '2026-03-31' }, { date: '2026-06-30' }]]
const [from, to]: CaseCell[] = [{ date: '2026-01-01' }, { date: '2026-03-31' }]

/** METRIC over the first quarter of the sample. */
function quarter(
  metric: string,
  where: string,
  ...tables: (readonly (readonly CaseCell[])[])[]
): CaseArgument[] {
  return [metric, from, to, where, '', '', ...tables]
}

function changed(table: CaseCell[][], row: number, header: string, cell: CaseCell): CaseCell[][] {
  const at = table[0]?.indexOf(header)
  return table.map((cells, index) =>
    index === row ? cells.map((old, place) => (place === at ? cell : old)) : cells,
  )
}

function renamed(table: CaseCell[][], header: string, name: string): CaseCell[][] {
  return changed(table, 0, header, name)
}

const onTables: readonly Case[] = [
  { name: 'net leads', call: 'METRIC', args: quarter('NET_LEADS_ISSUED', '', leads), expected: 7 },
  { name: 'cost', call: 'METRIC', args: quarter('TOTAL_COST', '', costs), expected: 33000 },
  {
    name: 'tables in any order',
    call: 'METRIC',
    args: quarter('COST_PER_NET_LEAD', '', costs, leads),
    expected: 4714.285714285715,
  },
  {
    name: 'revenue, with a later refund',
    call: 'METRIC',
    args: quarter('TOTAL_REVENUE', '', deals),
    expected: 59000,
  },
  { name: 'win rate', call: 'METRIC', args: quarter('WIN_RATE', '', deals), expected: 0.6 },
  { name: 'a name in small letters', call: 'METRIC', args: quarter('win_rate', '', deals), expected: 0.6 },
  {
    name: 'deal size',
    call: 'METRIC',
    args: quarter('AVERAGE_DEAL_SIZE', '', deals),
    expected: 19666.666666666668,
  },
  { name: 'cycle', call: 'METRIC', args: quarter('SALES_CYCLE_LENGTH', '', deals), expected: 59 },
  {
    name: 'of one owner',
    call: 'METRIC',
    args: quarter('TOTAL_REVENUE', 'owner=ana', deals),
    expected: 35000,
  },
  {
    name: 'of one owner and one type',
    call: 'METRIC',
    args: quarter('TOTAL_REVENUE', 'owner=Ana; deal_type=New', deals),
    expected: 20000,
  },
  {
    name: 'as of a day within the period',
    call: 'METRIC',
    args: ['TOTAL_REVENUE', from, to, '', { date: '2026-03-10' }, '', deals],
    expected: 44000,
  },
  {
    name: 'metrics down, periods across',
    call: 'METRIC',
    args: [column('WIN_RATE', 'TOTAL_REVENUE'), firstDays, lastDays, '', '', '', deals],
    expected: [
      [0.6, 1],
      [59000, 36000],
    ],
  },
  {
    name: 'periods in a column',
    call: 'METRIC',
    args: [
      'TOTAL_REVENUE',
      column(...(firstDays[0] as CaseCell[])),
      column(...(lastDays[0] as CaseCell[])),
      '',
      '',
      '',
      deals,
    ],
    expected: column<CaseAnswer>(59000, 36000),
  },
  {
    name: 'an unknown metric beside a known one',
    call: 'METRIC',
    args: [column('WINRATE', 'WIN_RATE'), from, to, '', '', '', deals],
    expected: column<CaseAnswer>({ error: '#VALUE!', says: 'WIN_RATE' }, 0.6),
  },
  {
    name: 'a metric that is typed, not measured',
    call: 'METRIC',
    args: quarter('ROI_ANNUALISED', '', deals),
    expected: { error: '#VALUE!', says: '=ROI_ANNUALISED(returns, cost, years, short_period, definitions)' },
  },
  {
    name: 'a missing table',
    call: 'METRIC',
    args: quarter('COST_PER_NET_LEAD', '', leads),
    expected: { error: '#VALUE!', says: 'COSTS' },
  },
  {
    name: 'no header',
    call: 'METRIC',
    args: quarter('WIN_RATE', '', deals.slice(1)),
    expected: { error: '#VALUE!', says: 'table 1' },
  },
  {
    name: 'a period without a deal',
    call: 'METRIC',
    args: ['WIN_RATE', { date: '2025-01-01' }, { date: '2025-03-31' }, '', '', '', deals],
    expected: { error: '#DIV/0!' },
  },
  {
    name: 'a table without rows',
    call: 'METRIC',
    args: quarter('TOTAL_REVENUE', '', deals.slice(0, 1)),
    expected: 0,
  },
  {
    name: 'a median of nothing',
    call: 'METRIC',
    args: quarter('SALES_CYCLE_LENGTH', '', deals.slice(0, 1)),
    expected: { error: '#N/A' },
  },
  {
    name: 'from after to',
    call: 'METRIC',
    args: ['WIN_RATE', to, from, '', '', '', deals],
    expected: { error: '#NUM!', says: 'from' },
  },
  {
    name: 'a text date as argument',
    call: 'METRIC',
    args: ['WIN_RATE', '01/02/2026', to, '', '', '', deals],
    expected: { error: '#VALUE!', says: 'from' },
  },
  {
    name: 'a text date in a row',
    call: 'METRIC',
    args: quarter('WIN_RATE', '', changed(deals, 3, 'closed_at', '03/04/2026')),
    expected: { error: '#VALUE!', says: 'row 4' },
  },
  {
    name: 'an unknown stage',
    call: 'METRIC',
    args: quarter('WIN_RATE', '', changed(deals, 3, 'outcome', 'Ghosted')),
    expected: { error: '#VALUE!', says: 'Ghosted' },
  },
  {
    name: 'an unknown stage outside the period',
    call: 'METRIC',
    args: quarter('WIN_RATE', '', changed(deals, 2, 'outcome', 'Ghosted')),
    expected: 0.6,
  },
  {
    name: 'an error in a row that counts',
    call: 'METRIC',
    args: quarter('TOTAL_REVENUE', '', changed(deals, 1, 'amount', notAvailable)),
    expected: { error: '#N/A' },
  },
  {
    name: 'an error in a row that does not count',
    call: 'METRIC',
    args: quarter('TOTAL_REVENUE', '', changed(deals, 2, 'amount', notAvailable)),
    expected: 59000,
  },
  {
    name: 'a won deal without an amount',
    call: 'METRIC',
    args: quarter('TOTAL_REVENUE', '', changed(deals, 1, 'amount', null)),
    expected: { error: '#N/A', says: 'D01' },
  },
  {
    name: 'a missing column',
    call: 'METRIC',
    args: quarter('NET_LEADS_ISSUED', '', renamed(leads, 'owner', 'belongs to')),
    expected: { error: '#VALUE!', says: 'leads has no column owner' },
  },
  {
    name: 'two columns for one field',
    call: 'METRIC',
    args: quarter(
      'WIN_RATE',
      '',
      renamed(renamed(deals, 'closed_at', 'Close Date'), 'expected_close', 'CloseDate'),
    ),
    expected: { error: '#VALUE!', says: 'Close Date' },
  },
  {
    name: 'an unknown column in where',
    call: 'METRIC',
    args: quarter('WIN_RATE', 'onwer=Ana', deals),
    expected: { error: '#VALUE!', says: 'owner' },
  },
  {
    name: 'a cost component that nobody defined',
    call: 'METRIC',
    args: quarter('TOTAL_COST', '', changed(costs, 1, 'component', 'printing')),
    expected: { error: '#VALUE!', says: 'printing' },
  },
]

const chosen: readonly Case[] = [
  {
    name: 'a rep without a quota is left out, one without bookings is not',
    call: 'QUOTA_ATTAINMENT_TEAM',
    args: [column(120, 500, null, 30), column(100, null, 90, 60)],
    expected: 0.6,
  },
  {
    name: 'a rep without bookings is not at quota',
    call: 'REPS_AT_QUOTA',
    args: [column(120, null), column(100, 90)],
    expected: 0.5,
  },
  {
    name: 'a range of another length',
    call: 'QUOTA_ATTAINMENT_TEAM',
    args: [column(120, 45), column(100)],
    expected: { error: '#VALUE!', says: 'one length' },
  },
  { name: 'all of fewer reps', call: 'REP_CONCENTRATION', args: [column(30, 20), 5], expected: 1 },
  { name: 'a word for a number', call: 'REP_CONCENTRATION', args: [column(30, 30), ' HHI '], expected: 0.5 },
  {
    name: 'another word for a number',
    call: 'REP_CONCENTRATION',
    args: [column(30, 30), 'all'],
    expected: { error: '#VALUE!', says: 'hhi' },
  },
  {
    name: 'half a rep',
    call: 'REP_CONCENTRATION',
    args: [column(30, 30), 1.5],
    expected: { error: '#NUM!', says: 'whole number' },
  },
  {
    name: 'activity without a tolerance',
    call: 'REP_DISPARITY',
    args: [column(90, 30), column(200, 100)],
    expected: { error: '#VALUE!', says: 'tolerance' },
  },
  {
    name: 'leavers of a quarter, quarters down',
    call: 'SALES_TURNOVER_RATE',
    args: [column(6, 0), column(18, 0), column(22, 0), 4],
    expected: [[1.2], [{ error: '#DIV/0!' }]],
  },
  {
    name: 'an average without the end',
    call: 'CUSTOMER_CHURN_RATE',
    args: [3, 50, undefined, 'average'],
    expected: { error: '#VALUE!', says: 'end is missing' },
  },
  { name: 'a method', call: 'CLV', args: ['Simple', 500, 0.8, 0.05], expected: 8000 },
  { name: 'no method', call: 'CLV', args: [undefined, 500, 0.8, 0.05], expected: 8000 },
  {
    name: 'a method that lacks an argument',
    call: 'CLV',
    args: ['discounted', 500, 0.8, 0.05],
    expected: { error: '#VALUE!', says: 'discount is missing' },
  },
  { name: 'TRUE as a choice', call: 'CLV_DISCOUNTED', args: [400, 1, 0, true, 12], expected: 5200 },
  {
    name: 'a blank between periods',
    call: 'ROLLING',
    args: [column(1, null, 3), column(2, null, 4), 2],
    expected: 4 / 6,
  },
  {
    name: 'one part of a ratio without the other',
    call: 'ROLLING',
    args: [column(1, null), column(2, 4), 1],
    expected: { error: '#VALUE!', says: 'numerators, cell 2' },
  },
  {
    name: 'a change in words, line by line',
    call: 'METRIC_CHANGE',
    args: [column(5, 4, 4), column(4, 5, 4), 'text', 'lower'],
    expected: [['↑ worsened'], ['↓ improved'], ['→ flat']],
  },
  {
    name: 'the hours of a date alone',
    call: 'BUSINESS_HOURS_BETWEEN',
    args: [{ date: '2026-01-05' }, { date: '2026-01-09 12:20' }],
    expected: 35.333333333333336,
  },
  {
    name: 'a date as text',
    call: 'BUSINESS_HOURS_BETWEEN',
    args: ['2026-01-05 09:00', { date: '2026-01-09 12:20' }],
    expected: { error: '#VALUE!', says: 'typed as' },
  },
  {
    name: 'another grain',
    call: 'PERIOD_START',
    args: [{ date: '2026-01-05' }, 'fortnight'],
    expected: { error: '#VALUE!', says: 'week, month, quarter, year' },
  },
  {
    name: 'a number that is no date',
    call: 'FISCAL_PERIOD',
    args: [20260105, 'month'],
    expected: { error: '#NUM!', says: 'no date' },
  },
  { name: 'a leading metric', call: 'METRIC_CLASS', args: ['nps'], expected: 'leading' },
  {
    name: 'names, one of them misspelt',
    call: 'METRIC_CLASS',
    args: [column('WIN_RATE', 'CHURN_ANNUALIZE', 'WIN_RATIO')],
    expected: [['lagging'], ['neither'], [{ error: '#N/A', says: 'WIN_RATE' }]],
  },
]

const subscriptions: readonly (readonly CaseCell[])[] = [
  ['customer_id', 'start', 'end', 'amount', 'term_months', 'type'],
  ['stays', { date: '2025-01-01' }, null, 1200, 12, 'recurring'],
  ['stays', { date: '2026-02-01' }, null, 90, 3, 'recurring'],
  ['leaves', { date: '2025-06-01' }, { date: '2026-03-01' }, 50, 1, 'recurring'],
  ['arrives', { date: '2026-03-31' }, null, 20, 1, 'recurring'],
  ['arrives', { date: '2026-03-31' }, null, 5000, 1, 'one-off'],
]

const endOfYear: CaseCell = { date: '2026-12-31' }

const cohortsAndCustomers: readonly Case[] = [
  {
    name: 'by June',
    call: 'COHORT_ROI',
    args: [leads, deals, costs, from, to, '', { date: '2026-06-30' }],
    expected: -0.18181818181818182,
  },
  {
    name: 'by the end of the year, quarter by quarter',
    call: 'DEFERRED_ROI',
    args: [leads, deals, costs, from, to, 2, '', endOfYear],
    expected: [
      ['2026 Q1', 12000, -0.6363636363636364],
      ['2026 Q2', 15000, -0.18181818181818182],
      ['2026 Q3', 30000, 0.7272727272727273],
    ],
  },
  {
    name: 'the team',
    call: 'ROI_BY',
    args: [deals, costs, '', '', from, to, 'team'],
    expected: [['team', 59000, 60000, -0.016666666666666666]],
  },
  {
    name: 'in a sentence',
    call: 'QUARTER_STORY',
    args: [leads, deals, costs, from, to, '', 'call within an hour.', '', endOfYear],
    expected:
      'We invested 33,000, issued 7 net sales leads, created 5 opportunities, won 2 deals, and generated 27,000 gross ' +
      'profit (as of 2026-12-31, window 180 d, 100 % of the cohort mature, built-in definitions). There is no period ' +
      'before to compare with. Next test: call within an hour.',
  },
  {
    name: 'of what is given',
    call: 'SCORECARD',
    args: ['finance', from, to, '', '', '', costs],
    expected: [['TOTAL_COST', 'lagging', 33000]],
  },
  {
    name: 'from start to end',
    call: 'MRR_MOVEMENTS',
    args: [subscriptions, from, to],
    expected: [
      ['start', 150],
      ['new', 20],
      ['expansion', 30],
      ['reactivation', 0],
      ['contraction', 0],
      ['churn', 50],
      ['end', 150],
    ],
  },
  {
    name: 'retention on subscriptions',
    call: 'METRIC',
    args: [column('MRR', 'NRR', 'GRR', 'CUSTOMER_CHURN_RATE'), from, to, '', '', '', subscriptions],
    expected: [[150], [0.8666666666666667], [0.6666666666666666], [0.5]],
  },
]

/** Two approvals, the second in letters beyond ASCII: each host computes their hashes by itself. */
const definitions: readonly (readonly CaseCell[])[] = [
  [
    ...['term', 'value', 'effective_from', 'version', 'status', 'kind', 'reason', 'changed_by'],
    ...['recorded_at', 'hash'],
  ],
  [
    ...[
      'win_rate.variant',
      'competitive',
      { date: '2026-01-01' },
      1,
      'approved',
      'policy',
      'reason 1',
      'Ana',
    ],
    ...[{ date: '2025-11-03 09:30' }, 'b5f7bbf8824d31574feae9515f94bd585b107219a9019524c6fc0bf86f2b3ce5'],
  ],
  [
    ...[
      'lead.net_subtract_codes',
      'Größe',
      { date: '2026-04-01' },
      2,
      'approved',
      'policy',
      'reason 2',
      'Ana',
    ],
    ...[{ date: '2025-11-04 09:30' }, '78ee450d90deeb2e68c181121c7e50ef2b6eceee31e64e8b5c9f883a3d6ae884'],
  ],
]

const governed: readonly Case[] = [
  { name: 'the last version', call: 'DEFINITION_VERSION', args: ['', definitions], expected: 'v2' },
  {
    name: 'a term on a day',
    call: 'DEFINITION',
    args: [column('win_rate.variant', 'sla.statistic'), { date: '2026-02-01' }, definitions],
    expected: [['competitive'], ['median']],
  },
  {
    name: 'a row that was changed by hand',
    call: 'DEFINITION',
    args: [
      'win_rate.variant',
      '',
      definitions.map(row => row.map(cell => (cell === 'competitive' ? 'all_closed' : cell))),
    ],
    expected: { error: '#VALUE!', says: 'row 2 does not fit its hash' },
  },
  {
    name: 'under definitions of a team',
    call: 'METRIC_LABEL',
    args: ['WIN_RATE@restated', '2026-Q1', '', definitions],
    expected:
      'Win rate (won ÷ won and lost to a competitor, count) · restated, definitions v2 (effective 2026-04-01)',
  },
]

export const cases: readonly Case[] = [
  ...examples,
  ...scalars,
  ...ranges,
  ...chosen,
  ...onTables,
  ...cohortsAndCustomers,
  ...leadCases,
  ...peopleCases,
  ...targetCases,
  ...governed,
  ...goldenCases,
]
