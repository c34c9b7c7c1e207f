import type { Tree } from '../../formula/tree'
import { treeOf } from '../../formula/trees'
import { metricsByName } from '../by-name'
import type { Metric } from '../metric'
import { isAdditive } from './dependencies'

/** Whether the values of two halves of a period, or of a team, make that of the whole, as those of a rate do not. */
export function addsUp(metric: Metric): boolean {
  const formulas = [metric.formula, ...(metric.variants ?? []).map(({ formula }) => formula)]
  return isAdditive(metric) && formulas.every(formula => isSum(treeOf(formula), metric))
}

function isSum(tree: Tree, metric: Metric): boolean {
  if (tree.kind === 'call') return tree.name === 'sum' || tree.name === 'count'
  if (tree.kind === 'binary') {
    return ['+', '-'].includes(tree.operator) && isSum(tree.left, metric) && isSum(tree.right, metric)
  }
  if (tree.kind !== 'name') return false
  const parameter = metric.parameters[tree.name]
  const measured = parameter && 'measured' in parameter ? parameter.measured : undefined
  if (!measured || 'from' in measured) return measured !== undefined
  return addsUp(metricsByName.get(measured.metric) as Metric)
}
