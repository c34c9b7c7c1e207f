import { type CellError, cellError, isCellError } from '../values'
import { callFunction } from './functions'
import { type Arithmetic, arithmeticOf, type Quantity, undecided } from './quantity'
import type { BinaryTree, Comparison, Tree } from './tree'

/** What a name in a formula may stand for: a number, a choice, or the numbers of a range with its blanks left out. */
export type Input = number | string | boolean | readonly number[]
export type Inputs = Readonly<Record<string, Input>>

/** What a part of a formula is while it is computed. */
export type Value = Quantity | string | boolean | readonly number[] | readonly boolean[]

/**
 * Digits to carry. 34 decide nearly every rounding; the rare rest is computed again with twice as many. Where even
 * 1,088 do not tell a result from a tie between two doubles, it is that tie.
 */
const digitsToCarry = [34, 68, 136, 272, 544, 1088]
const arithmetics = new Map<number, Arithmetic>()

/**
 * Computes a formula in decimal and rounds once, to the nearest double. Never NaN, infinite or -0: what has no
 * such value is an error with its reason.
 */
export function evaluate(tree: Tree, inputs: Inputs): number | CellError {
  const answer = decided(tree, inputs, (value, { nearestDouble }) => nearestDouble(number(value)))
  if (typeof answer !== 'number' || Number.isFinite(answer)) return answer
  return cellError(
    '#NUM!',
    'the result is larger than a spreadsheet can hold: check the units of the arguments',
  )
}

/**
 * Whether a condition holds. Of a condition over a range, the index of the first number for which it does
 * (counting blanks out), else false.
 */
export function holds(tree: Tree, inputs: Inputs): boolean | number | CellError {
  return decided(tree, inputs, value => {
    if (!Array.isArray(value)) return value === true
    const first = value.indexOf(true)
    return first < 0 ? false : first
  })
}

function decided<Answer>(
  tree: Tree,
  inputs: Inputs,
  answerOf: (value: Value, arithmetic: Arithmetic) => Answer,
): Answer | CellError {
  for (const digits of digitsToCarry) {
    const arithmetic = arithmeticWith(digits)
    try {
      return answerOf(resolve(tree, inputs, arithmetic), arithmetic)
    } catch (thrown) {
      if (isCellError(thrown)) return thrown
      if (thrown !== undecided) throw thrown
    }
  }
  return cellError('#NUM!', 'the result cannot be told apart from its neighbours')
}

function arithmeticWith(digits: number): Arithmetic {
  const known = arithmetics.get(digits)
  if (known) return known
  const arithmetic = arithmeticOf(digits, digits === digitsToCarry[digitsToCarry.length - 1])
  arithmetics.set(digits, arithmetic)
  return arithmetic
}

export function isQuantity(value: Value): value is Quantity {
  return typeof value === 'object' && 'value' in value
}

function resolve(tree: Tree, inputs: Inputs, arithmetic: Arithmetic): Value {
  switch (tree.kind) {
    case 'number':
      return arithmetic.literal(tree.text)
    case 'text':
      return tree.text
    case 'name': {
      const input = inputs[tree.name]
      if (input === undefined) throw cellError('#VALUE!', `${tree.name} is missing`)
      return typeof input === 'number' ? arithmetic.from(input) : input
    }
    case 'not':
      return negated(resolve(tree.operand, inputs, arithmetic))
    case 'call':
      return callFunction(tree, part => resolve(part, inputs, arithmetic), arithmetic)
    case 'binary':
      return binary(tree, inputs, arithmetic)
  }
}

function binary(tree: BinaryTree, inputs: Inputs, arithmetic: Arithmetic): Value {
  const left = resolve(tree.left, inputs, arithmetic)
  switch (tree.operator) {
    case 'and':
    case 'or':
      return either(tree.operator, left, () => resolve(tree.right, inputs, arithmetic))
    case 'in':
      throw cellError('#VALUE!', '“in” is for rules over the rows of a table')
  }
  const right = resolve(tree.right, inputs, arithmetic)
  switch (tree.operator) {
    case '+':
      return arithmetic.add(number(left), number(right))
    case '-':
      return arithmetic.subtract(number(left), number(right))
    case '*':
      return arithmetic.multiply(number(left), number(right))
    case '/':
      return quotient(number(left), number(right), arithmetic)
    case '^':
      return power(number(left), number(right), arithmetic)
    default:
      return comparison(tree.operator, left, right, arithmetic)
  }
}

function number(value: Value): Quantity {
  if (isQuantity(value)) return value
  throw cellError('#VALUE!', 'the formula computes with something that is not a single number')
}

function quotient(left: Quantity, right: Quantity, arithmetic: Arithmetic): Quantity {
  if (arithmetic.compare(right, arithmetic.literal('0')) === 0) {
    throw cellError('#DIV/0!', 'the formula divides by 0')
  }
  return arithmetic.divide(left, right)
}

function power(base: Quantity, exponent: Quantity, arithmetic: Arithmetic): Quantity {
  const zero = arithmetic.literal('0')
  const sign = arithmetic.compare(base, zero)
  if (sign > 0) return arithmetic.power(base, exponent)
  if (sign < 0) throw cellError('#NUM!', 'a power of a number below 0 has no real value')
  const raised = arithmetic.compare(exponent, zero)
  if (raised < 0) throw cellError('#DIV/0!', 'a negative power of 0 divides by 0')
  return raised === 0 ? arithmetic.literal('1') : zero
}

const satisfied: Record<Comparison, (sign: number) => boolean> = {
  '=': sign => sign === 0,
  '<>': sign => sign !== 0,
  '<': sign => sign < 0,
  '<=': sign => sign <= 0,
  '>': sign => sign > 0,
  '>=': sign => sign >= 0,
}

function comparison(operator: Comparison, left: Value, right: Value, arithmetic: Arithmetic): Value {
  const test = satisfied[operator]
  if (isNumbers(left)) {
    if (isNumbers(right)) return left.map((item, index) => test(item - (right[index] as number)))
    const bound = number(right)
    const double = bound.value.toNumber()
    if (bound.error === Number.NEGATIVE_INFINITY && bound.value.eq(double)) {
      return left.map(item => test(item < double ? -1 : item > double ? 1 : 0))
    }
    return left.map(item => test(arithmetic.compare(arithmetic.from(item), bound)))
  }
  if (isQuantity(left) && isQuantity(right)) return test(arithmetic.compare(left, right))
  if (operator === '=' || operator === '<>') return test(left === right ? 0 : 1)
  throw cellError('#VALUE!', 'the formula compares things that have no order')
}

function isNumbers(value: Value): value is readonly number[] {
  return Array.isArray(value) && typeof value[0] !== 'boolean'
}

function either(operator: 'and' | 'or', left: Value, right: () => Value): Value {
  if (typeof left === 'boolean') return left === (operator === 'or') ? left : right()
  const other = right()
  if (!Array.isArray(left) || !Array.isArray(other))
    throw cellError('#VALUE!', `“${operator}” needs conditions`)
  return left.map((item, index) => (operator === 'or' ? item || other[index] : item && other[index]))
}

function negated(value: Value): Value {
  if (typeof value === 'boolean') return !value
  if (Array.isArray(value)) return value.map(item => !item)
  throw cellError('#VALUE!', '“not” needs a condition')
}
