import { metric } from '../metric'
import { grossProfitParts } from './gross-profit-parts'

export const profitMargin = metric({
  name: 'PROFIT_MARGIN',
  title: 'Profit margin',
  category: 'revenue',
  indicator: 'lagging',
  better: 'higher',
  about:
    'Share of the revenue of the period that is left as gross profit: all profit over all revenue. The plain mean of ' +
    'the margins of deals lets a small deal count as much as a large one.',
  questions: ['What do we earn on what we sell?'],
  parameters: {
    ...grossProfitParts,
    weighting: {
      about: 'How the margins of several deals become one',
      choices: {
        weighted: 'all gross profit over all revenue, after refunds',
        simple: 'the mean of the margins of the deals, before refunds',
      },
      default: 'weighted',
      term: 'margin.weighting',
      callOnly: true,
    },
  },
  formula: '(sum(amounts) - sum(delivery_costs) - sum(refunds)) / (sum(amounts) - sum(refunds))',
  unit: 'fraction',
  variants: [
    {
      when: 'weighting = "simple"',
      formula: 'mean((amounts - delivery_costs) / amounts)',
      about: 'With weighting “simple”: the mean of the margins of the deals',
    },
  ],
  errors: [
    {
      when: 'weighting = "simple" and count(amounts) = 0',
      error: '#DIV/0!',
      reason: 'no deal was won in the period: there is no margin to take the mean of',
    },
    {
      when: 'weighting = "simple" and amounts = 0',
      error: '#DIV/0!',
      reason: 'a deal was won for 0: its margin has no revenue to divide by; use weighting “weighted”',
    },
    {
      when: 'sum(amounts) = sum(refunds)',
      error: '#DIV/0!',
      reason: 'the revenue of the period is 0: there is nothing to take a margin of',
    },
    {
      when: 'sum(amounts) < sum(refunds)',
      error: '#NUM!',
      reason: 'refunds exceed what was sold: revenue below 0 has no margin',
    },
    {
      when: 'delivery_costs < 0',
      error: '#NUM!',
      reason: 'a delivery cost is {delivery_costs}: below 0 the margin would exceed 100 %',
    },
  ],
  examples: [],
  sources: [{ label: 'Catalogue of Plumbline, section F' }],
  keywords: ['gross margin', 'margin percent', 'profitability'],
  onTablesOnly: true,
})
