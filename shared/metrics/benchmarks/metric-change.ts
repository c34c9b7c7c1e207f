import { metric } from '../metric'

export const metricChange = metric({
  name: 'METRIC_CHANGE',
  title: 'Change of a metric',
  category: 'benchmarks',
  indicator: 'neither',
  better: 'neither',
  about: 'What a metric did between two periods: as a share, in its own unit, or in words with an arrow.',
  questions: ['Are we getting better?'],
  parameters: {
    current: { unit: 'number', about: 'The metric now' },
    previous: { unit: 'number', about: 'The same metric before' },
    mode: {
      about: 'How the change is given',
      choices: {
        relative: 'as a share of the previous value: 0.60 to 0.63 is 5 %',
        points: 'as a difference: 0.60 to 0.63 is 3 percentage points',
        text: 'as an arrow for the movement and a word that judges it',
      },
      default: 'relative',
    },
    direction: {
      about: 'Which way is better; the text is judged by it, the numbers are not',
      choices: { higher: 'more is better, such as a win rate', lower: 'less is better, such as a cost' },
      default: 'higher',
    },
  },
  formula: '(current - previous) / abs(previous)',
  unit: 'fraction',
  variants: [
    {
      when: 'mode = "points"',
      formula: 'current - previous',
      about: 'With mode “points”: the difference, in the unit of the metric',
    },
    {
      when: 'mode = "text" and current > previous',
      formula: 'if(direction = "higher", "↑ improved", "↑ worsened")',
      about: 'With mode “text”, after a rise',
    },
    {
      when: 'mode = "text" and current < previous',
      formula: 'if(direction = "higher", "↓ worsened", "↓ improved")',
      about: 'With mode “text”, after a fall',
    },
    { when: 'mode = "text"', formula: '"→ flat"', about: 'With mode “text”, without a change' },
  ],
  errors: [
    {
      when: 'mode = "relative" and previous = 0',
      error: '#DIV/0!',
      reason: 'previous is 0: a change from nothing has no size as a share; use the mode “points”',
    },
  ],
  examples: [
    {
      given: { current: 30800, previous: 33000 },
      answer: -0.06666666666666667,
      about: 'The cost of seven leads, from 4,714.29 a lead to 4,400: 6.67 % less',
    },
    {
      given: { current: 0.63, previous: 0.6, mode: 'points' },
      answer: 0.03,
      about: '3 percentage points',
    },
    { given: { current: 0.63, previous: 0.6 }, answer: 0.05, about: 'The same change is 5 % relative' },
    {
      given: { current: 4400, previous: 5000, mode: 'text', direction: 'lower' },
      answer: '↓ improved',
      about: 'A cost fell',
    },
    { given: { current: 0.63, previous: 0.6, mode: 'text' }, answer: '↑ improved', about: 'A win rate rose' },
    {
      given: { current: 50, previous: -100 },
      answer: 1.5,
      about: 'From a loss into a profit: measured by the size of the loss, so that up is above 0',
    },
    { given: { current: 5, previous: 0 }, answer: '#DIV/0!', about: 'Never a made-up 0 % or 100 %' },
  ],
  sources: [{ label: 'Percentage points and percent: catalogue of Plumbline, sections 4 and K' }],
  keywords: [
    'week over week',
    'growth',
    'trend',
    'percent change',
    'percentage points',
    'improvement',
    'WoW',
    'YoY',
  ],
})
