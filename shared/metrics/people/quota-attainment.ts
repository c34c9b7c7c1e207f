import { metric } from '../metric'

export const quotaAttainment = metric({
  name: 'QUOTA_ATTAINMENT',
  title: 'Quota attainment',
  category: 'people',
  indicator: 'lagging',
  better: 'higher',
  about: 'What was booked as a share of the quota, the quota reduced while a new hire ramps up.',
  questions: ['Are we hitting quota?', 'How is each rep doing?'],
  parameters: {
    booked: {
      unit: 'money',
      about: 'Bookings that count towards the quota; clawbacks may bring it below 0',
      measured: { metric: 'TOTAL_REVENUE' },
    },
    quota: {
      unit: 'money',
      about: 'Full quota of the same period; from tables, reduced already while reps ramp up',
      measured: { metric: 'TOTAL_QUOTA' },
    },
    ramp: {
      unit: 'fraction',
      about: 'Share of the full quota that is expected of the rep; 1 once ramped up',
      default: 1,
    },
  },
  formula: 'booked / (quota * ramp)',
  unit: 'fraction',
  errors: [
    {
      when: 'quota = 0',
      error: '#DIV/0!',
      reason: 'quota is 0 or blank: without a quota there is nothing to attain',
    },
    { when: 'quota < 0', error: '#NUM!', reason: 'quota is {quota}: a quota cannot be below 0' },
    {
      when: 'ramp <= 0',
      error: '#NUM!',
      reason: 'ramp is {ramp}: a share above 0 is needed, 1 once ramped up',
    },
    { when: 'ramp > 1', error: '#NUM!', reason: 'ramp is {ramp}: write 50 % as 0.5 or 50%' },
  ],
  examples: [
    { given: { booked: 160000, quota: 200000 }, answer: 0.8, about: '80 %' },
    {
      given: { booked: 50000, quota: 200000, ramp: 0.5 },
      answer: 0.5,
      about: 'A new hire at half quota, who would look like 25 % without the ramp',
    },
    { given: { booked: -4000, quota: 200000 }, answer: -0.02, about: 'A clawback exceeded the bookings' },
    { given: { booked: 50000, quota: 0 }, answer: '#DIV/0!', about: 'No quota was set' },
  ],
  sources: [
    {
      label: 'Quota attainment: what counts as booked',
      url: 'https://prowi.io/en/glossary/quota-attainment',
    },
    {
      label: 'Quota attainment with a ramp',
      url: 'https://www.closingfoundry.com/glossary/quota-attainment',
    },
  ],
  keywords: ['quota achievement', 'percent to quota', 'attainment', 'ramp', 'target'],
})
