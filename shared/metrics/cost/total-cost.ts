import { metric } from '../metric'
import { componentSets, spreadCost } from './spread-cost'

export const totalCost = metric({
  name: 'TOTAL_COST',
  title: 'Total cost',
  category: 'cost',
  indicator: 'lagging',
  better: 'lower',
  about:
    'What a set of cost components cost in the period: the whole marketing investment, unless another set is named. ' +
    'An amount counts on the days that it is for, else spread over the month of its date. Credits reduce it.',
  questions: ['What did we really spend?'],
  parameters: {
    ...spreadCost(['amounts', 'days_inside', 'span_days'], 'in_component_set'),
    component_set: {
      about: 'A set of the definitions, without “cost.”; or components, joined by commas',
      choices: componentSets,
      default: 'marketing_investment',
      term: 'asked.component_set',
      callOnly: true,
      orSet: 'cost.',
    },
  },
  formula: 'sum(amounts * days_inside / span_days)',
  unit: 'money',
  errors: [],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section B: component sets' }],
  keywords: ['marketing investment', 'marketing cost', 'cost of sales', 'spend', 'budget'],
  onTablesOnly: true,
})
