import { metric } from '../metric'

export const weightedPipeline = metric({
  name: 'WEIGHTED_PIPELINE',
  title: 'Weighted pipeline',
  category: 'pipeline',
  indicator: 'leading',
  better: 'higher',
  about: 'What the open pipeline is worth, each deal by its chance of being won.',
  questions: ['Will we make the target?', 'What is the pipeline worth?'],
  parameters: {
    amounts: {
      rangeOf: 'money',
      blank: 'leaves both out',
      about: 'Amounts of open deals; closed and omitted ones left out',
      measured: { from: 'deals', rows: 'in_forecast', at: 'expected_on', value: 'amount', ahead: true },
    },
    probabilities: {
      rangeOf: 'fraction',
      alongside: 'amounts',
      about: 'The chance of each, from 0 to 1; Salesforce exports 40 for 40 %: divide by 100',
      measured: { from: 'deals', rows: 'in_forecast', at: 'expected_on', value: 'chance', ahead: true },
    },
  },
  formula: 'sum(amounts * probabilities)',
  unit: 'money',
  errors: [
    {
      when: 'probabilities < 0 or probabilities > 1',
      error: '#NUM!',
      reason:
        'probabilities holds {probabilities}: a chance lies between 0 and 1; where the CRM exports 40 for 40 %, ' +
        'divide by 100',
    },
  ],
  examples: [
    { given: { amounts: [50000, 30000, 20000], probabilities: [0.4, 0.6, 0.9] }, answer: 56000 },
    {
      given: { amounts: [50000, 30000, 20000], probabilities: [40, 60, 90] },
      answer: '#NUM!',
      about: 'Percent numbers, as Salesforce exports them',
    },
  ],
  sources: [{ label: 'Field practice' }],
  keywords: ['expected revenue', 'probability-weighted', 'forecast', 'risk-adjusted pipeline'],
})
