import { evaluate } from '../formula/evaluate'
import { type Constants, simplify, truthOf } from '../formula/simplify'
import type { Tree } from '../formula/tree'
import { treeOf } from '../formula/trees'
import { isOptional, type Metric, withDefaults } from '../metrics/metric'
import { type Dialect, infix, render, symbols, usualLevels } from './render'
import { fiscalPeriod, periodEnd, periodStart } from './sql-calendar'

const { '^': _power, ...levels } = usualLevels

const sql: Dialect = {
  number: text => text,
  text: text => `'${text.replace(/'/g, "''")}'`,
  name: name => `"${name}"`,
  not: operand => `not (${operand})`,
  operators: {
    ...symbols(' '),
    and: infix(' and '),
    or: infix(' or '),
    '^': (left, right) => `power(${left}, ${right})`,
  },
  levels,
  calls: {
    if: (condition, yes, no) => `case when ${condition} then ${yes} else ${no} end`,
    min: (...args) => (args.length === 1 ? `min(${args[0]})` : `least(${args.join(', ')})`),
    max: (...args) => (args.length === 1 ? `max(${args[0]})` : `greatest(${args.join(', ')})`),
    sum: list => `sum(${list})`,
    count: list => `count(${list})`,
    mean: list => `avg(${list})`,
    median: list => `median(${list})`,
    product: list => `product(${list})`,
    largest: (list, many) => `(list(${list} order by ${list} desc))[1:${many}]`,
    floor: value => `floor(${value})`,
    ceil: value => `ceil(round(${value}, 9))`,
    abs: value => `abs(${value})`,
    period_start: periodStart,
    period_end: periodEnd,
    fiscal_period: fiscalPeriod,
  },
  special: tree => {
    if (tree.kind !== 'call') return undefined
    const [first] = tree.args as [Tree]
    // A database has no such function; of a number that is known, the value can be written.
    if (tree.name === 'normal_quantile') {
      const value = evaluate(tree, {})
      return typeof value === 'number' ? String(value) : 'null'
    }
    if (tree.name === 'sum' && first.kind === 'call' && first.name === 'largest')
      return `list_sum(${render(first, sql)})`
    return tree.name === 'count' && first.kind === 'binary'
      ? `count(case when ${render(first, sql)} then 1 end)`
      : undefined
  },
}

/**
 * The metric as a SQL expression over columns named as its parameters; null where the metric gives an error.
 * A range parameter is a column whose rows are aggregated. `given` fixes parameters to values. Optional ones that
 * neither it nor `columns` names have their defaults, or are left out.
 */
export function sqlExpression(
  metric: Metric,
  given: Readonly<Record<string, number | string>> = {},
  columns: readonly string[] = [],
): string {
  const settled = Object.entries(withDefaults(metric, given)).filter(([name]) => !columns.includes(name))
  const constants = Object.fromEntries(settled) as Constants
  const ranges = Object.keys(metric.parameters).filter(name => 'rangeOf' in (metric.parameters[name] ?? {}))
  const optional = Object.entries(metric.parameters).filter(([, parameter]) => isOptional(parameter))
  const leftOut = optional
    .map(([name]) => name)
    .filter(name => constants[name] === undefined && !columns.includes(name))
  const condition = (when: string): Tree => simplify(treeOf(when), constants, leftOut)
  const written = (formula: string): string => render(simplify(treeOf(formula), constants, leftOut), sql)
  const branches = [
    ...metric.errors.map(({ when }) => ({ when: condition(when), gives: 'null' })),
    ...(metric.variants ?? []).map(({ when, formula }) => ({
      when: condition(when),
      gives: written(formula),
    })),
  ]
  const possible = branches.filter(({ when }) => truthOf(when) !== false)
  const decided = possible.findIndex(({ when }) => truthOf(when) === true)
  const open = decided < 0 ? possible : possible.slice(0, decided)
  const otherwise = decided < 0 ? written(metric.formula) : (possible[decided]?.gives ?? 'null')
  if (open.length === 0) return otherwise
  const cases = open.map(({ when, gives }) => `when ${overRows(when, ranges)} then ${gives}`)
  return `case ${cases.join(' ')} else ${otherwise} end`
}

/** A condition over a column holds when it holds in any row; one that counts is an aggregate already. */
function overRows(condition: Tree, ranges: readonly string[]): string {
  const written = render(condition, sql)
  const aggregated = /\b(count|sum|avg|median|min|max|product)\(/.test(written)
  return ranges.length > 0 && !aggregated ? `count(case when ${written} then 1 end) > 0` : written
}
