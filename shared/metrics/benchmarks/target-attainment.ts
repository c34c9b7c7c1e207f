import { metric } from '../metric'

export const targetAttainment = metric({
  name: 'TARGET_ATTAINMENT',
  title: 'Target attainment',
  category: 'benchmarks',
  indicator: 'neither',
  better: 'higher',
  about:
    'How far a target is reached: 1 is on target and more is better, whichever way the metric should go. Of tables, ' +
    'METRIC("TARGET_ATTAINMENT(WIN_RATE)", …) sets a metric against its rows in TARGETS.',
  questions: ['Will we reach the target?'],
  parameters: {
    actual: { unit: 'number', about: 'What was reached' },
    target: {
      unit: 'number',
      about:
        'What was to be reached; of tables, the targets of the period that name nobody, else those of owners, else ' +
        'those of segments, counts and money added',
    },
    direction: {
      about: 'Which way is better; of tables, what TARGETS say, else metric.direction',
      choices: {
        higher: 'more is better: actual over target',
        lower: 'less is better, such as a response time: target over actual',
        target: 'nearer is better: 1 less the gap as a share of the target',
      },
      default: 'higher',
    },
  },
  formula: 'actual / target',
  unit: 'fraction',
  variants: [
    {
      when: 'direction = "lower"',
      formula: 'target / actual',
      about: 'With direction “lower”: half the time allowed is 2',
    },
    {
      when: 'direction = "target"',
      formula: '1 - abs(actual - target) / target',
      about: 'With direction “target”: a tenth too much or too little is 0.9',
    },
  ],
  errors: [
    { when: 'target = 0', error: '#DIV/0!', reason: 'target is 0: attainment needs a target other than 0' },
    {
      when: 'target < 0',
      error: '#NUM!',
      reason: 'target is {target}: a share of a target below 0 says nothing; measure the difference',
    },
    {
      when: 'direction = "lower" and actual = 0',
      error: '#DIV/0!',
      reason: 'actual is 0: no number is good enough for that; measure the difference',
    },
    {
      when: 'direction = "lower" and actual < 0',
      error: '#NUM!',
      reason: 'actual is {actual}: with direction “lower” a number above 0 is needed',
    },
  ],
  examples: [
    { given: { actual: 40, target: 120 }, answer: 0.3333333333333333, about: 'A third of the way' },
    {
      given: { actual: 2.5, target: 4, direction: 'lower' },
      answer: 1.6,
      about: 'Answered in 2.5 hours where 4 were allowed',
    },
    {
      given: { actual: 36, target: 40, direction: 'target' },
      answer: 0.9,
      about: 'A tenth short where neither more nor less is better',
    },
    { given: { actual: 40, target: 0 }, answer: '#DIV/0!' },
  ],
  sources: [{ label: 'Actual over target: catalogue of Plumbline, section K' }],
  keywords: ['goal attainment', 'percent to goal', 'percent to target', 'KPI achievement', 'SLA'],
})
