import { metric } from '../metric'

export const romi = metric({
  name: 'ROMI',
  title: 'Return on marketing investment',
  category: 'return',
  indicator: 'lagging',
  better: 'higher',
  about: 'What marketing earned on top of its cost, counted on the margin of the sales that it added.',
  questions: ['Is marketing working?', 'Does the campaign pay at our margin?'],
  parameters: {
    incremental_revenue: { unit: 'money', about: 'Revenue that would not have come without the spend' },
    contribution_margin: { unit: 'fraction', about: 'Share of that revenue left after variable cost' },
    spend: { unit: 'money', about: 'Marketing spend' },
  },
  formula: '(incremental_revenue * contribution_margin - spend) / spend',
  unit: 'fraction',
  errors: [
    { when: 'spend = 0', error: '#DIV/0!', reason: 'spend is 0: ROMI needs a spend above 0' },
    {
      when: 'spend < 0',
      error: '#NUM!',
      reason: 'spend is {spend}: credits exceed spend, and ROMI needs a spend above 0',
    },
    {
      when: 'contribution_margin > 1',
      error: '#NUM!',
      reason: 'contribution_margin is {contribution_margin}: write 60 % as 0.6 or 60%',
    },
  ],
  examples: [
    {
      given: { incremental_revenue: 50000, contribution_margin: 0.6, spend: 10000 },
      answer: 2,
      about: '200 %; the “margin ROMI” of 3.0 that some quote is this plus 1',
    },
    { given: { incremental_revenue: 10000, contribution_margin: 0.6, spend: 10000 }, answer: -0.4 },
  ],
  sources: [
    {
      label: 'MASB dictionary: Return on Marketing Investment',
      url: 'http://www.marketing-dictionary.org/Return+on+Marketing+Investment',
    },
  ],
  keywords: ['marketing ROI', 'mROI', 'campaign return'],
})
