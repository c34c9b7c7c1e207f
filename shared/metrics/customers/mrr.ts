import { metric } from '../metric'

export const mrr = metric({
  name: 'MRR',
  title: 'Monthly recurring revenue',
  category: 'customers',
  indicator: 'lagging',
  better: 'higher',
  about:
    'What the subscriptions that run on a day bring in a month: each amount divided by the months that it is for. It ' +
    'is a rate on that day, not a sum over a quarter; one-off charges do not count, nor does usage unless the ' +
    'definitions say so.',
  questions: ['What recurs every month?', 'Can we afford to grow?'],
  parameters: {
    amounts: {
      rangeOf: 'money',
      about: 'Amounts of the recurring subscriptions that run on the day, discounts taken off',
      measured: { from: 'subscriptions', rows: 'runs', value: 'amount' },
    },
    months: {
      rangeOf: 'months',
      about: 'How many months each amount is for: 12 for a year',
      alongside: 'amounts',
      measured: { from: 'subscriptions', rows: 'runs', value: 'months' },
    },
  },
  formula: 'sum(amounts / months)',
  unit: 'money per month',
  errors: [],
  examples: [],
  sources: [{ label: 'Movements of recurring revenue', url: 'https://retentionlens.com/saas-metrics/mrr' }],
  keywords: ['recurring revenue', 'run rate', 'subscription revenue', 'SaaS revenue', 'retainer'],
  onTablesOnly: true,
})
