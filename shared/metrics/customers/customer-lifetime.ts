import { metric } from '../metric'

export const customerLifetime = metric({
  name: 'CUSTOMER_LIFETIME',
  title: 'Customer lifetime',
  category: 'customers',
  indicator: 'lagging',
  better: 'higher',
  about:
    'How long a customer is expected to stay, in the periods of the churn rate: a monthly rate gives months.',
  questions: ['Do customers stay?', 'What is a customer worth?'],
  parameters: {
    churn: { unit: 'fraction per period', about: 'Share of customers lost in a period, say a month' },
  },
  formula: '1 / churn',
  unit: 'periods',
  errors: [
    {
      when: 'churn = 0',
      error: '#DIV/0!',
      reason: 'churn is 0: nobody ever leaves, so the lifetime has no end',
    },
    {
      when: 'churn < 0',
      error: '#NUM!',
      reason: 'churn is {churn}: with net negative churn 1 / churn means nothing; use the churn of customers',
    },
    { when: 'churn > 1', error: '#NUM!', reason: 'churn is {churn}: write 5 % as 0.05 or 5%' },
  ],
  examples: [
    { given: { churn: 0.05 }, answer: 20, about: '5 % a month: 20 months' },
    { given: { churn: -0.02 }, answer: '#NUM!', about: 'Net negative revenue churn is no lifetime' },
  ],
  sources: [{ label: 'David Skok: what is your LTV?', url: 'http://www.forentrepreneurs.com/ltv/' }],
  keywords: ['customer lifespan', 'expected lifetime', 'average lifetime', 'tenure'],
})
