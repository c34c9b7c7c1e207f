import { metric } from '../metric'

export const qualificationDiscipline = metric({
  name: 'QUALIFICATION_DISCIPLINE',
  title: 'Qualification discipline',
  category: 'people',
  indicator: 'leading',
  better: 'higher',
  about:
    'Share of the opportunities created in the period for which all evidence of qualification is recorded: when it was ' +
    'qualified and, where the table has them, fit, need and appointment.',
  questions: ['Are we doing enough of what leads to sales?', 'Are our opportunities real?'],
  parameters: {
    evidenced: {
      unit: 'deals',
      about: 'Opportunities with every column of evidence filled in; a “no” is evidence too',
      measured: { from: 'deals', rows: 'evidence_recorded', at: 'created_at' },
    },
    opportunities: {
      unit: 'deals',
      about: 'Opportunities created in the period',
      measured: { from: 'deals', rows: 'present(created_at)', at: 'created_at' },
    },
  },
  formula: 'evidenced / opportunities',
  unit: 'fraction',
  errors: [
    {
      when: 'opportunities = 0',
      error: '#DIV/0!',
      reason: 'no opportunity was created in the period: there is nothing to qualify',
    },
  ],
  examples: [],
  sources: [{ label: 'Evidence instead of claims: catalogue of Plumbline, section H' }],
  keywords: ['BANT', 'MEDDIC', 'evidence', 'qualification', 'data quality of opportunities'],
  onTablesOnly: true,
})
