import { metric } from '../metric'

export const requiredCoverage = metric({
  name: 'REQUIRED_COVERAGE',
  title: 'Required pipeline coverage',
  category: 'pipeline',
  indicator: 'neither',
  better: 'lower',
  about:
    'How many times the target the pipeline must hold at a given win rate. It holds only where the win rate is one of ' +
    'value, of pipeline as it stood on the same day of the period.',
  questions: ['Is there enough pipeline?', 'Will we make the target?'],
  parameters: {
    win_rate: {
      unit: 'fraction',
      about: 'Share of pipeline value that is won, of pipeline at this point of a period',
    },
  },
  formula: '1 / win_rate',
  unit: 'fraction',
  errors: [
    {
      when: 'win_rate = 0',
      error: '#DIV/0!',
      reason: 'win_rate is 0: no pipeline is enough when nothing is won',
    },
    {
      when: 'win_rate < 0 or win_rate > 1',
      error: '#NUM!',
      reason: 'win_rate is {win_rate}: it lies between 0 and 1; write 22 % as 0.22 or 22%',
    },
  ],
  examples: [
    { given: { win_rate: 0.22 }, answer: 4.545454545454546, about: 'Three times would not be enough' },
    { given: { win_rate: 0.25 }, answer: 4 },
    { given: { win_rate: 25 }, answer: '#NUM!', about: '25 typed for 25 %' },
  ],
  sources: [
    {
      label: 'Coverage of what is to go, and its limits',
      url: 'https://winsabove.pages.dev/glossary/pipeline-coverage-ratio',
    },
  ],
  keywords: ['coverage needed', '3x rule', 'pipeline needed', 'pipeline multiple'],
})
