import { metric } from '../metric'

export const benchmarkGap = metric({
  name: 'BENCHMARK_GAP',
  title: 'Gap to a benchmark',
  category: 'benchmarks',
  indicator: 'neither',
  better: 'higher',
  about: 'How far a value lies from a benchmark, as a share of it; above 0 is better than the benchmark.',
  questions: ['How do we compare with others?'],
  parameters: {
    value: { unit: 'number', about: 'Your own value of a metric' },
    benchmark: {
      unit: 'number',
      about: 'What others reach, or you did before, in the same unit; #N/A while there is none',
      optional: true,
    },
    direction: {
      about: 'Which way is better',
      choices: { higher: 'more is better, such as a win rate', lower: 'less is better, such as a cost' },
      default: 'higher',
    },
  },
  formula: '(value - benchmark) / abs(benchmark)',
  unit: 'fraction',
  variants: [
    {
      when: 'direction = "lower"',
      formula: '(benchmark - value) / abs(benchmark)',
      about: 'With direction “lower”: above 0 is below the benchmark',
    },
  ],
  errors: [
    {
      when: 'not present(benchmark)',
      error: '#N/A',
      reason: 'benchmark is blank: there is nothing to compare with yet',
    },
    {
      when: 'benchmark = 0',
      error: '#DIV/0!',
      reason: 'benchmark is 0: a gap has no size as a share of 0',
    },
  ],
  examples: [
    { given: { value: 3, benchmark: 5 }, answer: -0.4, about: '3:1 against 5:1' },
    {
      given: { value: 4400, benchmark: 5500, direction: 'lower' },
      answer: 0.2,
      about: 'A cost that is 20 % better',
    },
    { given: { value: 3 }, answer: '#N/A', about: 'No benchmark yet' },
  ],
  sources: [{ label: 'Gap as a share of the benchmark: catalogue of Plumbline, section K' }],
  keywords: ['versus industry', 'compared with peers', 'benchmark comparison', 'variance'],
})
