import { costRules } from './row-rules/costs'
import type { Schema } from './schema'

export const costs: Schema = {
  name: 'costs',
  row: 'cost',
  columns: {
    date: {
      type: 'date',
      key: true,
      synonyms: ['Posting Date', 'Invoice Date', 'Booking Date', 'Transaction Date', 'Month'],
    },
    component: {
      type: 'text',
      key: true,
      synonyms: ['Account name', 'Cost Component', 'Cost Type', 'Category'],
    },
    amount: { type: 'number', money: true, key: true, synonyms: ['Spend', 'Cost', 'Costs', 'Net Amount'] },
    function: {
      type: 'text',
      optional: true,
      synonyms: ['Department', 'Team', 'Cost Centre', 'Cost Center'],
    },
    campaign: { type: 'text', synonyms: ['Campaign Name', 'Campaign ID'] },
    rep: { type: 'text', synonyms: ['Sales Rep', 'Sales Agent', 'Owner'] },
    channel: { type: 'text', synonyms: ['Source', 'Medium'] },
    currency: { type: 'text', optional: true, synonyms: ['Currency Code', 'CurrencyIsoCode'] },
    /** What the cost was paid for; without them it belongs to its date. */
    period_from: { type: 'date', optional: true, synonyms: ['Service From', 'Period Start'] },
    period_to: { type: 'date', optional: true, synonyms: ['Service To', 'Period End'] },
    note: { type: 'text', synonyms: ['Description', 'Memo'] },
  },
  rules: costRules,
}
