import type { NumberParameter } from '../metric'

/** What retained revenue is counted from: what there was at the start, and what was lost of it. */
export const recurringLosses = {
  start: {
    unit: 'money',
    about: 'Recurring revenue of the customers of the start, on the first day',
    measured: { metric: 'STARTING_MRR' },
  },
  contraction: {
    unit: 'money',
    about: 'What they gave up while staying, as a number above 0',
    measured: { metric: 'CONTRACTION_MRR' },
  },
  churn: {
    unit: 'money',
    about: 'What was lost with those who left, as a number above 0',
    measured: { metric: 'CHURNED_MRR' },
  },
} as const satisfies Readonly<Record<string, NumberParameter>>
