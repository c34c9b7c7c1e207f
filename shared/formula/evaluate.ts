import { type CellError, cellError, isCellError } from '../values'
import { callFunction } from './functions'
import { negated, operate } from './operators'
import { type Arithmetic, arithmeticOf, undecided } from './quantity'
import { sumOfProducts } from './sum-of-products'
import type { Tree } from './tree'
import { isList, mismatch, quantity, type Value } from './value'

/** What a name in a formula may stand for: a number, a choice, or the numbers of a range with its blanks left out. */
export type Input = number | string | boolean | readonly number[]
export type Inputs = Readonly<Record<string, Input>>

/**
 * Digits to carry. 34 decide nearly every rounding; the rare rest is computed again with twice as many. Where even
 * 1,000 do not tell a result from a tie between two doubles, it is that tie. (Logarithms, which powers need, end at
 * 1,025.)
 */
const digitsToCarry = [34, 68, 136, 272, 544, 1000]
const arithmetics = new Map<number, Arithmetic>()

/**
 * Computes a formula in decimal and rounds once, to the nearest double; some formulas give a text. Never NaN,
 * infinite or -0: what has no such value is an error with its reason.
 */
export function evaluate(tree: Tree, inputs: Inputs): number | string | CellError {
  const answer = decided(tree, inputs, (value, { nearestDouble }) =>
    typeof value === 'string' ? value : nearestDouble(quantity(value)),
  )
  if (typeof answer !== 'number' || Number.isFinite(answer)) return answer
  return cellError(
    '#NUM!',
    'the result is larger than a spreadsheet can hold: check the units of the arguments',
  )
}

/** The same before it is rounded to a double: so many significant digits of the true value, as a text. */
export function evaluateDigits(tree: Tree, inputs: Inputs, digits: number): string | CellError {
  return decided(tree, inputs, (value, { significant }) => significant(quantity(value), digits))
}

/**
 * Whether a condition holds. Of a condition over a range, the index of the first number for which it does
 * (counting blanks out), else false.
 */
export function holds(tree: Tree, inputs: Inputs): boolean | number | CellError {
  return decided(tree, inputs, value => {
    if (!isList(value)) return value === true
    const first = (value as readonly unknown[]).indexOf(true)
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

function resolve(tree: Tree, inputs: Inputs, arithmetic: Arithmetic): Value {
  switch (tree.kind) {
    case 'number':
      return arithmetic.literal(tree.text)
    case 'text':
      return tree.text
    case 'name': {
      const input = inputs[tree.name]
      if (input === undefined) throw mismatch(`${tree.name} is missing`)
      return typeof input === 'number' ? arithmetic.from(input) : input
    }
    case 'not':
      return negated(resolve(tree.operand, inputs, arithmetic))
    case 'call':
      if (tree.name === 'present') return isGiven(tree.args[0] as Tree, inputs)
      if (tree.name === 'sum') {
        const sum = sumOfProducts(tree.args[0] as Tree, inputs, arithmetic)
        if (sum) return sum
      }
      return callFunction(tree, part => resolve(part, inputs, arithmetic), arithmetic)
    case 'binary': {
      const left = resolve(tree.left, inputs, arithmetic)
      return operate(tree.operator, left, () => resolve(tree.right, inputs, arithmetic), arithmetic)
    }
  }
}

/** Whether an optional argument was given. */
function isGiven(argument: Tree, inputs: Inputs): boolean {
  return argument.kind === 'name' && inputs[argument.name] !== undefined
}
