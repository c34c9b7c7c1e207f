import { metric } from '../metric'

export const compoundUplift = metric({
  name: 'COMPOUND_UPLIFT',
  title: 'Compound uplift',
  category: 'benchmarks',
  indicator: 'neither',
  better: 'higher',
  about:
    'What several relative improvements come to together, one on top of the other: six of 3 % are 19.4 %.',
  questions: ['What would small improvements bring?'],
  parameters: {
    uplifts: {
      rangeOf: 'fraction',
      about: 'Relative improvements of steps that follow each other; below 0 is a worsening',
    },
  },
  formula: 'product(1 + uplifts) - 1',
  unit: 'fraction',
  errors: [
    { when: 'count(uplifts) = 0', error: '#N/A', reason: 'uplifts is empty: there is nothing to compound' },
    {
      when: 'uplifts <= -1',
      error: '#NUM!',
      reason: 'uplifts holds {uplifts}: a loss of 100 % or more leaves nothing to improve',
    },
  ],
  examples: [
    {
      given: { uplifts: [0.03, 0.03, 0.03, 0.03, 0.03, 0.03] },
      answer: 0.194052296529,
      about: 'Six steps of a funnel, each 3 % better: 19.4 %, not 18 %',
    },
    { given: { uplifts: [0.05, 0.05, 0.05, 0.05] }, answer: 0.21550625 },
    { given: { uplifts: [0.25, -0.2] }, answer: 0, about: 'A loss of 20 % undoes a gain of 25 %' },
    { given: { uplifts: [0.05, -1] }, answer: '#NUM!', about: 'A step that lets nothing through' },
  ],
  sources: [{ label: 'Product of factors: catalogue of Plumbline, section K' }],
  keywords: ['compounding', 'marginal gains', 'cumulative improvement', 'funnel improvement'],
})
