import { metric } from '../metric'

export const cohortReturn = metric({
  name: 'COHORT_RETURN',
  title: 'Return of a cohort',
  category: 'return',
  indicator: 'lagging',
  better: 'higher',
  about:
    'Gross profit of the deals won that came of the net leads issued in the period: those closed within the window ' +
    'after their lead was issued, less refunds, as far as is known on as_of. The definitions may count revenue or ' +
    'contribution instead.',
  questions: ['Is marketing working?', 'What did the leads of a quarter bring?'],
  parameters: {
    amounts: {
      rangeOf: 'money',
      about: 'Amounts of the deals won',
      measured: { from: 'credits', rows: 'cohort_won', at: 'cohort_at', value: 'amount' },
    },
    delivery_costs: {
      rangeOf: 'money',
      about: 'What delivering each cost; nothing where revenue is counted',
      alongside: 'amounts',
      measured: { from: 'credits', rows: 'cohort_won', at: 'cohort_at', value: 'delivery_cost' },
    },
    shares: {
      rangeOf: 'number',
      about: 'Among how many leads each is shared',
      alongside: 'amounts',
      measured: { from: 'credits', rows: 'cohort_won', at: 'cohort_at', value: 'credit_shares' },
    },
    refunds: {
      rangeOf: 'money',
      about: 'Refunds on them, by as_of',
      measured: {
        from: 'credits',
        rows: 'cohort_won and refunded_by_now',
        at: 'cohort_at',
        value: 'refund',
      },
    },
    refund_shares: {
      rangeOf: 'number',
      about: 'Among how many leads each of these deals is shared',
      alongside: 'refunds',
      measured: {
        from: 'credits',
        rows: 'cohort_won and refunded_by_now',
        at: 'cohort_at',
        value: 'credit_shares',
      },
    },
  },
  formula: 'sum((amounts - delivery_costs) / shares) - sum(refunds / refund_shares)',
  unit: 'money',
  errors: [],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section A: cohorts of net leads' }],
  keywords: ['cohort gross profit', 'gross profit generated', 'cohort revenue'],
  onTablesOnly: true,
})
