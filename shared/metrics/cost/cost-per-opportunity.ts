import { metric } from '../metric'

export const costPerOpportunity = metric({
  name: 'COST_PER_OPPORTUNITY',
  title: 'Cost per opportunity',
  category: 'cost',
  indicator: 'lagging',
  better: 'lower',
  about: 'Cost for each opportunity that it brought: a step nearer to revenue than cost per lead.',
  questions: ['What does an opportunity cost us?'],
  parameters: {
    cost: {
      unit: 'money',
      about: 'Total marketing investment of the period',
      measured: { metric: 'TOTAL_COST' },
    },
    opportunities: {
      unit: 'deals',
      about: 'Opportunities that came of the same leads: the net leads issued in the period',
      measured: { from: 'credits', rows: 'opportunity', at: 'cohort_at', distinct: 'deal_id' },
    },
  },
  formula: 'cost / opportunities',
  unit: 'money per deal',
  errors: [
    {
      when: 'opportunities = 0',
      error: '#DIV/0!',
      reason: 'opportunities is 0: there is no opportunity to share the cost',
    },
    {
      when: 'opportunities < 0',
      error: '#NUM!',
      reason: 'opportunities is {opportunities}: a count cannot be below 0',
    },
    { when: 'cost < 0', error: '#NUM!', reason: 'cost is {cost}: credits exceed spend' },
  ],
  examples: [
    { given: { cost: 33000, opportunities: 5 }, answer: 6600 },
    { given: { cost: 33000, opportunities: 0 }, answer: '#DIV/0!', about: 'Spent, and nothing came of it' },
  ],
  sources: [{ label: 'Field practice' }],
  keywords: ['CPO', 'cost per opp', 'cost per pipeline'],
})
