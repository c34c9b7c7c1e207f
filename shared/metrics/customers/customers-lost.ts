import type { NumberParameter } from '../metric'

/** Customers of the start of a period, and those of them who left in it. */
export const customersLost = {
  lost: {
    unit: 'customers',
    about: 'Customers of the start who left; those who came and left within the period do not count',
    measured: { from: 'subscriptions', rows: 'ran_before and movement = "churn"', distinct: 'customer_id' },
  },
  start: {
    unit: 'customers',
    about: 'Customers on the first day',
    measured: { from: 'subscriptions', rows: 'ran_before and amount > 0', distinct: 'customer_id' },
  },
} as const satisfies Readonly<Record<string, NumberParameter>>
