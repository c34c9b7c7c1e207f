import { childrenOf, type FunctionName, namesIn, type Tree } from '../../formula/tree'
import { type Dialect, render, symbols } from '../render'
import type { Measured } from './measured'
import { noTwin } from './source'
import { type Condition, factor } from './written'

/** What was measured of rows, by the name that the metric's formula has for it. */
export type Ranges = ReadonlyMap<string, Measured>

/** How many rows count, or the sum of their values. */
export function total({ counts, value }: Measured): string {
  return value === undefined ? countOf(counts) : sumOf(counts, value.text)
}

function countOf({ factors }: Condition): string {
  return factors.length === 1 ? `SUMPRODUCT(1*${factors[0]})` : `SUMPRODUCT(${factors.join('*') || '0'})`
}

function sumOf(counts: Condition, value: string): string {
  return value === '1' ? countOf(counts) : `SUMPRODUCT(${[...counts.factors, value].join('*')})`
}

/** An aggregate of the rows that were measured; undefined for what is of single values. */
export function aggregate(tree: Tree, ranges: Ranges, dialect: Dialect): string | undefined {
  if (tree.kind !== 'call') return undefined
  const [list, second] = tree.args as [Tree, Tree?]
  const names = namesIn(list).filter(name => ranges.has(name))
  if (names.length === 0) return undefined
  const counts = countsOf(names, ranges)
  switch (tree.name) {
    case 'count':
      return isCondition(list) ? sumOf(counts, items(list, ranges, dialect)) : countOf(counts)
    case 'sum':
      return sumOf(counts, items(list, ranges, dialect))
    case 'mean':
      return `(${sumOf(counts, items(list, ranges, dialect))}/${countOf(counts)})`
    case 'median':
      return percentile(items(list, ranges, dialect), counts, '0.5')
    case 'percentile':
      return percentile(items(list, ranges, dialect), counts, render(second as Tree, dialect))
    case 'max':
      return ranked(items(list, ranges, dialect), counts, countOf(counts))
    case 'min':
      return ranked(items(list, ranges, dialect), counts, '1')
    default:
      throw noTwin(`${tree.name} of the rows of a table takes more than built-in functions`)
  }
}

/** More than any amount, day or length: what does not count stands behind all that does. */
const beyond = '1E+99'

/** The so-manieth smallest of the values that count. */
function ranked(value: string, counts: Condition, place: string): string {
  const holds = factor(counts)
  return `SUMPRODUCT(SMALL(${holds}*${value}+(1-${holds})*${beyond},${place}))`
}

/** The value below which a share of the values lies, between two of them in proportion, as PERCENTILE.INC. */
function percentile(value: string, counts: Condition, share: string): string {
  const count = countOf(counts)
  const at = (place: string): string => ranked(value, counts, place)
  if (share === '0.5') return `((${at(`INT((${count}+1)/2)`)}+${at(`INT((${count}+2)/2)`)})/2)`
  const place = `((${count}-1)*${share}+1)`
  const low = at(`INT(${place})`)
  return `(${low}+MOD(${place},1)*(${at(`MIN(INT(${place})+1,${count})`)}-${low}))`
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
  const rowwise: Dialect = {
    ...dialect,
    name: name => {
      const own = ranges.get(name)
      return own ? (own.value?.text ?? '1') : dialect.name(name)
    },
    not: operand => `(1-${operand})`,
    operators: {
      ...infix,
      '/': (left, right) => (/^\d/.test(right) ? `${left}/${right}` : `${left}/(${right}+(${right}=0))`),
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
