import { childrenOf, type FunctionName, namesIn, type Tree } from '../formula/tree'
import { type Dialect, render, symbols } from './render'

/** How a formula is written for one metric's cells and ranges. */
export interface Writing {
  readonly cells: ReadonlyMap<string, string>
  readonly ranges: readonly string[]
  /** The cells beside a range whose blanks leave out what stands in it. */
  readonly leftOutBy: (name: string) => readonly string[]
  readonly dialect: Dialect
}

const aggregates: Partial<Record<FunctionName, string>> = {
  sum: 'SUM',
  count: 'COUNT',
  mean: 'AVERAGE',
  median: 'MEDIAN',
  product: 'PRODUCT',
  min: 'MIN',
  max: 'MAX',
}

/**
 * A function over a range as the built-in of its name; over what is computed from ranges item by item, within
 * SUMPRODUCT, which makes every spreadsheet go through them.
 */
export function aggregate(tree: Tree, writing: Writing): string | undefined {
  const builtIn = tree.kind === 'call' ? aggregates[tree.name] : undefined
  if (tree.kind !== 'call' || !builtIn) return undefined
  const { ranges, leftOutBy, dialect } = writing
  const [list] = tree.args as [Tree]
  if (tree.args.length > 1 || !isOverItems(list, ranges)) {
    return `${builtIn}(${tree.args.map(part => render(part, dialect)).join(',')})`
  }
  if (list.kind === 'name') {
    const partners = tree.name === 'sum' ? leftOutBy(list.name) : []
    if (partners.length === 0) return `${builtIn}(${render(list, dialect)})`
    return `SUMPRODUCT(${partners.map(cells => `ISNUMBER(${cells})`).join('*')}*${render(list, dialect)})`
  }
  if (tree.name === 'count') return countIf(list, writing)
  if (tree.name === 'sum' && list.kind === 'call' && list.name === 'largest')
    return sumOfLargest(list.args, dialect)
  const items = itemsOf(list, writing)
  const leaving = [...new Set(namesIn(list).flatMap(leftOutBy))]
  const complete = leaving.map(cells => `ISNUMBER(${cells})`).join('*')
  if (tree.name === 'sum') {
    // A blank factor makes its product 0 by itself; what is divided by a blank is an error that no factor removes.
    const factors = factorsIn(list).map(name => writing.cells.get(name))
    if (leaving.every(cells => factors.includes(cells))) return `SUMPRODUCT(${items})`
    if (!divides(list)) return `SUMPRODUCT(${complete}*(${items}))`
  }
  const whole = leaving.length === 0 ? items : `IF(${complete},${items})`
  return tree.name === 'sum' ? `SUMPRODUCT(${whole})` : `SUMPRODUCT(${builtIn}(${whole}))`
}

/** The names that a product multiplies. */
function factorsIn(tree: Tree): readonly string[] {
  if (tree.kind === 'name') return [tree.name]
  if (tree.kind !== 'binary' || tree.operator !== '*') return []
  return [...factorsIn(tree.left), ...factorsIn(tree.right)]
}

function divides(tree: Tree): boolean {
  return (tree.kind === 'binary' && tree.operator === '/') || childrenOf(tree).some(divides)
}

/** Whether a part of a formula has a value for each item of a range. */
function isOverItems(tree: Tree, ranges: readonly string[]): boolean {
  if (tree.kind === 'name') return ranges.includes(tree.name)
  if (tree.kind === 'binary') return isOverItems(tree.left, ranges) || isOverItems(tree.right, ranges)
  if (tree.kind === 'not') return isOverItems(tree.operand, ranges)
  const single =
    tree.kind !== 'call' || aggregates[tree.name] || tree.name === 'first' || tree.name === 'last'
  return !single && tree.args.some(part => isOverItems(part, ranges))
}

/** The largest k, or all of fewer, without an array: those above the k-th, and as many of its equals as are wanted. */
function sumOfLargest([range, many]: readonly Tree[], dialect: Dialect): string {
  const [list, wanted] = [render(range as Tree, dialect), render(many as Tree, dialect)]
  if (wanted === '1') return `MAX(${list})`
  const k = `MIN(${wanted},COUNT(${list}))`
  const above = `">"&LARGE(${list},${k})`
  return `(SUMIF(${list},${above})+LARGE(${list},${k})*(${k}-COUNTIF(${list},${above})))`
}

/** `count(responses >= 9)` as COUNTIF, which skips blanks. */
function countIf(counted: Tree, writing: Writing): string {
  const { cells, ranges, dialect } = writing
  if (counted.kind === 'binary' && counted.left.kind === 'name' && !isOverItems(counted.right, ranges)) {
    const { left, right, operator } = counted
    const bound = render(right, dialect)
    const criterion = right.kind === 'number' ? `"${operator}${bound}"` : `"${operator}"&${bound}`
    return `COUNTIF(${cells.get(left.name)},${criterion})`
  }
  return countOfItems(counted, writing)
}

/** A condition; one over a range holds when it holds for any of its numbers. */
export function anyOf(condition: Tree, writing: Writing): string {
  if (condition.kind === 'binary' && (condition.operator === 'and' || condition.operator === 'or')) {
    const { left, right, operator } = condition
    const single = [left, right].filter(part => !isOverItems(part, writing.ranges))
    if (single.length > 0)
      return `${operator.toUpperCase()}(${anyOf(left, writing)},${anyOf(right, writing)})`
  }
  const overItems = isOverItems(condition, writing.ranges)
  return overItems ? `${countOfItems(condition, writing)}>0` : render(condition, writing.dialect)
}

/** How many numbers of the ranges meet a condition. */
function countOfItems(condition: Tree, writing: Writing): string {
  const items = namesIn(condition).filter(name => writing.ranges.includes(name))
  const numbers = items.map(name => `ISNUMBER(${writing.cells.get(name)})`).join('*')
  return `SUMPRODUCT(${numbers}*${itemsOf(condition, writing)})`
}

/** What is computed item by item; conditions on items are multiplied and added, not joined. */
function itemsOf(tree: Tree, { dialect, ...rest }: Writing): string {
  const comparison = (symbol: string) => (left: string, right: string) => `(${left}${symbol}${right})`
  const itemwise: Dialect = {
    ...dialect,
    not: operand => `(1-${operand})`,
    operators: {
      ...symbols(''),
      ...Object.fromEntries(['=', '<>', '<', '<=', '>', '>='].map(symbol => [symbol, comparison(symbol)])),
      and: (left, right) => `(${left}*${right})`,
      or: (left, right) => `(${left}+${right}>0)`,
    },
    special: part => aggregate(part, { ...rest, dialect }),
  }
  return render(tree, itemwise)
}
