import { sampleTable } from '../support/tables'
import type { Case, CaseCell } from './cases'
import { definitions } from './golden-cases'

const [leads, deals, costs] = [sampleTable('leads'), sampleTable('deals'), sampleTable('costs')]
const date = (text: string): CaseCell => ({ date: text })
const [from, to] = [date('2026-01-01'), date('2026-03-31')]

const targets: CaseCell[][] = [
  ['metric', 'owner', 'period_start', 'period_end', 'target'],
  ['Cost per net lead', null, from, to, 3300],
  ['TOTAL_REVENUE', null, from, to, 118_000],
  ['TOTAL_REVENUE', 'Ana', from, to, 70_000],
]
const subscriptions: CaseCell[][] = [
  ['customer_id', 'start', 'end', 'amount', 'term_months', 'type'],
  ['A', date('2026-01-10'), null, 100, 1, 'recurring'],
  ['B', date('2026-02-01'), date('2026-04-01'), 1200, 12, 'recurring'],
]

/** Metrics of other metrics, customers by cohort, and what definitions say of a typed formula. */
export const targetCases: readonly Case[] = [
  {
    name: 'of a target that is lower the better',
    call: 'METRIC',
    args: ['TARGET_ATTAINMENT(COST_PER_NET_LEAD)', from, to, '', '', '', leads, costs, targets],
    expected: 0.7,
  },
  {
    name: 'of the target of the whole, and of one owner',
    call: 'METRIC',
    args: ['TARGET_ATTAINMENT(TOTAL_REVENUE)', from, to, 'owner=Ana', '', '', deals, targets],
    expected: 0.5,
  },
  {
    name: 'of the pace towards a target when all of the period has gone',
    call: 'METRIC',
    args: ['TARGET_PACE(TOTAL_REVENUE)', from, to, '', date('2026-06-30'), '', deals, targets],
    expected: 0.5,
  },
  {
    name: 'of several periods together',
    call: 'METRIC',
    args: ['ROLLING(TOTAL_REVENUE, 3)', date('2026-03-01'), to, '', '', '', deals],
    expected: 59000,
  },
  {
    name: 'of more periods than there are',
    call: 'METRIC',
    args: ['ROLLING(TOTAL_REVENUE, 9)', date('2026-03-01'), to, '', '', '', deals],
    expected: { error: '#N/A', says: 'needs 9 periods' },
  },
  {
    name: 'of customers who began in the quarter',
    call: 'COHORT_CLV',
    args: [subscriptions, from, to, 0.5, 0, '', date('2026-06-10')],
    expected: 200,
  },
  {
    name: 'what a typed formula leaves out',
    call: 'ROI_VS_HURDLE',
    args: [0.25, '', '', definitions({ 'roi.hurdle_rate': 0.1 })],
    expected: 0.15,
  },
]
