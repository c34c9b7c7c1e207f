import { metric } from '../metric'

export const discountRate = metric({
  name: 'DISCOUNT_RATE',
  title: 'Discount rate',
  category: 'revenue',
  indicator: 'leading',
  better: 'lower',
  about: 'Share of the list price that was given away. Below 0 it is a surcharge.',
  questions: ['How much do we give away?'],
  parameters: {
    list: {
      unit: 'money',
      about: 'What the deals would cost at list prices',
      measured: { from: 'deals', rows: 'listed', at: 'closed_at', value: 'list_amount' },
    },
    sold: {
      unit: 'money',
      about: 'What they were sold for',
      measured: { from: 'deals', rows: 'listed', at: 'closed_at', value: 'amount' },
    },
  },
  formula: '1 - sold / list',
  unit: 'fraction',
  errors: [
    { when: 'list = 0', error: '#DIV/0!', reason: 'list is 0: there is no price to discount' },
    { when: 'list < 0', error: '#NUM!', reason: 'list is {list}: a list price cannot be below 0' },
  ],
  examples: [
    { given: { list: 120000, sold: 102000 }, answer: 0.15 },
    { given: { list: 120000, sold: 126000 }, answer: -0.05, about: 'A surcharge of 5 %' },
  ],
  sources: [{ label: 'Field practice' }],
  keywords: ['discounting', 'price realisation', 'price realization', 'list price', 'CPQ'],
})
