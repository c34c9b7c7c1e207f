import { metric } from '../metric'

export const salesTurnoverRate = metric({
  name: 'SALES_TURNOVER_RATE',
  title: 'Turnover of salespeople',
  category: 'people',
  indicator: 'lagging',
  better: 'lower',
  about: 'Salespeople who left as a share of the average headcount; per year only where that is asked for.',
  questions: ['Are we keeping our salespeople?'],
  parameters: {
    leavers: {
      unit: 'people',
      about: 'Salespeople who left in the period',
      measured: { from: 'reps', rows: 'present(rep)', at: 'end' },
    },
    start_headcount: {
      unit: 'people',
      about: 'Salespeople on its first day',
      measured: { from: 'reps', rows: 'employed_at_start', distinct: 'rep' },
    },
    end_headcount: {
      unit: 'people',
      about: 'Salespeople on its last day',
      measured: { from: 'reps', rows: 'employed_at_end', distinct: 'rep' },
    },
    periods_per_year: {
      unit: 'number',
      about: 'Left out, the rate is that of the period; 4 turns a quarter into a year, 12 a month',
      optional: true,
    },
  },
  formula: 'leavers / ((start_headcount + end_headcount) / 2)',
  unit: 'fraction',
  variants: [
    {
      when: 'present(periods_per_year)',
      formula: 'leavers / ((start_headcount + end_headcount) / 2) * periods_per_year',
      about: 'With periods_per_year: times the periods of a year, not compounded, since leavers are replaced',
    },
  ],
  errors: [
    {
      when: 'start_headcount < 0 or end_headcount < 0 or leavers < 0',
      error: '#NUM!',
      reason: '{leavers} leavers of {start_headcount} and {end_headcount}: a count cannot be below 0',
    },
    {
      when: 'start_headcount + end_headcount = 0',
      error: '#DIV/0!',
      reason: 'the average headcount is 0: there was nobody who could leave',
    },
    {
      when: 'present(periods_per_year) and periods_per_year <= 0',
      error: '#NUM!',
      reason: 'periods_per_year is {periods_per_year}: a year has 4 quarters or 12 months',
    },
  ],
  examples: [
    {
      given: { leavers: 6, start_headcount: 18, end_headcount: 22 },
      answer: 0.3,
      about: '6 of 20 on average',
    },
    {
      given: { leavers: 6, start_headcount: 18, end_headcount: 22, periods_per_year: 4 },
      answer: 1.2,
      about: '6 leavers in one quarter: at that pace everybody is replaced within the year',
    },
  ],
  sources: [{ label: 'Field practice: leavers over average headcount' }],
  keywords: ['attrition', 'staff turnover', 'rep churn', 'employee turnover'],
})
