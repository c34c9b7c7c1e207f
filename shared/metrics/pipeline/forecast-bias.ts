import { metric } from '../metric'

export const forecastBias = metric({
  name: 'FORECAST_BIAS',
  title: 'Forecast bias',
  category: 'pipeline',
  indicator: 'lagging',
  better: 'neither',
  about: 'By what share the forecast lay above what came, or below it. Near 0 is best.',
  questions: ['Can we trust the forecast?', 'Are we too optimistic?'],
  parameters: {
    forecast: { unit: 'money', about: 'What was forecast, as it stood on its day' },
    actual: { unit: 'money', about: 'What came' },
  },
  formula: '(forecast - actual) / actual',
  unit: 'fraction',
  errors: [
    { when: 'actual = 0', error: '#DIV/0!', reason: 'actual is 0: a miss of nothing has no share' },
    { when: 'actual < 0', error: '#NUM!', reason: 'actual is {actual}: a miss of less than 0 has no share' },
  ],
  examples: [
    { given: { forecast: 1100000, actual: 1000000 }, answer: 0.1, about: 'Too high by 10 %' },
    { given: { forecast: 900000, actual: 1000000 }, answer: -0.1, about: 'Too low: held back for safety' },
  ],
  sources: [{ label: 'Field practice' }],
  keywords: ['optimism', 'sandbagging', 'over-forecasting', 'forecast error'],
})
