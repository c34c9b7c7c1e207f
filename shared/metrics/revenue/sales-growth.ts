import { metric } from '../metric'

export const salesGrowth = metric({
  name: 'SALES_GROWTH',
  title: 'Sales growth',
  category: 'revenue',
  indicator: 'lagging',
  better: 'higher',
  about:
    'By what share sales grew against an earlier period. Compare like with like: the same months of last year.',
  questions: ['Are we growing?'],
  parameters: {
    current: {
      unit: 'money',
      about: 'Sales of this period',
      measured: { from: 'deals', rows: 'won and within_period', value: 'amount' },
    },
    prior: {
      unit: 'money',
      about:
        'Sales of the earlier period, of the same length; on tables, of the same days of last year, to date where the ' +
        'period is not over',
      measured: { from: 'deals', rows: 'won and within_last_year', value: 'amount' },
    },
  },
  formula: 'current / prior - 1',
  unit: 'fraction',
  errors: [
    {
      when: 'prior = 0',
      error: '#DIV/0!',
      reason: 'prior is 0: growth from nothing is not 0 %, it has no rate',
    },
    {
      when: 'prior < 0',
      error: '#NUM!',
      reason: 'prior is {prior}: from sales below 0 the sign of growth turns round',
    },
  ],
  examples: [
    { given: { current: 120000, prior: 100000 }, answer: 0.2 },
    { given: { current: 80000, prior: 100000 }, answer: -0.2, about: 'Shrinking' },
    { given: { current: 5000, prior: 0 }, answer: '#DIV/0!', about: 'From nothing; never shown as 0 %' },
  ],
  sources: [{ label: 'Field practice' }],
  keywords: ['revenue growth', 'year over year', 'YoY', 'month over month', 'MoM', 'growth rate'],
})
