import {
  compare,
  type DoubleDouble,
  fromDecimal,
  minus,
  nearestDouble,
  over,
  plus,
  times,
  unknown,
} from './double-double'
import { quantile, yearsBetween } from './double-double-functions'
import { power } from './double-double-power'
import type { Input } from './evaluate'
import type { BinaryTree, Operator, Tree } from './tree'

/** What a name stands for: a range is `unknown` here, and what was left out undefined. */
export type Known = DoubleDouble | string | undefined
type Knowns = readonly Known[]

/** Gives the double nearest to the true value, or undefined where only decimals can tell, an error with its reason included. */
export type Compiled = (inputs: Knowns) => number | undefined
/** Whether a condition holds; undefined where only decimals can tell. */
export type CompiledCondition = (inputs: Knowns) => boolean | undefined

type Compute = (inputs: Knowns) => DoubleDouble

/**
 * Compiles a formula to functions over double-doubles, for the many calls that those decide. The names are those of
 * the inputs, in their order.
 */
export function compile(tree: Tree, names: readonly string[]): Compiled {
  const compute = numberOf(tree, names)
  return inputs => nearestDouble(compute(inputs))
}

export function known(input: Input | undefined): Known {
  if (typeof input === 'number') return fromDecimal(input)
  return typeof input === 'string' || input === undefined ? input : unknown
}

function numberOf(tree: Tree, names: readonly string[]): Compute {
  switch (tree.kind) {
    case 'number': {
      const number = literal(tree.text)
      return () => number
    }
    case 'name': {
      const place = placeOf(tree, names)
      return inputs => {
        const input = inputs[place]
        return typeof input === 'object' ? input : unknown
      }
    }
    case 'binary':
      return calculation(tree, names)
    case 'call':
      return callOf(tree.name, tree.args, names)
    default:
      return () => unknown
  }
}

/** A place where nothing stands, for what is no name. */
function placeOf(tree: Tree | undefined, names: readonly string[]): number {
  return tree?.kind === 'name' ? names.indexOf(tree.name) : -1
}

/** Up to 15 digits are what their double prints as. */
function literal(text: string): DoubleDouble {
  return text.replace(/\D/g, '').length <= 15 ? fromDecimal(Number(text)) : unknown
}

const calculations: Partial<Record<Operator, (a: DoubleDouble, b: DoubleDouble) => DoubleDouble>> = {
  '+': plus,
  '-': minus,
  '*': times,
  '/': over,
  '^': power,
}

function calculation({ operator, left, right }: BinaryTree, names: readonly string[]): Compute {
  const calculate = calculations[operator]
  if (!calculate) return () => unknown
  const [a, b] = [numberOf(left, names), numberOf(right, names)]
  return inputs => calculate(a(inputs), b(inputs))
}

/** Only what takes single numbers; all else is left to decimals. */
function callOf(name: string, args: readonly Tree[], names: readonly string[]): Compute {
  if (name === 'if') {
    const [condition, yes, no] = args as [Tree, Tree, Tree]
    const [holds, whenTrue, whenFalse] = [
      compileCondition(condition, names),
      numberOf(yes, names),
      numberOf(no, names),
    ]
    return inputs => {
      const truth = holds(inputs)
      return truth === undefined ? unknown : truth ? whenTrue(inputs) : whenFalse(inputs)
    }
  }
  if (name === 'years_between') {
    const [start, end] = args.slice(0, 2).map(part => numberOf(part, names)) as [Compute, Compute]
    const dayCount = textOf(args[2], names)
    return inputs => yearsBetween(start(inputs), end(inputs), dayCount(inputs))
  }
  if (name === 'normal_quantile') {
    const share = numberOf(args[0] as Tree, names)
    return inputs => quantile(share(inputs))
  }
  const wanted = name === 'min' ? -1 : name === 'max' ? 1 : undefined
  if (wanted === undefined) return () => unknown
  const parts = args.map(part => numberOf(part, names))
  return inputs =>
    parts
      .map(part => part(inputs))
      .reduce((best, next) => {
        const sign = compare(next, best)
        return sign === undefined ? unknown : sign === wanted ? next : best
      })
}

function textOf(tree: Tree | undefined, names: readonly string[]): (inputs: Knowns) => Known {
  if (tree?.kind === 'text') return () => tree.text
  const place = placeOf(tree, names)
  return inputs => inputs[place]
}

export function compileCondition(tree: Tree, names: readonly string[]): CompiledCondition {
  if (tree.kind === 'not') {
    const operand = compileCondition(tree.operand, names)
    return inputs => {
      const truth = operand(inputs)
      return truth === undefined ? undefined : !truth
    }
  }
  if (tree.kind === 'call' && tree.name === 'present') {
    const place = placeOf(tree.args[0], names)
    return inputs => inputs[place] !== undefined
  }
  if (tree.kind !== 'binary') return () => undefined
  const { operator, left, right } = tree
  if (operator === 'and' || operator === 'or') {
    const [first, second] = [compileCondition(left, names), compileCondition(right, names)]
    const decisive = operator === 'or'
    return inputs => {
      const truth = first(inputs)
      return truth === !decisive ? second(inputs) : truth
    }
  }
  if (right.kind === 'text') return choice(tree, right.text, names)
  return comparison(tree, names)
}

/** `name = "text"`, or `<>`. */
function choice({ operator, left }: BinaryTree, text: string, names: readonly string[]): CompiledCondition {
  const place = placeOf(left, names)
  return inputs => {
    const input = inputs[place]
    if (typeof input !== 'string') return undefined
    return operator === '=' ? input === text : operator === '<>' ? input !== text : undefined
  }
}

const satisfying: Partial<Record<Operator, readonly number[]>> = {
  '=': [0],
  '<>': [-1, 1],
  '<': [-1],
  '<=': [-1, 0],
  '>': [1],
  '>=': [0, 1],
}

function comparison({ operator, left, right }: BinaryTree, names: readonly string[]): CompiledCondition {
  const signs = satisfying[operator]
  if (!signs) return () => undefined
  const [a, b] = [numberOf(left, names), numberOf(right, names)]
  return inputs => {
    const sign = compare(a(inputs), b(inputs))
    return sign === undefined ? undefined : signs.includes(sign)
  }
}
