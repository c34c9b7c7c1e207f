import { metric } from '../metric'

export const sellingTimeShare = metric({
  name: 'SELLING_TIME_SHARE',
  title: 'Share of time spent selling',
  category: 'people',
  indicator: 'leading',
  better: 'higher',
  about: 'Hours spent with customers and prospects as a share of all hours worked.',
  questions: ['How productive is the sales team?'],
  parameters: {
    selling_hours: { unit: 'hours', about: 'Hours spent selling; reporting, travel and training left out' },
    hours: { unit: 'hours', about: 'All hours worked' },
  },
  formula: 'selling_hours / hours',
  unit: 'fraction',
  errors: [
    { when: 'hours = 0', error: '#DIV/0!', reason: 'hours is 0: no time was worked' },
    {
      when: 'hours < 0 or selling_hours < 0',
      error: '#NUM!',
      reason: '{selling_hours} of {hours} hours: a time cannot be below 0',
    },
    {
      when: 'selling_hours > hours',
      error: '#NUM!',
      reason: '{selling_hours} of {hours} hours: selling is part of the hours worked',
    },
  ],
  examples: [
    { given: { selling_hours: 14, hours: 40 }, answer: 0.35, about: 'About a third of the week' },
    { given: { selling_hours: 41, hours: 40 }, answer: '#NUM!' },
  ],
  sources: [{ label: 'Field practice: selling hours over hours' }],
  keywords: ['active selling time', 'time spent selling', 'sales capacity', 'admin time'],
})
