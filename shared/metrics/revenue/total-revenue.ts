import { metric } from '../metric'

export const totalRevenue = metric({
  name: 'TOTAL_REVENUE',
  title: 'Total revenue',
  category: 'revenue',
  indicator: 'lagging',
  better: 'higher',
  about:
    'Amounts of the deals won in the period, less refunds dated in it: a later refund leaves this period alone, ' +
    'unless the definitions take it back to the sale.',
  questions: ['What did we sell?'],
  parameters: {
    amounts: {
      rangeOf: 'money',
      about: 'Amounts of deals won, by closing date',
      measured: { from: 'deals', rows: 'won', at: 'closed_at', value: 'amount' },
    },
    refunds: {
      rangeOf: 'money',
      about: 'Refunds on won deals, by the date of the refund',
      measured: { from: 'deals', rows: 'refunded', at: 'refunded_on', value: 'refund' },
    },
    basis: {
      about: 'Whether refunds are taken off',
      choices: { net: 'after refunds', gross: 'before refunds: what was booked' },
      default: 'net',
      term: 'revenue.basis',
      callOnly: true,
    },
  },
  formula: 'sum(amounts) - sum(refunds)',
  unit: 'money',
  variants: [
    { when: 'basis = "gross"', formula: 'sum(amounts)', about: 'With basis “gross”: before refunds' },
  ],
  errors: [],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section F: closed-won bookings' }],
  keywords: ['sales', 'bookings', 'turnover', 'closed won'],
  onTablesOnly: true,
})
