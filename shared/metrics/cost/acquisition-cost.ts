import { metric } from '../metric'
import { spreadCost } from './spread-cost'

export const acquisitionCost = metric({
  name: 'ACQUISITION_COST',
  title: 'Acquisition cost',
  category: 'cost',
  indicator: 'lagging',
  better: 'lower',
  about:
    'All sales and marketing cost that the customers won in the period took: that of the period itself, or of one as ' +
    'many periods earlier as the money goes before the customers.',
  questions: ['What does a new customer cost us?'],
  parameters: spreadCost(['amounts', 'days_inside', 'span_days'], 'cac_cost', 'cac.lag_periods'),
  formula: 'sum(amounts * days_inside / span_days)',
  unit: 'money',
  errors: [],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section B: component sets' }],
  keywords: ['sales and marketing cost', 'fully loaded cost', 'lagged cost'],
  onTablesOnly: true,
})
