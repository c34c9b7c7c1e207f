import type { Span } from '../kit/formulas'

/** The six that marketing and sales look at together, each with a target and with what it is counted of. */
export const six = [
  { name: 'NET_LEADS_ISSUED', title: 'Net leads issued', target: 3, of: 'LEADS_ISSUED' },
  { name: 'COST_PER_NET_LEAD', title: 'Cost per net lead', target: 1000, of: 'NET_LEADS_ISSUED' },
  { name: 'LEAD_RESPONSE_TIME', title: 'Hours to answer', target: 2, of: 'NET_LEADS_ISSUED' },
  { name: 'LEAD_TO_OPP_RATE', title: 'Lead to opportunity', target: 0.5, of: 'NET_LEADS_ISSUED' },
  { name: 'OPP_TO_WIN_RATE', title: 'Opportunity to win', target: 0.5, of: 'FUNNEL_OPPORTUNITIES' },
  { name: 'AVG_GROSS_PROFIT_PER_WIN', title: 'Gross profit per win', target: 5000, of: 'COHORT_WINS' },
] as const

export const formats = ['whole', 'whole', 'decimals', 'percent', 'percent', 'whole'] as const

export const week: Span = { name: '{weeks.periods.7}', from: '{weeks.from.7}', to: '{weeks.to.7}' }

export const [first, second, third, fourth, fifth, sixth] = six
