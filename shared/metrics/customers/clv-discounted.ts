import { metric } from '../metric'

export const clvDiscounted = metric({
  name: 'CLV_DISCOUNTED',
  title: 'Customer lifetime value, discounted',
  category: 'customers',
  indicator: 'lagging',
  better: 'higher',
  about:
    'Present value of the margins that a customer is expected to leave, each less likely and worth less than the one ' +
    'before. A period is one for margin, retention and discount alike.',
  questions: ['What is a customer worth?', 'Is a customer worth what it costs?'],
  parameters: {
    margin_per_period: { unit: 'money per customer', about: 'Margin of a customer in a period, say a month' },
    retention: { unit: 'fraction', about: 'Share of customers who stay from one period to the next' },
    discount: {
      unit: 'fraction',
      about: 'Discount rate of a period; a yearly rate of 10 % is 1.1^(1/12) - 1 a month',
    },
    initial: {
      about: 'Whether a first margin comes at once, with the purchase',
      choices: {
        false: 'no, the first comes after a period, from those who stayed',
        true: 'yes, one margin more, certain and not discounted',
      },
      default: 'false',
    },
    horizon: {
      unit: 'number',
      about: 'How many periods ahead to count; left out, all',
      optional: true,
    },
  },
  formula: 'margin_per_period * retention / (1 + discount - retention)',
  unit: 'money per customer',
  variants: [
    {
      when: 'present(horizon) and retention = 1 + discount',
      formula: 'margin_per_period * (horizon + if(initial = "true", 1, 0))',
      about: 'With a horizon, and retention just making up for the discount: as many margins as periods',
    },
    {
      when: 'present(horizon)',
      formula:
        'margin_per_period * retention / (1 + discount - retention) * (1 - (retention / (1 + discount)) ^ horizon) + if(initial = "true", margin_per_period, 0)',
      about: 'With a horizon: the margins of that many periods, and the first at once where initial is TRUE',
    },
    {
      when: 'initial = "true"',
      formula: 'margin_per_period * (1 + discount) / (1 + discount - retention)',
      about: 'With initial TRUE: one margin more, which comes at once',
    },
  ],
  errors: [
    {
      when: 'retention < 0 or retention > 1',
      error: '#NUM!',
      reason: 'retention is {retention}: a share from 0 to 1 is needed; write 95 % as 0.95 or 95%',
    },
    { when: 'discount <= -1', error: '#NUM!', reason: 'discount is {discount}: it must be above -1' },
    {
      when: 'not present(horizon) and retention >= 1 + discount',
      error: '#NUM!',
      reason:
        'retention is {retention}, discount {discount}: the margins do not die away, and their sum has no end; give a ' +
        'horizon',
    },
    {
      when: 'present(horizon) and (horizon < 1 or horizon <> floor(horizon))',
      error: '#NUM!',
      reason: 'horizon is {horizon}: a whole number of periods is needed, 1 or more',
    },
  ],
  examples: [
    {
      given: { margin_per_period: 400, retention: 0.95, discount: 0.01 },
      answer: 6333.333333333333,
      about: 'Per month: 400 margin, 5 % churn, 1 % discount',
    },
    {
      given: { margin_per_period: 400, retention: 0.95, discount: 0.01, initial: 'true' },
      answer: 6733.333333333333,
      about: 'With a margin at once: just one margin more',
    },
    {
      given: { margin_per_period: 400, retention: 0.95, discount: 0.01, horizon: 60 },
      answer: 6172.7256799949155,
      about: 'Within five years',
    },
    {
      given: { margin_per_period: 400, retention: 1, discount: 0, horizon: 12 },
      answer: 4800,
      about: 'Nobody leaves, nothing is discounted: twelve margins',
    },
    {
      given: { margin_per_period: 400, retention: 1, discount: 0 },
      answer: '#NUM!',
      about: 'Without a horizon that never ends',
    },
  ],
  sources: [
    {
      label: 'Farris and others: margin × r / (1 + d − r)',
      url: 'https://globalmesh.link/blog/clv',
    },
    { label: 'David Skok: what is your LTV?', url: 'http://www.forentrepreneurs.com/ltv/' },
  ],
  keywords: ['discounted LTV', 'DCF', 'present value of a customer', 'Gupta'],
})
