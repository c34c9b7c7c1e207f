import { sampleTable } from '../support/tables'
import type { Case, CaseCell } from './cases'
import { definitions } from './golden-cases'

const [leads, deals, costs] = [sampleTable('leads'), sampleTable('deals'), sampleTable('costs')]
const date = (text: string): CaseCell => ({ date: text })
const [from, to] = [date('2026-01-01'), date('2026-03-31')]

const reps: CaseCell[][] = [
  ['rep', 'start', 'end', 'territory'],
  ['Ana', date('2024-05-01'), null, 'North'],
  ['Ben', date('2025-09-01'), date('2026-03-15'), 'South'],
]
const quotas: CaseCell[][] = [
  ['rep', 'period', 'quota', 'ramp'],
  ['Ana', '2026-Q1', 40_000, null],
  ['Ben', 'Q1 2026', 60_000, 0.5],
]
const activities: CaseCell[][] = [
  ['at', 'type', 'rep', 'outcome', 'automated'],
  [date('2026-01-05'), 'Call', 'Ana', null, null],
  [date('2026-01-06'), 'Meeting', 'Ben', 'Completed', null],
  [date('2026-01-07'), 'Meeting', 'Ben', 'Scheduled', null],
  [date('2026-01-08'), 'Email', 'Ben', null, true],
]
const accounts: CaseCell[][] = [
  ['account_id', 'tier'],
  ['a1', 'A'],
  ['a2', 'B'],
]

/** Reps and what they do, metrics of one's own, and the first quarter under other definitions. */
export const peopleCases: readonly Case[] = [
  {
    name: 'with a ramp',
    call: 'METRIC',
    args: ['QUOTA_ATTAINMENT', from, to, '', '', '', deals, quotas],
    expected: 0.8428571428571429,
  },
  {
    name: 'rep by rep',
    call: 'METRIC',
    args: ['REPS_AT_QUOTA', from, to, '', '', '', deals, quotas],
    expected: 0,
  },
  { name: 'with a ramp', call: 'TOTAL_QUOTA', args: [quotas, undefined, from, to], expected: 70_000 },
  {
    name: 'of a part of its period',
    call: 'TOTAL_QUOTA',
    args: [quotas, undefined, from, date('2026-02-28')],
    expected: { error: '#N/A', says: 'quotas row 2 is for 2026-01-01 to 2026-03-31' },
  },
  { name: 'on average', call: 'SALES_HEADCOUNT', args: [reps, from, to], expected: 1.5 },
  {
    name: 'of one who left',
    call: 'METRIC',
    args: ['SALES_TURNOVER_RATE', from, to, '', '', '', reps],
    expected: 0.6666666666666666,
  },
  { name: 'of the types that count', call: 'ACTIVITY_COUNT', args: [activities, from, to], expected: 2 },
  {
    name: 'of a type and a rep',
    call: 'ACTIVITY_COUNT',
    args: [activities, from, to, 'meeting_booked, meeting_held', 'ben'],
    expected: 2,
  },
  {
    name: 'of a type that cannot be read',
    call: 'ACTIVITY_COUNT',
    args: [activities, from, to, 'call; email'],
    expected: { error: '#VALUE!', says: 'activity.types' },
  },
  { name: 'of the best', call: 'ACCOUNT_TIER_SHARE', args: [accounts, 'a'], expected: 0.5 },
  {
    name: 'of each rep',
    call: 'TERRITORY_PERFORMANCE',
    args: [deals, reps, from, to],
    expected: [
      ['North', 35_000, 0.5932203389830508, 0.6666666666666666, 1, 35_000],
      ['South', 24_000, 0.4067796610169492, 0.5, 0.5, 48_000],
    ],
  },
  {
    name: 'one of a team’s own',
    call: 'METRIC',
    args: [
      ...['SALES_EFFICIENCY', from, to, '', ''],
      definitions({ 'metric.sales_efficiency': 'total_revenue / cost_of_sales' }),
      ...[deals, costs],
    ],
    expected: 2.185185185185185,
  },
  {
    name: 'one of a team’s own that is computed from itself',
    call: 'METRIC',
    args: ['LOOP', from, to, '', '', definitions({ 'metric.loop': 'loop + 1' }), deals],
    expected: { error: '#VALUE!', says: 'metric.loop → metric.loop' },
  },
  {
    name: 'under the built-in definitions',
    call: 'RESTATED',
    args: [
      ...['COST_PER_NET_LEAD', '2026-Q1', 'v0', '', ''],
      definitions({ 'cost.marketing_investment': 'ad_spend, agency' }),
      ...[leads, costs],
    ],
    expected: 4714.285714285715,
  },
  {
    name: 'to a version that there is not',
    call: 'RESTATEMENT_BRIDGE',
    args: ['COST_PER_NET_LEAD', '2026-Q1', 'v0', 'v1', '', '', '', leads, costs],
    expected: { error: '#N/A', says: 'no definitions v1' },
  },
  {
    name: 'of what was never locked',
    call: 'DRIFT',
    args: ['WIN_RATE', '2026-Q1', '', '', '', deals],
    expected: { error: '#VALUE!', says: 'SNAPSHOT' },
  },
]
