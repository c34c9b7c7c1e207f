import { metric } from '../metric'

export const revenuePerActivity = metric({
  name: 'REVENUE_PER_ACTIVITY',
  title: 'Revenue per activity',
  category: 'people',
  indicator: 'lagging',
  better: 'higher',
  about: 'Revenue for each call, meeting or other activity: what an hour of selling effort brings.',
  questions: ['How productive is the sales team?', 'Whom should we coach?'],
  parameters: {
    revenue: { unit: 'money', about: 'Revenue of the period', measured: { metric: 'TOTAL_REVENUE' } },
    activities: {
      unit: 'activities',
      about: 'Activities in the same period, of the kinds that count',
      measured: { metric: 'ACTIVITY_COUNT' },
    },
  },
  formula: 'revenue / activities',
  unit: 'money per activity',
  errors: [
    {
      when: 'activities = 0',
      error: '#DIV/0!',
      reason: 'activities is 0: there is no activity to share the revenue',
    },
    {
      when: 'activities < 0',
      error: '#NUM!',
      reason: 'activities is {activities}: a count cannot be below 0',
    },
  ],
  examples: [
    { given: { revenue: 59000, activities: 236 }, answer: 250 },
    { given: { revenue: 59000, activities: 0 }, answer: '#DIV/0!', about: 'Nothing was logged' },
  ],
  sources: [{ label: 'Field practice: revenue over activities' }],
  keywords: ['revenue per call', 'revenue per meeting', 'sales efficiency'],
})
