import { metric } from '../metric'

export const customerProfit = metric({
  name: 'CUSTOMER_PROFIT',
  title: 'Profit of customers to date',
  category: 'customers',
  indicator: 'lagging',
  better: 'higher',
  about:
    'Gross profit so far of the customers whose first deal was won in the period: of all their deals, whenever they ' +
    'were won, less refunds. A customer is an account.',
  questions: ['What is a customer worth?'],
  parameters: {
    amounts: {
      rangeOf: 'money',
      about: 'Amounts of all deals won so far of these customers',
      measured: { from: 'deals', rows: 'of_customers_won', value: 'amount' },
    },
    delivery_costs: {
      rangeOf: 'money',
      about: 'What delivering each cost, by margin.basis',
      alongside: 'amounts',
      measured: { from: 'deals', rows: 'of_customers_won', value: 'delivery_cost' },
    },
    refunds: {
      rangeOf: 'money',
      about: 'Refunds on these deals so far',
      measured: { from: 'deals', rows: 'of_customers_won and refunded_by_now', value: 'refund' },
    },
  },
  formula: 'sum(amounts) - sum(delivery_costs) - sum(refunds)',
  unit: 'money',
  errors: [],
  examples: [],
  sources: [
    {
      label: 'MASB: common language in marketing',
      url: 'https://www.brandylane360.com/2021/09/common-language-in-marketing/',
    },
  ],
  keywords: ['customer cohort', 'value to date', 'historic LTV'],
  onTablesOnly: true,
})
