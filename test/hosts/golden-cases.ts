import { sampleTable } from '../support/tables'
import type { Case, CaseAnswer, CaseArgument, CaseCell } from './cases'

const [leads, deals, costs] = [sampleTable('leads'), sampleTable('deals'), sampleTable('costs')]
const [from, to]: CaseCell[] = [{ date: '2026-01-01' }, { date: '2026-03-31' }]

/** Definitions effective from the year in which the samples lie, each term approved by itself. */
export function definitions(terms: Readonly<Record<string, CaseCell>>): CaseCell[][] {
  const header = ['term', 'value', 'effective_from', 'version', 'status', 'kind', 'reason']
  return [
    [...header, 'changed_by', 'recorded_at'],
    ...Object.entries(terms).map(([term, value], index): CaseCell[] => [
      ...[term, value, { date: '2026-01-01' }, index + 1, 'approved', 'policy', 'As agreed', 'finance'],
      { date: '2025-12-15' },
    ]),
  ]
}

interface Asked {
  readonly by?: Readonly<Record<string, CaseCell>>
  readonly asOf?: string
  readonly where?: string
  readonly own?: readonly CaseArgument[]
}

/** A formula over tables of the samples' first quarter: `NAME(tables…, from, to, own…, definitions, as_of, where)`. */
function quarter(
  name: string,
  call: string,
  tables: readonly CaseCell[][][],
  expected: CaseAnswer,
  { by, asOf, where, own = [] }: Asked = {},
): Case {
  const last: CaseArgument[] = [by ? definitions(by) : '', asOf ? { date: asOf } : '', where ?? '']
  return { name, call, args: [...tables, from, to, ...own, ...last], expected }
}

/** Likewise through METRIC, which takes the tables last. */
function metric(
  name: string,
  call: string,
  tables: readonly CaseCell[][][],
  expected: CaseAnswer,
  { by, asOf, where }: Asked = {},
): Case {
  const settings = [where ?? '', asOf ? { date: asOf } : '', by ? definitions(by) : '']
  return { name, call: 'METRIC', args: [call, from, to, ...settings, ...tables], expected }
}

const adSpend = { 'cost.marketing_investment': 'ad_spend' }

/** Exact values of the catalogue on its sample tables. */
export const goldenCases: readonly Case[] = [
  quarter('marketing investment', 'TOTAL_COST', [costs], 33000),
  quarter('cost of sales', 'TOTAL_COST', [costs], 27000, { own: ['cost_of_sales'] }),
  quarter('all sales and marketing', 'TOTAL_COST', [costs], 60000, { own: ['cac_cost'] }),
  quarter('created', 'LEADS_CREATED', [leads], 12),
  quarter('issued', 'LEADS_ISSUED', [leads], 9),
  quarter('net', 'NET_LEADS_ISSUED', [leads], 7),
  metric('net of gross', 'NET_LEAD_YIELD', [leads], 7 / 9),
  metric('cost per net lead', 'COST_PER_NET_LEAD', [leads, costs], 33000 / 7),
  metric('ad spend only', 'COST_PER_NET_LEAD', [leads, costs], 12000 / 7, { by: adSpend }),
  quarter('complete', 'ISSUE_COMPLETENESS', [leads], 0.9),
  quarter('coded', 'OUTCOME_CODING_RATE', [leads], 6 / 7),
  quarter('rejected', 'LEAD_REJECTION_RATE', [leads], 2 / 9),
  quarter('mean, elapsed', 'LEAD_RESPONSE_TIME', [leads], 379 / 24, { own: ['mean', 'elapsed'] }),
  quarter('median, elapsed', 'LEAD_RESPONSE_TIME', [leads], 2.5, { own: ['median', 'elapsed'] }),
  quarter('p90, elapsed', 'LEAD_RESPONSE_TIME', [leads], 44.25, { own: ['p90', 'elapsed'] }),
  quarter('mean, in business hours', 'LEAD_RESPONSE_TIME', [leads], 2.375, { own: ['mean'] }),
  quarter('median, in business hours', 'LEAD_RESPONSE_TIME', [leads], 0.625),
  quarter('median from creation', 'LEAD_RESPONSE_TIME', [leads], 3.25, {
    own: ['median', 'elapsed'],
    by: { 'sla.clock_start': 'created_at' },
  }),
  quarter('within 4 business hours', 'RESPONSE_SLA_RATE', [leads], 5 / 7, { own: [4] }),
  quarter('within 4 hours elapsed', 'RESPONSE_SLA_RATE', [leads], 4 / 7, {
    own: [4],
    by: { 'sla.clock_type': 'elapsed' },
  }),
  quarter('answered', 'FOLLOW_UP_RATE', [leads], 6 / 7),
  metric('cohort', 'LEAD_TO_OPP_RATE', [leads, deals], 5 / 7),
  metric('by period', 'LEAD_TO_OPP_RATE', [leads, deals], 9 / 7, { by: { 'conversion.method': 'period' } }),
  metric('won by June', 'OPP_TO_WIN_RATE', [leads, deals], 0.4, { asOf: '2026-06-30' }),
  metric('won by December', 'OPP_TO_WIN_RATE', [leads, deals], 0.6, {
    asOf: '2026-12-31',
    by: { 'cohort.window_days': 270 },
  }),
  quarter('in June', 'COHORT_ROI', [leads, deals, costs], -2 / 11, { asOf: '2026-06-30' }),
  quarter('in December', 'COHORT_ROI', [leads, deals, costs], -2 / 11, { asOf: '2026-12-31' }),
  quarter('270 days', 'COHORT_ROI', [leads, deals, costs], 8 / 11, {
    asOf: '2026-12-31',
    by: { 'cohort.window_days': 270 },
  }),
  quarter('on revenue', 'COHORT_ROI', [leads, deals, costs], 17 / 33, {
    asOf: '2026-06-30',
    by: { 'margin.basis': 'revenue' },
  }),
  quarter('ad spend alone', 'COHORT_ROI', [leads, deals, costs], 1.25, { asOf: '2026-06-30', by: adSpend }),
  quarter('in June', 'COHORT_MATURITY', [leads], 0, { asOf: '2026-06-30' }),
  quarter('in July', 'COHORT_MATURITY', [leads], 4 / 7, { asOf: '2026-07-31' }),
  quarter('in December', 'COHORT_MATURITY', [leads], 1, { asOf: '2026-12-31' }),
  quarter('after 90 days', 'COHORT_MATURITY', [leads], 1, {
    asOf: '2026-06-30',
    by: { 'cohort.window_days': 90 },
  }),
  quarter('by June', 'AVG_GROSS_PROFIT_PER_WIN', [leads, deals], 13500, { asOf: '2026-06-30' }),
  metric('won over decided', 'WIN_RATE', [deals], 0.6),
  metric('competitive', 'WIN_RATE', [deals], 0.75, { by: { 'win_rate.variant': 'competitive' } }),
  metric('all closed', 'WIN_RATE', [deals], 0.5, { by: { 'win_rate.variant': 'all_closed' } }),
  metric('created, by March', 'WIN_RATE', [deals], 1 / 3, {
    asOf: '2026-03-31',
    by: { 'win_rate.variant': 'created_cohort' },
  }),
  metric('created, by June', 'WIN_RATE', [deals], 4 / 9, {
    asOf: '2026-06-30',
    by: { 'win_rate.variant': 'created_cohort' },
  }),
  metric('created, by December', 'WIN_RATE', [deals], 5 / 9, {
    asOf: '2026-12-31',
    by: { 'win_rate.variant': 'created_cohort' },
  }),
  metric('qualified, by March', 'WIN_RATE', [deals], 0.375, {
    asOf: '2026-03-31',
    by: { 'win_rate.variant': 'qualified_cohort' },
  }),
  metric('by amounts', 'WIN_RATE', [deals], 59 / 102, { by: { 'win_rate.basis': 'value' } }),
  metric('won to lost', 'WIN_LOSS_RATIO', [deals], 1.5),
  quarter('closed of all', 'CLOSE_RATE', [deals], 2 / 3, { own: ['closed_over_total'], asOf: '2026-03-31' }),
  quarter('no decision', 'NO_DECISION_RATE', [deals], 0.2),
  quarter('median', 'SALES_CYCLE_LENGTH', [deals], 59),
  quarter('mean', 'SALES_CYCLE_LENGTH', [deals], 158 / 3, { own: ['mean'] }),
  quarter('opportunities', 'OPPS_CREATED', [deals], 9),
  quarter('by date of refund', 'TOTAL_REVENUE', [deals], 59000),
  quarter('refunds in the original period', 'TOTAL_REVENUE', [deals], 55000, {
    own: [''],
    by: { 'refund.timing': 'original_period' },
  }),
  metric('mean', 'AVERAGE_DEAL_SIZE', [deals], 59000 / 3),
  metric('median', 'AVERAGE_DEAL_SIZE', [deals], 20000, { by: { 'deal_size.statistic': 'median' } }),
  quarter('gross profit', 'GROSS_PROFIT', [deals], 37000),
  quarter('weighted', 'PROFIT_MARGIN', [deals], 37 / 59),
  quarter('simple', 'PROFIT_MARGIN', [deals], 227 / 360, { own: ['simple'] }),
  quarter('from new customers', 'NEW_REVENUE_SHARE', [deals], 44 / 59),
  metric('new customers', 'CAC', [deals, costs], 30000),
  {
    name: 'leads',
    call: 'DATA_CHECK',
    args: [leads],
    expected: [
      [
        12,
        'owner',
        'issued, but without an owner',
        'name the owner: without one the lead does not count as issued',
      ],
    ],
  },
  {
    name: 'deals',
    call: 'DATA_CHECK',
    args: [deals],
    expected: [['', '', 'nothing wrong: deals, 10 rows checked', '']],
  },
]
