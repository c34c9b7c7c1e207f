import { type Constants, simplify } from '../formula/simplify'
import { functionArity, type Operator } from '../formula/tree'
import { treeOf } from '../formula/trees'
import { formulaFor } from '../metrics/compute'
import type { Metric } from '../metrics/metric'
import { isCellError } from '../values'
import { type Dialect, infix, render, symbols, usualLevels } from './render'

const spoken: Record<Operator, string> = {
  '+': ' plus ',
  '-': ' minus ',
  '*': ' times ',
  '/': ' divided by ',
  '^': ' to the power of ',
  '=': ' is ',
  '<>': ' is not ',
  '<': ' is below ',
  '<=': ' is at most ',
  '>': ' is above ',
  '>=': ' is at least ',
  and: ' and ',
  or: ' or ',
  in: ' is one of ',
}

const plainWords: Dialect = {
  number: text => text,
  text: text => `“${text}”`,
  name: name => name.replace(/_/g, ' '),
  not: operand => `not (${operand})`,
  operators: Object.fromEntries(
    Object.entries(spoken).map(([operator, word]) => [operator, infix(word)]),
  ) as Dialect['operators'],
  levels: usualLevels,
  calls: {
    if: (condition, yes, no) => `${yes} if ${condition}, else ${no}`,
    min: (...args) => `the smallest of ${args.join(', ')}`,
    max: (...args) => `the largest of ${args.join(', ')}`,
    sum: list => `the sum of ${list}`,
    count: list => `the number of ${list}`,
    mean: list => `the mean of ${list}`,
    median: list => `the median of ${list}`,
    floor: value => `the whole part of ${value}`,
  },
  special: tree => {
    const counted = tree.kind === 'call' && tree.name === 'count' ? tree.args[0] : undefined
    if (counted?.kind !== 'binary') return undefined
    const [left, right] = [counted.left, counted.right].map(part => render(part, plainWords))
    return `the number of ${left} that are${spoken[counted.operator].replace(/^ is/, '')}${right}`
  },
}

/** A formula as one would read it out: `(returns minus cost) divided by cost`. */
export function inWords(formula: string): string {
  return render(treeOf(formula), plainWords)
}

type Given = Metric['examples'][number]['given']

/** The calculation with its numbers put in: `(5000 - 1000) / 1000`. What was left out has its default. */
export function calculation(metric: Metric, given: Given): string {
  const inputs = withDefaults(metric, given)
  const formula = formulaFor(metric, inputs)
  if (isCellError(formula)) return formula.reason
  const leftOut = Object.fromEntries(Object.entries(inputs).filter(([name]) => given[name] === undefined))
  return render(simplify(treeOf(formula), leftOut as Constants), withNumbers(given))
}

function withNumbers(given: Given): Dialect {
  const call =
    (name: string) =>
    (...args: string[]) =>
      `${name}(${args.join(', ')})`
  return {
    number: text => text,
    text: text => `"${text}"`,
    name: name => {
      const value = given[name]
      if (Array.isArray(value)) return `{${value.join('; ')}}`
      return typeof value === 'number' && value < 0 ? `(${value})` : String(value)
    },
    not: operand => `not (${operand})`,
    operators: symbols(' '),
    levels: usualLevels,
    calls: Object.fromEntries(Object.keys(functionArity).map(name => [name, call(name)])),
  }
}

/** The arguments of a call with the defaults of those that were left out. */
export function withDefaults(metric: Metric, given: Given): Given {
  const defaults = Object.entries(metric.parameters).flatMap(([name, parameter]) =>
    'default' in parameter && parameter.default !== undefined ? [[name, parameter.default] as const] : [],
  )
  return { ...Object.fromEntries(defaults), ...given }
}
