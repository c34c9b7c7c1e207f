import { metric } from '../metric'
import { spreadCost } from './spread-cost'

export const costOfSales = metric({
  name: 'COST_OF_SALES',
  title: 'Cost of sales',
  category: 'cost',
  indicator: 'lagging',
  better: 'lower',
  about:
    'What selling cost in the period: salaries, commissions, training, tools, travel, and the marketing that is tied ' +
    'to a sale. It is TOTAL_COST of the set cost_of_sales.',
  questions: ['What did we really spend?', 'Does the sales team pay for itself?'],
  parameters: spreadCost(['amounts', 'days_inside', 'span_days'], 'cost_of_sales'),
  formula: 'sum(amounts * days_inside / span_days)',
  unit: 'money',
  errors: [],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section B: component sets' }],
  keywords: ['selling cost', 'sales expense'],
  onTablesOnly: true,
})
