import { metric } from '../metric'
import { customersLost } from './customers-lost'

export const retentionRate = metric({
  name: 'RETENTION_RATE',
  title: 'Customer retention rate',
  category: 'customers',
  indicator: 'lagging',
  better: 'higher',
  about:
    'Share of the customers at the start of a period who are still there at its end: 1 less the churn rate.',
  questions: ['Do customers stay?'],
  parameters: {
    ...customersLost,
  },
  formula: '(start - lost) / start',
  unit: 'fraction',
  errors: [
    {
      when: 'lost < 0 or start < 0',
      error: '#NUM!',
      reason: 'lost is {lost} of {start}: a count cannot be below 0',
    },
    {
      when: 'start = 0',
      error: '#DIV/0!',
      reason: 'start is 0: there was no customer who could stay',
    },
    {
      when: 'lost > start',
      error: '#NUM!',
      reason: 'lost is {lost} of {start}: leave out customers who came and left within the period',
    },
  ],
  examples: [
    { given: { lost: 3, start: 50 }, answer: 0.94, about: '47 of 50 stayed' },
    { given: { lost: 50, start: 50 }, answer: 0, about: 'Nobody stayed' },
  ],
  sources: [{ label: 'SaaS Metrics Standards Board', url: 'https://www.saasmetricsboard.com/standards' }],
  keywords: ['customer retention', 'CRR', 'logo retention', 'renewal rate'],
})
