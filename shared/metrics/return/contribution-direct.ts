import { metric } from '../metric'

export const contributionDirect = metric({
  name: 'CONTRIBUTION_DIRECT',
  title: 'Direct contribution',
  category: 'return',
  indicator: 'lagging',
  better: 'higher',
  about:
    'What selling itself brought in the period: deals won, upsells and cross-sells, less refunds. Renewals and ' +
    'referrals are not in it, since they are indirect contributions and must not count twice.',
  questions: ['What does selling bring beyond its deals?'],
  parameters: {
    amounts: {
      rangeOf: 'money',
      about: 'Amounts of the deals won that are neither a renewal nor a referral',
      measured: { from: 'deals', rows: 'won and direct', at: 'closed_at', value: 'amount' },
    },
    refunds: {
      rangeOf: 'money',
      about: 'Refunds on such deals, by the date of the refund',
      measured: { from: 'deals', rows: 'refunded and direct', at: 'refunded_on', value: 'refund' },
    },
  },
  formula: 'sum(amounts) - sum(refunds)',
  unit: 'money',
  errors: [],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section A: direct and indirect contributions' }],
  keywords: ['direct revenue', 'upsell', 'cross-sell', 'sales contribution'],
  alsoTables: ['leads'],
  onTablesOnly: true,
})
