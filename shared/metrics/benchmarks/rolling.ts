import { metric } from '../metric'

export const rolling = metric({
  name: 'ROLLING',
  title: 'Rolling ratio',
  category: 'benchmarks',
  indicator: 'neither',
  better: 'neither',
  about:
    'A ratio over the latest n periods together: sum over sum, so that a period with little in it does not weigh as ' +
    'much as a full one. Of tables, METRIC("ROLLING(WIN_RATE, 4)", …) takes the period asked for and the three before ' +
    'it together; of the period before, it is a benchmark from your own history.',
  questions: ['Are we getting better?'],
  parameters: {
    numerators: {
      rangeOf: 'number',
      about: 'Upper parts of the ratio, oldest first, such as deals won a week',
    },
    denominators: {
      rangeOf: 'number',
      about: 'Lower parts of the same periods, such as deals decided a week',
      alongside: 'numerators',
    },
    n: { unit: 'number', about: 'How many of the latest periods to take' },
  },
  formula: 'sum(latest(numerators, n)) / sum(latest(denominators, n))',
  unit: 'fraction',
  errors: [
    {
      when: 'n < 1 or n <> floor(n)',
      error: '#NUM!',
      reason: 'n is {n}: a whole number of periods is needed, 1 or more',
    },
    {
      when: 'count(denominators) < n',
      error: '#N/A',
      reason: 'there are fewer periods than the {n} that are wanted: wait, or take fewer',
    },
    {
      when: 'sum(latest(denominators, n)) = 0',
      error: '#DIV/0!',
      reason: 'the denominators of these periods come to 0: there is no ratio',
    },
  ],
  examples: [
    {
      given: { numerators: [9, 1, 3, 2], denominators: [10, 2, 4, 4], n: 3 },
      answer: 0.6,
      about: '6 of 10; the mean of the three weekly rates would be 58 %',
    },
    {
      given: { numerators: [1, 3], denominators: [2, 4], n: 3 },
      answer: '#N/A',
      about: 'Two weeks are not three',
    },
  ],
  sources: [{ label: 'Ratio of sums, never mean of ratios: catalogue of Plumbline, sections 0.4 and K' }],
  keywords: ['moving average', 'trailing', 'rolling average', 'last 4 weeks', 'smoothing', 'TTM'],
  noSql: 'the cells of a range have an order, the rows of a table have none',
})
