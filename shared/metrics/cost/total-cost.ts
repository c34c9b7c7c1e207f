import { metric } from '../metric'

export const totalCost = metric({
  name: 'TOTAL_COST',
  title: 'Total cost',
  category: 'cost',
  indicator: 'lagging',
  better: 'lower',
  about:
    'The marketing investment of the period: ad spend, labour, creative, tools, agency, events, subscriptions and ' +
    'overhead. Credits reduce it.',
  questions: ['What did we really spend?'],
  parameters: {
    amounts: {
      rangeOf: 'money',
      about: 'Amounts of the components that count as marketing investment',
      measured: { from: 'costs', rows: 'marketing_investment', at: 'date', value: 'amount' },
    },
  },
  formula: 'sum(amounts)',
  unit: 'money',
  errors: [],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section B: component sets' }],
  keywords: ['marketing investment', 'marketing cost', 'spend', 'budget'],
  onTablesOnly: true,
})
