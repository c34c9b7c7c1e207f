import { Decimal } from 'decimal.js'
import { arithmeticOf, type Quantity, undecided } from '../../shared/formula/quantity'
import { randomFrom } from '../support/hard-numbers'

const carried = 34
const {
  add,
  subtract,
  multiply,
  divide,
  power,
  total,
  compare,
  whole,
  nearestDouble,
  significant,
  from,
  parse,
} = arithmeticOf(carried, false)
const settling = arithmeticOf(carried, true)
const exactly = Number.NEGATIVE_INFINITY
const Wide = Decimal.clone({ precision: 80, toExpNeg: -1e4, toExpPos: 1e4 })

/** A number of which ten digits are known. */
function about(number: number | string, known = 10): Quantity {
  const value = new Wide(number)
  return { value: parse(value.toString()).value, error: value.e - known }
}

function ends({ value, error }: Quantity): Decimal[] {
  if (error === exactly) return [new Wide(value)]
  return [-1, 1].map(side => Wide.pow(10, error).times(side).plus(value))
}

function expectWithin({ value, error }: Quantity, truth: Decimal): void {
  const bound = error === exactly ? new Wide(0) : Wide.pow(10, error)
  expect([truth.toString(), Wide.sub(value, truth).abs().lte(bound)]).toEqual([truth.toString(), true])
}

test.each<[string, (a: Quantity, b: Quantity) => Quantity, (a: Decimal, b: Decimal) => Decimal]>([
  ['a sum', add, (a, b) => Wide.add(a, b)],
  ['a difference', subtract, (a, b) => Wide.sub(a, b)],
  ['a product', multiply, (a, b) => Wide.mul(a, b)],
  ['a quotient', divide, (a, b) => Wide.div(a, b)],
  ['a power', power, (a, b) => Wide.pow(a, b)],
])('%s is known by the one of its parts of which less is known', (_what, operation, truth) => {
  const random = randomFrom(31)
  const number = () => (1 + 9 * random()) * 10 ** Math.floor(random() * 2)
  for (let sample = 0; sample < 20; sample++) {
    const [a, b] = [number(), number()]
    for (const [left, right] of [
      [about(a), from(b)],
      [from(a), about(b)],
      [about(a), about(b, 12)],
      [about(a, 12), about(b)],
    ] as const) {
      const found = operation(left, right)
      for (const first of ends(left))
        for (const second of ends(right)) expectWithin(found, truth(first, second))
    }
  }
})

test('a power of a number with many digits before its point is known by the logarithm of it', () => {
  for (const base of ['1e200', '1e-200', '9e99']) {
    const [found, exponent] = [power(parse(base), about(0.3)), about(0.3)]
    for (const end of ends(exponent)) expectWithin(found, Wide.pow(base, end))
  }
})

test('a root is known as far as it is steep there', () => {
  for (const base of [about(2e-30), about(7), about(3e25)]) {
    const found = power(base, from(0.5))
    for (const end of ends(base)) expectWithin(found, end.sqrt())
    expect(found.value.e - found.error).toBeGreaterThan(7)
  }
})

test('what one part leaves open is all that a sum leaves open', () => {
  expect(add(about(1), from(2)).error).toBe(-10)
  expect(subtract(from(2), about(1)).error).toBe(-10)
  expect(add(about(1), about(1)).error).toBe(-9)
})

describe('the sum of many', () => {
  test('of exact numbers is exact, and of none 0', () => {
    expect(total([])).toEqual({ value: parse('0').value, error: exactly })
    const { value, error } = total([0.1, 0.2, -0.3, 5].map(from))
    expect([value.toString(), error]).toEqual(['5', exactly])
  })

  test('is known by its parts, and hardly less well', () => {
    expect(total([about(1)]).error).toBe(-10)
    expect(total([about(1), from(1), from(7)]).error).toBe(-10)
    expect(total(Array.from({ length: 10 }, () => about(1))).error).toBe(-9)
    expect(total(Array.from({ length: 11 }, () => about(1))).error).toBe(-8)
    expect(total([about(1), about(1000)]).error).toBe(-6)
    expect(total([about(1000), about(1)]).error).toBe(-6)
  })

  test('loses what does not fit into the digits that are carried', () => {
    const parts = ['1e20', '1e-20', '1e-21', '-1e20'].map(parse)
    const { value, error } = total(parts)
    expect(error).toBeGreaterThan(exactly)
    expect(new Wide('1.1e-20').minus(value).abs().lte(Wide.pow(10, error))).toBe(true)
    expect(total(['1e15', '1e-17'].map(parse)).error).toBe(exactly)
  })
})

test.each<[string, Quantity, string]>([
  [
    'a quotient of 17 digits by as many',
    divide(multiply(parse('12345678901234567'), parse('10000000000000001')), parse('10000000000000001')),
    '12345678901234567',
  ],
  [
    'a root of 17 digits',
    power(multiply(parse('98765432109876543'), parse('98765432109876543')), from(0.5)),
    '98765432109876543',
  ],
])('%s that can be is exact', (_what, { value, error }, text) => {
  expect([value.toString(), error]).toEqual([text, exactly])
})

test('a power of what is only about 1, or to about 1 or a half, is not exact', () => {
  expect(power(about(1), from(3)).error).toBeGreaterThan(-11)
  expect(power(from(7), about(1)).error).toBeGreaterThan(-11)
  expect(power(from(7), about(0.5)).error).toBeGreaterThan(-12)
})

test.each([
  ['1.001', '2', '1.002001'],
  ['1.05', '5000', new Wide('1.05').pow(5000).toString()],
  ['0.95', '5000', new Wide('0.95').pow(5000).toString()],
  ['10', '-400', '1e-400'],
  ['5', '500', new Wide(5).pow(500).toString()],
])('%s to the power of %s is within reach', (base, exponent, wanted) => {
  const found = power(parse(base), parse(exponent))
  expect(found.value.minus(wanted).abs().lte(new Wide(wanted).times('1e-25'))).toBe(true)
})

test.each([
  ['5e10', '38'],
  ['1.000000000000000000001', '1e300'],
])('%s to the power of %s is beyond all reach', (base, exponent) => {
  expect(power(parse(base), parse(exponent))).toEqual({ value: parse('1e400').value, error: 0 })
})

test('what may lie on either side is left open', () => {
  const open = (value: string, error = -9): Quantity => ({ value: parse(value).value, error })
  for (const wait of [
    () => compare(open('1e-9'), from(0)),
    () => compare(from(0), open('-1e-9')),
    () => whole(open('2.9999999995'), 'floor'),
    () => whole(open('3.0000000005'), 'ceil'),
    () => nearestDouble(open('9007199254740993.0000000005')),
    () => significant(open('2.5000000005'), 1),
  ]) {
    let thrown: unknown
    try {
      wait()
    } catch (reason) {
      thrown = reason
    }
    expect(thrown).toBe(undecided)
  }
  expect(compare(open('2e-8'), from(0))).toBe(1)
})

test('where no more digits are to come, as many are taken as are known', () => {
  const known = { value: parse('2.9999999995').value, error: -9 }
  expect(settling.whole(known, 'floor').value.toString()).toBe('3')
  expect(settling.compare({ value: parse('1e-9').value, error: -9 }, from(0))).toBe(0)
})
