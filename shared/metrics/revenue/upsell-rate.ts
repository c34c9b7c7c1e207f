import { metric } from '../metric'

export const upsellRate = metric({
  name: 'UPSELL_RATE',
  title: 'Upsell rate',
  category: 'revenue',
  indicator: 'lagging',
  better: 'higher',
  about: 'Share of eligible customers who bought more of what they have.',
  questions: ['Do customers buy more?'],
  parameters: {
    upsold: {
      unit: 'customers',
      about: 'Eligible customers with an upsell in the period; several count once',
      measured: {
        from: 'deals',
        rows: 'won and deal_kind = "upsell" and within_period and customer_before',
        distinct: 'account_id',
      },
    },
    eligible: {
      unit: 'customers',
      about: 'Customers at the start of the period who could buy more',
      measured: { from: 'deals', rows: 'won and customer_before', distinct: 'account_id' },
    },
  },
  formula: 'upsold / eligible',
  unit: 'fraction',
  errors: [
    {
      when: 'upsold < 0 or eligible < 0',
      error: '#NUM!',
      reason: 'upsold is {upsold} and eligible {eligible}: a count cannot be below 0',
    },
    { when: 'eligible = 0', error: '#DIV/0!', reason: 'eligible is 0: there is nobody to sell more to' },
    {
      when: 'upsold > eligible',
      error: '#NUM!',
      reason:
        'upsold is {upsold}, more than eligible ({eligible}): count customers, not deals, of those at the start',
    },
  ],
  examples: [
    { given: { upsold: 12, eligible: 80 }, answer: 0.15 },
    {
      given: { upsold: 90, eligible: 80 },
      answer: '#NUM!',
      about: 'Deals were counted instead of customers',
    },
  ],
  sources: [{ label: 'Field practice' }],
  keywords: ['expansion', 'upgrade rate', 'account growth'],
})
