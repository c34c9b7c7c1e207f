import { metric } from '../metric'

export const businessHoursBetween = metric({
  name: 'BUSINESS_HOURS_BETWEEN',
  title: 'Business hours between two moments',
  category: 'calendar',
  indicator: 'neither',
  better: 'neither',
  about:
    'Hours from start to end that lie within business hours: nights, weekends and holidays do not count. By the clock ' +
    'on the wall, so that a change to summer time takes no hour away.',
  questions: ['How fast do we answer?'],
  parameters: {
    start: { unit: 'date', date: true, time: true, about: 'Date and time at which the clock starts' },
    end: { unit: 'date', date: true, time: true, about: 'Date and time at which it stops' },
    definitions: {
      definitions: true,
      about:
        'Opening hours, weekend and holidays; left out, Monday to Friday from 9:00 to 17:00, no holidays',
    },
  },
  formula:
    'business_hours(start, end, calendar.open, calendar.close, calendar.weekend_mask, calendar.holidays)',
  unit: 'hours',
  errors: [
    {
      when: 'end < start',
      error: '#NUM!',
      reason: 'end is before start: the clock stops after it has started',
    },
  ],
  examples: [
    {
      given: { start: '2026-01-09 16:45', end: '2026-01-12 09:15' },
      answer: 0.5,
      about: 'From Friday 16:45 to Monday 9:15: half an hour, where 64.5 hours went by',
    },
    {
      given: { start: '2026-01-05 08:00', end: '2026-01-06 18:00' },
      answer: 16,
      about: 'Before opening and after closing the clock stands still',
    },
    { given: { start: '2026-01-10 10:00', end: '2026-01-11 12:00' }, answer: 0, about: 'On a weekend' },
    { given: { start: '2026-01-12 09:15', end: '2026-01-09 16:45' }, answer: '#NUM!', about: 'Backwards' },
  ],
  sources: [
    {
      label: 'The weekend as in NETWORKDAYS.INTL, which leaves the time of day out',
      url: 'https://bettersolutions.com/excel/functions/networkdays-intl-function.htm',
    },
  ],
  keywords: ['working hours', 'office hours', 'SLA', 'response time', 'NETWORKDAYS', 'elapsed time'],
  noSql: 'it goes by a calendar of working days, which SQL does not have',
})
