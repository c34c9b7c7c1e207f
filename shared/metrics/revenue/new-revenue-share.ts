import { metric } from '../metric'
import { noRevenue, wonAmounts } from './won-amounts'

export const newRevenueShare = metric({
  name: 'NEW_REVENUE_SHARE',
  title: 'New revenue share',
  category: 'revenue',
  indicator: 'lagging',
  better: 'neither',
  about:
    'Share of what was sold in the period that went to new customers, before refunds: those from whom nothing was won ' +
    'before, as their accounts tell; by the type of the deal only where it has no account.',
  questions: ['Where does revenue come from?'],
  parameters: {
    new_amounts: {
      rangeOf: 'money',
      about: 'Amounts of the deals that won a new customer',
      measured: { from: 'deals', rows: 'new_customer', at: 'closed_at', value: 'amount' },
    },
    amounts: wonAmounts,
  },
  formula: 'sum(new_amounts) / sum(amounts)',
  unit: 'fraction',
  errors: [noRevenue],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section F' }],
  keywords: ['new business', 'new logo revenue', 'new customers'],
  onTablesOnly: true,
})
