import { metric } from '../metric'

export const stalePipelineShare = metric({
  name: 'STALE_PIPELINE_SHARE',
  title: 'Stale pipeline share',
  category: 'pipeline',
  indicator: 'leading',
  better: 'lower',
  about:
    'Share of the open pipeline, by amount, about which nobody has done anything for a number of days: no activity ' +
    'but what a machine logged.',
  questions: ['Where does the pipeline stall?', 'What is the pipeline worth?'],
  parameters: {
    stale_amounts: {
      rangeOf: 'money',
      about: 'Amounts of the open deals without an activity for more than stale_days',
      measured: { from: 'deals', rows: 'stale', value: 'amount' },
    },
    amounts: {
      rangeOf: 'money',
      about: 'Amounts of all open deals in the stages that count',
      measured: { from: 'deals', rows: 'in_pipeline', value: 'amount' },
    },
    stale_days: {
      unit: 'days',
      about: 'How many days may pass without an activity; a deal younger than that is not stale',
      default: 30,
      term: 'pipeline.stale_days',
      callOnly: true,
    },
  },
  formula: 'sum(stale_amounts) / sum(amounts)',
  unit: 'fraction',
  errors: [
    {
      when: 'stale_days < 0',
      error: '#NUM!',
      reason: 'stale_days is {stale_days}: a number of days cannot be below 0',
    },
    {
      when: 'sum(amounts) = 0',
      error: '#DIV/0!',
      reason: 'the pipeline is empty: there is nothing to take a share of',
    },
  ],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section G' }],
  keywords: ['stalled deals', 'neglected pipeline', 'inactive opportunities', 'deal hygiene'],
  tables: ['activities'],
  onTablesOnly: true,
})
