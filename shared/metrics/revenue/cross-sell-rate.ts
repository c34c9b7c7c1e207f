import { metric } from '../metric'

export const crossSellRate = metric({
  name: 'CROSS_SELL_RATE',
  title: 'Cross-sell rate',
  category: 'revenue',
  indicator: 'lagging',
  better: 'higher',
  about: 'Share of eligible customers who bought something that they did not have yet.',
  questions: ['Do customers buy more?'],
  parameters: {
    cross_sold: {
      unit: 'customers',
      about: 'Eligible customers with a cross-sell in the period; several count once',
      measured: {
        from: 'deals',
        rows: 'won and deal_kind = "cross_sell" and within_period and customer_before',
        distinct: 'account_id',
      },
    },
    eligible: {
      unit: 'customers',
      about: 'Customers at the start of the period who could buy something else',
      measured: { from: 'deals', rows: 'won and customer_before', distinct: 'account_id' },
    },
  },
  formula: 'cross_sold / eligible',
  unit: 'fraction',
  errors: [
    {
      when: 'cross_sold < 0 or eligible < 0',
      error: '#NUM!',
      reason: 'cross_sold is {cross_sold} and eligible {eligible}: a count cannot be below 0',
    },
    { when: 'eligible = 0', error: '#DIV/0!', reason: 'eligible is 0: there is nobody to sell to' },
    {
      when: 'cross_sold > eligible',
      error: '#NUM!',
      reason:
        'cross_sold is {cross_sold}, more than eligible ({eligible}): count customers, not deals, of those at the start',
    },
  ],
  examples: [
    { given: { cross_sold: 20, eligible: 80 }, answer: 0.25 },
    { given: { cross_sold: 1, eligible: 0 }, answer: '#DIV/0!', about: 'Nobody could buy' },
  ],
  sources: [{ label: 'Field practice' }],
  keywords: ['cross sell', 'attach rate', 'expansion'],
})
