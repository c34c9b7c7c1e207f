import { metric } from '../metric'

export const noDecisionRate = metric({
  name: 'NO_DECISION_RATE',
  title: 'No-decision rate',
  category: 'effectiveness',
  indicator: 'lagging',
  better: 'lower',
  about:
    'Share of the deals decided in the period in which the buyer decided nothing: they were lost, but to nobody. By ' +
    'the stage, or by the reason of a lost deal.',
  questions: ['Why do we lose?', 'How often do we win?'],
  parameters: {
    undecided: {
      unit: 'deals',
      about: 'Deals closed without a decision',
      measured: { from: 'deals', rows: 'stage_class = "no_decision"', at: 'closed_at' },
    },
    decided: {
      unit: 'deals',
      about: 'Deals closed won or lost, those without a decision included',
      measured: { from: 'deals', rows: 'won or lost', at: 'closed_at' },
    },
  },
  formula: 'undecided / decided',
  unit: 'fraction',
  errors: [
    {
      when: 'decided = 0',
      error: '#DIV/0!',
      reason: 'no deal was decided in the period, neither won nor lost: there is nothing to take a share of',
    },
  ],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section E' }],
  keywords: ['no decision', 'status quo', 'lost to nobody', 'indecision'],
  onTablesOnly: true,
})
