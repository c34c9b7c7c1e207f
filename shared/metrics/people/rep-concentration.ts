import { metric } from '../metric'

export const repConcentration = metric({
  name: 'REP_CONCENTRATION',
  title: 'Concentration on a few reps',
  category: 'people',
  indicator: 'leading',
  better: 'lower',
  about: 'Share of the revenue that the best reps bring: what would be at risk if they left.',
  questions: ['Do we depend on a few people?'],
  parameters: {
    revenues: {
      rangeOf: 'money',
      about: 'Revenue, one cell a rep',
      measured: { metric: 'TOTAL_REVENUE', by: 'rep' },
    },
    k: {
      unit: 'number',
      about: 'How many of the best reps to count; of more than there are, all',
      default: 1,
      words: {
        hhi: 'the Herfindahl-Hirschman index, the sum of the squared shares: 1 for a single rep, 1/n for n equal ones',
      },
    },
  },
  formula: 'sum(largest(revenues, k)) / sum(revenues)',
  unit: 'fraction',
  variants: [
    {
      when: 'k = "hhi"',
      formula: 'sum(revenues ^ 2) / sum(revenues) ^ 2',
      about: 'With k “hhi”: the sum of the squared shares of all reps',
    },
  ],
  errors: [
    {
      when: 'revenues < 0',
      error: '#NUM!',
      reason:
        'revenues holds {revenues}: shares need revenue of 0 or more; book refunds with the rep’s sales',
    },
    {
      when: 'sum(revenues) = 0',
      error: '#DIV/0!',
      reason: 'revenues come to 0: there is no revenue to have a share of',
    },
    {
      when: 'k <> "hhi" and (k < 1 or k <> floor(k))',
      error: '#NUM!',
      reason: 'k is {k}: a whole number of reps is needed, 1 or more',
    },
  ],
  examples: [
    {
      given: { revenues: [35000, 24000] },
      answer: 0.5932203389830508,
      about: 'Ana brings 59 % of the revenue of two',
    },
    {
      given: { revenues: [35000, 24000], k: 'hhi' },
      answer: 0.5173800632002298,
      about: 'Near 0.5, as with two equal reps',
    },
    { given: { revenues: [50, 30, 15, 5], k: 2 }, answer: 0.8, about: 'The two best of four' },
    { given: { revenues: [35000, -1000] }, answer: '#NUM!', about: 'A share of less than nothing' },
  ],
  sources: [
    {
      label: 'US Department of Justice: Herfindahl-Hirschman index',
      url: 'https://www.justice.gov/atr/herfindahl-hirschman-index',
    },
    { label: 'Top-k share of revenue: catalogue of Plumbline, section H' },
  ],
  keywords: [
    'key person risk',
    'HHI',
    'Herfindahl',
    'top performer share',
    'dependency',
    'concentration risk',
  ],
})
