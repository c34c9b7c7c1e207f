import { metric } from '../metric'
import { grossProfitParts } from './gross-profit-parts'

export const grossProfit = metric({
  name: 'GROSS_PROFIT',
  title: 'Gross profit',
  category: 'revenue',
  indicator: 'lagging',
  better: 'higher',
  about:
    'What the deals won in the period leave after the cost of delivering them and after refunds. The definitions may ' +
    'take off the cost of selling too, or nothing.',
  questions: ['What do we earn on what we sell?'],
  parameters: grossProfitParts,
  formula: 'sum(amounts) - sum(delivery_costs) - sum(refunds)',
  unit: 'money',
  errors: [],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section F' }],
  keywords: ['GP', 'margin', 'profit', 'contribution'],
  onTablesOnly: true,
})
