import { metric } from '../metric'

export const revenueCostRatio = metric({
  name: 'REVENUE_COST_RATIO',
  title: 'Revenue to cost ratio',
  category: 'return',
  indicator: 'lagging',
  better: 'higher',
  about: 'Revenue for each unit of cost. 3:1 is an ROI of 200 %, not 300 %.',
  questions: ['How much revenue does each unit of cost bring?'],
  parameters: {
    revenue: {
      unit: 'money',
      about: 'Revenue that the cost brought',
      measured: { metric: 'TOTAL_REVENUE' },
    },
    cost: { unit: 'money', about: 'Everything paid in', measured: { metric: 'ACQUISITION_COST' } },
  },
  formula: 'revenue / cost',
  unit: 'fraction',
  errors: [
    { when: 'cost = 0', error: '#DIV/0!', reason: 'cost is 0: the ratio needs a cost above 0' },
    {
      when: 'cost < 0',
      error: '#NUM!',
      reason: 'cost is {cost}: credits exceed spend, and the ratio needs a cost above 0',
    },
  ],
  examples: [
    { given: { revenue: 5000, cost: 1000 }, answer: 5, about: '5:1, an ROI of 400 %' },
    { given: { revenue: 3000, cost: 1000 }, answer: 3, about: '3:1, an ROI of 200 %' },
  ],
  sources: [{ label: 'ROI plus 1, by definition' }],
  keywords: ['ROAS', 'return on ad spend', 'revenue per cost', '5:1'],
})
