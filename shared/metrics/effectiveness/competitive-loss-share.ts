import { metric } from '../metric'

export const competitiveLossShare = metric({
  name: 'COMPETITIVE_LOSS_SHARE',
  title: 'Competitive loss share',
  category: 'effectiveness',
  indicator: 'lagging',
  better: 'lower',
  about:
    'Share of the deals lost in the period that went to somebody else. The rest was lost to a buyer who decided ' +
    'nothing.',
  questions: ['Why do we lose?'],
  parameters: {
    competitive: {
      unit: 'deals',
      about: 'Deals closed lost, those without a decision left out',
      measured: { from: 'deals', rows: 'stage_class = "lost"', at: 'closed_at' },
    },
    lost: {
      unit: 'deals',
      about: 'Deals closed lost, those without a decision included',
      measured: { from: 'deals', rows: 'lost', at: 'closed_at' },
    },
  },
  formula: 'competitive / lost',
  unit: 'fraction',
  errors: [
    {
      when: 'lost = 0',
      error: '#DIV/0!',
      reason: 'no deal was lost in the period: there is nothing to take a share of',
    },
  ],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section E' }],
  keywords: ['lost to competitor', 'competition', 'competitive losses'],
  onTablesOnly: true,
})
