import { metric } from '../metric'

export const compoundRates = metric({
  name: 'COMPOUND_RATES',
  title: 'Compound effect of changed rates',
  category: 'benchmarks',
  indicator: 'neither',
  better: 'higher',
  about:
    'What several conversion rates bring together when each moves by some points: the product of the new ones over ' +
    'that of the old ones, less 1.',
  questions: ['What would small improvements bring?'],
  parameters: {
    base: { rangeOf: 'fraction', about: 'Conversion rates as they are, one a step' },
    new_rates: { rangeOf: 'fraction', about: 'The same rates as they would be', alongside: 'base' },
  },
  formula: 'product(new_rates) / product(base) - 1',
  unit: 'fraction',
  errors: [
    { when: 'count(base) = 0', error: '#N/A', reason: 'base is empty: there is nothing to compound' },
    { when: 'base < 0', error: '#NUM!', reason: 'base holds {base}: a rate cannot be below 0' },
    {
      when: 'new_rates < 0',
      error: '#NUM!',
      reason: 'new_rates holds {new_rates}: a rate cannot be below 0',
    },
    {
      when: 'base = 0',
      error: '#DIV/0!',
      reason: 'base holds a 0: nothing came through that step, so no growth of it can be told',
    },
  ],
  examples: [
    {
      given: { base: [0.6, 0.4, 0.25], new_rates: [0.62, 0.42, 0.27] },
      answer: 0.1718,
      about: 'Two points more at each of three steps: 17 % more at the end',
    },
    { given: { base: [0.6, 0], new_rates: [0.62, 0.02] }, answer: '#DIV/0!', about: 'From nothing' },
  ],
  sources: [{ label: 'Points do not multiply, factors do: catalogue of Plumbline, section K' }],
  keywords: ['percentage points', 'funnel improvement', 'marginal gains', 'compounding'],
})
