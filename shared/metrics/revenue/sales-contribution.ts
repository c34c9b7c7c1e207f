import { metric } from '../metric'

export const salesContribution = metric({
  name: 'SALES_CONTRIBUTION',
  title: 'Sales contribution',
  category: 'revenue',
  indicator: 'lagging',
  better: 'higher',
  about:
    'Revenue less what was spent to get it: below 0, the team costs more than it sells. It is no profit yet.',
  questions: ['Does the sales team pay for itself?'],
  parameters: {
    revenue: { unit: 'money', about: 'Revenue of the period', measured: { metric: 'TOTAL_REVENUE' } },
    cost: {
      unit: 'money',
      about: 'Cost of sales of the period; delivery of what was sold is not in it',
      measured: { metric: 'COST_OF_SALES' },
    },
  },
  formula: 'revenue - cost',
  unit: 'money',
  errors: [],
  examples: [
    { given: { revenue: 59000, cost: 27000 }, answer: 32000 },
    { given: { revenue: 59000, cost: 60000 }, answer: -1000, about: 'With all of marketing in the cost' },
  ],
  sources: [{ label: 'Catalogue of Plumbline, section F' }],
  keywords: ['contribution', 'sales profitability', 'revenue less cost'],
})
