import { metric } from '../metric'

export const cohortWins = metric({
  name: 'COHORT_WINS',
  title: 'Deals won of a cohort',
  category: 'return',
  indicator: 'lagging',
  better: 'higher',
  about:
    'Deals won that came of the net leads issued in the period, each closed within the window after its lead was ' +
    'issued and by as_of. One that several leads brought is shared among them as the definitions say.',
  questions: ['Is marketing working?', 'What became of the leads?'],
  parameters: {
    shares: {
      rangeOf: 'number per deal',
      about: 'Of each deal won, among how many leads it is shared',
      measured: { from: 'credits', rows: 'cohort_won', at: 'cohort_at', value: 'credit_shares' },
    },
  },
  formula: 'sum(1 / shares)',
  unit: 'deals',
  errors: [],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section A: cohorts of net leads' }],
  keywords: ['wins', 'closed won', 'cohort funnel'],
  onTablesOnly: true,
})
