import type { RangeParameter } from '../metric'

/** What a gross profit is made of: amounts and delivery costs side by side, and refunds on their own days. */
export const grossProfitParts = {
  amounts: {
    rangeOf: 'money',
    about: 'Amounts of deals won, by closing date',
    measured: { from: 'deals', rows: 'won', at: 'closed_at', value: 'amount' },
  },
  delivery_costs: {
    rangeOf: 'money',
    about: 'What the delivery of each cost; under margin.basis contribution, what selling it cost too',
    alongside: 'amounts',
    measured: { from: 'deals', rows: 'won', at: 'closed_at', value: 'delivery_cost' },
  },
  refunds: {
    rangeOf: 'money',
    about: 'Refunds on won deals, by the date of the refund',
    measured: { from: 'deals', rows: 'refunded', at: 'refunded_on', value: 'refund' },
  },
} as const satisfies Readonly<Record<string, RangeParameter>>
