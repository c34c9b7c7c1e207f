import { metric } from '../metric'
import { componentSets, spreadCost } from './spread-cost'

export const costCoverage = metric({
  name: 'COST_COVERAGE',
  title: 'Cost coverage',
  category: 'cost',
  indicator: 'neither',
  better: 'higher',
  about:
    'The share of a cost that some of its components make up: what those see who count, say, ad spend alone.',
  questions: ['What did we really spend?'],
  parameters: {
    ...spreadCost(['seen_amounts', 'seen_days', 'seen_span'], 'in_seen_components'),
    ...spreadCost(['amounts', 'days_inside', 'span_days'], 'in_component_set'),
    seen_components: {
      about: 'What is seen: components, joined by commas, or a set of the definitions',
      text: true,
      default: 'ad_spend',
      term: 'asked.seen_components',
      callOnly: true,
    },
    full_set: {
      about: 'What there is to be seen: a set of the definitions, without “cost.”; or components',
      choices: componentSets,
      default: 'marketing_investment',
      term: 'asked.component_set',
      callOnly: true,
      orSet: 'cost.',
    },
  },
  formula: 'sum(seen_amounts * seen_days / seen_span) / sum(amounts * days_inside / span_days)',
  unit: 'fraction',
  errors: [
    {
      when: 'count(amounts) = 0',
      error: '#DIV/0!',
      reason: 'the full set cost nothing in the period: there is nothing to see a share of',
    },
  ],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section B: the full cost base' }],
  keywords: ['visible cost', 'ad spend share', 'cost completeness', 'hidden cost'],
  onTablesOnly: true,
})
