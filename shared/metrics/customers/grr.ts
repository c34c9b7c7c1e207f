import { metric } from '../metric'
import { recurringLosses } from './recurring-losses'

export const grr = metric({
  name: 'GRR',
  title: 'Gross revenue retention',
  category: 'customers',
  indicator: 'lagging',
  better: 'higher',
  about:
    'Recurring revenue kept of the customers of the start, without anything that they added. It never exceeds 100 %.',
  questions: ['Do customers stay?'],
  parameters: recurringLosses,
  formula: '(start - contraction - churn) / start',
  unit: 'fraction',
  errors: [
    { when: 'start = 0', error: '#DIV/0!', reason: 'start is 0: there was no revenue to retain' },
    { when: 'start < 0', error: '#NUM!', reason: 'start is {start}: recurring revenue cannot be below 0' },
    {
      when: 'contraction < 0 or churn < 0',
      error: '#NUM!',
      reason:
        'contraction is {contraction}, churn {churn}: write losses as numbers above 0, or it exceeds 100 %',
    },
    {
      when: 'contraction + churn > start',
      error: '#NUM!',
      reason:
        'contraction {contraction} and churn {churn} exceed start {start}: count customers of the start only',
    },
  ],
  examples: [
    { given: { start: 10, contraction: 0.6, churn: 0.9 }, answer: 0.85, about: 'In millions: 85 %' },
    {
      given: { start: 5000, contraction: 800, churn: 500 },
      answer: 0.74,
      about:
        'Four customers of 1,000, 2,000, 500 and 1,500 who pay 1,500, 1,200, 0 and 1,500 now: gains left out',
    },
    { given: { start: 10, contraction: -0.6, churn: 0 }, answer: '#NUM!', about: 'It cannot exceed 100 %' },
  ],
  sources: [
    { label: 'Net and gross revenue retention', url: 'https://pulserevops.com/sales-trainings/q97' },
    { label: 'SaaS Metrics Standards Board', url: 'https://www.saasmetricsboard.com/standards' },
  ],
  keywords: ['gross dollar retention', 'GDR', 'gross retention'],
})
