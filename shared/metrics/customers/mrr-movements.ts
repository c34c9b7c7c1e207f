import type { Cell } from '../../values'
import type { Metric } from '../metric'
import { answersTo } from '../on-tables/answer'
import { tableFunction } from '../on-tables/table-function'
import { mrr } from './mrr'
import { churnedMrr, contractionMrr, expansionMrr, newMrr, reactivationMrr } from './recurring-movements'
import { startingMrr } from './starting-mrr'

const movements: Readonly<Record<string, Metric>> = {
  start: startingMrr,
  new: newMrr,
  expansion: expansionMrr,
  reactivation: reactivationMrr,
  contraction: contractionMrr,
  churn: churnedMrr,
  end: mrr,
}

/** A row {movement, money per month} each; start + new + expansion + reactivation - contraction - churn = end. */
export const mrrMovements = tableFunction({
  name: 'MRR_MOVEMENTS',
  title: 'Movements of recurring revenue',
  category: 'customers',
  indicator: 'lagging',
  better: 'neither',
  about:
    'How monthly recurring revenue went from the start of a period to its end: what new customers, expansion and ' +
    'returned customers added, and what contraction and churn took. Each customer moves once.',
  questions: ['Do customers stay?', 'Can we afford to grow?'],
  keywords: ['MRR bridge', 'MRR waterfall', 'net new MRR', 'recurring revenue roll-forward'],
  sources: [
    { label: 'Movements of recurring revenue', url: 'https://retentionlens.com/saas-metrics/mrr' },
    { label: 'Calculator of recurring revenue', url: 'https://mowt.pages.dev/tools/mrr-calculator' },
  ],
  tables: ['subscriptions'],
  period: 'required',
  parameters: {},
  columns: ['movement', 'money per month'],
  compute: question => {
    const wanted = Object.values(movements).map(metric => ({ metric, basis: undefined, overrides: {} }))
    const answers = answersTo(question, wanted)
    return Object.keys(movements).map((name, index): Cell[] => [name, answers.at(index, 0, 0).value])
  },
})
