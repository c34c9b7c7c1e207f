import { metric } from '../metric'

export const compensationCostRatio = metric({
  name: 'COMPENSATION_COST_RATIO',
  title: 'Compensation cost ratio',
  category: 'people',
  indicator: 'lagging',
  better: 'lower',
  about: 'What salespeople are paid, base and variable, as a share of the revenue that they bring.',
  questions: ['How productive is the sales team?', 'What did we really spend?'],
  parameters: {
    compensation: { unit: 'money', about: 'Salaries, commissions and bonuses of the period' },
    revenue: { unit: 'money', about: 'Revenue of the same period' },
  },
  formula: 'compensation / revenue',
  unit: 'fraction',
  errors: [
    { when: 'revenue = 0', error: '#DIV/0!', reason: 'revenue is 0: there is nothing to take a share of' },
    {
      when: 'revenue < 0',
      error: '#NUM!',
      reason: 'revenue is {revenue}: refunds exceed sales, and the ratio needs revenue above 0',
    },
    {
      when: 'compensation < 0',
      error: '#NUM!',
      reason: 'compensation is {compensation}: clawbacks exceed what was paid',
    },
  ],
  examples: [
    {
      given: { compensation: 25000, revenue: 59000 },
      answer: 0.423728813559322,
      about: 'Salaries 20,000 and commissions 5,000',
    },
    { given: { compensation: 25000, revenue: 0 }, answer: '#DIV/0!' },
  ],
  sources: [{ label: 'Field practice: compensation over revenue' }],
  keywords: ['commission ratio', 'cost of compensation', 'sales compensation', 'CCOS'],
})
