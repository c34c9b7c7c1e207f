import type { DerivedColumn } from './index'
import { wholePeriod } from './whole-period'
import { perValue, worded } from './words'

export const targetColumns: Readonly<Record<string, DerivedColumn>> = {
  target_metric: {
    about: 'The metric that it is a target for, by its name: “Win rate” is WIN_RATE',
    reads: ['metric'],
    read: ({ read }) => perValue(read('metric'), metric => worded(metric).toUpperCase()),
  },
  eve: {
    about: 'The day before the period begins',
    reads: ['period_from'],
    read: ({ read }) => {
      const from = read('period_from')
      return row => Number(from(row)) - 1
    },
  },
  whole_period: wholePeriod('period_start', 'period_end'),
}
