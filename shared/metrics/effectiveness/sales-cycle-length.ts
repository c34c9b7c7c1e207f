import { metric } from '../metric'

export const salesCycleLength = metric({
  name: 'SALES_CYCLE_LENGTH',
  title: 'Sales cycle length',
  category: 'effectiveness',
  indicator: 'lagging',
  better: 'lower',
  about: 'Median number of days from the first contact to the closing of the deals won in the period.',
  questions: ['How long does a sale take?', 'Where does the pipeline stall?'],
  parameters: {
    cycle_days: {
      rangeOf: 'days',
      about: 'Days from first contact (else creation) to closing of each deal won',
      measured: { from: 'deals', rows: 'timed', at: 'closed_at', value: 'cycle_days' },
    },
  },
  formula: 'median(cycle_days)',
  unit: 'days',
  errors: [
    {
      when: 'count(cycle_days) = 0',
      error: '#N/A',
      reason: 'no deal with both dates was won in the period: there is no median of nothing',
    },
  ],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section E' }],
  keywords: ['time to close', 'deal cycle', 'length of sales cycle', 'days to close'],
  onTablesOnly: true,
})
