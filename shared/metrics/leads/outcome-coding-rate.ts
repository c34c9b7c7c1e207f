import { metric } from '../metric'

export const outcomeCodingRate = metric({
  name: 'OUTCOME_CODING_RATE',
  title: 'Outcome coding rate',
  category: 'leads',
  indicator: 'leading',
  better: 'higher',
  about:
    'Net leads issued in the period that have an outcome code of your set, as a share of those old enough to need ' +
    'one. A code outside the set does not count: OUTCOME_MIX lists it apart.',
  questions: ['Does sales say what became of the leads?'],
  parameters: {
    coded: {
      unit: 'leads',
      about:
        'Leads with a code of the set, as known; with counted in_time, those coded within the required days',
      measured: {
        from: 'leads',
        rows: 'to_be_coded and well_coded and (asked.coding = "coded" or coded_soon)',
        at: 'issued_at',
      },
    },
    to_be_coded: {
      unit: 'leads',
      about: 'Net leads issued at least as many days ago as outcome.required_within_days says',
      measured: { from: 'leads', rows: 'to_be_coded', at: 'issued_at' },
    },
    counted: {
      about: 'Which codes count',
      choices: {
        coded: 'any that is there by now, late ones too',
        in_time: 'those given within outcome.required_within_days of the issue',
      },
      default: 'coded',
      term: 'asked.coding',
      callOnly: true,
      last: true,
    },
  },
  formula: 'coded / to_be_coded',
  unit: 'fraction',
  errors: [
    {
      when: 'to_be_coded = 0',
      error: '#DIV/0!',
      reason: 'no net lead of the period is old enough to need an outcome code yet',
    },
  ],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section C: a small, required set of codes' }],
  keywords: ['disposition rate', 'lead status', 'CRM hygiene', 'feedback loop'],
  onTablesOnly: true,
})
