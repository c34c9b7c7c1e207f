import { metric } from '../metric'
import { calendarTerms, grain } from './grain'

export const periodStart = metric({
  name: 'PERIOD_START',
  title: 'First day of a period',
  category: 'calendar',
  indicator: 'neither',
  better: 'neither',
  about: 'First day of the week, month, quarter or year that holds a date; format the cell as a date.',
  questions: ['In which period does a date lie?'],
  parameters: {
    date: { unit: 'date', date: true, about: 'Any day of the period' },
    grain,
    definitions: calendarTerms,
  },
  formula:
    'period_start(date, grain, calendar.fiscal_start_month, calendar.week_start, calendar.week_quarter_rule, calendar.scheme)',
  unit: 'date',
  errors: [],
  examples: [
    { given: { date: '2026-02-14', grain: 'quarter' }, answer: 46023, about: '1 January 2026' },
    {
      given: { date: '2026-01-02', grain: 'week' },
      answer: 46023,
      about: '1 January 2026, a Thursday: the quarter cuts the week',
    },
    { given: { date: '2026-03-31', grain: 'week' }, answer: 46111, about: 'Monday, 30 March 2026' },
    { given: { date: '2024-02-29', grain: 'month' }, answer: 45323, about: '1 February 2024' },
    { given: { date: '2026-12-31', grain: 'year' }, answer: 46023, about: '1 January 2026' },
  ],
  sources: [{ label: 'Weeks that add up to their quarter: catalogue of Plumbline, sections 4 and K' }],
  keywords: ['start of quarter', 'start of month', 'beginning of week', 'date trunc', 'EOMONTH'],
})
