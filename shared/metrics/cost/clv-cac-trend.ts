import { metric } from '../metric'

export const clvCacTrend = metric({
  name: 'CLV_CAC_TREND',
  title: 'Change of customer value to acquisition cost',
  category: 'cost',
  indicator: 'lagging',
  better: 'higher',
  about:
    'How much the ratio of customer value to acquisition cost has changed: a falling CAC can hide a worse business.',
  questions: ['Can we afford to grow?', 'Is a customer worth what it costs?'],
  parameters: {
    clv_now: { unit: 'money per customer', about: 'Customer lifetime value now, on margin' },
    clv_then: { unit: 'money per customer', about: 'Customer lifetime value before, found the same way' },
    cac_now: { unit: 'money per customer', about: 'Customer acquisition cost now' },
    cac_then: { unit: 'money per customer', about: 'Customer acquisition cost before, found the same way' },
  },
  formula: '(clv_now / cac_now) / (clv_then / cac_then) - 1',
  unit: 'fraction',
  errors: [
    {
      when: 'cac_now = 0 or cac_then = 0',
      error: '#DIV/0!',
      reason: 'cac_now is {cac_now} and cac_then {cac_then}: the ratio needs an acquisition cost above 0',
    },
    {
      when: 'cac_now < 0 or cac_then < 0',
      error: '#NUM!',
      reason: 'cac_now is {cac_now} and cac_then {cac_then}: an acquisition cost cannot be below 0',
    },
    { when: 'clv_then = 0', error: '#DIV/0!', reason: 'clv_then is 0: there is no change from a ratio of 0' },
    {
      when: 'clv_then < 0',
      error: '#NUM!',
      reason: 'clv_then is {clv_then}: from a value below 0 a change has no meaning',
    },
  ],
  examples: [
    {
      given: { clv_now: 7280, clv_then: 8000, cac_now: 1900, cac_then: 2000 },
      answer: -0.042105263157894736,
      about: 'CAC fell by 5 %, value by 9 %: the ratio is 4.2 % worse',
    },
    { given: { clv_now: 9000, clv_then: 8000, cac_now: 2000, cac_then: 2000 }, answer: 0.125 },
  ],
  sources: [{ label: 'Field practice; value on margin after MASB' }],
  keywords: ['LTV to CAC trend', 'LTV:CAC', 'unit economics', 'CLV:CAC change'],
})
