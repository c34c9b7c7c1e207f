import { metric } from '../metric'
import { noRevenue, wonAmounts } from './won-amounts'

export const existingRevenueShare = metric({
  name: 'EXISTING_REVENUE_SHARE',
  title: 'Existing revenue share',
  category: 'revenue',
  indicator: 'lagging',
  better: 'neither',
  about:
    'Share of what was sold in the period that existing customers bought, before refunds: upsells, cross-sells, ' +
    'renewals and whatever else accounts bought that had bought before.',
  questions: ['Where does revenue come from?'],
  parameters: {
    existing_amounts: {
      rangeOf: 'money',
      about: 'Amounts of the deals won from existing customers',
      measured: { from: 'deals', rows: 'won and not new_customer', at: 'closed_at', value: 'amount' },
    },
    amounts: wonAmounts,
  },
  formula: 'sum(existing_amounts) / sum(amounts)',
  unit: 'fraction',
  errors: [noRevenue],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section F' }],
  keywords: ['repeat business', 'existing customers', 'expansion'],
  onTablesOnly: true,
})
