import { metric } from '../metric'
import { customersLost } from './customers-lost'

export const customerChurnRate = metric({
  name: 'CUSTOMER_CHURN_RATE',
  title: 'Customer churn rate',
  category: 'customers',
  indicator: 'lagging',
  better: 'lower',
  about:
    'Share of the customers at the start of a period who left in it. It counts customers, not their revenue.',
  questions: ['Do customers stay?'],
  parameters: {
    ...customersLost,
    end: {
      unit: 'customers',
      about: 'Customers on the last day, needed for the variant “average”',
      optional: true,
      measured: { from: 'subscriptions', rows: 'runs and amount > 0', distinct: 'customer_id' },
    },
    variant: {
      about: 'What the share is taken of',
      choices: {
        start: 'the customers at the start',
        average: 'the mean of the customers at the start and at the end',
      },
      default: 'start',
      term: 'churn.denominator',
    },
    definitions: { definitions: true, about: 'They say what is left out: churn.denominator' },
  },
  formula: 'lost / start',
  unit: 'fraction',
  variants: [
    {
      when: 'variant = "average"',
      formula: 'lost / ((start + end) / 2)',
      about: 'With variant “average”: of the mean of start and end',
    },
  ],
  errors: [
    {
      when: 'variant = "average" and not present(end)',
      error: '#VALUE!',
      reason: 'end is missing: the variant “average” needs the customers at the end',
    },
    {
      when: 'lost < 0 or start < 0',
      error: '#NUM!',
      reason: 'lost is {lost} of {start}: a count cannot be below 0',
    },
    { when: 'present(end) and end < 0', error: '#NUM!', reason: 'end is {end}: a count cannot be below 0' },
    {
      when: 'start = 0',
      error: '#DIV/0!',
      reason: 'start is 0: there was no customer who could leave',
    },
    {
      when: 'lost > start',
      error: '#NUM!',
      reason: 'lost is {lost} of {start}: leave out customers who came and left within the period',
    },
  ],
  examples: [
    { given: { lost: 3, start: 50 }, answer: 0.06, about: '3 of 50' },
    {
      given: { lost: 3, start: 50, end: 57, variant: 'average' },
      answer: 0.056074766355140186,
      about: 'Of 53.5 on average: growth makes churn look smaller',
    },
    { given: { lost: 1, start: 2 }, answer: 0.5, about: 'Half of the customers, whatever they paid' },
    { given: { lost: 3, start: 2 }, answer: '#NUM!', about: 'More left than there were' },
  ],
  sources: [{ label: 'SaaS Metrics Standards Board', url: 'https://www.saasmetricsboard.com/standards' }],
  keywords: ['logo churn', 'attrition', 'cancellation rate', 'lost customers'],
})
