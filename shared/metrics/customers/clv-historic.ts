import { metric } from '../metric'

export const clvHistoric = metric({
  name: 'CLV_HISTORIC',
  title: 'Customer lifetime value, historic',
  category: 'customers',
  indicator: 'lagging',
  better: 'higher',
  about: 'Gross profit that customers have brought so far, for each of them: what is, without a forecast.',
  questions: ['What is a customer worth?'],
  parameters: {
    gross_profit: {
      unit: 'money',
      about: 'Gross profit to date of the customers counted',
      measured: { metric: 'CUSTOMER_PROFIT' },
    },
    customers: {
      unit: 'customers',
      about: 'All who ever became one of them, those who left included',
      measured: { from: 'deals', rows: 'of_customers_won', distinct: 'account_id' },
    },
  },
  formula: 'gross_profit / customers',
  unit: 'money per customer',
  errors: [
    {
      when: 'customers = 0',
      error: '#DIV/0!',
      reason: 'customers is 0: there is no customer to share the profit',
    },
    { when: 'customers < 0', error: '#NUM!', reason: 'customers is {customers}: a count cannot be below 0' },
  ],
  examples: [
    { given: { gross_profit: 27000, customers: 2 }, answer: 13500 },
    { given: { gross_profit: 27000, customers: 0 }, answer: '#DIV/0!' },
  ],
  sources: [
    {
      label: 'MASB: common language in marketing',
      url: 'https://www.brandylane360.com/2021/09/common-language-in-marketing/',
    },
  ],
  keywords: ['historical LTV', 'lifetime value to date'],
})
