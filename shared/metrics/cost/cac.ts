import { metric } from '../metric'

export const cac = metric({
  name: 'CAC',
  title: 'Customer acquisition cost',
  category: 'cost',
  indicator: 'lagging',
  better: 'lower',
  about:
    'All sales and marketing cost for each new customer won. Upsells to existing customers do not count.',
  questions: ['What does a new customer cost us?', 'Can we afford to grow?'],
  parameters: {
    cost: {
      unit: 'money',
      about: 'All sales and marketing cost of the period, or of an earlier one that paid for it',
      measured: { metric: 'ACQUISITION_COST' },
    },
    new_customers: {
      unit: 'customers',
      about: 'Customers won for the first time, not deals',
      measured: { from: 'deals', rows: 'new_customer and not left_early', at: 'closed_at' },
    },
  },
  formula: 'cost / new_customers',
  unit: 'money per customer',
  errors: [
    {
      when: 'new_customers = 0',
      error: '#DIV/0!',
      reason: 'new_customers is 0: nobody was won to share the cost',
    },
    {
      when: 'new_customers < 0',
      error: '#NUM!',
      reason: 'new_customers is {new_customers}: a count cannot be below 0',
    },
    { when: 'cost < 0', error: '#NUM!', reason: 'cost is {cost}: credits exceed spend' },
  ],
  examples: [
    {
      given: { cost: 60000, new_customers: 2 },
      answer: 30000,
      about: 'Sales and marketing, two new customers',
    },
    {
      given: { cost: 60000, new_customers: 3 },
      answer: 20000,
      about: 'Counting an upsell as a customer flatters',
    },
    { given: { cost: 33000, new_customers: 2 }, answer: 16500, about: 'Marketing cost alone flatters too' },
  ],
  sources: [{ label: 'SaaS Metrics Standards Board', url: 'https://www.saasmetricsboard.com/standards' }],
  keywords: ['customer acquisition cost', 'cost per customer', 'acquisition cost'],
})
