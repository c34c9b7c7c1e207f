import { metric } from '../metric'

export const salesVelocity = metric({
  name: 'SALES_VELOCITY',
  title: 'Sales velocity',
  category: 'pipeline',
  indicator: 'leading',
  better: 'higher',
  about: 'Revenue that the pipeline yields per day at its present size, win rate and speed.',
  questions: ['How fast does the pipeline turn into revenue?', 'Which lever moves revenue most?'],
  parameters: {
    opportunities: {
      unit: 'deals',
      about: 'Open qualified opportunities; on tables, those open when the period ends',
      measured: { from: 'deals', rows: 'open_at_end' },
    },
    avg_deal: {
      unit: 'money per deal',
      about: 'Average size of a won deal',
      measured: { metric: 'AVERAGE_DEAL_SIZE' },
    },
    win_rate: {
      unit: 'fraction',
      about: 'Share of opportunities (not of decided deals) that are won',
      measured: { metric: 'QUALIFIED_WIN_RATE' },
    },
    cycle_days: {
      unit: 'days',
      about: 'Length of the sales cycle of won deals',
      measured: { metric: 'SALES_CYCLE_LENGTH' },
    },
  },
  formula: 'opportunities * avg_deal * win_rate / cycle_days',
  unit: 'money per day',
  errors: [
    {
      when: 'cycle_days = 0',
      error: '#DIV/0!',
      reason: 'cycle_days is 0: the cycle must be longer than no time',
    },
    {
      when: 'cycle_days < 0',
      error: '#NUM!',
      reason: 'cycle_days is {cycle_days}: a length cannot be below 0',
    },
    {
      when: 'win_rate < 0 or win_rate > 1',
      error: '#NUM!',
      reason: 'win_rate is {win_rate}: it lies between 0 and 1; write 25 % as 0.25 or 25%',
    },
    {
      when: 'opportunities < 0',
      error: '#NUM!',
      reason: 'opportunities is {opportunities}: a count cannot be below 0',
    },
  ],
  examples: [
    {
      given: { opportunities: 80, avg_deal: 20000, win_rate: 0.25, cycle_days: 60 },
      answer: 6666.666666666667,
      about: '6,667 a day',
    },
    {
      given: { opportunities: 80, avg_deal: 20000, win_rate: 0.25, cycle_days: 48 },
      answer: 8333.333333333334,
      about: 'A cycle 20 % shorter makes 25 % more, not 20 %',
    },
  ],
  sources: [{ label: 'Sales velocity formula', url: 'https://www.mavenlb.com/blog/sales-velocity-formula' }],
  keywords: ['pipeline velocity', 'deal velocity', 'revenue per day'],
})
