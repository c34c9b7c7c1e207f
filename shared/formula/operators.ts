import { cellError } from '../values'
import type { Arithmetic, Quantity } from './quantity'
import type { Comparison, Operator, Arithmetic as Symbols } from './tree'
import { isExact, isList, isQuantity, type List, mismatch, quantities, quantity, type Value } from './value'

/** Operators over single values; with a list on either side, item by item. */
export function operate(operator: Operator, left: Value, right: () => Value, arithmetic: Arithmetic): Value {
  switch (operator) {
    case 'and':
    case 'or':
      return connected(operator, left, right)
    case 'in':
      throw mismatch('“in” is for rules over the rows of a table')
    case '+':
    case '-':
    case '*':
    case '/':
    case '^':
      return calculated(operator, left, right(), arithmetic)
    default:
      return compared(operator, left, right(), arithmetic)
  }
}

const calculations: Record<Symbols, (left: Quantity, right: Quantity, arithmetic: Arithmetic) => Quantity> = {
  '+': (left, right, { add }) => add(left, right),
  '-': (left, right, { subtract }) => subtract(left, right),
  '*': (left, right, { multiply }) => multiply(left, right),
  '/': quotient,
  '^': power,
}

function calculated(operator: Symbols, left: Value, right: Value, arithmetic: Arithmetic): Value {
  const calculate = calculations[operator]
  if (!isList(left) && !isList(right)) return calculate(quantity(left), quantity(right), arithmetic)
  return itemByItem(left, right, arithmetic, (a, b) => calculate(a, b, arithmetic))
}

function itemByItem<Item>(
  left: Value,
  right: Value,
  arithmetic: Arithmetic,
  combine: (left: Quantity, right: Quantity) => Item,
): readonly Item[] {
  const [first, second] = [left, right].map(side =>
    isList(side) ? quantities(side, arithmetic) : quantity(side),
  )
  const length = isList(left) ? left.length : (right as List).length
  if (isList(left) && isList(right) && left.length !== right.length) {
    throw mismatch(`the ranges have ${left.length} and ${right.length} numbers: give ranges of one length`)
  }
  const at = (side: typeof first, index: number): Quantity =>
    (Array.isArray(side) ? side[index] : side) as Quantity
  return Array.from({ length }, (_, index) => combine(at(first, index), at(second, index)))
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
  if (sign < 0) {
    if (isExact(exponent) && exponent.value.eq(2)) return arithmetic.multiply(base, base)
    throw cellError('#NUM!', 'a power of a number below 0 has no real value')
  }
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

function compared(operator: Comparison, left: Value, right: Value, arithmetic: Arithmetic): Value {
  const test = satisfied[operator]
  if (isQuantity(left) && isQuantity(right)) return test(arithmetic.compare(left, right))
  if (isList(left) || isList(right)) {
    const bound = isQuantity(right) ? doubleOf(right) : undefined
    if (bound !== undefined && areNumbers(left)) return left.map(item => test(Math.sign(item - bound)))
    return itemByItem(left, right, arithmetic, (a, b) => test(arithmetic.compare(a, b)))
  }
  if (operator === '=' || operator === '<>') return test(left === right ? 0 : 1)
  throw mismatch('the formula compares things that have no order')
}

/** The double that prints as the quantity: against it, doubles compare as what they print do. */
function doubleOf(bound: Quantity): number | undefined {
  const double = bound.value.toNumber()
  return isExact(bound) && bound.value.eq(double) ? double : undefined
}

function areNumbers(value: Value): value is readonly number[] {
  return isList(value) && (value.length === 0 || typeof value[0] === 'number')
}

function connected(operator: 'and' | 'or', left: Value, right: () => Value): Value {
  if (typeof left === 'boolean') return left === (operator === 'or') ? left : right()
  const other = right()
  if (!isList(left) || !isList(other)) throw mismatch(`“${operator}” needs conditions`)
  const holds = (list: List, index: number): boolean => list[index] === true
  return left.map((_item: unknown, index: number) =>
    operator === 'or' ? holds(left, index) || holds(other, index) : holds(left, index) && holds(other, index),
  )
}

export function negated(value: Value): Value {
  if (typeof value === 'boolean') return !value
  if (isList(value)) return (value as readonly boolean[]).map(item => !item)
  throw mismatch('“not” needs a condition')
}
