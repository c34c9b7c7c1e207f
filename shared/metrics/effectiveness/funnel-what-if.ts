import { metric } from '../metric'

export const funnelWhatIf = metric({
  name: 'FUNNEL_WHAT_IF',
  title: 'Funnel, what if',
  category: 'effectiveness',
  indicator: 'neither',
  better: 'higher',
  about:
    'What the funnel yields after each of its steps has changed by a share, what before, and by how much it grew: small ' +
    'gains at every step multiply.',
  questions: ['Which lever moves revenue most?', 'What if every step got a little better?'],
  parameters: {
    base: {
      rangeOf: 'number',
      about:
        'Net leads, lead to opportunity rate, opportunity to win rate, gross profit per win: four figures',
    },
    changes: {
      rangeOf: 'fraction',
      alongside: 'base',
      blank: 'counts as 0',
      about:
        'Change of each as a share of itself: 0.03 is 3 % more (of a rate, not points); blank counts as 0',
    },
  },
  formula: 'product(base) * product(1 + changes)',
  unit: 'number',
  results: {
    after: 'product(base) * product(1 + changes)',
    before: 'product(base)',
    change: 'product(1 + changes) - 1',
  },
  errors: [
    {
      when: 'count(base) <> 4',
      error: '#VALUE!',
      reason:
        'base does not hold four figures: net leads, lead to opportunity rate, opportunity to win rate, gross profit ' +
        'per win',
    },
    {
      when: 'base < 0 and position(base) = 1',
      error: '#NUM!',
      reason: 'net leads are {base}: a count cannot be below 0',
    },
    {
      when: '(base < 0 or base > 1) and (position(base) = 2 or position(base) = 3)',
      error: '#NUM!',
      reason: 'a rate in base is {base}: it lies between 0 and 1; write 25 % as 0.25 or 25%',
    },
    {
      when: 'changes < -1',
      error: '#NUM!',
      reason: 'changes holds {changes}: nothing can fall by more than all of it',
    },
    {
      when: 'base * (1 + changes) > 1 and (position(base) = 2 or position(base) = 3)',
      error: '#NUM!',
      reason: 'a rate of {base} would exceed 1 after its change: no step keeps more than all',
    },
  ],
  examples: [
    {
      given: { base: [100, 0.4, 0.25, 13500], changes: [0.03, 0.03, 0.03, 0.03] },
      answer: [151943.68935, 135000, 0.12550881],
      about: 'Four gains of 3 % make 12.55 %, not 12 %',
    },
    {
      given: { base: [100, 0.4, 0.25, 13500], changes: [0.1, 0, 0, -0.1] },
      answer: [133650, 135000, -0.01],
      about: 'More leads of less worth',
    },
    {
      given: { base: [100, 0.9, 0.25, 13500], changes: [0, 0.2, 0, 0] },
      answer: '#NUM!',
      about: 'A rate cannot become 108 %',
    },
  ],
  sources: [{ label: 'Catalogue of Plumbline, section E: points multiply across the funnel' }],
  keywords: ['scenario', 'sensitivity', 'simulation', 'levers', 'compound improvement'],
  noSql: 'a column of a database has no order, and the steps of a funnel need one',
})
