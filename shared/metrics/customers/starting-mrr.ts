import { metric } from '../metric'

export const startingMrr = metric({
  name: 'STARTING_MRR',
  title: 'Recurring revenue at the start',
  category: 'customers',
  indicator: 'lagging',
  better: 'higher',
  about:
    'Monthly recurring revenue as it stood before the first day of the period: that of the last day of the period ' +
    'before, so that what starts on the first day is new.',
  questions: ['What recurs every month?'],
  parameters: {
    amounts: {
      rangeOf: 'money',
      about: 'Amounts of the recurring subscriptions that ran before the period',
      measured: { from: 'subscriptions', rows: 'ran_before', value: 'amount' },
    },
    months: {
      rangeOf: 'months',
      about: 'How many months each amount is for',
      alongside: 'amounts',
      measured: { from: 'subscriptions', rows: 'ran_before', value: 'months' },
    },
  },
  formula: 'sum(amounts / months)',
  unit: 'money per month',
  errors: [],
  examples: [],
  sources: [{ label: 'Movements of recurring revenue', url: 'https://retentionlens.com/saas-metrics/mrr' }],
  keywords: ['opening MRR', 'beginning MRR'],
  onTablesOnly: true,
})
