import { metric } from '../metric'

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
    amounts: {
      rangeOf: 'money',
      about: 'Amounts of all deals won in the period',
      measured: { from: 'deals', rows: 'won', at: 'closed_at', value: 'amount' },
    },
  },
  formula: 'sum(referred_amounts) / sum(amounts)',
  unit: 'fraction',
  errors: [
    {
      when: 'sum(amounts) = 0',
      error: '#DIV/0!',
      reason: 'the revenue of the period is 0: there is nothing to take a share of',
    },
  ],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section F' }],
  keywords: ['word of mouth', 'recommendations', 'referred revenue'],
  alsoTables: ['leads'],
  onTablesOnly: true,
})
