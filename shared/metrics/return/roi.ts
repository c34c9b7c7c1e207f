import { metric } from '../metric'

export const roi = metric({
  name: 'ROI',
  title: 'Return on investment',
  category: 'return',
  indicator: 'lagging',
  better: 'higher',
  about: 'What each unit of cost earned on top of itself: 4 means that the cost came back and 400 % more.',
  questions: ['Is marketing working?', 'Did this campaign pay for itself?'],
  parameters: {
    returns: {
      unit: 'money',
      about: 'Everything that came back: revenue, or profit if already net of delivery cost',
      measured: { metric: 'TOTAL_REVENUE' },
    },
    cost: { unit: 'money', about: 'Everything paid in', measured: { metric: 'ACQUISITION_COST' } },
    margin: { unit: 'fraction', about: 'Share of the return that is margin; 1 counts all of it', default: 1 },
  },
  formula: '(returns * margin - cost) / cost',
  unit: 'fraction',
  errors: [
    { when: 'cost = 0', error: '#DIV/0!', reason: 'cost is 0: ROI needs a cost above 0' },
    {
      when: 'cost < 0',
      error: '#NUM!',
      reason: 'cost is {cost}: credits exceed spend, and ROI needs a cost above 0',
    },
    { when: 'margin > 1', error: '#NUM!', reason: 'margin is {margin}: write 60 % as 0.6 or 60%' },
  ],
  examples: [
    { given: { returns: 5000, cost: 1000 }, answer: 4, about: '400 %' },
    { given: { returns: 800, cost: 1000 }, answer: -0.2, about: 'A loss of 20 %' },
    { given: { returns: -500, cost: 1000 }, answer: -1.5, about: 'Refunds exceeded sales' },
    {
      given: { returns: 5000, cost: 1000, margin: 0.6 },
      answer: 2,
      about: 'The same campaign on a 60 % margin',
    },
  ],
  sources: [
    {
      label: 'Farris, Bendle, Pfeifer, Reibstein: Marketing Metrics (MASB)',
      url: 'http://www.marketing-dictionary.org/Return+on+Marketing+Investment',
    },
  ],
  keywords: ['return on investment', 'sales ROI', 'profit ROI', 'marketing ROI'],
})
