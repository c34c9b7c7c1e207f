import { Decimal } from 'decimal.js'
import {
  compare,
  type DoubleDouble,
  exactly,
  fromDecimal,
  minus,
  nearestDouble,
  over,
  plus,
  squareRoot,
  times,
} from '../../shared/formula/double-double'
import { quantile, yearsBetween } from '../../shared/formula/double-double-functions'
import { exponential, logarithm, power } from '../../shared/formula/double-double-power'
import { normalQuantile } from '../../shared/formula/normal-quantile'
import { arithmeticOf } from '../../shared/formula/quantity'
import { end, isKnown, isWithinItsError } from '../support/double-double'
import { type Fraction, fraction, isNearest } from '../support/fraction'
import { hardNumbers, randomFrom } from '../support/hard-numbers'

const samples = 200

test('a decimal of up to 17 digits is taken as it prints', () => {
  const random = randomFrom(1)
  let found = 0
  for (const number of hardNumbers(samples, random)) {
    const read = fromDecimal(number)
    if (!isKnown(read)) continue
    found++
    expect([number, read.high]).toEqual([number, number])
    expect([number, isWithinItsError(read, fraction(number))]).toEqual([number, true])
  }
  expect(found).toBeGreaterThan(samples * 0.7)
})

test.each<[string, (a: DoubleDouble, b: DoubleDouble) => DoubleDouble, keyof Fraction]>([
  ['plus', plus, 'plus'],
  ['minus', minus, 'minus'],
  ['times', times, 'times'],
  ['over', over, 'over'],
])('%s is off by no more than its error', (_name, operation, exactOperation) => {
  const random = randomFrom(2)
  let found = 0
  for (let sample = 0; sample < samples; sample++) {
    const [a, b, c] = hardNumbers(3, random).map(fromDecimal) as [DoubleDouble, DoubleDouble, DoubleDouble]
    // Sums and products of inputs have lower parts of any kind.
    for (const [left, right] of [
      [a, b],
      [minus(a, b), c],
      [c, times(a, b)],
    ] as const) {
      const result = operation(left, right)
      if (!isKnown(result)) continue
      found++
      const ends = (number: DoubleDouble) => [1, -1].map(side => end(number, side))
      for (const first of ends(left)) {
        for (const second of ends(right)) {
          const truth = (first[exactOperation] as (other: Fraction) => Fraction)(second)
          expect([left, right, isWithinItsError(result, truth)]).toEqual([left, right, true])
        }
      }
    }
  }
  expect(found).toBeGreaterThan(samples)
})

test('operations on whole numbers whose results are doubles are exact', () => {
  expect(minus(exactly(5), exactly(5))).toEqual(exactly(0))
  expect(times(exactly(0.5), exactly(12))).toEqual(exactly(6))
  expect(over(exactly(5000), exactly(1000))).toEqual(exactly(5))
  expect(over(exactly(1), exactly(3)).error).toBeGreaterThan(0)
  expect(isKnown(over(exactly(1), exactly(0)))).toBe(false)
  expect(power(exactly(1), fromDecimal(0.4))).toEqual(exactly(1))
})

test('what a bound leaves open is left open', () => {
  const tenth = fromDecimal(0.1)
  const nothing = minus(minus(fromDecimal(0.3), tenth), fromDecimal(0.2))
  expect(compare(plus(tenth, fromDecimal(0.2)), fromDecimal(0.3))).toBeUndefined()
  expect(nearestDouble(nothing)).toBeUndefined()
  expect(nearestDouble(plus(exactly(2 ** 53), { ...tenth, high: 1, low: 0, error: 1e-20 }))).toBeUndefined()
  expect(compare(exactly(1e16), plus(exactly(1e16), tenth))).toBe(-1)
  expect(nearestDouble(times(exactly(0), exactly(-1)))).toBe(0)
})

test('numbers whose products would overflow or underflow are left to decimals', () => {
  for (const far of [1e121, 1e-121, 1e300, 5e-324])
    expect(isKnown(times(exactly(far), exactly(1)))).toBe(false)
})

const Wide = Decimal.clone({ precision: 120, toExpNeg: -1e4, toExpPos: 1e4 })

/** A double-double is a whole number of 2^-1100ths, and decimals hold those exactly. */
function wide(double: number): Decimal {
  const { numerator, denominator } = fraction(double, 'binary')
  return new Wide(numerator.toString()).div(denominator.toString())
}

function expectWithin(number: DoubleDouble, truth: Decimal): void {
  expect(isKnown(number)).toBe(true)
  const off = wide(number.high).plus(wide(number.low)).minus(truth).abs()
  expect(off.lte(wide(number.error))).toBe(true)
  // And the error is small enough to decide nearly all roundings.
  expect(number.error).toBeLessThan(2 ** -80 * Math.max(1, Math.abs(number.high)))
}

test('logarithms, exponentials and powers are off by no more than their error', () => {
  const random = randomFrom(3)
  for (let sample = 0; sample < 300; sample++) {
    const base = (1 + random()) * 2 ** Math.floor(random() * 60 - 30)
    const exponent = (random() - 0.5) * 2 ** Math.floor(random() * 5)
    expectWithin(logarithm(exactly(base)), wide(base).ln())
    expectWithin(exponential(exactly(exponent)), wide(exponent).exp())
    expectWithin(power(exactly(base), exactly(exponent)), wide(base).pow(wide(exponent)))
    const nearOne = 1 + exponent * 2 ** -Math.floor(5 + random() * 45)
    expectWithin(power(exactly(nearOne), exactly(exponent)), wide(nearOne).pow(wide(exponent)))
  }
})

test('square roots are off by no more than their error', () => {
  const random = randomFrom(5)
  let found = 0
  for (const [index, number] of hardNumbers(300, random).entries()) {
    const square = index % 2 === 0 ? fromDecimal(number) : over(fromDecimal(number), exactly(3))
    const root = squareRoot(square)
    if (!isKnown(root)) continue
    found++
    for (const side of [1, -1]) {
      const truth = wide(square.high)
        .plus(wide(square.low))
        .plus(wide(side * square.error))
        .sqrt()
      const off = wide(root.high).plus(wide(root.low)).minus(truth).abs()
      expect([square, off.lte(wide(root.error))]).toEqual([square, true])
    }
    expect(root.error).toBeLessThan(2 ** -98 * root.high)
  }
  expect(found).toBeGreaterThan(150)
})

test('the square root of a square is exact, and there is none of what may be below 0', () => {
  expect(squareRoot(exactly(49))).toEqual(exactly(7))
  expect(squareRoot(exactly(2)).error).toBeGreaterThan(0)
  for (const none of [exactly(0), exactly(-4), { high: 1, low: 0, error: 0.5 }])
    expect(isKnown(squareRoot(none))).toBe(false)
})

test('squares and square roots take no logarithm, so that they are exact where they can be', () => {
  expect(power(exactly(-3), exactly(1))).toEqual(exactly(-3))
  expect(power(exactly(-3), exactly(2))).toEqual(exactly(9))
  expect(power(exactly(9), fromDecimal(0.5))).toEqual(exactly(3))
  const nearlyTwo = { high: 2, low: 2 ** -60, error: 0 }
  expectWithin(power(exactly(9), nearlyTwo), wide(9).pow(wide(2).plus(wide(2 ** -60))))
  const aboutTwo = { high: 2, low: 0, error: 2 ** -99 }
  expect(power(exactly(9), aboutTwo).error).toBeGreaterThan(2 ** -95)
})

test('a decimal that is a double is exact', () => {
  for (const double of [0.5, -2.75, 1234.125, 0.03125, 2 ** -12])
    expect(fromDecimal(double)).toEqual(exactly(double))
  for (const rounded of [0.1, 0.3, 1e-9, 1 / 3]) expect(fromDecimal(rounded).error).toBeGreaterThan(0)
})

test('results are rounded as the exact ones are', () => {
  const random = randomFrom(4)
  for (let sample = 0; sample < samples; sample++) {
    const [returns, cost, margin] = hardNumbers(3, random) as [number, number, number]
    const [r, c, m] = [returns, cost, margin].map(fromDecimal) as [DoubleDouble, DoubleDouble, DoubleDouble]
    const found = nearestDouble(over(minus(times(r, m), c), c))
    if (found === undefined) continue
    const truth = fraction(returns).times(fraction(margin)).minus(fraction(cost)).over(fraction(cost))
    expect([returns, cost, margin, isNearest(found, truth)]).toEqual([returns, cost, margin, true])
  }
})

test('an error is hardly larger than it has to be', () => {
  // Of a series of six roundings, doubled eight times.
  expect(exponential(exactly(1)).error).toBeLessThan(2 ** -94 * Math.E)
  const random = randomFrom(6)
  const inexact = (): DoubleDouble =>
    over(fromDecimal((1 + random()) * 2 ** Math.floor(random() * 40)), exactly(3))
  for (let sample = 0; sample < 200; sample++) {
    const [a, b] = [inexact(), inexact()]
    const most = 6 * 2 ** -100
    expect(plus(a, b).error).toBeLessThan(most * plus(a, b).high)
    expect(minus(a, b).error).toBeLessThan(most * plus(a, b).high)
    expect(times(a, b).error).toBeLessThan(most * times(a, b).high)
    expect(over(a, b).error).toBeLessThan(most * over(a, b).high)
    expect(squareRoot(a).error).toBeLessThan(most * squareRoot(a).high)
    expect(times(a, exactly(2)).error).toBeGreaterThanOrEqual(2 * a.error)
  }
})

test.each<[string, DoubleDouble, boolean]>([
  ['a number of 22 places', fromDecimal(0.0000012345678901234567), true],
  ['a number that prints with an exponent', fromDecimal(1.2345678901234566e-7), false],
  ['a whole number of 16 digits', fromDecimal(2 ** 53), true],
  ['one that is larger', fromDecimal(2 ** 53 + 2), false],
  ['infinity', fromDecimal(Number.POSITIVE_INFINITY), false],
  ['no number', fromDecimal(Number.NaN), false],
  ['the largest', times(exactly(2 ** 200), exactly(2 ** 200)), true],
  ['more than that', times(exactly(2 ** 200), exactly(2 ** 201)), false],
  ['the smallest', times(exactly(2 ** -200), exactly(2 ** -200)), true],
  ['less than that', times(exactly(2 ** -200), exactly(2 ** -201)), false],
  ['minus the largest', times(exactly(-(2 ** 200)), exactly(2 ** 200)), true],
  ['0 of exact numbers', minus(exactly(3), exactly(3)), true],
  ['0 of inexact ones', minus(fromDecimal(0.1), fromDecimal(0.1)), false],
  ['e to 277', exponential(exactly(277)), true],
  ['e to 278', exponential(exactly(278)), false],
  ['e to -277', exponential(exactly(-277)), true],
  ['e to -278', exponential(exactly(-278)), false],
  ['e to -1000', exponential(exactly(-1000)), false],
  ['e to what is known to 19 digits', exponential({ high: 1, low: 0, error: 2 ** -61 }), true],
  ['e to what is known to 18 digits', exponential({ high: 1, low: 0, error: 2 ** -60 }), false],
  ['a logarithm of what is known to 18 digits', logarithm({ high: 1.5, low: 0, error: 2 ** -58 }), false],
  ['a power of 0', power(exactly(0), exactly(3)), false],
  ['a power of less than 0', power(exactly(-2), exactly(3)), false],
  ['a power of what may be 0', power({ high: 1, low: 0, error: 0.5 }, exactly(3)), false],
  ['a quotient by what may be 0', over(exactly(1), { high: 1, low: 0, error: 0.6 }), false],
  ['a share of next to nothing', quantile(exactly(2 ** -30)), false],
  ['a share of a billionth', quantile(exactly(1e-9)), false],
  ['a share of little', quantile(exactly(2 ** -29)), true],
  ['a share of nearly all', quantile(exactly(1 - 2 ** -29)), true],
  ['a share of all but a billionth', quantile(exactly(1 - 1e-9)), false],
  ['a share of as good as all', quantile(exactly(1 - 2 ** -30)), false],
  ['years of half days', yearsBetween(exactly(45_000.5), exactly(45_730), 'act/365'), false],
  ['years by no day count', yearsBetween(exactly(45_000), exactly(45_730), 'toString'), false],
])('whether %s is known', (_what, number, wanted) => {
  expect(isKnown(number)).toBe(wanted)
})

const decimals = arithmeticOf(60, false)

test('a normal quantile is off by no more than its error, one share after another', () => {
  const shares: DoubleDouble[] = [0.975, 0.95, 0.5, 0.3, 0.001, 0.999].map(fromDecimal)
  const alike = [
    shares[0],
    { ...(shares[0] as DoubleDouble), error: 1e-20 },
    { ...(shares[0] as DoubleDouble), low: 1e-18 },
    { high: 0.975, low: 0, error: 1e-20 },
  ]
  for (const share of [...shares, ...(alike as DoubleDouble[]), ...shares]) {
    const found = quantile(share)
    if (share.high === 0.5) continue
    for (const side of [1, -1]) {
      const end = wide(share.high)
        .plus(wide(share.low))
        .plus(wide(side * share.error))
      const { value } = normalQuantile(decimals.parse(end.toString()), decimals)
      const off = wide(found.high).plus(wide(found.low)).minus(value.toString()).abs()
      expect([share, off.lte(wide(found.error))]).toEqual([share, true])
    }
    const steepest = 2.51 * Math.exp(found.high ** 2 / 2)
    expect(found.error).toBeLessThan(2.1 * steepest * share.error + 2 ** -99 * Math.abs(found.high))
  }
})
