import { metric } from '../metric'

export const accountTierShare = metric({
  name: 'ACCOUNT_TIER_SHARE',
  title: 'Share of accounts of a tier',
  category: 'people',
  indicator: 'leading',
  better: 'higher',
  about: 'Accounts of one tier, such as A, as a share of all accounts.',
  questions: ['Do we work on the right accounts?'],
  parameters: {
    of_tier: {
      unit: 'accounts',
      about: 'Accounts of the tier, each counted once',
      measured: { from: 'accounts', rows: 'of_tier', distinct: 'account_id' },
    },
    accounts: {
      unit: 'accounts',
      about: 'All accounts, those without a tier included',
      measured: { from: 'accounts', rows: 'present(account_id)', distinct: 'account_id' },
    },
    tier: {
      text: true,
      default: '',
      about: 'The tier as the table writes it, such as "A"; capitals do not matter',
      term: 'account.tier',
      callOnly: true,
    },
  },
  formula: 'of_tier / accounts',
  unit: 'fraction',
  errors: [
    {
      when: 'tier = ""',
      error: '#VALUE!',
      reason: 'tier is missing: type =ACCOUNT_TIER_SHARE(ACCOUNTS, "A") with the tier that you want',
    },
    { when: 'accounts = 0', error: '#DIV/0!', reason: 'there is no account to take a share of' },
  ],
  examples: [],
  sources: [{ label: 'Share of accounts: catalogue of Plumbline, section H' }],
  keywords: ['ABM', 'ideal customer profile', 'target accounts', 'account segmentation'],
  onTablesOnly: true,
})
