import { metric } from '../metric'

export const oppToWinRate = metric({
  name: 'OPP_TO_WIN_RATE',
  title: 'Opportunity to win rate',
  category: 'effectiveness',
  indicator: 'lagging',
  better: 'higher',
  about:
    'Opportunities won as a share of all opportunities of the same cohort, open ones included: it grows as they ' +
    'close. WIN_RATE leaves open ones out.',
  questions: ['How often do we win?', 'Where do we lose people in the funnel?'],
  parameters: {
    won: {
      unit: 'deals',
      about: 'Of these opportunities, those won so far',
      measured: { metric: 'FUNNEL_WINS' },
    },
    opportunities: {
      unit: 'deals',
      about: 'Qualified opportunities of the cohort, won, lost or open',
      measured: { metric: 'FUNNEL_OPPORTUNITIES' },
    },
  },
  formula: 'won / opportunities',
  unit: 'fraction',
  errors: [
    {
      when: 'won < 0 or opportunities < 0',
      error: '#NUM!',
      reason: 'won is {won} and opportunities {opportunities}: a count cannot be below 0',
    },
    { when: 'opportunities = 0', error: '#DIV/0!', reason: 'opportunities is 0: there is none to win' },
    {
      when: 'won > opportunities',
      error: '#NUM!',
      reason: 'won is {won}, more than opportunities ({opportunities}): both must be of the same cohort',
    },
  ],
  examples: [
    { given: { won: 2, opportunities: 5 }, answer: 0.4, about: 'By the end of June' },
    { given: { won: 3, opportunities: 5 }, answer: 0.6, about: 'The same cohort by the end of December' },
    { given: { won: 6, opportunities: 5 }, answer: '#NUM!', about: 'Counted over different deals' },
  ],
  sources: [{ label: 'Catalogue of Plumbline, section E: cohort conversion' }],
  keywords: ['close rate', 'opportunity conversion', 'deal conversion', 'conversion rate'],
})
