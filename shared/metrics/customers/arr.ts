import { metric } from '../metric'

export const arr = metric({
  name: 'ARR',
  title: 'Annual recurring revenue',
  category: 'customers',
  indicator: 'lagging',
  better: 'higher',
  about: 'What the subscriptions that run on a day would bring in a year: twelve times the monthly rate.',
  questions: ['What recurs every month?'],
  parameters: {
    mrr: {
      unit: 'money per month',
      about: 'Monthly recurring revenue on the day',
      measured: { metric: 'MRR' },
    },
    months_in_year: { unit: 'months per year', about: 'Months in a year', default: 12 },
  },
  formula: 'mrr * months_in_year',
  unit: 'money per year',
  errors: [],
  examples: [],
  sources: [{ label: 'Movements of recurring revenue', url: 'https://retentionlens.com/saas-metrics/mrr' }],
  keywords: ['annual run rate', 'annualised recurring revenue', 'annualized run rate'],
  onTablesOnly: true,
})
