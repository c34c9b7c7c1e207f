import { metric } from '../metric'

export const churnAnnualise = metric({
  name: 'CHURN_ANNUALISE',
  title: 'Churn, annualised',
  category: 'customers',
  indicator: 'neither',
  better: 'lower',
  about:
    'The yearly churn to which a monthly or quarterly one compounds: each period only takes from those still there, ' +
    'so it is less than 12 times the monthly rate.',
  questions: ['Do customers stay?'],
  parameters: {
    rate: { unit: 'fraction', about: 'Churn of one period' },
    periods_per_year: {
      unit: 'number per year',
      about: '12 for a monthly rate, 4 for a quarterly one; 1/12 turns a yearly rate into a monthly one',
    },
  },
  formula: '1 - (1 - rate) ^ periods_per_year',
  unit: 'fraction per year',
  variants: [
    {
      when: 'periods_per_year < 1 and abs(1 / periods_per_year - floor(1 / periods_per_year + 0.5)) < 0.000000000001',
      formula: '1 - (1 - rate) ^ (1 / floor(1 / periods_per_year + 0.5))',
      about: 'A part such as 1/12 is taken as exactly that: a cell holds only its first 16 digits',
    },
  ],
  errors: [
    {
      when: 'rate < 0 or rate > 1',
      error: '#NUM!',
      reason: 'rate is {rate}: a share from 0 to 1 is needed; write 5 % as 0.05 or 5%',
    },
    {
      when: 'periods_per_year <= 0',
      error: '#NUM!',
      reason: 'periods_per_year is {periods_per_year}: a year has 12 months or 4 quarters',
    },
  ],
  examples: [
    {
      given: { rate: 0.05, periods_per_year: 12 },
      answer: 0.459639912337363,
      about: '46 % a year, not 60 %',
    },
    {
      given: { rate: 0.46, periods_per_year: 1 / 12 },
      answer: 0.05005277157045367,
      about: 'Backwards: 46 % a year is 5 % a month',
    },
    { given: { rate: 1, periods_per_year: 12 }, answer: 1, about: 'Everybody leaves at once' },
    { given: { rate: 5, periods_per_year: 12 }, answer: '#NUM!', about: '5 for 5 %' },
  ],
  sources: [{ label: 'Compounding: 1 − (1 − c)ⁿ, catalogue of Plumbline, section I' }],
  keywords: ['annual churn', 'annualized churn', 'monthly to annual churn', 'compound churn'],
  aliases: ['CHURN_ANNUALIZE'],
})
