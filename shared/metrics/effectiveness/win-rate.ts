import { metric } from '../metric'

export const winRate = metric({
  name: 'WIN_RATE',
  title: 'Win rate',
  category: 'effectiveness',
  indicator: 'lagging',
  better: 'higher',
  about:
    'Deals won as a share of deals decided in the period, by closing date. A deal lost to no decision counts as ' +
    'lost; open and disqualified ones do not count.',
  questions: ['How often do we win?'],
  parameters: {
    won: {
      unit: 'deals',
      about: 'Deals closed won',
      measured: { from: 'deals', rows: 'won', at: 'closed_at' },
    },
    lost: {
      unit: 'deals',
      about: 'Deals closed lost, those without a decision included',
      measured: { from: 'deals', rows: 'lost', at: 'closed_at' },
    },
  },
  formula: 'won / (won + lost)',
  unit: 'fraction',
  errors: [
    {
      when: 'won + lost = 0',
      error: '#DIV/0!',
      reason: 'no deal was decided in the period: there is no win rate',
    },
  ],
  examples: [],
  sources: [{ label: 'Win rate, won over decided', url: 'https://altiorco.com/revops-dictionary/win-rate' }],
  keywords: ['close rate', 'close ratio', 'conversion', 'hit rate'],
  onTablesOnly: true,
})
