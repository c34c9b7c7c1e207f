import { metric } from '../metric'

export const cohortOpportunities = metric({
  name: 'COHORT_OPPORTUNITIES',
  title: 'Opportunities of a cohort',
  category: 'return',
  indicator: 'leading',
  better: 'higher',
  about:
    'Opportunities that came of the net leads issued in the period, whenever they were created, as far as is known ' +
    'on as_of. One that several leads brought is shared among them as the definitions say.',
  questions: ['Is marketing working?', 'What became of the leads?'],
  parameters: {
    shares: {
      rangeOf: 'number per deal',
      about: 'Of each opportunity, among how many leads it is shared',
      measured: { from: 'credits', rows: 'opportunity', at: 'cohort_at', value: 'credit_shares' },
    },
  },
  formula: 'sum(1 / shares)',
  unit: 'deals',
  errors: [],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section A: cohorts of net leads' }],
  keywords: ['opportunities created', 'cohort funnel', 'converted leads'],
  onTablesOnly: true,
})
