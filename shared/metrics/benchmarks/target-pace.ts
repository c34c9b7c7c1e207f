import { metric } from '../metric'

export const targetPace = metric({
  name: 'TARGET_PACE',
  title: 'Pace towards a target',
  category: 'benchmarks',
  indicator: 'leading',
  better: 'higher',
  about:
    'Share of the target reached over share of the time gone: 1 is on pace, 0.5 is half as fast as needed. Of tables, ' +
    'METRIC("TARGET_PACE(TOTAL_REVENUE)", …) sets a metric that grows with time against its rows in TARGETS.',
  questions: ['Will we reach the target?'],
  parameters: {
    actual: { unit: 'number', about: 'What was reached so far' },
    target: { unit: 'number', about: 'What is to be reached by the end' },
    elapsed: { unit: 'days', about: 'Days gone, best as working days; of tables, those up to as_of' },
    total: { unit: 'days', about: 'Days of the whole period, counted alike' },
  },
  formula: '(actual / target) / (elapsed / total)',
  unit: 'fraction',
  errors: [
    { when: 'target = 0', error: '#DIV/0!', reason: 'target is 0: a pace needs a target other than 0' },
    {
      when: 'target < 0',
      error: '#NUM!',
      reason: 'target is {target}: a share of a target below 0 says nothing',
    },
    {
      when: 'elapsed < 0 or total < 0',
      error: '#NUM!',
      reason: '{elapsed} of {total} days: a time cannot be below 0',
    },
    { when: 'total = 0', error: '#DIV/0!', reason: 'total is 0: the period has no day' },
    {
      when: 'elapsed = 0',
      error: '#DIV/0!',
      reason: 'elapsed is 0: on the first morning there is no pace yet',
    },
    {
      when: 'elapsed > total',
      error: '#NUM!',
      reason: '{elapsed} of {total} days: the period is over; use TARGET_ATTAINMENT',
    },
  ],
  examples: [
    {
      given: { actual: 40, target: 120, elapsed: 30, total: 90 },
      answer: 1,
      about: 'A third of the target in a third of the time',
    },
    {
      given: { actual: 30, target: 120, elapsed: 45, total: 90 },
      answer: 0.5,
      about: 'Half as fast as needed',
    },
    { given: { actual: 40, target: 120, elapsed: 91, total: 90 }, answer: '#NUM!' },
  ],
  sources: [{ label: 'Attainment over time gone: catalogue of Plumbline, section K' }],
  keywords: ['on track', 'run rate', 'pacing', 'behind plan', 'ahead of plan', 'linearity'],
})
