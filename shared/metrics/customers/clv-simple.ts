import { metric } from '../metric'

export const clvSimple = metric({
  name: 'CLV_SIMPLE',
  title: 'Customer lifetime value, simple',
  category: 'customers',
  indicator: 'lagging',
  better: 'higher',
  about: 'Margin that a customer leaves over its expected lifetime, not discounted: lifetime is 1 / churn.',
  questions: ['What is a customer worth?', 'Is a customer worth what it costs?'],
  parameters: {
    arpa: {
      unit: 'money per customer per period',
      about: 'Average revenue per customer in a period, say a month',
    },
    margin: { unit: 'fraction', about: 'Share of it left after delivery cost; 1 gives value on revenue' },
    churn: { unit: 'fraction per period', about: 'Share of customers lost in the same period' },
  },
  formula: 'arpa * margin / churn',
  unit: 'money per customer',
  errors: [
    {
      when: 'churn = 0',
      error: '#DIV/0!',
      reason: 'churn is 0: nobody ever leaves, so the lifetime has no end',
    },
    {
      when: 'churn < 0',
      error: '#NUM!',
      reason: 'churn is {churn}: with net negative churn 1 / churn means nothing; use a horizon',
    },
    { when: 'churn > 1', error: '#NUM!', reason: 'churn is {churn}: write 5 % as 0.05 or 5%' },
    { when: 'margin > 1', error: '#NUM!', reason: 'margin is {margin}: write 80 % as 0.8 or 80%' },
  ],
  examples: [
    { given: { arpa: 500, margin: 0.8, churn: 0.05 }, answer: 8000, about: 'On margin' },
    {
      given: { arpa: 500, margin: 1, churn: 0.05 },
      answer: 10000,
      about: 'On revenue: do not set against CAC',
    },
  ],
  sources: [{ label: 'David Skok: what is your LTV?', url: 'http://www.forentrepreneurs.com/ltv/' }],
  keywords: ['LTV', 'customer lifetime value', 'lifetime value', 'CLTV'],
})
