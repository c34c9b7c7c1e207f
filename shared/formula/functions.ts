import { cellError } from '../values'
import { isQuantity, type Value } from './evaluate'
import type { Arithmetic, Quantity } from './quantity'
import { exactSum } from './sum'
import type { CallTree, FunctionName, Tree } from './tree'

type Compute = (call: CallTree, resolve: (tree: Tree) => Value, arithmetic: Arithmetic) => Value

/** What each function of the language computes over numbers; those for the rows of tables are in `rules.ts`. */
const computes: Partial<Record<FunctionName, Compute>> = {
  if: ({ args: [condition, yes, no] }, resolve) =>
    resolve(condition as Tree) === true ? resolve(yes as Tree) : resolve(no as Tree),
  min: (call, resolve, arithmetic) => extreme(call, resolve, arithmetic, -1),
  max: (call, resolve, arithmetic) => extreme(call, resolve, arithmetic, 1),
  count: (call, resolve, arithmetic) => arithmetic.from(counted(items(call, resolve))),
  sum: (call, resolve, arithmetic) => arithmetic.parse(exactSum(numbers(call, resolve))),
  mean: (call, resolve, arithmetic) => {
    const list = someOf(call, resolve)
    return arithmetic.divide(arithmetic.parse(exactSum(list)), arithmetic.from(list.length))
  },
  median: (call, resolve, arithmetic) => middle(someOf(call, resolve), arithmetic),
  floor: (call, resolve, _arithmetic) => {
    const value = resolve(call.args[0] as Tree)
    if (!isQuantity(value)) return numbers(call, resolve).map(Math.floor)
    return { value: value.value.floor(), error: value.error === Number.NEGATIVE_INFINITY ? value.error : 0 }
  },
}

export function callFunction(call: CallTree, resolve: (tree: Tree) => Value, arithmetic: Arithmetic): Value {
  const compute = computes[call.name]
  if (!compute) throw cellError('#VALUE!', `${call.name} is for rules over the rows of a table`)
  return compute(call, resolve, arithmetic)
}

function extreme(
  { args }: CallTree,
  resolve: (tree: Tree) => Value,
  { compare }: Arithmetic,
  sign: -1 | 1,
): Value {
  const quantities = args.map(resolve).filter(isQuantity)
  return quantities.reduce((best, next) => (compare(next, best) === sign ? next : best))
}

function items({ args, name }: CallTree, resolve: (tree: Tree) => Value): readonly (number | boolean)[] {
  const value = resolve(args[0] as Tree)
  if (Array.isArray(value)) return value
  throw cellError('#VALUE!', `${name} needs a range`)
}

function numbers(call: CallTree, resolve: (tree: Tree) => Value): readonly number[] {
  return items(call, resolve).filter(item => typeof item === 'number')
}

/** A statistic of nothing is not 0: there is none. */
function someOf(call: CallTree, resolve: (tree: Tree) => Value): readonly number[] {
  const list = numbers(call, resolve)
  if (list.length === 0) throw cellError('#N/A', `there is nothing to take the ${call.name} of`)
  return list
}

function counted(list: readonly (number | boolean)[]): number {
  return typeof list[0] === 'boolean' ? list.filter(item => item).length : list.length
}

function middle(list: readonly number[], { from, add, divide, literal }: Arithmetic): Quantity {
  const sorted = Float64Array.from(list).sort()
  const half = sorted.length >> 1
  const upper = from(sorted[half] as number)
  if (sorted.length % 2 === 1) return upper
  return divide(add(from(sorted[half - 1] as number), upper), literal('2'))
}
