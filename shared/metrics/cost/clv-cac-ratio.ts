import { metric } from '../metric'

export const clvCacRatio = metric({
  name: 'CLV_CAC_RATIO',
  title: 'Customer value to acquisition cost',
  category: 'cost',
  indicator: 'lagging',
  better: 'higher',
  about: 'What a customer is worth for each unit that it cost to win. Value on margin, since CAC is cost.',
  questions: ['Can we afford to grow?', 'Is a customer worth what it costs?'],
  parameters: {
    clv: { unit: 'money per customer', about: 'Customer lifetime value, on margin' },
    cac: { unit: 'money per customer', about: 'Customer acquisition cost' },
  },
  formula: 'clv / cac',
  unit: 'fraction',
  errors: [
    { when: 'cac = 0', error: '#DIV/0!', reason: 'cac is 0: the ratio needs an acquisition cost above 0' },
    { when: 'cac < 0', error: '#NUM!', reason: 'cac is {cac}: an acquisition cost cannot be below 0' },
  ],
  examples: [{ given: { clv: 8000, cac: 2000 }, answer: 4, about: '4:1' }],
  sources: [{ label: 'Field practice; value on margin after MASB' }],
  keywords: ['LTV to CAC', 'LTV:CAC', 'CLV:CAC', 'LTV/CAC'],
})
