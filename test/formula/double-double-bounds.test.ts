import {
  compare,
  type DoubleDouble,
  exactly,
  minus,
  over,
  plus,
  squareRoot,
  times,
} from '../../shared/formula/double-double'
import { quantile } from '../../shared/formula/double-double-functions'
import { logarithm } from '../../shared/formula/double-double-power'
import { end, isKnown, isWithinItsError } from '../support/double-double'
import { type Fraction, fraction } from '../support/fraction'
import { randomFrom } from '../support/hard-numbers'

const operations: [string, (a: DoubleDouble, b: DoubleDouble) => DoubleDouble, keyof Fraction][] = [
  ['plus', plus, 'plus'],
  ['minus', minus, 'minus'],
  ['times', times, 'times'],
  ['over', over, 'over'],
]

/** Pairs of exact numbers with lower parts that are often as large as they may be, where roundings are ties. */
function* hardPairs(seed: number): Generator<[DoubleDouble, DoubleDouble]> {
  const random = randomFrom(seed)
  const number = (): DoubleDouble => {
    const mantissa = random() < 0.3 ? 1 : 1 + Math.floor(random() * 2 ** 20) * 2 ** -52
    const high = mantissa * 2 ** Math.floor(random() * 110 - 55) * (random() < 0.5 ? -1 : 1)
    const half = 2 ** (Math.floor(Math.log2(Math.abs(high))) - 53)
    const low = [0, half, -half / 2, half / 2, (random() - 0.5) * half][Math.floor(random() * 5)] as number
    return { high, low: high + low === high ? low : 0, error: 0 }
  }
  for (let sample = 0; sample < 500; sample++) yield [number(), number()]
}

test.each(operations)('what %s gives has a high part that is nearest to the whole', (_name, operation) => {
  for (const [a, b] of hardPairs(21)) {
    const { high, low } = operation(a, b)
    if (!Number.isNaN(high)) expect([a, b, high + low]).toEqual([a, b, high])
  }
})

test.each(operations)(
  '%s of numbers with lower parts is exact only where it says so',
  (_name, operation, exact) => {
    for (const [a, b] of hardPairs(22)) {
      const found = operation(a, b)
      if (!isKnown(found)) continue
      const truth = (end(a, 0)[exact] as (other: Fraction) => Fraction)(end(b, 0))
      expect([a, b, isWithinItsError(found, truth)]).toEqual([a, b, true])
    }
  },
)

test('a quotient that only roundings make come out even is not exact', () => {
  // 1 is a third times (3 + 3/2^54) but for 2^-108.
  const divisor = { high: 3, low: 3 * 2 ** -54, error: 0 }
  expect(isWithinItsError(over(exactly(1), divisor), fraction(1).over(end(divisor, 0)))).toBe(true)
})

test('a product of two that are hardly known is known by both', () => {
  const about = { high: 1, low: 0, error: 0.25 }
  expect(isWithinItsError(times(about, about), fraction(1.5625, 'binary'))).toBe(true)
})

test.each<[string, DoubleDouble, DoubleDouble, -1 | 0 | 1 | undefined]>([
  ['a little less', exactly(1), plus(exactly(1), exactly(2 ** -80)), -1],
  ['a little more', plus(exactly(1), exactly(2 ** -80)), exactly(1), 1],
  [
    'the same in other parts',
    { high: 1, low: 2 ** -53, error: 0 },
    { high: 1 + 2 ** -52, low: -(2 ** -53), error: 0 },
    0,
  ],
  [
    'the same in other parts, and large',
    { high: 2 ** 30, low: 2 ** -23, error: 0 },
    { high: 2 ** 30 + 2 ** -22, low: -(2 ** -23), error: 0 },
    0,
  ],
  ['perhaps less', { high: 1, low: 0, error: 0.6 }, { high: 2, low: 0, error: 0.6 }, undefined],
  ['perhaps more', { high: 2, low: 0, error: 0.6 }, { high: 1, low: 0, error: 0.6 }, undefined],
  ['surely less', { high: 1, low: 0, error: 0.2 }, { high: 2, low: 0, error: 0.2 }, -1],
  ['surely more', { high: 2, low: 0, error: 0.2 }, { high: 1, low: 0, error: 0.2 }, 1],
])('a number that is %s than or as another is told so', (_what, a, b, sign) => {
  expect(compare(a, b)).toBe(sign)
})

/** What is found where an engine computes a function of `Math` to other digits. */
function whereEngineSays<Found>(name: 'sqrt' | 'log', value: number, find: () => Found): Found {
  const own = Math[name]
  Math[name] = () => value
  try {
    return find()
  } finally {
    Math[name] = own
  }
}

test('a square root that an engine computes to all digits but the last is mended', () => {
  const root = whereEngineSays('sqrt', Math.SQRT2 + 2 ** -52, () => squareRoot(exactly(2)))
  expect(root.high).toBe(Math.SQRT2)
  expect(isWithinItsError(times(root, root), fraction(2))).toBe(true)
})

test('square roots and logarithms that an engine computes poorly are not trusted', () => {
  expect(isKnown(whereEngineSays('sqrt', 1.41, () => squareRoot(exactly(2))))).toBe(false)
  for (const poor of [0.69, 0.7]) {
    expect(isKnown(whereEngineSays('log', poor, () => logarithm(exactly(2))))).toBe(false)
  }
})

test('a quantile that was just computed is not computed again', () => {
  const share = { high: 0.975, low: 0, error: 2 ** -70 }
  expect(quantile({ ...share })).toBe(quantile({ ...share }))
})
