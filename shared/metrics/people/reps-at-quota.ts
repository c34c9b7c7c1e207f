import { metric } from '../metric'

export const repsAtQuota = metric({
  name: 'REPS_AT_QUOTA',
  title: 'Reps at quota',
  category: 'people',
  indicator: 'lagging',
  better: 'higher',
  about: 'Share of the reps with a quota who reached it: a team can hit its number on the back of one.',
  questions: ['Are we hitting quota?', 'Do we depend on a few people?'],
  parameters: {
    booked: {
      rangeOf: 'money',
      about: 'Bookings, one cell a rep; a blank beside a quota is a rep who booked nothing',
      blank: 'counts as 0',
      measured: { metric: 'TOTAL_REVENUE', by: 'rep' },
    },
    quotas: {
      rangeOf: 'money',
      about: 'Quotas of the same reps; a blank is a rep without a quota, who is left out',
      alongside: 'booked',
      blank: 'leaves both out',
      measured: { metric: 'TOTAL_QUOTA', by: 'rep' },
    },
  },
  formula: 'count(booked >= quotas) / count(quotas)',
  unit: 'fraction',
  errors: [
    { when: 'count(quotas) = 0', error: '#DIV/0!', reason: 'quotas is empty: no rep has a quota to reach' },
    {
      when: 'quotas = 0',
      error: '#DIV/0!',
      reason: 'quotas holds a 0: leave the quota of a rep who has none blank, and the rep is left out',
    },
    { when: 'quotas < 0', error: '#NUM!', reason: 'quotas holds {quotas}: a quota cannot be below 0' },
  ],
  examples: [
    { given: { booked: [120, 45, 30], quotas: [100, 90, 60] }, answer: 0.3333333333333333, about: '1 of 3' },
    { given: { booked: [100, 60], quotas: [100, 60] }, answer: 1, about: 'Exactly at quota counts' },
  ],
  sources: [{ label: 'Quota attainment', url: 'https://winsabove.pages.dev/glossary/quota-attainment' }],
  keywords: ['reps hitting quota', 'share of reps at quota', 'quota achievers'],
})
