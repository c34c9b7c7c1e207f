import { metric } from '../metric'

const won = 'won_later'

export const avgGrossProfitPerWin = metric({
  name: 'AVG_GROSS_PROFIT_PER_WIN',
  title: 'Average gross profit per win',
  category: 'revenue',
  indicator: 'lagging',
  better: 'higher',
  about:
    'What a deal won of the net leads issued in the period leaves on average, after the cost of delivery and refunds. ' +
    'A deal that several leads share counts for each by its share.',
  questions: ['What do we earn on what we sell?', 'What are our leads worth?'],
  parameters: {
    amounts: {
      rangeOf: 'money',
      about: 'Amounts of the deals won so far',
      measured: { from: 'credits', rows: won, at: 'cohort_at', value: 'amount' },
    },
    delivery_costs: {
      rangeOf: 'money',
      about: 'What the delivery of each cost',
      alongside: 'amounts',
      measured: { from: 'credits', rows: won, at: 'cohort_at', value: 'delivery_cost' },
    },
    shares: {
      rangeOf: 'number',
      about: 'Among how many leads each is shared',
      alongside: 'amounts',
      measured: { from: 'credits', rows: won, at: 'cohort_at', value: 'credit_shares' },
    },
    refunds: {
      rangeOf: 'money',
      about: 'Refunds on these deals so far',
      measured: { from: 'credits', rows: `${won} and refunded_by_now`, at: 'cohort_at', value: 'refund' },
    },
    refund_shares: {
      rangeOf: 'number',
      about: 'Among how many leads each refund is shared',
      alongside: 'refunds',
      measured: {
        from: 'credits',
        rows: `${won} and refunded_by_now`,
        at: 'cohort_at',
        value: 'credit_shares',
      },
    },
  },
  formula:
    '(sum(amounts / shares) - sum(delivery_costs / shares) - sum(refunds / refund_shares)) / sum(1 / shares)',
  unit: 'money',
  spoken:
    'amounts less delivery costs, by shares, and less refunds by refund shares, divided by the number of deals',
  errors: [
    {
      when: 'count(amounts) = 0',
      error: '#DIV/0!',
      reason: 'no deal of these leads has been won so far: there is no win to take the average of',
    },
  ],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section F: per cohort win' }],
  keywords: ['profit per deal', 'gross profit per win', 'value of a win'],
  onTablesOnly: true,
})
