import { metric } from '../metric'

export const averageDealSize = metric({
  name: 'AVERAGE_DEAL_SIZE',
  title: 'Average deal size',
  category: 'revenue',
  indicator: 'lagging',
  better: 'higher',
  about: 'Mean amount of the deals won in the period, before refunds.',
  questions: ['How large is a typical deal?'],
  parameters: {
    amounts: {
      rangeOf: 'money',
      about: 'Amounts of deals won, by closing date',
      measured: { from: 'deals', rows: 'won', at: 'closed_at', value: 'amount' },
    },
  },
  formula: 'mean(amounts)',
  unit: 'money',
  errors: [
    {
      when: 'count(amounts) = 0',
      error: '#DIV/0!',
      reason: 'no deal was won in the period: there is no average',
    },
  ],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section F' }],
  keywords: ['AOV', 'average order value', 'ACV', 'deal size'],
  onTablesOnly: true,
})
