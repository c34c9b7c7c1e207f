import { Decimal } from 'decimal.js'
import { type Arithmetic, arithmeticOf, type Quantity, undecided } from '../../shared/formula/quantity'
import { hardNumbers, randomFrom } from '../support/hard-numbers'

const carried = 34
const arithmetic = arithmeticOf(carried, false)
const settling = arithmeticOf(carried, true)
const { add, subtract, multiply, divide, power, compare, whole, nearestDouble, significant, from, parse } =
  arithmetic
const exactly = Number.NEGATIVE_INFINITY

/** So many digits that what is lost here is nothing beside what is lost above. */
const Powers = Decimal.clone({ precision: 80, toExpNeg: -1e4, toExpPos: 1e4 })
const Wide = Decimal.clone({ precision: 1000, toExpNeg: -1e4, toExpPos: 1e4 })

type Operation = keyof Pick<Arithmetic, 'add' | 'subtract' | 'multiply' | 'divide'>
const trueResult: Readonly<Record<Operation, (a: Decimal, b: Decimal) => Decimal>> = {
  add: (a, b) => Wide.add(a, b),
  subtract: (a, b) => Wide.sub(a, b),
  multiply: (a, b) => Wide.mul(a, b),
  divide: (a, b) => Powers.div(a, b),
}

/** The farthest that a true value may lie from the middle, on either side. */
function ends({ value, error }: Quantity): Decimal[] {
  if (error === exactly) return [value]
  const bound = new Wide(10).pow(error)
  return [Wide.sub(value, bound), Wide.add(value, bound)]
}

function expectWithin(found: Quantity, truth: Decimal, context: unknown): void {
  const off = Wide.sub(found.value, truth).abs()
  const bound = found.error === exactly ? new Wide(0) : new Wide(10).pow(found.error)
  expect([context, off.lte(bound)]).toEqual([context, true])
}

/** An inexact number: a third of one that is known. */
function third(number: number): Quantity {
  return divide(from(number), from(3))
}

test('nearly all of the digits that are carried are known', () => {
  const random = randomFrom(12)
  for (let sample = 0; sample < 400; sample++) {
    const [a, b] = hardNumbers(2, random).map(number => Math.abs(number) || 1) as [number, number]
    for (const found of [add(third(a), third(b)), multiply(third(a), third(b)), divide(third(a), third(b))]) {
      expect(found.value.e - found.error).toBeGreaterThan(carried - 6)
    }
  }
})

test.each<[string, Quantity, string]>([
  ['a sum', add(from(0.1), from(0.2)), '0.3'],
  ['a sum of 33 digits', add(parse('1e15'), parse('1e-17')), '1000000000000000.00000000000000001'],
  ['a sum with 0', add(from(0), parse('123e-40')), '0.0000000000000000000000000000000000000123'],
  ['a sum with 0 behind', add(parse('123e40'), from(0)), '1230000000000000000000000000000000000000000'],
  ['a difference', subtract(from(0.3), from(0.1)), '0.2'],
  ['a product', multiply(from(0.1), from(0.2)), '0.02'],
  ['a product of 34 digits', multiply(parse('12345678901234567'), parse('10000000000000001')), ''],
  ['a product with 0', multiply(from(0), third(1)), '0'],
  ['a quotient', divide(from(1), from(8)), '0.125'],
  ['a quotient that is whole', divide(from(3.3), from(1.1)), '3'],
  ['1 to any power', power(from(1), third(1)), '1'],
  ['a power of 1', power(from(0.7), from(1)), '0.7'],
  ['a root', power(from(0.09), from(0.5)), '0.3'],
])('%s that can be is exact', (_what, { value, error }, text) => {
  expect(error).toBe(exactly)
  if (text !== '') expect(value.toString()).toBe(text)
})

test.each<[string, Quantity]>([
  ['a sum of 35 digits', add(parse('1e17'), parse('1e-17'))],
  ['a product of 35 digits', multiply(parse('123456789012345678'), parse('10000000000000001'))],
  ['a third', third(1)],
  ['a third of an amount', divide(from(1), from(0.3))],
  ['a root of 2', power(from(2), from(0.5))],
  ['a third of a power', power(from(8), third(1))],
  ['a square by a power', power(from(3), from(2))],
])('%s is known to be rounded', (_what, { error }) => {
  expect(error).toBeGreaterThan(exactly)
})

test('powers are off by no more than is said, and hardly less is known than of their parts', () => {
  const random = randomFrom(13)
  for (let sample = 0; sample < 20; sample++) {
    const base = (1 + random()) * 2 ** Math.floor(random() * 40 - 20)
    const exponent = (random() - 0.5) * 2 ** Math.floor(random() * 6)
    for (const [low, high] of [
      [from(base), from(exponent)],
      [third(base), from(exponent)],
      [from(base), third(exponent)],
      [third(base), from(0.5)],
    ] as const) {
      const found = power(low, high)
      for (const first of ends(low)) {
        for (const second of ends(high))
          expectWithin(found, new Powers(first).pow(second), [base, exponent, sample])
      }
      expect(found.value.e - found.error).toBeGreaterThan(carried - 9)
    }
  }
})

test('powers far beyond doubles are told by their size alone', () => {
  expect(power(from(10), from(1e300))).toMatchObject({ error: 0 })
  expect(nearestDouble(power(from(10), from(401)))).toBe(Number.POSITIVE_INFINITY)
  expect(nearestDouble(power(from(10), from(-401)))).toBe(0)
  expect(nearestDouble(power(from(1.000001), from(1e300)))).toBe(Number.POSITIVE_INFINITY)
  expect(nearestDouble(power(from(0.999999), from(1e300)))).toBe(0)
  expect(nearestDouble(power(from(1e-300), from(1.02)))).toBe(1e-306)
})

const one = multiply(third(1), from(3))

test('numbers are compared as far as they are known', () => {
  expect([compare(from(1), from(2)), compare(from(2), from(1)), compare(from(2), from(2))]).toEqual([
    -1, 1, 0,
  ])
  expect([compare(third(1), third(2)), compare(third(2), third(1))]).toEqual([-1, 1])
  expect([compare(from(-1), third(1)), compare(third(1), from(-1))]).toEqual([-1, 1])
  expect(thrownBy(() => compare(from(1), one))).toBe(undecided)
  expect(settling.compare(one, from(1))).toBe(0)
})

test('rounding waits for more digits where those known leave a choice', () => {
  for (const wait of [
    () => compare(one, from(1)),
    () => whole(one, 'floor'),
    () => whole(one, 'ceil'),
    () => nearestDouble(multiply(one, parse('9007199254740993'))),
    () => significant(multiply(one, from(2.5)), 1),
  ]) {
    expect(thrownBy(wait)).toBe(undecided)
  }
})

function thrownBy(action: () => unknown): unknown {
  try {
    return action()
  } catch (thrown) {
    return thrown
  }
}

test('where none are to come, a choice is a tie', () => {
  expect(settling.whole(one, 'floor').value.toNumber()).toBe(1)
  expect(settling.whole(one, 'ceil').value.toNumber()).toBe(1)
  expect(settling.whole(third(4), 'floor').value.toNumber()).toBe(1)
  expect(settling.whole(third(4), 'ceil').value.toNumber()).toBe(2)
  expect(settling.nearestDouble(multiply(one, parse('9007199254740995')))).toBe(9007199254740996)
  expect(settling.significant(multiply(one, from(2.5)), 1)).toBe('3')
})

test('whole numbers below and above are exact', () => {
  expectWhole(whole(from(2.5), 'floor'), 2)
  expectWhole(whole(from(-2.5), 'ceil'), -2)
  expectWhole(whole(third(4), 'floor'), 1)
  expectWhole(whole(third(4), 'ceil'), 2)
})

function expectWhole({ value, error }: Quantity, number: number): void {
  expect([value.toNumber(), error]).toEqual([number, exactly])
}

test('the nearest double is never -0', () => {
  expect(nearestDouble(multiply(from(0), from(-1)))).toBe(0)
  expect(nearestDouble(divide(parse('-1e-400'), from(3)))).toBe(0)
  expect(settling.nearestDouble(divide(parse('-1e-400'), from(3)))).toBe(0)
})

test('significant digits are rounded half up', () => {
  expect(significant(from(2.5), 1)).toBe('3')
  expect(significant(from(-2.5), 1)).toBe('-3')
  expect(significant(third(2), 5)).toBe('0.66667')
})

const operations = ['add', 'subtract', 'multiply', 'divide'] as const

test.each(operations)('what is known of the result of %s holds whatever was lost before', operation => {
  const random = randomFrom(11)
  for (let sample = 0; sample < 400; sample++) {
    const [a, b] = hardNumbers(2, random) as [number, number]
    for (const [left, right] of [
      [from(a), from(b)],
      [third(a), from(b)],
      [from(a), third(b)],
      [third(a), third(b)],
    ] as const) {
      if (operation === 'divide' && right.value.isZero()) continue
      const found = arithmetic[operation](left, right)
      for (const first of ends(left)) {
        for (const second of ends(right)) {
          expectWithin(found, trueResult[operation](first, second), [a, b, sample])
        }
      }
    }
  }
})
