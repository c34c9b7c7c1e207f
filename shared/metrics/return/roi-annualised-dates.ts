import { metric } from '../metric'

export const roiAnnualisedDates = metric({
  name: 'ROI_ANNUALISED_DATES',
  title: 'Return on investment, annualised between two dates',
  category: 'return',
  indicator: 'lagging',
  better: 'higher',
  about: 'The yearly rate at which the cost grew into the return between two dates, by a stated day count.',
  questions: ['Which investment paid best per year?', 'Does it beat the cost of capital?'],
  parameters: {
    returns: { unit: 'money', about: 'Everything that came back, the cost included' },
    cost: { unit: 'money', about: 'Everything paid in' },
    start: { unit: 'date', date: true, about: 'Day of paying' },
    end: { unit: 'date', date: true, about: 'Day of receiving' },
    day_count: {
      about: 'How days become years',
      choices: {
        'act/365': 'days divided by 365',
        'act/365.25': 'days divided by 365.25',
        'act/act': 'days of each calendar year divided by its own length, 365 or 366',
        '30/360': 'twelve months of 30 days (the American rule, as DAYS360)',
      },
      default: 'act/365',
      term: 'roi.day_count',
    },
    definitions: { definitions: true, about: 'They say what is left out: roi.day_count' },
  },
  formula: '(returns / cost) ^ (1 / years_between(start, end, day_count)) - 1',
  unit: 'fraction per year',
  errors: [
    { when: 'cost = 0', error: '#DIV/0!', reason: 'cost is 0: ROI needs a cost above 0' },
    {
      when: 'cost < 0',
      error: '#NUM!',
      reason: 'cost is {cost}: credits exceed spend, and ROI needs a cost above 0',
    },
    { when: 'end <= start', error: '#NUM!', reason: 'end is not after start: the time must be above 0' },
    {
      // Of days, so that one calendar year is a year under every day count: 365 days are 0.9993 by act/365.25.
      when: 'end - start < 365',
      error: '#NUM!',
      reason:
        'less than a year lies between start and end, which must not be annualised (GIPS); use ROI for the return ' +
        'as it is, or ROI_ANNUALISED with short_period “allow” to extrapolate',
    },
    {
      when: 'returns < 0',
      error: '#NUM!',
      reason: 'returns is {returns}: a loss of more than 100 % has no yearly rate; use ROI',
    },
  ],
  examples: [
    {
      given: { returns: 5000, cost: 1000, start: '2024-01-01', end: '2026-07-01' },
      answer: 0.9043259460769256,
      about: '912 days are not quite 2.5 years',
    },
    {
      given: { returns: 5000, cost: 1000, start: '2024-01-01', end: '2026-07-01', day_count: 'act/365.25' },
      answer: 0.9051662888853992,
      about: 'The same days by another count',
    },
    {
      given: { returns: 5000, cost: 1000, start: '2024-01-01', end: '2026-07-01', day_count: '30/360' },
      answer: 0.9036539387158785,
      about: 'Thirty months of 30 days: 2.5 years exactly',
    },
    {
      given: { returns: 1250, cost: 1000, start: '2025-01-01', end: '2026-01-01' },
      answer: 0.25,
      about: 'Over one year it equals ROI',
    },
    {
      given: { returns: 1500, cost: 1000, start: '2026-01-01', end: '2026-04-01' },
      answer: '#NUM!',
      about: 'A good quarter is not a good year',
    },
  ],
  sources: [
    {
      label: 'GIPS: returns for periods of less than one year must not be annualised',
      url: 'https://gipsstandards.org/?GIPSID=370',
    },
  ],
  keywords: ['annualized ROI', 'annual return', 'day count', 'act/365', '30/360', 'yearly return'],
  aliases: ['ROI_ANNUALIZED_DATES'],
})
