import { metric } from '../metric'

export const weekStart = metric({
  name: 'WEEK_START',
  title: 'First day of a week',
  category: 'calendar',
  indicator: 'neither',
  better: 'neither',
  about:
    'First day of the week that holds a date, cut at the quarter so that weeks add up to it; format the cell as a date.',
  questions: ['In which period does a date lie?'],
  parameters: {
    date: { unit: 'date', date: true, about: 'Any day of the week' },
    definitions: {
      definitions: true,
      about: 'First day of the week, and whether quarters cut it; left out, Monday, and they do',
    },
  },
  formula:
    'period_start(date, "week", calendar.fiscal_start_month, calendar.week_start, calendar.week_quarter_rule, calendar.scheme)',
  unit: 'date',
  errors: [],
  examples: [
    { given: { date: '2026-02-14' }, answer: 46062, about: 'Monday, 9 February 2026' },
    {
      given: { date: '2026-01-02' },
      answer: 46023,
      about: '1 January 2026: without the cut, December would hold a part of the quarter',
    },
    { given: { date: '2026-04-01' }, answer: 46113, about: '1 April 2026, a Wednesday' },
  ],
  sources: [{ label: 'Weeks that add up to their quarter: catalogue of Plumbline, sections 4 and K' }],
  keywords: ['Monday', 'beginning of week', 'week of', 'WEEKDAY', 'ISO week'],
})
