import { metric } from '../metric'

export const territoryCoverage = metric({
  name: 'TERRITORY_COVERAGE',
  title: 'Territory coverage',
  category: 'people',
  indicator: 'leading',
  better: 'higher',
  about: 'Share of the accounts of a territory that sales was in touch with.',
  questions: ['Are we doing enough of what leads to sales?'],
  parameters: {
    touched: {
      unit: 'accounts',
      about: 'Accounts with at least one activity in the period, be it with one of their deals',
      measured: { from: 'accounts', rows: 'touched', distinct: 'account_id' },
    },
    accounts: {
      unit: 'accounts',
      about: 'Accounts in the territory',
      measured: { from: 'accounts', rows: 'present(account_id)', distinct: 'account_id' },
    },
  },
  formula: 'touched / accounts',
  unit: 'fraction',
  errors: [
    { when: 'accounts = 0', error: '#DIV/0!', reason: 'accounts is 0: the territory is empty' },
    {
      when: 'accounts < 0 or touched < 0',
      error: '#NUM!',
      reason: 'touched is {touched} of {accounts}: a count cannot be below 0',
    },
    {
      when: 'touched > accounts',
      error: '#NUM!',
      reason: 'touched is {touched} of {accounts}: count each account once, and only those of the territory',
    },
  ],
  examples: [
    { given: { touched: 45, accounts: 60 }, answer: 0.75 },
    { given: { touched: 61, accounts: 60 }, answer: '#NUM!', about: 'An account was counted twice' },
  ],
  sources: [{ label: 'Field practice: accounts touched over accounts' }],
  tables: ['activities'],
  alsoTables: ['deals'],
  keywords: ['account coverage', 'accounts touched', 'territory penetration'],
})
