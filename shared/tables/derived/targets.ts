import type { DerivedColumn } from './index'
import { wholePeriod } from './whole-period'
import { perValue, worded } from './words'

export const targetColumns: Readonly<Record<string, DerivedColumn>> = {
  target_metric: {
    about: 'The metric that it is a target for, by its name: “Win rate” is WIN_RATE',
    reads: ['metric'],
    read: ({ read }) => perValue(read('metric'), metric => worded(metric).toUpperCase()),
  },
  whole_period: wholePeriod('period_start', 'period_end'),
}
