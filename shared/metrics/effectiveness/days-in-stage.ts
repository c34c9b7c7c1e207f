import { metric } from '../metric'

export const daysInStage = metric({
  name: 'DAYS_IN_STAGE',
  title: 'Days in a stage',
  category: 'effectiveness',
  indicator: 'leading',
  better: 'lower',
  about:
    'Median number of days that deals stay in a stage, of the stays begun in the period. A stay that goes on counts ' +
    'with its days so far: leaving it out would hide the stage that nobody leaves.',
  questions: ['Where does the pipeline stall?', 'How long does a sale take?'],
  parameters: {
    days: {
      rangeOf: 'days',
      about: 'Days of each stay in an open stage',
      measured: { from: 'stage_history', rows: 'begins_stay', at: 'entered_at', value: 'days_in_stage' },
    },
  },
  formula: 'median(days)',
  unit: 'days',
  errors: [
    {
      when: 'count(days) = 0',
      error: '#N/A',
      reason: 'no deal came into an open stage in the period: there is no median of nothing',
    },
  ],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section E' }],
  keywords: ['time in stage', 'stage duration', 'stage velocity', 'ageing', 'aging'],
  onTablesOnly: true,
})
