import { metric } from '../metric'

export const clvCohort = metric({
  name: 'CLV_COHORT',
  title: 'Customer lifetime value of a cohort',
  category: 'customers',
  indicator: 'lagging',
  better: 'higher',
  about:
    'Present value, for each customer who began, of the margins that a cohort has left, from those who were still ' +
    'there. It holds no forecast: fewer than six periods are little to go by.',
  questions: ['What is a customer worth?'],
  parameters: {
    margins: {
      rangeOf: 'money per customer',
      about: 'Margin of a customer still there, period after period',
    },
    survivors: {
      rangeOf: 'customers',
      about: 'Customers still there in the same periods; the first number is all who began',
      alongside: 'margins',
    },
    discount: {
      unit: 'fraction',
      about: 'Discount rate of a period; a yearly rate of 10 % is 1.1^(1/12) - 1 a month',
    },
  },
  formula: 'sum(margins * survivors / (1 + discount) ^ (position(margins) - 1)) / first(survivors)',
  unit: 'money per customer',
  errors: [
    {
      when: 'count(survivors) = 0',
      error: '#DIV/0!',
      reason: 'survivors is empty: there is no customer to share the value',
    },
    { when: 'discount <= -1', error: '#NUM!', reason: 'discount is {discount}: it must be above -1' },
    {
      when: 'survivors < 0',
      error: '#NUM!',
      reason: 'survivors holds {survivors}: a count cannot be below 0',
    },
    {
      when: 'first(survivors) = 0',
      error: '#DIV/0!',
      reason: 'the first of survivors is 0: nobody began',
    },
    {
      when: 'survivors > first(survivors)',
      error: '#NUM!',
      reason: 'survivors holds {survivors}, more than began: customers won later belong to a later cohort',
    },
  ],
  warnings: [
    {
      when: 'count(margins) < 6',
      says: 'The cohort has been there for fewer than six periods: it is little to go by.',
    },
  ],
  examples: [
    {
      given: { margins: [400, 400, 410, 420], survivors: [100, 90, 82, 76], discount: 0.01 },
      answer: 1395.8235505934674,
      about: 'Four months, 1 % a month: the first margins count in full',
    },
    {
      given: { margins: [400, 400], survivors: [100, 110], discount: 0.01 },
      answer: '#NUM!',
      about: 'A cohort does not grow',
    },
  ],
  sources: [
    {
      label: 'MASB: common language in marketing',
      url: 'https://www.brandylane360.com/2021/09/common-language-in-marketing/',
    },
  ],
  keywords: ['cohort LTV', 'survival', 'retention curve'],
  noSql: 'the cells of a range have an order, the rows of a table have none',
})
