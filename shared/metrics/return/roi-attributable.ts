import { metric } from '../metric'

export const roiAttributable = metric({
  name: 'ROI_ATTRIBUTABLE',
  title: 'Return on investment, attributable',
  category: 'return',
  indicator: 'lagging',
  better: 'higher',
  about: 'ROI on the sales that would not have come anyway: organic sales are taken off the return first.',
  questions: ['What did the campaign itself bring?', 'Is marketing working?'],
  parameters: {
    returns: { unit: 'money', about: 'Everything that came back, organic sales included' },
    cost: { unit: 'money', about: 'Everything paid in' },
    organic: {
      unit: 'money',
      about: 'Sales that would have come without the investment; below 0 if they were shrinking',
    },
    organic_as: {
      about: 'What the organic figure is',
      choices: {
        amount: 'organic sales, in money',
        roi_points: 'a figure to take off the ROI itself, such as 0.3 for 30 points',
      },
      default: 'amount',
      term: 'organic.as',
    },
    margin: { unit: 'fraction', about: 'Share of the return that is margin; 1 counts all of it', default: 1 },
    definitions: { definitions: true, about: 'They say what is left out: organic.as' },
  },
  formula: '((returns - organic) * margin - cost) / cost',
  unit: 'fraction',
  variants: [
    {
      when: 'organic_as = "roi_points"',
      formula: '(returns * margin - cost) / cost - organic',
      about: 'With organic_as “roi_points”: ROI less the organic figure',
      units: { organic: 'fraction' },
    },
  ],
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
    {
      given: { returns: 5000, cost: 1000, organic: 1500 },
      answer: 2.5,
      about: '1,500 would have come anyway',
    },
    { given: { returns: 5000, cost: 1000, organic: 0.3, organic_as: 'roi_points' }, answer: 3.7 },
    {
      given: { returns: 420, cost: 40, organic: 0 },
      answer: 9.5,
      about: 'No baseline: all sales are credited',
    },
    { given: { returns: 420, cost: 40, organic: 360 }, answer: 0.5, about: 'A linear trend as the baseline' },
    {
      given: { returns: 420, cost: 40, organic: 337.08 },
      answer: 1.073,
      about: 'A control group as the baseline',
    },
  ],
  sources: [
    {
      label: 'Lenskold Group: capturing campaign sales lift, can pre/post measurements be trusted?',
      url: 'http://www.lenskold.com/capturing-campaign-sales-lift-can-pre-post-measurements-be-trusted/',
    },
  ],
  keywords: ['incremental ROI', 'organic growth', 'baseline', 'uplift', 'lift'],
})
