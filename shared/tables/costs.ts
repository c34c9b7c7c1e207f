import type { Schema } from './schema'

export const costs: Schema = {
  name: 'costs',
  row: 'cost',
  columns: {
    date: { type: 'date', key: true, synonyms: ['Posting Date', 'Invoice Date', 'Booking Date', 'Month'] },
    component: {
      type: 'text',
      key: true,
      synonyms: ['Account name', 'Cost Component', 'Cost Type', 'Category'],
    },
    amount: { type: 'number', key: true, synonyms: ['Spend', 'Cost', 'Costs', 'Net Amount'] },
    function: { type: 'text', optional: true, synonyms: ['Department', 'Team'] },
    campaign: { type: 'text', synonyms: ['Campaign Name'] },
    rep: { type: 'text', synonyms: ['Sales Rep', 'Sales Agent', 'Owner'] },
    channel: { type: 'text', synonyms: ['Source', 'Medium'] },
    currency: { type: 'text', optional: true, synonyms: ['Currency Code'] },
    period_from: { type: 'date', synonyms: ['Service From'] },
    period_to: { type: 'date', synonyms: ['Service To'] },
    note: { type: 'text', synonyms: ['Description', 'Memo'] },
  },
  rules: {
    marketing_investment:
      'cost_component in cost.marketing_investment and (not present(function) or function = "marketing")',
  },
}
