import { metric } from '../metric'

export const salesHeadcount = metric({
  name: 'SALES_HEADCOUNT',
  title: 'Headcount of the sales team',
  category: 'people',
  indicator: 'neither',
  better: 'neither',
  about: 'How many salespeople there were in the period: the mean of those on its first and on its last day.',
  questions: ['How productive is the sales team?', 'Are we keeping our salespeople?'],
  parameters: {
    start_headcount: {
      unit: 'reps',
      about: 'Salespeople on the first day; one without a start has been there all along',
      measured: { from: 'reps', rows: 'employed_at_start', distinct: 'rep' },
    },
    end_headcount: {
      unit: 'reps',
      about: 'Salespeople on the last day that is known of the period, those whose last day it is included',
      measured: { from: 'reps', rows: 'employed_at_end', distinct: 'rep' },
    },
  },
  formula: '(start_headcount + end_headcount) / 2',
  unit: 'reps',
  errors: [],
  examples: [],
  sources: [{ label: 'Field practice: average headcount' }],
  keywords: ['average headcount', 'number of reps', 'team size'],
  onTablesOnly: true,
})
