import { metric } from '../metric'

export const winRate = metric({
  name: 'WIN_RATE',
  title: 'Win rate',
  category: 'effectiveness',
  indicator: 'lagging',
  better: 'higher',
  about:
    'Deals won as a share of deals decided in the period, by closing date. A deal lost to no decision counts as ' +
    'lost; open and disqualified ones do not count.',
  questions: ['How often do we win?'],
  parameters: {
    won: {
      unit: 'deals',
      about: 'Deals closed won; with variant value, their amounts',
      measured: { from: 'deals', rows: 'win_rate_won', at: 'win_rate_at', value: 'win_rate_weight' },
    },
    lost: {
      unit: 'deals',
      about: 'Deals closed lost, those without a decision included; with variant competitive, without those',
      measured: { from: 'deals', rows: 'win_rate_lost', at: 'win_rate_at', value: 'win_rate_weight' },
    },
    total: {
      unit: 'deals',
      optional: true,
      about: 'All deals to divide by, for variants all_closed, qualified_cohort and created_cohort',
      measured: { from: 'deals', rows: 'win_rate_total', at: 'win_rate_at', value: 'win_rate_weight' },
    },
    variant: {
      about: 'Which deals the won ones are a share of; one table gives nine different rates, so agree on one',
      choices: {
        won_over_decided: 'deals won and lost',
        competitive: 'deals won and lost to a competitor, no decision left out',
        all_closed: 'all closed deals, disqualified ones included (total)',
        qualified_cohort: 'all qualified opportunities created in the period, open ones included (total)',
        created_cohort: 'all opportunities created in the period, open ones included (total)',
        value: 'deals won and lost, by their amounts',
      },
      default: 'won_over_decided',
      term: 'win_rate.variant',
    },
    definitions: { definitions: true, about: 'They say what is left out: win_rate.variant' },
  },
  formula: 'won / (won + lost)',
  unit: 'fraction',
  variants: [
    {
      when: 'variant = "all_closed" or variant = "qualified_cohort" or variant = "created_cohort"',
      formula: 'won / total',
      about: 'With variant “all_closed”, “qualified_cohort” or “created_cohort”: of the total',
    },
    {
      when: 'variant = "value"',
      formula: 'won / (won + lost)',
      about: 'With variant “value”: amounts instead of counts',
      units: { won: 'money', lost: 'money' },
    },
  ],
  errors: [
    {
      when: 'won < 0 or lost < 0',
      error: '#NUM!',
      reason: 'won is {won} and lost {lost}: neither can be below 0',
    },
    {
      when: '(variant = "all_closed" or variant = "qualified_cohort" or variant = "created_cohort") and not present(total)',
      error: '#VALUE!',
      reason: 'total is missing: variant “{variant}” divides by it',
    },
    {
      when: 'present(total) and total < won',
      error: '#NUM!',
      reason: 'won is {won}, more than total ({total}): won deals are some of them',
    },
    {
      when: '(variant = "all_closed" or variant = "qualified_cohort" or variant = "created_cohort") and total = 0',
      error: '#DIV/0!',
      reason: 'total is 0: there is no deal to win',
    },
    {
      when: '(variant = "won_over_decided" or variant = "competitive" or variant = "value") and won + lost = 0',
      error: '#DIV/0!',
      reason: 'no deal was decided, neither won nor lost: there is no win rate',
    },
  ],
  examples: [
    { given: { won: 3, lost: 2 }, answer: 0.6, about: '3 won, 1 lost to a competitor, 1 to no decision' },
    { given: { won: 3, lost: 1, variant: 'competitive' }, answer: 0.75, about: 'No decision left out' },
    {
      given: { won: 3, lost: 2, total: 6, variant: 'all_closed' },
      answer: 0.5,
      about: 'One was disqualified',
    },
    {
      given: { won: 3, lost: 2, total: 8, variant: 'qualified_cohort' },
      answer: 0.375,
      about: '8 qualified opportunities were created in the quarter',
    },
    {
      given: { won: 3, lost: 2, total: 9, variant: 'created_cohort' },
      answer: 0.3333333333333333,
      about: 'Of 9 created, by the end of the quarter',
    },
    {
      given: { won: 4, lost: 2, total: 9, variant: 'created_cohort' },
      answer: 0.4444444444444444,
      about: 'Three months later',
    },
    {
      given: { won: 5, lost: 2, total: 9, variant: 'created_cohort' },
      answer: 0.5555555555555556,
      about: 'At the end of the year: nobody sold any better',
    },
    {
      given: { won: 59000, lost: 43000, variant: 'value' },
      answer: 0.5784313725490197,
      about: 'By amounts',
    },
    { given: { won: 0, lost: 0 }, answer: '#DIV/0!', about: 'Nothing was decided' },
  ],
  sources: [
    { label: 'Win rate, won over decided', url: 'https://altiorco.com/revops-dictionary/win-rate' },
    {
      label: 'Win rates, close rates, and milestone against cohort analysis',
      url: 'https://engineered.at/articles/win-rates-close-rates-and-milestone-vs-cohort-analysis',
    },
  ],
  keywords: ['close rate', 'close ratio', 'conversion', 'hit rate'],
  // Some deals counted and others added up make no rate.
  steady: ['win_rate.basis'],
})
