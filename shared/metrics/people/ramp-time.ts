import { metric } from '../metric'

export const rampTime = metric({
  name: 'RAMP_TIME',
  title: 'Ramp time',
  category: 'people',
  indicator: 'leading',
  better: 'lower',
  about:
    'Days from the start of a rep to the end of the first period in which the bookings reached the full quota, ' +
    'unramped. Of several reps the median, in which those who are not there yet count as slower than all who are.',
  questions: ['How long does a new rep take?', 'Whom should we coach?'],
  parameters: {
    ramp_days: {
      rangeOf: 'days',
      about: 'Of each rep who got there, the days that it took',
      measured: { from: 'reps', rows: 'present(ramp_days)', value: 'ramp_days' },
    },
    reps: {
      unit: 'number',
      about: 'Reps with a start who have had a quota since, there or not',
      measured: { from: 'reps', rows: 'ramping' },
    },
    threshold: {
      unit: 'fraction',
      about: 'The share of the full quota that is to be reached; 1 is all of it',
      default: 1,
      term: 'ramp.threshold',
      callOnly: true,
    },
  },
  formula: 'median(ramp_days)',
  unit: 'days',
  variants: [
    {
      when: 'reps > count(ramp_days)',
      formula: 'percentile(ramp_days, (reps - 1) / (2 * (count(ramp_days) - 1)))',
      about: 'Where some are not there yet: the median of all, those few the slowest of them',
    },
  ],
  errors: [
    {
      when: 'threshold <= 0',
      error: '#NUM!',
      reason: 'threshold is {threshold}: a share above 0 is needed, 1 for the full quota',
    },
    {
      when: 'reps = 0',
      error: '#N/A',
      reason: 'no rep has a start in REPS and a quota since in QUOTAS: there is no ramp to measure',
    },
    {
      when: 'count(ramp_days) <= floor(reps / 2)',
      error: '#N/A',
      reason:
        'not ramped yet: of {reps} reps with a quota, half or more have not reached it in any period so far',
    },
  ],
  examples: [],
  sources: [{ label: 'Time to full quota: catalogue of Plumbline, section H' }],
  keywords: ['time to productivity', 'onboarding', 'time to quota', 'new hire', 'ramp-up'],
  onTablesOnly: true,
  tables: ['deals', 'quotas'],
})
