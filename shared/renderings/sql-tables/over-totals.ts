import { type CallTree, childrenOf, type Tree } from '../../formula/tree'
import { metricsByName } from '../../metrics/by-name'
import type { Measure, Metric } from '../../metrics/metric'
import { beyondTotals, isOfNumbers, measuredBy, type RowTotal, rowTotal } from './row-total'

/** A number that a database adds up: how many rows, the sum of their values, or of what is worked out in each row. */
export interface Total {
  readonly name: string
  /** Whose rows; of several values of a row, the measure of the first. */
  readonly measure: Measure
  readonly of: 'n' | 'sum' | RowTotal
}

/** What the formulas of a metric are written over. */
export interface TotalsScope {
  readonly metric: Metric
  readonly prefix: string
  /** Those that are needed so far, by their names. */
  readonly totals: Map<string, Total>
  /** Sees to it that a metric that is an argument is finished under a name. */
  readonly finished: (metric: Metric, name: string) => void
}

export const zero: Tree = { kind: 'number', text: '0' }

/** A formula in which every name is that of a total or of a metric that was finished before. */
export function overTotals(tree: Tree, scope: TotalsScope): Tree {
  const inner = (part: Tree): Tree => overTotals(part, scope)
  switch (tree.kind) {
    case 'number':
      return tree
    case 'not':
      return { ...tree, operand: inner(tree.operand) }
    case 'binary':
      return { ...tree, left: inner(tree.left), right: inner(tree.right) }
    case 'name':
      return argument(tree.name, scope)
    case 'call':
      if (isAddingUp(tree)) return addedUp(tree, scope)
      if (!isOfNumbers(tree)) throw beyondTotals
      return { ...tree, args: tree.args.map(inner) }
    default:
      throw beyondTotals
  }
}

function argument(own: string, scope: TotalsScope): Tree {
  const measured = measuredBy(scope.metric.parameters[own])
  const name = scope.prefix + own
  if (!measured || 'by' in measured || isRange(scope.metric, own)) throw beyondTotals
  if ('from' in measured) return total(name, measured, measured.value === undefined ? 'n' : 'sum', scope)
  scope.finished(metricsByName.get(measured.metric) as Metric, name)
  return { kind: 'name', name }
}

function isAddingUp({ name }: CallTree): boolean {
  return ['sum', 'count', 'mean'].includes(name)
}

/** The sum, the number or the mean of a range, or of what a formula makes of the values of each row. */
function addedUp({ name, args }: CallTree, scope: TotalsScope): Tree {
  const [each] = args as [Tree]
  const range = each.kind === 'name' ? measuredBy(scope.metric.parameters[each.name]) : undefined
  if (each.kind === 'name' && range && 'from' in range) {
    const own = scope.prefix + each.name
    const many = (): Tree => total(`${own}_n`, range, 'n', scope)
    if (name === 'count') return many()
    const sum = total(own, range, 'sum', scope)
    return name === 'sum' ? sum : { kind: 'binary', operator: '/', left: sum, right: many() }
  }
  const made = rowTotal(each, scope.metric)
  const known = [...scope.totals.values()].find(({ of }) => typeof of === 'object' && of.key === made.key)
  const [[first, measure]] = Object.entries(made.values) as [[string, Measure]]
  const sum = total(known?.name ?? `total_${scope.totals.size}`, measure, made, scope)
  if (name !== 'mean') return sum
  const many = total(`${scope.prefix}${first}_n`, measure, 'n', scope)
  return { kind: 'binary', operator: '/', left: sum, right: many }
}

function total(name: string, measure: Measure, of: Total['of'], { totals }: TotalsScope): Tree {
  totals.set(name, { name, measure, of })
  return { kind: 'name', name }
}

/** A condition over the values of rows holds where it holds in any of them. */
export function anyRow(condition: Tree, metric: Metric): Tree {
  if (!speaksOfRows(condition, metric)) return condition
  const many: Tree = { kind: 'call', name: 'count', args: [condition] }
  return { kind: 'binary', operator: '>', left: many, right: zero }
}

function speaksOfRows(tree: Tree, metric: Metric): boolean {
  if (tree.kind === 'name') return isRange(metric, tree.name)
  if (tree.kind === 'call' && isAddingUp(tree)) return false
  return childrenOf(tree).some(part => speaksOfRows(part, metric))
}

function isRange({ parameters }: Metric, name: string): boolean {
  return 'rangeOf' in (parameters[name] ?? {})
}
