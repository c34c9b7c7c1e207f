import { metric } from '../metric'

export const rateInterval = metric({
  name: 'RATE_INTERVAL',
  title: 'Interval of a rate',
  category: 'effectiveness',
  indicator: 'neither',
  better: 'neither',
  about:
    'Between which values the true rate lies with a given confidence (Wilson): the fewer cases, the less a rate says.',
  questions: ['How often do we win?', 'Is the difference more than chance?'],
  parameters: {
    successes: { unit: 'number', about: 'Cases that count, such as deals won' },
    trials: { unit: 'number', about: 'All cases, such as deals decided' },
    confidence: { unit: 'fraction', about: 'How sure to be, between 0 and 1', default: 0.95 },
  },
  spoken:
    'Wilson’s score interval: the rates that successes of trials would not contradict, where z is the normal quantile ' +
    'of (1 plus confidence) divided by 2; low is at least 0, high at most 1',
  formula:
    'if(successes = 0, 0, (2 * successes + normal_quantile((1 + confidence) / 2) ^ 2 - normal_quantile((1 + confidence) / 2) * (normal_quantile((1 + confidence) / 2) ^ 2 + 4 * successes * (trials - successes) / trials) ^ 0.5) / (2 * (trials + normal_quantile((1 + confidence) / 2) ^ 2)))',
  unit: 'fraction',
  results: {
    low: 'if(successes = 0, 0, (2 * successes + normal_quantile((1 + confidence) / 2) ^ 2 - normal_quantile((1 + confidence) / 2) * (normal_quantile((1 + confidence) / 2) ^ 2 + 4 * successes * (trials - successes) / trials) ^ 0.5) / (2 * (trials + normal_quantile((1 + confidence) / 2) ^ 2)))',
    high: 'if(successes = trials, 1, (2 * successes + normal_quantile((1 + confidence) / 2) ^ 2 + normal_quantile((1 + confidence) / 2) * (normal_quantile((1 + confidence) / 2) ^ 2 + 4 * successes * (trials - successes) / trials) ^ 0.5) / (2 * (trials + normal_quantile((1 + confidence) / 2) ^ 2)))',
  },
  errors: [
    { when: 'trials = 0', error: '#DIV/0!', reason: 'trials is 0: there is no rate of nothing' },
    {
      when: 'successes < 0 or successes > trials',
      error: '#NUM!',
      reason: 'successes is {successes} of {trials} trials: it lies between 0 and the trials',
    },
    {
      when: 'confidence <= 0 or confidence >= 1',
      error: '#NUM!',
      reason: 'confidence is {confidence}: it lies between 0 and 1; write 95 % as 0.95 or 95%',
    },
  ],
  examples: [
    {
      given: { successes: 3, trials: 5 },
      answer: [0.23072428127601294, 0.8823792257673521],
      about: '60 % of five deals says almost nothing',
    },
    {
      given: { successes: 300, trials: 500 },
      answer: [0.5564541227024271, 0.6420210092052624],
      about: '60 % of five hundred says much more',
    },
    {
      given: { successes: 0, trials: 10 },
      answer: [0, 0.27753279986288926],
      about: 'None of ten: up to 28 % is still possible',
    },
    { given: { successes: 3, trials: 0 }, answer: '#DIV/0!', about: 'No trials' },
  ],
  sources: [
    {
      label: 'Wilson (1927): Probable inference, the law of succession, and statistical inference',
      url: 'https://doi.org/10.1080/01621459.1927.10502953',
    },
  ],
  keywords: ['confidence interval', 'Wilson score', 'margin of error', 'significance', 'sample size'],
})
