import { metric } from '../metric'

export const revenuePerRep = metric({
  name: 'REVENUE_PER_REP',
  title: 'Revenue per rep',
  category: 'people',
  indicator: 'lagging',
  better: 'higher',
  about: 'Revenue for each salesperson, part-timers counted as the part that they work.',
  questions: ['How productive is the sales team?'],
  parameters: {
    revenue: { unit: 'money', about: 'Revenue of the period', measured: { metric: 'TOTAL_REVENUE' } },
    reps: {
      unit: 'reps',
      about: 'Salespeople in the same period, best as the average headcount',
      measured: { metric: 'SALES_HEADCOUNT' },
    },
  },
  formula: 'revenue / reps',
  unit: 'money per rep',
  errors: [
    { when: 'reps = 0', error: '#DIV/0!', reason: 'reps is 0: there is nobody to share the revenue' },
    { when: 'reps < 0', error: '#NUM!', reason: 'reps is {reps}: a headcount cannot be below 0' },
  ],
  examples: [
    { given: { revenue: 59000, reps: 2 }, answer: 29500 },
    { given: { revenue: 59000, reps: 2.5 }, answer: 23600, about: 'With a third at half time' },
  ],
  sources: [{ label: 'Field practice: revenue over headcount' }],
  keywords: ['sales productivity', 'revenue per head', 'revenue per salesperson', 'per capita'],
})
