import { metric } from '../metric'

const rows = 'recurring and present(customer_start)'

export const cohortClv = metric({
  name: 'COHORT_CLV',
  title: 'Customer lifetime value of a cohort, from subscriptions',
  category: 'customers',
  indicator: 'lagging',
  better: 'higher',
  about:
    'Present value of the margins that customers who began in the period have left so far, for each of them: month by ' +
    'month what they paid, from those who were still there. It holds no forecast.',
  questions: ['What is a customer worth?', 'Do customers stay?'],
  parameters: {
    amounts: {
      rangeOf: 'money',
      about: 'Amounts of all their recurring subscriptions',
      measured: { from: 'subscriptions', rows, at: 'customer_start', value: 'amount' },
    },
    months: {
      rangeOf: 'months',
      about: 'How many months each amount is for',
      alongside: 'amounts',
      measured: { from: 'subscriptions', rows, at: 'customer_start', value: 'months' },
    },
    ages: {
      rangeOf: 'months',
      about: 'How many months its customer had been one when each started',
      alongside: 'amounts',
      measured: { from: 'subscriptions', rows, at: 'customer_start', value: 'months_before' },
    },
    lived: {
      rangeOf: 'months',
      about: 'How many months each has run so far, a month counting from its first day',
      alongside: 'amounts',
      measured: { from: 'subscriptions', rows, at: 'customer_start', value: 'months_lived' },
    },
    customers: {
      unit: 'customers',
      about: 'All who began in the period',
      measured: { from: 'subscriptions', rows, at: 'customer_start', distinct: 'customer_id' },
    },
    margin: {
      unit: 'fraction',
      about: 'Share of what they pay that is left after delivery cost; 1 gives value on revenue',
      optional: true,
      term: 'margin.default_rate',
    },
    discount: {
      unit: 'fraction',
      about: 'Discount rate of a year',
      default: 0.1,
      term: 'clv.discount_rate_annual',
    },
  },
  formula: 'sum(amounts / months * lived) * margin / customers',
  unit: 'money per customer',
  variants: [
    {
      when: 'discount <> 0',
      formula:
        'sum(amounts / months * (1 / (1 + discount)) ^ (ages / 12) * (1 - (1 / (1 + discount)) ^ (lived / 12))) / (1 - (1 / (1 + discount)) ^ (1 / 12)) * margin / customers',
      about:
        'With a discount: each month is worth a twelfth of a year less than the one before, the first all of it',
      units: { months: 'number', ages: 'number', lived: 'number' },
    },
  ],
  errors: [
    {
      when: 'not present(margin)',
      error: '#N/A',
      reason:
        'SUBSCRIPTIONS hold no delivery cost: set margin.default_rate, or give the margin; 1 gives value on revenue',
    },
    { when: 'margin > 1', error: '#NUM!', reason: 'margin is {margin}: write 80 % as 0.8 or 80%' },
    { when: 'discount <= -1', error: '#NUM!', reason: 'discount is {discount}: it must be above -1' },
    {
      when: 'customers = 0',
      error: '#DIV/0!',
      reason: 'customers is 0: nobody began in the period, so there is no customer to share the value',
    },
  ],
  warnings: [
    {
      when: 'count(lived) > 0 and max(ages + lived) < 6',
      says: 'The customers have been there for fewer than six months: it is little to go by.',
    },
  ],
  examples: [],
  sources: [
    {
      label: 'MASB: common language in marketing',
      url: 'https://www.brandylane360.com/2021/09/common-language-in-marketing/',
    },
  ],
  keywords: ['cohort LTV', 'LTV by cohort', 'customer lifetime value', 'retention curve', 'survival'],
  onTablesOnly: true,
})
