import { metric } from '../metric'

export const roiWithIndirect = metric({
  name: 'ROI_WITH_INDIRECT',
  title: 'Return on investment with indirect returns',
  category: 'return',
  indicator: 'lagging',
  better: 'higher',
  about:
    'ROI that also counts indirect returns, such as referrals and renewals, each by a weight that the team agreed on. ' +
    'Show ROI on the direct return beside it.',
  questions: ['Is marketing working?', 'What do referrals and renewals add?'],
  parameters: {
    direct: { unit: 'money', about: 'What came back directly: closed deals, upsells, cross-sells' },
    indirect: {
      rangeOf: 'money',
      blank: 'leaves both out',
      about: 'Indirect returns in money; what is no money, such as brand scores, is never added',
    },
    weights: {
      rangeOf: 'fraction',
      alongside: 'indirect',
      blank: 'counts as 0',
      about: 'How much of each counts, from 0 to 1; blank counts as 0',
    },
    cost: { unit: 'money', about: 'Everything paid in' },
  },
  formula: '(direct + sum(indirect * weights) - cost) / cost',
  unit: 'fraction',
  errors: [
    { when: 'cost = 0', error: '#DIV/0!', reason: 'cost is 0: ROI needs a cost above 0' },
    {
      when: 'cost < 0',
      error: '#NUM!',
      reason: 'cost is {cost}: credits exceed spend, and ROI needs a cost above 0',
    },
    {
      when: 'weights < 0 or weights > 1',
      error: '#NUM!',
      reason: 'weights holds {weights}: a weight lies between 0 and 1; write 50 % as 0.5 or 50%',
    },
  ],
  examples: [
    {
      given: { direct: 27000, indirect: [8000, 10000], weights: [0.5, 0.25], cost: 33000 },
      answer: 0.015151515151515152,
      about: 'Half of the referrals and a quarter of the renewals turn a loss of 18 % into a gain of 1.5 %',
    },
    {
      given: { direct: 27000, indirect: [8000, 10000], weights: [0, 0], cost: 33000 },
      answer: -0.18181818181818182,
      about: 'The direct return alone',
    },
    {
      given: { direct: 27000, indirect: [8000, 10000], weights: [50, 25], cost: 33000 },
      answer: '#NUM!',
      about: 'Weights are not percent numbers',
    },
  ],
  sources: [{ label: 'Catalogue of Plumbline, section A: direct and indirect contribution' }],
  keywords: ['indirect return', 'referral', 'renewal', 'weighted contribution', 'influence'],
})
