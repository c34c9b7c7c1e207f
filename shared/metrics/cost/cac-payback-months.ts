import { metric } from '../metric'

export const cacPaybackMonths = metric({
  name: 'CAC_PAYBACK_MONTHS',
  title: 'CAC payback',
  category: 'cost',
  indicator: 'lagging',
  better: 'lower',
  about: 'Months until the margin of the customers won has paid back what it cost to win them.',
  questions: ['When do we get our money back?', 'Can we afford to grow?'],
  parameters: {
    cost: { unit: 'money', about: 'Sales and marketing cost of the period; or of one customer (CAC)' },
    new_mrr: {
      unit: 'money per month',
      about: 'Monthly recurring revenue that the same period (or the same customer) added',
    },
    gross_margin: { unit: 'fraction', about: 'Share of that revenue left after delivery cost' },
  },
  formula: 'cost / (new_mrr * gross_margin)',
  unit: 'months',
  errors: [
    {
      when: 'new_mrr * gross_margin = 0',
      error: '#DIV/0!',
      reason: 'new_mrr × gross_margin is 0: nothing comes in to pay the cost back',
    },
    {
      when: 'new_mrr < 0 or gross_margin < 0',
      error: '#NUM!',
      reason: 'new_mrr is {new_mrr} and gross_margin {gross_margin}: below 0 the cost is never paid back',
    },
    {
      when: 'gross_margin > 1',
      error: '#NUM!',
      reason: 'gross_margin is {gross_margin}: write 70 % as 0.7 or 70%',
    },
    { when: 'cost < 0', error: '#NUM!', reason: 'cost is {cost}: credits exceed spend' },
  ],
  examples: [
    { given: { cost: 770000, new_mrr: 100000, gross_margin: 0.7 }, answer: 11, about: 'For a whole period' },
    { given: { cost: 2000, new_mrr: 500, gross_margin: 0.8 }, answer: 5, about: 'For one customer' },
    {
      given: { cost: 2000, new_mrr: 500, gross_margin: 1 },
      answer: 4,
      about: 'Without the margin: too good',
    },
  ],
  sources: [
    {
      label: 'Bessemer Venture Partners: cloud computing law 6',
      url: 'http://www.bvp.com/blog/bessemer-cloud-computing-law-6-build-revenue-engine',
    },
  ],
  keywords: ['payback period', 'months to recover CAC', 'CAC payback period'],
})
