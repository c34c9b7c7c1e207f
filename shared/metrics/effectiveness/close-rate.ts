import { metric } from '../metric'

export const closeRate = metric({
  name: 'CLOSE_RATE',
  title: 'Close rate',
  category: 'effectiveness',
  indicator: 'lagging',
  better: 'higher',
  about:
    'Share of the opportunities created in the period that were won so far. Those who use the word do not agree on ' +
    'it: as won of all closed deals, it is what most people call the win rate.',
  questions: ['How often do we win?'],
  parameters: {
    part: {
      unit: 'deals',
      about: 'Of these deals, those won so far; with variant closed_over_total, those closed, won or not',
      measured: { from: 'deals', rows: 'close_rate_part', at: 'close_rate_at' },
    },
    total: {
      unit: 'deals',
      about: 'Opportunities created in the period; with variant won_over_closed, deals closed in it',
      measured: { from: 'deals', rows: 'close_rate_total', at: 'close_rate_at' },
    },
    variant: {
      about: 'What is divided by what',
      choices: {
        won_over_total: 'won of all opportunities created in the period, open ones included',
        closed_over_total: 'closed, won or not, of all opportunities created in the period',
        won_over_closed: 'won of all deals closed in the period: what most people call the win rate',
        opp_to_win: 'won of the qualified opportunities created in the period',
      },
      default: 'won_over_total',
      term: 'close_rate.variant',
    },
  },
  formula: 'part / total',
  unit: 'fraction',
  errors: [
    {
      when: 'total = 0 and variant = "won_over_closed"',
      error: '#DIV/0!',
      reason: 'no deal was closed in the period: there is nothing to take a share of',
    },
    {
      when: 'total = 0',
      error: '#DIV/0!',
      reason: 'no such opportunity was created in the period: there is nothing to take a share of',
    },
  ],
  examples: [],
  sources: [
    {
      label: 'Win rates, close rates, and milestone against cohort analysis',
      url: 'https://engineered.at/articles/win-rates-close-rates-and-milestone-vs-cohort-analysis',
    },
  ],
  keywords: ['win rate', 'closing ratio', 'conversion', 'closed won rate'],
  onTablesOnly: true,
})
