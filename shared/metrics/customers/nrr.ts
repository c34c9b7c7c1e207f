import { metric } from '../metric'
import { recurringLosses } from './recurring-losses'

export const nrr = metric({
  name: 'NRR',
  title: 'Net revenue retention',
  category: 'customers',
  indicator: 'lagging',
  better: 'higher',
  about:
    'Recurring revenue that the customers of the start pay now, as a share of what they paid then. New and returned ' +
    'customers do not count.',
  questions: ['Do customers stay?', 'Can we afford to grow?'],
  parameters: {
    start: recurringLosses.start,
    expansion: {
      unit: 'money',
      about: 'What the same customers added',
      measured: { metric: 'EXPANSION_MRR' },
    },
    contraction: recurringLosses.contraction,
    churn: recurringLosses.churn,
  },
  formula: '(start + expansion - contraction - churn) / start',
  unit: 'fraction',
  errors: [
    { when: 'start = 0', error: '#DIV/0!', reason: 'start is 0: there was no revenue to retain' },
    { when: 'start < 0', error: '#NUM!', reason: 'start is {start}: recurring revenue cannot be below 0' },
    {
      when: 'expansion < 0 or contraction < 0 or churn < 0',
      error: '#NUM!',
      reason:
        'expansion is {expansion}, contraction {contraction}, churn {churn}: write each as a number above 0',
    },
    {
      when: 'contraction + churn > start + expansion',
      error: '#NUM!',
      reason:
        'contraction {contraction} and churn {churn} exceed all there was: count customers of the start only',
    },
  ],
  examples: [
    {
      given: { start: 10, expansion: 1.8, contraction: 0.6, churn: 0.9 },
      answer: 1.03,
      about: 'In millions: 103 %',
    },
    {
      given: { start: 5000, expansion: 500, contraction: 800, churn: 500 },
      answer: 0.84,
      about: 'Four customers of 1,000, 2,000, 500 and 1,500 who pay 1,500, 1,200, 0 and 1,500 now',
    },
    {
      given: { start: 10, expansion: 1.8, contraction: -0.6, churn: 0.9 },
      answer: '#NUM!',
      about: 'A loss with a sign would count as a gain',
    },
  ],
  sources: [{ label: 'Net and gross revenue retention', url: 'https://pulserevops.com/sales-trainings/q97' }],
  keywords: ['net dollar retention', 'NDR', 'net retention', 'expansion'],
})
