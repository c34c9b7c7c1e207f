import { metric } from '../metric'

export const qualifiedWinRate = metric({
  name: 'QUALIFIED_WIN_RATE',
  title: 'Win rate of qualified opportunities',
  category: 'effectiveness',
  indicator: 'lagging',
  better: 'higher',
  about:
    'Share of the qualified opportunities created in the period that were won so far, open ones counted in: the rate ' +
    'that sales velocity takes, whatever the definitions call a win rate.',
  questions: ['How often do we win?'],
  parameters: {
    won: {
      unit: 'deals',
      about: 'Of these opportunities, those won so far',
      measured: { from: 'deals', rows: 'qualified_won', at: 'created_at' },
    },
    opportunities: {
      unit: 'deals',
      about: 'Qualified opportunities created in the period',
      measured: { from: 'deals', rows: 'qualified_deal', at: 'created_at' },
    },
  },
  formula: 'won / opportunities',
  unit: 'fraction',
  errors: [
    {
      when: 'opportunities = 0',
      error: '#DIV/0!',
      reason: 'no qualified opportunity was created in the period: there is none to win',
    },
  ],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section E: qualified cohort' }],
  keywords: ['opportunity win rate', 'cohort win rate', 'close rate'],
  onTablesOnly: true,
})
