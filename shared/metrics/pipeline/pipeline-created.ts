import { metric } from '../metric'

export const pipelineCreated = metric({
  name: 'PIPELINE_CREATED',
  title: 'Pipeline created',
  category: 'pipeline',
  indicator: 'leading',
  better: 'higher',
  about: 'Amounts of the opportunities created in the period, whatever has become of them since.',
  questions: ['Is there enough pipeline?', 'Is marketing working?'],
  parameters: {
    amounts: {
      rangeOf: 'money',
      about: 'Amounts of deals by the date of their creation',
      measured: { from: 'deals', rows: 'present(created_at)', at: 'created_at', value: 'amount' },
    },
  },
  formula: 'sum(amounts)',
  unit: 'money',
  errors: [],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section G' }],
  keywords: ['pipeline generation', 'new pipeline', 'pipeline added'],
  onTablesOnly: true,
})
