import { metric } from '../metric'
import { noRevenue, wonAmounts } from './won-amounts'

export const recurringShare = metric({
  name: 'RECURRING_SHARE',
  title: 'Recurring share',
  category: 'revenue',
  indicator: 'lagging',
  better: 'higher',
  about:
    'Share of what was sold in the period that recurs, such as subscriptions and retainers, before refunds. The deals ' +
    'must say what kind of revenue they bring, in a column revenue_type.',
  questions: ['How much of our revenue is predictable?'],
  parameters: {
    recurring_amounts: {
      rangeOf: 'money',
      about: 'Amounts of the deals that bring recurring revenue',
      measured: { from: 'deals', rows: 'won and recurring', at: 'closed_at', value: 'amount' },
    },
    amounts: wonAmounts,
  },
  formula: 'sum(recurring_amounts) / sum(amounts)',
  unit: 'fraction',
  errors: [noRevenue],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section F' }],
  keywords: ['predictable revenue', 'subscription share', 'retainers'],
  onTablesOnly: true,
})
