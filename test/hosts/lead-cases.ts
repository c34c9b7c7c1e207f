import { sampleTable } from '../support/tables'
import type { Case, CaseCell } from './cases'

const [leads, deals, costs] = [sampleTable('leads'), sampleTable('deals'), sampleTable('costs')]
const [from, to]: CaseCell[] = [{ date: '2026-01-01' }, { date: '2026-03-31' }]

/** The handoff from marketing to sales, and what it cost, over the first quarter of the sample. */
export const leadCases: readonly Case[] = [
  { name: 'handed over', call: 'LEADS_ISSUED', args: [leads, from, to], expected: 9 },
  { name: 'real ones', call: 'NET_LEADS_ISSUED', args: [leads, from, to], expected: 7 },
  {
    name: 'real ones of one source, as of a day',
    call: 'NET_LEADS_ISSUED',
    args: [leads, from, to, '', { date: '2026-01-31' }, 'source=web'],
    expected: 3,
  },
  {
    name: 'the slowest of all hours',
    call: 'LEAD_RESPONSE_TIME',
    args: [leads, from, to, 'p90', 'elapsed'],
    expected: 44.25,
  },
  { name: 'in business hours', call: 'LEAD_RESPONSE_TIME', args: [leads, from, to], expected: 0.625 },
  {
    name: 'answered within an hour',
    call: 'RESPONSE_SLA_RATE',
    args: [leads, from, to, 1],
    expected: 0.5714285714285714,
  },
  {
    name: 'an agreed time of nothing',
    call: 'RESPONSE_SLA_RATE',
    args: [leads, from, to, 0],
    expected: { error: '#NUM!', says: 'sla_hours is 0' },
  },
  { name: 'who waits', call: 'OVERDUE_LEADS', args: [leads], expected: [['L05', 'Ana', 348]] },
  {
    name: 'who answers',
    call: 'RESPONSE_BY_REP',
    args: [leads, from, to],
    expected: [
      ['Ben', 3, 0.5, 0.6666666666666666],
      ['Ana', 4, 0.75, 0.75],
    ],
  },
  {
    name: 'how leads decay',
    call: 'CONVERSION_BY_RESPONSE',
    args: [leads, deals, [[4]]],
    expected: [
      ['up to 4 h', 6, 5, 0.8333333333333334],
      ['over 4 h', 1, 1, 1],
      ['unanswered', 1, 0, 0],
    ],
  },
  {
    name: 'by source',
    call: 'LEADS_BY',
    args: [leads, from, to, 'source'],
    expected: [
      ['web', 7, 5, 4],
      ['paid', 3, 2, 1],
      ['event', 2, 2, 2],
    ],
  },
  {
    name: 'by source, under a name that the table lacks',
    call: 'LEADS_BY',
    args: [leads, from, to, 'sorce'],
    expected: { error: '#VALUE!', says: 'source' },
  },
  {
    name: 'what became of them in January',
    call: 'OUTCOME_MIX',
    args: [leads, from, { date: '2026-01-31' }, '', { date: '2026-01-31' }],
    expected: [
      ['OPPORTUNITY', 3, 0.75],
      ['(uncoded)', 1, 0.25],
    ],
  },
  { name: 'of sales', call: 'TOTAL_COST', args: [costs, from, to, 'cost_of_sales'], expected: 27000 },
  {
    name: 'of a week in January',
    call: 'TOTAL_COST',
    args: [costs, { date: '2026-01-05' }, { date: '2026-01-11' }],
    expected: 4741.935483870968,
  },
  {
    name: 'what ad spend and agency see of all',
    call: 'COST_COVERAGE',
    args: [costs, from, to, [['ad_spend'], ['agency']], 'cac_cost'],
    expected: 0.25,
  },
  {
    name: 'a customer',
    call: 'METRIC',
    args: ['CAC', from, to, '', '', '', deals, costs],
    expected: 30000,
  },
]
