import { metric } from '../metric'

export const pipelineValue = metric({
  name: 'PIPELINE_VALUE',
  title: 'Pipeline value',
  category: 'pipeline',
  indicator: 'leading',
  better: 'higher',
  about:
    'Amounts of the open deals in the stages that count, expected to close in the period, or of all of them. A table ' +
    'of deals knows the pipeline of today only: of a past day, before deals were closed that were open then, it is #N/A.',
  questions: ['Is there enough pipeline?', 'What is the pipeline worth?'],
  parameters: {
    amounts: {
      rangeOf: 'money',
      about: 'Amounts of the open deals, by the date on which they are expected to close',
      measured: { from: 'deals', rows: 'in_pipeline', at: 'expected_on', value: 'amount', ahead: true },
    },
  },
  formula: 'sum(amounts)',
  unit: 'money',
  errors: [],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section G' }],
  keywords: ['open pipeline', 'funnel value', 'open opportunities'],
  onTablesOnly: true,
})
