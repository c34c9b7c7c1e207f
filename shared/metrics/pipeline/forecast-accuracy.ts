import { metric } from '../metric'

export const forecastAccuracy = metric({
  name: 'FORECAST_ACCURACY',
  title: 'Forecast accuracy',
  category: 'pipeline',
  indicator: 'lagging',
  better: 'higher',
  about:
    '1 less the share by which forecasts missed what came, in either direction; of several, all misses over all ' +
    'actuals. Take the forecast as it stood on its day.',
  questions: ['Can we trust the forecast?'],
  parameters: {
    forecast: { rangeOf: 'money', about: 'What was forecast: one figure, or one a period' },
    actual: {
      rangeOf: 'money',
      alongside: 'forecast',
      blank: 'leaves both out',
      about: 'What came; a period without a figure yet is left out',
    },
    method: {
      about: 'How several periods become one',
      choices: {
        wape: 'all misses over all actuals: large periods weigh more',
        mape: 'the mean of the misses, each over its own actual: all periods weigh the same',
      },
      default: 'wape',
    },
  },
  formula: '1 - sum(abs(forecast - actual)) / sum(actual)',
  unit: 'fraction',
  variants: [
    {
      when: 'method = "mape"',
      formula: '1 - mean(abs(forecast - actual) / actual)',
      about: 'With method “mape”: 1 less the mean of the relative misses',
    },
  ],
  errors: [
    {
      when: 'count(actual) = 0',
      error: '#DIV/0!',
      reason: 'actual is empty: nothing has come yet to compare with',
    },
    {
      when: 'method = "mape" and actual = 0',
      error: '#DIV/0!',
      reason: 'actual holds 0: a miss of nothing has no share; use method “wape”',
    },
    {
      when: 'method = "mape" and actual < 0',
      error: '#NUM!',
      reason: 'actual holds {actual}: a miss of less than 0 has no share; use method “wape”',
    },
    {
      when: 'sum(actual) = 0',
      error: '#DIV/0!',
      reason: 'actual adds up to 0: a miss of nothing has no share',
    },
    {
      when: 'sum(actual) < 0',
      error: '#NUM!',
      reason: 'actual adds up to less than 0: a miss of that has no share',
    },
  ],
  examples: [
    { given: { forecast: [1100000], actual: [1000000] }, answer: 0.9, about: 'Missed by 10 %' },
    {
      given: { forecast: [1000000], actual: [1100000] },
      answer: 0.9090909090909091,
      about: 'The two swapped: dividing by the forecast flatters one that was too high',
    },
    {
      given: { forecast: [100, 200, 300], actual: [120, 180, 330] },
      answer: 0.8888888888888888,
      about: 'Missed by 70 of 630; too high and too low do not cancel',
    },
    {
      given: { forecast: [100, 200, 300], actual: [120, 180, 330], method: 'mape' },
      answer: 0.877104377104377,
      about: 'Each period by its own size',
    },
    { given: { forecast: [300], actual: [100] }, answer: -1, about: 'Missed by more than all that came' },
    { given: { forecast: [100], actual: [0] }, answer: '#DIV/0!', about: 'Nothing came' },
  ],
  sources: [{ label: 'Field practice: weighted absolute percentage error' }],
  keywords: ['WAPE', 'MAPE', 'forecast error', 'commit accuracy', 'weighted absolute percentage error'],
})
