import { metric } from '../metric'

export const quotaAttainmentTeam = metric({
  name: 'QUOTA_ATTAINMENT_TEAM',
  title: 'Quota attainment of a team',
  category: 'people',
  indicator: 'lagging',
  better: 'higher',
  about: 'Quota attainment of several reps together. Reps without a quota are left out, bookings and all.',
  questions: ['Are we hitting quota?'],
  parameters: {
    booked: {
      rangeOf: 'money',
      about: 'Bookings, one cell a rep; a blank beside a quota is a rep who booked nothing',
      blank: 'counts as 0',
      measured: { metric: 'TOTAL_REVENUE', by: 'rep' },
    },
    quotas: {
      rangeOf: 'money',
      about: 'Quotas of the same reps; a blank is a rep without a quota',
      alongside: 'booked',
      blank: 'leaves both out',
      measured: { metric: 'TOTAL_QUOTA', by: 'rep' },
    },
    variant: {
      about: 'How the reps are put together',
      choices: {
        total: 'all bookings over all quotas: what the company sees',
        mean: 'the mean of the reps’ own attainments: every rep weighs the same',
        median: 'the attainment of the rep in the middle: one star does not lift it',
      },
      default: 'total',
    },
  },
  formula: 'sum(booked) / sum(quotas)',
  unit: 'fraction',
  variants: [
    {
      when: 'variant = "mean"',
      formula: 'mean(booked / quotas)',
      about: 'With variant “mean”: the mean of the reps’ attainments',
    },
    {
      when: 'variant = "median"',
      formula: 'median(booked / quotas)',
      about: 'With variant “median”: the attainment of the rep in the middle',
    },
  ],
  errors: [
    { when: 'count(quotas) = 0', error: '#DIV/0!', reason: 'quotas is empty: no rep has a quota to attain' },
    {
      when: 'quotas = 0',
      error: '#DIV/0!',
      reason: 'quotas holds a 0: leave the quota of a rep who has none blank, and the rep is left out',
    },
    { when: 'quotas < 0', error: '#NUM!', reason: 'quotas holds {quotas}: a quota cannot be below 0' },
  ],
  examples: [
    {
      given: { booked: [120, 45, 30], quotas: [100, 90, 60] },
      answer: 0.78,
      about: '195 of 250, carried by one rep',
    },
    { given: { booked: [120, 45, 30], quotas: [100, 90, 60], variant: 'mean' }, answer: 0.7333333333333333 },
    {
      given: { booked: [120, 45, 30], quotas: [100, 90, 60], variant: 'median' },
      answer: 0.5,
      about: 'The rep in the middle made half',
    },
    { given: { booked: [120, 45], quotas: [100, 0] }, answer: '#DIV/0!', about: 'A quota of 0 is no quota' },
  ],
  sources: [
    { label: 'Quota attainment', url: 'https://winsabove.pages.dev/glossary/quota-attainment' },
    { label: 'Ratio of sums and mean of ratios: catalogue of Plumbline, section 0.4' },
  ],
  keywords: ['team quota', 'average attainment', 'median attainment', 'percent to quota'],
})
