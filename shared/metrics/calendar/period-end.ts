import { metric } from '../metric'
import { calendarTerms, grain } from './grain'

export const periodEnd = metric({
  name: 'PERIOD_END',
  title: 'Last day of a period',
  category: 'calendar',
  indicator: 'neither',
  better: 'neither',
  about: 'Last day of the week, month, quarter or year that holds a date; format the cell as a date.',
  questions: ['In which period does a date lie?'],
  parameters: {
    date: { unit: 'date', date: true, about: 'Any day of the period' },
    grain,
    definitions: calendarTerms,
  },
  formula:
    'period_end(date, grain, calendar.fiscal_start_month, calendar.week_start, calendar.week_quarter_rule, calendar.scheme)',
  unit: 'date',
  errors: [],
  examples: [
    { given: { date: '2026-02-14', grain: 'quarter' }, answer: 46112, about: '31 March 2026' },
    {
      given: { date: '2026-03-30', grain: 'week' },
      answer: 46112,
      about: '31 March 2026, a Tuesday: the quarter cuts the week',
    },
    { given: { date: '2026-01-02', grain: 'week' }, answer: 46026, about: 'Sunday, 4 January 2026' },
    { given: { date: '2024-02-01', grain: 'month' }, answer: 45351, about: '29 February 2024' },
    { given: { date: '2026-01-01', grain: 'year' }, answer: 46387, about: '31 December 2026' },
  ],
  sources: [{ label: 'Weeks that add up to their quarter: catalogue of Plumbline, sections 4 and K' }],
  keywords: ['end of quarter', 'end of month', 'month end', 'quarter end', 'EOMONTH'],
})
