import { childrenOf, type FunctionName, namesIn, type Tree } from '../../formula/tree'
import { type Dialect, render, symbols } from '../render'
import type { Measured } from './measured'
import { countOf, extreme, type Listed, median, percentile } from './ranked'
import { noTwin } from './source'
import { type Condition, factor } from './written'

/** What was measured of rows, by the name that the metric's formula has for it. */
export type Ranges = ReadonlyMap<string, Measured>

/** How many rows count, or the sum of their values. */
export function total({ counts, value }: Measured): string {
  return value === undefined ? countOf(counts) : sumOf(counts, value.text)
}

function sumOf(counts: Condition, value: string): string {
  return value === '1' ? countOf(counts) : `SUMPRODUCT(${[...counts.factors, value].join('*')})`
}

/** What is computed of each row. */
const ofOneValue: readonly FunctionName[] = ['floor', 'ceil', 'abs', 'present']

/** An aggregate of the rows that were measured; undefined for what is of single values. */
export function aggregate(tree: Tree, ranges: Ranges, dialect: Dialect): string | undefined {
  if (tree.kind !== 'call' || ofOneValue.includes(tree.name)) return undefined
  // A choice between sums is one of single values.
  if (!aggregates.includes(tree.name) && !isOverItems(tree, ranges)) return undefined
  const [list, second] = tree.args as [Tree, Tree?]
  const names = namesIn(list).filter(name => ranges.has(name))
  if (names.length === 0) return undefined
  const counts = countsOf(names, ranges)
  const listed = (): Listed => ({
    ...{ counts, value: items(list, ranges, dialect) },
    isAmount: names.some(name => ranges.get(name)?.isAmount),
  })
  switch (tree.name) {
    case 'count':
      return isCondition(list) ? sumOf(counts, items(list, ranges, dialect)) : countOf(counts)
    case 'sum':
      return sumOf(
        isWithin(list, ranges) ? (ranges.get(names[0] as string) as Measured).anyTime : counts,
        items(list, ranges, dialect),
      )
    case 'mean':
      return `(${sumOf(counts, items(list, ranges, dialect))}/${countOf(counts)})`
    case 'median':
      return median(listed())
    case 'percentile':
      return percentile(listed(), render(second as Tree, dialect))
    case 'max':
      return extreme(listed(), 'max')
    case 'min':
      return extreme(listed(), 'min')
    default:
      throw noTwin(`${tree.name} of the rows of a table takes more than built-in functions`)
  }
}

/** Whether a product is 0 in every row that is not in the period. */
function isWithin(tree: Tree, ranges: Ranges): boolean {
  if (tree.kind === 'name') return ranges.get(tree.name)?.value?.isWithin === true
  if (tree.kind !== 'binary') return false
  if (tree.operator === '/') return isWithin(tree.left, ranges)
  return tree.operator === '*' && (isWithin(tree.left, ranges) || isWithin(tree.right, ranges))
}

/** Ranges of one formula are of the same rows. */
function countsOf(names: readonly string[], ranges: Ranges): Condition {
  const all = names.map(name => (ranges.get(name) as Measured).counts)
  const [first] = all as [Condition]
  if (all.some(other => factor(other) !== factor(first)))
    throw noTwin('columns of different rows stand side by side')
  return first
}

function isCondition(tree: Tree): boolean {
  return tree.kind === 'not' || (tree.kind === 'binary' && !['+', '-', '*', '/', '^'].includes(tree.operator))
}

const aggregates: readonly FunctionName[] = [
  'sum',
  'count',
  'mean',
  'median',
  'percentile',
  'product',
  'min',
  'max',
]

export function isOverItems(tree: Tree, ranges: Ranges): boolean {
  if (tree.kind === 'name') return ranges.has(tree.name)
  if (tree.kind === 'call' && aggregates.includes(tree.name)) return false
  return childrenOf(tree).some(part => isOverItems(part, ranges))
}

/** The name whose rows a formula counts, be it as a sum of ones. */
export function countedBy(tree: Tree, ranges: Ranges, dialect: Dialect): string | undefined {
  if (tree.kind === 'name') return tree.name
  if (tree.kind !== 'call' || tree.name !== 'sum') return undefined
  const [list] = tree.args as [Tree]
  const isOfOnes = isOverItems(list, ranges) && items(list, ranges, dialect) === '1'
  return isOfOnes ? namesIn(list).find(name => ranges.has(name)) : undefined
}

/** Whether a condition holds for any of the rows that count. */
export function anyItem(tree: Tree, ranges: Ranges, dialect: Dialect): string {
  const names = namesIn(tree).filter(name => ranges.has(name))
  return `${sumOf(countsOf(names, ranges), items(tree, ranges, dialect))}>0`
}

/** What is computed row by row; nothing is divided by 0 where a row does not count. */
function items(tree: Tree, ranges: Ranges, dialect: Dialect): string {
  const infix = symbols('')
  const comparison = (symbol: '=' | '<>' | '<' | '<=' | '>' | '>=') => (left: string, right: string) =>
    `(${infix[symbol](left, right)})`
  const positive = [...ranges.values()].flatMap(({ value }) => (value?.isPositive ? [value.text] : []))
  const rowwise: Dialect = {
    ...dialect,
    name: name => {
      const own = ranges.get(name)
      return own ? (own.value?.text ?? '1') : dialect.name(name)
    },
    not: operand => `(1-${operand})`,
    operators: {
      ...infix,
      '/': (left, right) =>
        right === '1'
          ? left
          : /^\d/.test(right) || positive.includes(right)
            ? `${left}/${right}`
            : `${left}/(${right}+(${right}=0))`,
      '=': comparison('='),
      '<>': comparison('<>'),
      '<': comparison('<'),
      '<=': comparison('<='),
      '>': comparison('>'),
      '>=': comparison('>='),
      and: (left, right) => `(${left}*${right})`,
      or: (left, right) => `(${left}+${right}>0)`,
    },
    special: part => (part === tree ? undefined : aggregate(part, ranges, dialect)),
  }
  const text = render(tree, rowwise)
  return tree.kind === 'binary' && (tree.operator === '+' || tree.operator === '-') ? `(${text})` : text
}
