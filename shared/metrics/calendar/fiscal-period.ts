import { metric } from '../metric'
import { calendarTerms, grain } from './grain'

export const fiscalPeriod = metric({
  name: 'FISCAL_PERIOD',
  title: 'Name of a period',
  category: 'calendar',
  indicator: 'neither',
  better: 'neither',
  about:
    'Name of the week, month, quarter or year that holds a date, written so that names sort as the periods do. A fiscal ' +
    'year is named for the year in which it ends.',
  questions: ['In which period does a date lie?'],
  parameters: {
    date: { unit: 'date', date: true, about: 'Any day of the period' },
    grain,
    definitions: calendarTerms,
  },
  formula:
    'fiscal_period(date, grain, calendar.fiscal_start_month, calendar.week_start, calendar.week_quarter_rule, calendar.scheme)',
  unit: 'text',
  errors: [],
  examples: [
    { given: { date: '2026-02-14', grain: 'quarter' }, answer: '2026 Q1' },
    { given: { date: '2026-02-14', grain: 'month' }, answer: '2026 M02' },
    { given: { date: '2026-02-14', grain: 'year' }, answer: '2026' },
    {
      given: { date: '2026-03-31', grain: 'week' },
      answer: '2026 Q1 W14',
      about: 'The quarter touches 14 weeks; the last has two days',
    },
    {
      given: { date: '2026-04-01', grain: 'week' },
      answer: '2026 Q2 W01',
      about: 'The rest of that week belongs to the next quarter',
    },
  ],
  sources: [{ label: 'Weeks that add up to their quarter: catalogue of Plumbline, sections 4 and K' }],
  keywords: ['quarter', 'fiscal quarter', 'fiscal year', 'week number', 'period label', 'FY'],
})
