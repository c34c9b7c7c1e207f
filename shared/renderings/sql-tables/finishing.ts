import type { TermValue } from '../../definitions/term'
import { simplify, truthOf } from '../../formula/simplify'
import { childrenOf, namesIn, type Tree } from '../../formula/tree'
import { treeOf } from '../../formula/trees'
import { metricsByName } from '../../metrics/by-name'
import type { DomainRule, Measure, Metric } from '../../metrics/metric'
import { settledInputs } from '../../metrics/on-tables/inputs'
import { beyondTotals, isOfNumbers, measuredBy, type RowTotal, rowTotal } from './row-total'

/** A number that a database adds up: how many rows, the sum of their values, or of what is worked out in each row. */
export interface Total {
  readonly name: string
  /** Whose rows; of several values of a row, the measure of the first. */
  readonly measure: Measure
  readonly of: 'n' | 'sum' | RowTotal
}

/** A metric worked out of totals and of metrics before it; a rule that holds leaves it without a value. */
export interface Finish {
  readonly name: string
  readonly rules: readonly (Pick<DomainRule, 'error' | 'reason'> & { readonly when: Tree })[]
  readonly variants: readonly { readonly when: Tree; readonly formula: Tree }[]
  readonly formula: Tree
  /** The metrics among its arguments. */
  readonly arguments: readonly string[]
  /** The columns that hold its arguments, by their names; and the arguments that are settled before. */
  readonly named: Readonly<Record<string, string>>
  readonly settled: Readonly<Record<string, number | string>>
}

/** How a metric is made of totals. */
export interface Finishing {
  readonly totals: readonly Total[]
  /** Those that others need come before them; the metric itself is the last. */
  readonly finishes: readonly Finish[]
}

type Terms = Readonly<Record<string, TermValue>>

/**
 * How a database can make a metric of totals, under the terms of a period.
 * @returns undefined where it takes more than totals, such as a median or a value for each rep
 */
export function finishingOf(metric: Metric, terms: Terms): Finishing | undefined {
  const totals = new Map<string, Total>()
  const finishes: Finish[] = []
  try {
    finish(metric, '', 'value', { terms, totals, finishes })
  } catch (error) {
    if (error === beyondTotals) return undefined
    throw error
  }
  return { totals: [...totals.values()], finishes }
}

interface Collected {
  readonly terms: Terms
  readonly totals: Map<string, Total>
  readonly finishes: Finish[]
}

function finish(metric: Metric, prefix: string, name: string, collected: Collected): void {
  const settled = settledInputs(metric, collected.terms)
  const leftOut = Object.entries(metric.parameters).flatMap(([own, parameter]) =>
    settled[own] === undefined && !measuredBy(parameter) ? [own] : [],
  )
  const before = new Set<string>()
  const inner = (tree: Tree): Tree => overTotals(tree, metric, prefix, collected, before)
  const settle = (formula: string): Tree => simplify(treeOf(formula), settled, leftOut)
  const conditions = metric.errors.map(rule => ({ ...rule, when: settle(rule.when) }))
  // Where a rule is broken whatever the rows are, all that follows may lack what it speaks of.
  const broken = conditions.findIndex(({ when }) => truthOf(when) === true)
  const rules = (broken < 0 ? conditions : conditions.slice(0, broken + 1))
    .filter(({ when }) => truthOf(when) !== false)
    .map(({ when, error, reason }) => ({ when: inner(anyRow(when, metric)), error, reason }))
  const possible = (metric.variants ?? [])
    .map(({ when, formula }) => ({ when: settle(when), formula }))
    .filter(({ when }) => truthOf(when) !== false)
  const decided = possible.findIndex(({ when }) => truthOf(when) === true)
  const open = broken >= 0 ? [] : decided < 0 ? possible : possible.slice(0, decided)
  const variants = open.map(({ when, formula }) => ({ when: inner(when), formula: inner(settle(formula)) }))
  const formula = broken >= 0 ? nothing : inner(settle(possible[decided]?.formula ?? metric.formula))
  const columns = [...collected.totals.keys(), ...before]
  const named = Object.keys(metric.parameters).flatMap(own =>
    columns.includes(prefix + own) ? [[own, prefix + own]] : [],
  )
  collected.finishes.push({
    ...{ name, rules, variants, formula, settled },
    ...{ arguments: [...before], named: Object.fromEntries(named) },
  })
}

/** A formula in which every name is that of a total or of a metric that was finished before. */
function overTotals(
  tree: Tree,
  metric: Metric,
  prefix: string,
  collected: Collected,
  before: Set<string>,
): Tree {
  const inner = (part: Tree): Tree => overTotals(part, metric, prefix, collected, before)
  const total = (name: string, measure: Measure, of: Total['of']): Tree => {
    collected.totals.set(name, { name, measure, of })
    return { kind: 'name', name }
  }
  const ofRows = (each: Tree): Tree => {
    const made = rowTotal(each, metric)
    const known = [...collected.totals.values()].find(
      ({ of }) => typeof of === 'object' && of.key === made.key,
    )
    const [measure] = Object.values(made.values) as [Measure]
    return total(known?.name ?? `total_${collected.totals.size}`, measure, made)
  }
  switch (tree.kind) {
    case 'number':
      return tree
    case 'not':
      return { ...tree, operand: inner(tree.operand) }
    case 'binary':
      return { ...tree, left: inner(tree.left), right: inner(tree.right) }
    case 'name': {
      const measured = measuredBy(metric.parameters[tree.name])
      const name = prefix + tree.name
      if (!measured || 'by' in measured || isRange(metric, tree.name)) throw beyondTotals
      if ('from' in measured) return total(name, measured, measured.value === undefined ? 'n' : 'sum')
      if (!collected.finishes.some(one => one.name === name))
        finish(metricsByName.get(measured.metric) as Metric, `${name}__`, name, collected)
      before.add(name)
      return { kind: 'name', name }
    }
    case 'call': {
      const [first] = tree.args as [Tree]
      const whole = first.kind === 'name' ? measuredBy(metric.parameters[first.name]) : undefined
      if (whole && 'from' in whole && isRange(metric, namesIn(first)[0] as string)) {
        const name = prefix + namesIn(first)[0]
        const count = (): Tree => total(`${name}_n`, whole, 'n')
        if (tree.name === 'count') return count()
        if (tree.name === 'sum') return total(name, whole, 'sum')
        if (tree.name === 'mean') return divided(total(name, whole, 'sum'), count())
      }
      if (tree.name === 'sum' || tree.name === 'count') return ofRows(first)
      if (tree.name === 'mean') {
        const [name, measure] = Object.entries(rowTotal(first, metric).values)[0] as [string, Measure]
        return divided(ofRows(first), total(`${prefix}${name}_n`, measure, 'n'))
      }
      if (!isOfNumbers(tree)) throw beyondTotals
      return { ...tree, args: tree.args.map(inner) }
    }
    default:
      throw beyondTotals
  }
}

const nothing: Tree = { kind: 'number', text: '0' }

function divided(left: Tree, right: Tree): Tree {
  return { kind: 'binary', operator: '/', left, right }
}

/** A condition over the values of rows holds where it holds in any of them. */
function anyRow(condition: Tree, metric: Metric): Tree {
  if (!speaksOfRows(condition, metric)) return condition
  const many: Tree = { kind: 'call', name: 'count', args: [condition] }
  return { kind: 'binary', operator: '>', left: many, right: nothing }
}

function speaksOfRows(tree: Tree, metric: Metric): boolean {
  if (tree.kind === 'name') return isRange(metric, tree.name)
  if (tree.kind === 'call' && ['sum', 'count', 'mean'].includes(tree.name)) return false
  return childrenOf(tree).some(part => speaksOfRows(part, metric))
}

function isRange({ parameters }: Metric, name: string): boolean {
  return 'rangeOf' in (parameters[name] ?? {})
}
