import { type Constants, simplify, truthOf } from '../formula/simplify'
import type { Tree } from '../formula/tree'
import { treeOf } from '../formula/trees'
import { type Metric, withDefaults } from '../metrics/metric'
import { type Dialect, infix, render, symbols, usualLevels } from './render'

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
    min: (...args) => `least(${args.join(', ')})`,
    max: (...args) => `greatest(${args.join(', ')})`,
    sum: list => `sum(${list})`,
    count: list => `count(${list})`,
    mean: list => `avg(${list})`,
    median: list => `median(${list})`,
    floor: value => `floor(${value})`,
  },
  special: tree => {
    const counted = tree.kind === 'call' && tree.name === 'count' ? (tree.args[0] as Tree) : undefined
    return counted?.kind === 'binary' ? `count(case when ${render(counted, sql)} then 1 end)` : undefined
  },
}

/**
 * The metric as a SQL expression over columns named as its parameters; null where the metric gives an error.
 * A range parameter is a column whose rows are aggregated. `given` fixes parameters to values; optional ones that
 * it does not name have their defaults.
 */
export function sqlExpression(metric: Metric, given: Readonly<Record<string, number | string>> = {}): string {
  const constants = withDefaults(metric, given) as Constants
  const ranges = Object.keys(metric.parameters).filter(name => 'rangeOf' in (metric.parameters[name] ?? {}))
  const condition = (when: string): Tree => simplify(treeOf(when), constants)
  const written = (formula: string): string => render(simplify(treeOf(formula), constants), sql)
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
  const aggregated = /\b(count|sum|avg|median)\(/.test(written)
  return ranges.length > 0 && !aggregated ? `count(case when ${written} then 1 end) > 0` : written
}
