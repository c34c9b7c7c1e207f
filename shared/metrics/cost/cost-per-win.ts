import { metric } from '../metric'

export const costPerWin = metric({
  name: 'COST_PER_WIN',
  title: 'Cost per won deal',
  category: 'cost',
  indicator: 'lagging',
  better: 'lower',
  about: 'Cost for each deal won. A customer may win you several deals: for customers see CAC.',
  questions: ['What does a won deal cost us?'],
  parameters: {
    cost: {
      unit: 'money',
      about: 'Total marketing investment of the period',
      measured: { metric: 'TOTAL_COST' },
    },
    wins: {
      unit: 'deals',
      about: 'Deals won that came of the same leads, within the window of their cohort',
      measured: { from: 'credits', rows: 'cohort_won', at: 'cohort_at', distinct: 'deal_id' },
    },
  },
  formula: 'cost / wins',
  unit: 'money per deal',
  errors: [
    { when: 'wins = 0', error: '#DIV/0!', reason: 'wins is 0: there is no won deal to share the cost' },
    { when: 'wins < 0', error: '#NUM!', reason: 'wins is {wins}: a count cannot be below 0' },
    { when: 'cost < 0', error: '#NUM!', reason: 'cost is {cost}: credits exceed spend' },
  ],
  examples: [
    { given: { cost: 33000, wins: 2 }, answer: 16500 },
    { given: { cost: 33000, wins: 0 }, answer: '#DIV/0!', about: 'Spent, and nothing won yet' },
  ],
  sources: [{ label: 'Field practice' }],
  keywords: ['cost per sale', 'cost per deal', 'CPA', 'cost per acquisition'],
})
