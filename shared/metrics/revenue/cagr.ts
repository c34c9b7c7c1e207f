import { metric } from '../metric'

export const cagr = metric({
  name: 'CAGR',
  title: 'Compound growth per period',
  category: 'revenue',
  indicator: 'lagging',
  better: 'higher',
  about:
    'The steady growth per period that leads from the first figure to the last; of years, the compound annual rate.',
  questions: ['Are we growing?'],
  parameters: {
    begin: { unit: 'money', about: 'The first figure' },
    end: { unit: 'money', about: 'The last figure' },
    periods: { unit: 'periods', about: 'Steps between them: one less than there are figures' },
  },
  formula: '(end / begin) ^ (1 / periods) - 1',
  unit: 'fraction per period',
  errors: [
    { when: 'begin = 0', error: '#DIV/0!', reason: 'begin is 0: growth from nothing has no rate' },
    {
      when: 'begin < 0 or end < 0',
      error: '#NUM!',
      reason: 'begin is {begin} and end {end}: growth to or from below 0 has no rate',
    },
    {
      when: 'periods <= 0',
      error: '#NUM!',
      reason: 'periods is {periods}: there must be time between the figures',
    },
  ],
  examples: [
    {
      given: { begin: 100, end: 112, periods: 3 },
      answer: 0.03849882037022081,
      about: 'Four figures, three steps',
    },
    { given: { begin: 100, end: 121, periods: 2 }, answer: 0.1 },
    { given: { begin: 100, end: 0, periods: 3 }, answer: -1, about: 'All is gone' },
    { given: { begin: 0, end: 100, periods: 3 }, answer: '#DIV/0!', about: 'From nothing' },
  ],
  sources: [{ label: 'Field practice; RRI of the spreadsheets gives the same' }],
  keywords: ['compound annual growth rate', 'RRI', 'average growth', 'CMGR', 'growth rate'],
})
