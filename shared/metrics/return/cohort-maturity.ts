import { metric } from '../metric'

export const cohortMaturity = metric({
  name: 'COHORT_MATURITY',
  title: 'Maturity of a cohort',
  category: 'return',
  indicator: 'neither',
  better: 'higher',
  about:
    'Share of the net leads issued in the period that have had their whole window by as_of. A young cohort is not ' +
    'bad, it is incomplete: show this beside every number of it.',
  questions: ['Is marketing working?', 'Can this number still change?'],
  parameters: {
    mature: {
      unit: 'leads',
      about: 'Leads that have had their whole window',
      measured: { from: 'leads', rows: 'mature', at: 'issued_at' },
    },
    leads: {
      unit: 'leads',
      about: 'Net leads issued in the period',
      measured: { metric: 'NET_LEADS_ISSUED' },
    },
  },
  formula: 'mature / leads',
  unit: 'fraction',
  errors: [
    {
      when: 'leads = 0',
      error: '#DIV/0!',
      reason: 'leads is 0: no net lead was issued in the period, so there is no cohort to mature',
    },
  ],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section A: cohorts of net leads' }],
  keywords: ['censoring', 'complete cohort', 'window'],
  onTablesOnly: true,
})
