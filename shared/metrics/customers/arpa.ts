import { metric } from '../metric'

export const arpa = metric({
  name: 'ARPA',
  title: 'Average revenue per account',
  category: 'customers',
  indicator: 'lagging',
  better: 'higher',
  about: 'Monthly recurring revenue for each paying account.',
  questions: ['What is a customer worth?'],
  parameters: {
    mrr: {
      unit: 'money per month',
      about: 'Monthly recurring revenue on a day',
      measured: { metric: 'MRR' },
    },
    accounts: {
      unit: 'accounts',
      about: 'Paying accounts on the same day',
      measured: { from: 'subscriptions', rows: 'runs and amount > 0', distinct: 'customer_id' },
    },
  },
  formula: 'mrr / accounts',
  unit: 'money per account per month',
  errors: [
    {
      when: 'accounts = 0',
      error: '#DIV/0!',
      reason: 'accounts is 0: there is no account to share the revenue',
    },
    { when: 'accounts < 0', error: '#NUM!', reason: 'accounts is {accounts}: a count cannot be below 0' },
    { when: 'mrr < 0', error: '#NUM!', reason: 'mrr is {mrr}: recurring revenue cannot be below 0' },
  ],
  examples: [
    { given: { mrr: 450, accounts: 3 }, answer: 150 },
    { given: { mrr: 450, accounts: 0 }, answer: '#DIV/0!' },
  ],
  sources: [{ label: 'SaaS Metrics Standards Board', url: 'https://www.saasmetricsboard.com/standards' }],
  keywords: ['ARPU', 'average revenue per user', 'ARPC', 'revenue per customer', 'ACV'],
})
