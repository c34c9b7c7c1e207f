import { metric } from '../metric'
import { noRevenue, wonAmounts } from './won-amounts'

export const referralShare = metric({
  name: 'REFERRAL_SHARE',
  title: 'Referral share',
  category: 'revenue',
  indicator: 'leading',
  better: 'higher',
  about:
    'Share of what was sold in the period that came by referral, before refunds: by the source of the deal, else by ' +
    'that of the lead that it came from.',
  questions: ['Where does revenue come from?'],
  parameters: {
    referred_amounts: {
      rangeOf: 'money',
      about: 'Amounts of the deals whose source is a referral',
      measured: { from: 'deals', rows: 'won and referred', at: 'closed_at', value: 'amount' },
    },
    amounts: wonAmounts,
  },
  formula: 'sum(referred_amounts) / sum(amounts)',
  unit: 'fraction',
  errors: [noRevenue],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section F' }],
  keywords: ['word of mouth', 'recommendations', 'referred revenue'],
  alsoTables: ['leads'],
  onTablesOnly: true,
})
