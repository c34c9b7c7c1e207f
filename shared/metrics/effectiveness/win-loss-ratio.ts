import { metric } from '../metric'

export const winLossRatio = metric({
  name: 'WIN_LOSS_RATIO',
  title: 'Win to loss ratio',
  category: 'effectiveness',
  indicator: 'lagging',
  better: 'higher',
  about: 'Deals won for each deal lost. It can exceed 1; a win rate cannot.',
  questions: ['How often do we win?'],
  parameters: {
    won: {
      unit: 'deals',
      about: 'Deals closed won',
      measured: { from: 'deals', rows: 'won', at: 'closed_at' },
    },
    lost: {
      unit: 'deals',
      about: 'Deals closed lost',
      measured: { from: 'deals', rows: 'counts_as_lost', at: 'closed_at' },
    },
  },
  formula: 'won / lost',
  unit: 'fraction',
  errors: [
    {
      when: 'lost = 0',
      error: '#DIV/0!',
      reason: 'lost is 0: a period without a loss has no win to loss ratio; use a win rate',
    },
    {
      when: 'won < 0 or lost < 0',
      error: '#NUM!',
      reason: 'won is {won} and lost {lost}: a count cannot be below 0',
    },
  ],
  examples: [
    { given: { won: 3, lost: 2 }, answer: 1.5, about: '3 to 2, a win rate of 60 %' },
    { given: { won: 3, lost: 0 }, answer: '#DIV/0!', about: 'A perfect quarter has no ratio' },
  ],
  sources: [{ label: 'Field practice' }],
  keywords: ['win loss', 'won to lost', 'close ratio'],
})
