import { metric } from '../metric'

export const dealsNeeded = metric({
  name: 'DEALS_NEEDED',
  title: 'Deals needed',
  category: 'people',
  indicator: 'neither',
  better: 'lower',
  about: 'How many deals reach a target, rounded up: nobody closes part of one.',
  questions: ['How much do we need to reach the target?'],
  parameters: {
    target: { unit: 'money', about: 'What is to be reached' },
    value_per_deal: {
      unit: 'money per deal',
      about: 'What a deal is worth, counted as the target is: revenue, margin or customer lifetime value',
    },
  },
  formula: 'ceil(target / value_per_deal)',
  unit: 'deals',
  errors: [
    {
      when: 'value_per_deal = 0',
      error: '#DIV/0!',
      reason: 'value_per_deal is 0: no number of such deals reaches a target',
    },
    {
      when: 'value_per_deal < 0',
      error: '#NUM!',
      reason: 'value_per_deal is {value_per_deal}: every deal would lead away from the target',
    },
    { when: 'target < 0', error: '#NUM!', reason: 'target is {target}: a target of 0 or more is needed' },
  ],
  examples: [
    {
      given: { target: 500000, value_per_deal: 13500 },
      answer: 38,
      about: '37.04 deals: the 38th is the one that gets there',
    },
    { given: { target: 3.3, value_per_deal: 1.1 }, answer: 3, about: 'Exactly three, not four' },
  ],
  sources: [{ label: 'Target over value per deal: catalogue of Plumbline, section H' }],
  keywords: ['deals to close', 'sales target', 'reverse funnel', 'quota planning'],
})
