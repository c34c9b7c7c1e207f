import fc from 'fast-check'
import { evaluate, evaluateDigits, holds, type Inputs } from '../../shared/formula/evaluate'
import { exactSum } from '../../shared/formula/sum'
import { treeOf } from '../../shared/formula/trees'
import { isCellError } from '../../shared/values'
import { type Fraction, fraction, isNearest, power } from '../support/fraction'

function value(formula: string, inputs: Inputs = {}): number | string {
  const answer = evaluate(treeOf(formula), inputs)
  return isCellError(answer) ? answer.error : answer
}

test.each<[string, Inputs, number | string]>([
  // A tie of two doubles goes to the even one; no number of digits tells a third of three from 1.
  ['1 / 3 * 3 * 9007199254740995', {}, 9007199254740996],
  ['(returns / cost) ^ (1 / years) - 1', { returns: 5000, cost: 1000, years: 2.5 }, 0.9036539387158785],
  ['(returns / cost) ^ (1 / years) - 1', { returns: 5000, cost: 1000, years: 4 }, 0.49534878122122056],
  ['0.1 + 0.2', {}, 0.3],
  ['0.1 + 0.2 - 0.3', {}, 0],
  ['1 / 3 * 3 - 1', {}, 0],
  ['2 ^ 0.5 * 2 ^ 0.5 - 2', {}, 0],
  ['a - a', { a: -5 }, 0],
  ['a * 0', { a: -5 }, 0],
  ['9007199254740993 + 0', {}, 9007199254740992],
  ['9007199254740995 + 0', {}, 9007199254740996],
  ['a + b', { a: 1e308, b: 1e308 }, '#NUM!'],
  ['a + b - a', { a: 1e308, b: 5e-324 }, 5e-324],
  ['a / b', { a: 1, b: 0 }, '#DIV/0!'],
  ['a / (b - c)', { a: 1, b: 0.3, c: 0.3 }, '#DIV/0!'],
  ['a ^ 0.5', { a: -1 }, '#NUM!'],
  ['a ^ b', { a: 0, b: -1 }, '#DIV/0!'],
  ['a ^ b', { a: 0, b: 0.5 }, 0],
  ['a ^ b', { a: 0, b: 0 }, 1],
  ['a ^ b', { a: 1, b: 1e300 }, 1],
  ['a ^ b', { a: 1.0000000000000002, b: 1e300 }, '#NUM!'],
  ['a ^ b', { a: 0.5, b: 1e300 }, 0],
  ['a / 4', { a: 5e-324 }, 0],
  ['min(a, b, 3) + max(a, b)', { a: 2, b: 7 }, 9],
  ['if(a > b, 1, 2)', { a: 2, b: 7 }, 2],
  ['sum(a)', { a: [0.1, 0.2, 1e21, -1e21] }, 0.3],
  ['sum(a)', { a: [] }, 0],
  ['mean(a)', { a: [1, 2, 4] }, 2.3333333333333335],
  ['mean(a)', { a: [] }, '#N/A'],
  ['median(a)', { a: [10, 1, 3] }, 3],
  ['median(a)', { a: [0.1, 0.2] }, 0.15],
  ['median(a)', { a: [] }, '#N/A'],
  ['count(a > 2)', { a: [1, 2, 3, 4] }, 2],
  ['count(a > mean(a))', { a: [1, 2, 3, 4] }, 2],
  ['count(not (a > 2 and a < 4))', { a: [1, 2, 3, 4] }, 3],
  ['count(floor(a) = a)', { a: [1, 1.5, -2, -2.5] }, 2],
  ['floor(a)', { a: -2.5 }, -3],
  ['2 ^ 0.5 * 2 ^ 0.5 * 9007199254740993 / 2', {}, 9007199254740992],
  ['2 ^ 0.5 * 2 ^ 0.5 * 9007199254740995 / 2', {}, 9007199254740996],
  ['(3 ^ 0.2) ^ 5 * 9007199254740993 / 3', {}, 9007199254740992],
  ['floor(2 ^ 0.5 * 2 ^ 0.5)', {}, 2],
  ['ceil((3 ^ 0.2) ^ 5)', {}, 3],
  ['floor(2 ^ 0.5 * 2 ^ 0.5 + 0.9)', {}, 2],
  ['ceil(2 ^ 0.5 + 0.1)', {}, 2],
  ['if(2 ^ 0.5 * 2 ^ 0.5 = 2, 1, 2)', {}, 1],
  ['if(a > 1, "above", "below")', { a: 2 }, 'above'],
  ['if(a > 1, "above", "below")', { a: 1 }, 'below'],
  ['if(a > 1, b, 1 / 0)', { a: 2, b: 3 }, 3],
  ['if(present(a), 1, 2)', { a: 0 }, 1],
  ['if(present(b), 1, 2)', { a: 0 }, 2],
  ['if(present(1 + 1), 1, 2)', { a: 0 }, 2],
  ['count(a)', { a: [0, 1] }, 2],
  ['median(a)', { a: [5] }, 5],
  ['median(a * 2)', { a: [10, 1, 3, 4] }, 7],
  ['median(a * 2)', { a: [10, 1, 3] }, 6],
  ['percentile(a, 0.9)', { a: [10, 1, 3, 4] }, 8.2],
  ['percentile(a, 1)', { a: [10, 1, 3, 4] }, 10],
  ['sum(largest(a, 2))', { a: [9, 4, 6] }, 15],
  ['sum(latest(a, 2))', { a: [9, 4, 6] }, 10],
  ['sum(floor(a * 1.5))', { a: [1, 2, 3] }, 8],
  ['sum(floor(a))', { a: [1.5, -1.5] }, -1],
  ['sum(ceil(a))', { a: [1.5, -1.5] }, 1],
  ['min(a)', { a: 4 }, 4],
  ['normal_quantile(a)', { a: 0.5 }, 0],
  ['normal_quantile(a)', { a: 0.975 }, 1.9599639845400543],
  ['normal_quantile(a)', { a: 0.025 }, -1.9599639845400543],
  ['irr(flows, dates)', { flows: [-1000, 1100], dates: [45_000, 45_365] }, 0.1],
  ['years_between(a, b, "act/365")', { a: 45_000, b: 45_730 }, 2],
  ['years_between(a, b, "act/365.25")', { a: 45_000, b: 45_912 }, 2.4969199178644765],
  // 1 January 2024, of a leap year, to 1 July 2025.
  ['years_between(a, b, "act/act")', { a: 45_292, b: 45_839 }, 1.4958904109589042],
  ['years_between(a, b, "30/360")', { a: 45_292, b: 46_204 }, 2.5],
  // A third is no double, and a longer decimal is none either.
  ['count(a = b / 3)', { a: [0.3333333333333333, 1], b: 1 }, 0],
  ['count(a = 0.30000000000000001)', { a: [0.3, 1] }, 0],
  ['count(a = 0.3)', { a: [0.3, 1] }, 1],
  ['count(a * 2 > 2)', { a: [1, 2] }, 1],
  ['count(2 > a)', { a: [1, 2] }, 1],
  ['count(a > 1 or a < 0)', { a: [2, 1, -1] }, 2],
  ['count(a > 1 and a < 3)', { a: [2, 1, 5] }, 1],
])('%s with %j is %s', (formula, inputs, expected) => {
  expect(value(formula, inputs)).toBe(expected)
})

test.each<[string, Inputs, boolean | number]>([
  ['cost = 0', { cost: 0 }, true],
  ['cost = 0', { cost: 1e-320 }, false],
  ['a / 3 * 3 = a', { a: 7 }, true],
  ['a >= b and not a > b', { a: 2, b: 2 }, true],
  ['choice = "simple" or a <= 1', { choice: 'simple', a: 5 }, true],
  ['choice <> "simple"', { choice: 'simple' }, false],
  ['scores > 10', { scores: [9, 11, 12] }, 1],
  ['scores > 10 or scores < 0', { scores: [9, 8] }, false],
  ['scores > 10 or scores < 0', { scores: [9, -1] }, 1],
  ['scores > 10', { scores: [11, 9] }, 0],
  ['not scores > 10', { scores: [11, 9] }, 1],
  ['a <> 2', { a: 2 }, false],
  ['a <> 2', { a: 3 }, true],
  ['a <= 2', { a: 1 }, true],
  ['a <= 2', { a: 2 }, true],
  ['a <= 2', { a: 3 }, false],
  ['a >= 2', { a: 1 }, false],
  ['a < 2', { a: 2 }, false],
  ['a > 2', { a: 2 }, false],
  ['choice = "simple"', { choice: 'allow' }, false],
  ['choice <> "simple"', { choice: 'allow' }, true],
  ['a > 1 and b > 1', { a: 2, b: 2 }, true],
  ['a > 1 and b > 1', { a: 2, b: 0 }, false],
  ['a > 1 and b / 0 > 1', { a: 0, b: 1 }, false],
  ['a > 1 or b > 1', { a: 0, b: 2 }, true],
  ['a > 1 or b > 1', { a: 0, b: 0 }, false],
  ['a > 1 or b / 0 > 1', { a: 2, b: 1 }, true],
  ['a', { a: 1 }, false],
])('whether %s holds for %j is %s', (condition, inputs, expected) => {
  expect(holds(treeOf(condition), inputs)).toBe(expected)
})

test.each<[string, Inputs, string, string]>([
  ['a / b', { a: 1, b: 0 }, '#DIV/0!', 'the formula divides by 0'],
  ['a ^ 0.5', { a: -1 }, '#NUM!', 'a power of a number below 0 has no real value'],
  ['a ^ b', { a: 0, b: -1 }, '#DIV/0!', 'a negative power of 0 divides by 0'],
  [
    'sum(a * b)',
    { a: [1, 2], b: [1, 2, 3] },
    '#VALUE!',
    'the ranges have 2 and 3 numbers: give ranges of one length',
  ],
  ['count(a in b)', { a: [1], b: [1] }, '#VALUE!', '“in” is for rules over the rows of a table'],
  ['a + b', { a: 1, b: 'x' }, '#VALUE!', 'the formula computes with something that is not a single number'],
  ['count(a and b > 1)', { a: 1, b: [2] }, '#VALUE!', '“and” needs conditions'],
  ['mean(a)', { a: [] }, '#N/A', 'there is nothing to take the mean of'],
  ['sum(a)', { a: 1 }, '#VALUE!', 'sum needs a range'],
  ['days(a, b)', { a: 1, b: 2 }, '#VALUE!', 'days is for rules over the rows of a table'],
  ['sum(a > 1)', { a: [1, 2] }, '#VALUE!', 'the formula computes with a condition'],
  [
    'min(a, b)',
    { a: [3, 4], b: 1 },
    '#VALUE!',
    'the formula computes with something that is not a single number',
  ],
  ['min(a)', { a: [] }, '#N/A', 'there is nothing to take the min of'],
  ['max(a)', { a: 'text' }, '#VALUE!', 'the formula computes with something that is not a single number'],
  ['if(a < "x", 1, 2)', { a: 'y' }, '#VALUE!', 'the formula compares things that have no order'],
  ['if(not a, 1, 2)', { a: 1 }, '#VALUE!', '“not” needs a condition'],
  ['count(a > 1 or b)', { a: [1], b: 2 }, '#VALUE!', '“or” needs conditions'],
  ['normal_quantile(a)', { a: 1 }, '#NUM!', 'a normal quantile is of a share above 0 and below 1'],
  ['normal_quantile(a)', { a: 0 }, '#NUM!', 'a normal quantile is of a share above 0 and below 1'],
  ['irr(a, b)', { a: 1, b: [1] }, '#VALUE!', 'irr needs a range'],
  ['irr(a, b)', { a: [], b: [] }, '#N/A', 'there is nothing to take the irr of'],
  ['years_between(a, b, "act/360")', { a: 1, b: 2 }, '#VALUE!', 'act/360 is no day count'],
  ['years_between(a, b, "act/365")', { a: 'x', b: 2 }, '#VALUE!', 'the formula needs a date'],
  ['years_between(a, b, "act/365")', { a: [1], b: 2 }, '#VALUE!', 'the formula needs a date'],
  [
    'a + b',
    { a: 1e308, b: 1e308 },
    '#NUM!',
    'the result is larger than a spreadsheet can hold: check the units of the arguments',
  ],
])('%s with %j is %s: %s', (formula, inputs, error, reason) => {
  expect(evaluate(treeOf(formula), inputs)).toEqual({ error, reason })
})

test.each<[string, Inputs, number]>([
  ['a ^ 2', { a: -3 }, 9],
  ['sum(a * b)', { a: [0.1, 0.2], b: [3, 4] }, 1.1],
  ['sum(a / 3)', { a: [1, 1, 1] }, 1],
  ['sum(2 * a - 1)', { a: [1, 2, 3] }, 9],
  ['count(a > b)', { a: [1, 5], b: [2, 2] }, 1],
  ['count(a >= b / 3)', { a: [1, 5], b: 3 }, 2],
  ['product(a)', { a: [2, 0.5, 3] }, 3],
  ['first(a) + 10 * last(a)', { a: [4, 5, 6] }, 64],
  ['sum(position(a) * a)', { a: [4, 5, 6] }, 32],
  ['sum(largest(a, 2))', { a: [4, 9, 6] }, 15],
  ['min(a) + 10 * max(a)', { a: [4, 9, 6] }, 94],
  ['ceil(a) + 10 * floor(a)', { a: 2.2 }, 23],
  ['abs(a)', { a: -2.5 }, 2.5],
  ['sum(abs(a))', { a: [-2, 1] }, 3],
])('%s with %j is %s', (formula, inputs, expected) => {
  expect(value(formula, inputs)).toBe(expected)
})

test('a name that has no value, and a condition where a number is needed, are errors', () => {
  expect(evaluate(treeOf('a + b'), { a: 1 })).toEqual({ error: '#VALUE!', reason: 'b is missing' })
  expect(value('a > 1', { a: 2 })).toBe('#VALUE!')
  expect(value('a + 1', { a: 'text' })).toBe('#VALUE!')
})

/** Amounts as people type them, and doubles as bad as they come. */
const amount = fc.oneof(
  fc.integer({ min: -1e9, max: 1e9 }).map(cents => cents / 100),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)

function nonZero(number: number): boolean {
  return number !== 0
}

/** From here on a result is nearer to infinity than to the largest double. */
const beyondDoubles = fraction(2n ** 1024n - 2n ** 970n)

function expectNearest(found: number | string, exact: Fraction): void {
  const size = exact.numerator < 0n ? fraction(0).minus(exact) : exact
  if (size.compare(beyondDoubles) >= 0) expect(found).toBe('#NUM!')
  else expect([found, isNearest(found as number, exact)]).toEqual([found, true])
}

test('every result of + - * / is the double nearest to the true value', () => {
  fc.assert(
    fc.property(amount, amount.filter(nonZero), amount, (returns, cost, margin) => {
      const [r, c, m] = [fraction(returns), fraction(cost), fraction(margin)]
      expectNearest(
        value('(returns * margin - cost) / cost', { returns, cost, margin }),
        r.times(m).minus(c).over(c),
      )
      expectNearest(value('returns - cost + margin', { returns, cost, margin }), r.minus(c).plus(m))
      expectNearest(value('returns / cost - margin', { returns, cost, margin }), r.over(c).minus(m))
    }),
    { numRuns: 500 },
  )
})

test('a root is the double nearest to the true value: raised again, its neighbours lie on either side', () => {
  const years = fc.integer({ min: 1, max: 12 })
  const money = fc.integer({ min: 1, max: 1e9 }).map(cents => cents / 100)
  fc.assert(
    fc.property(money, money, years, (returns, cost, n) => {
      const found = value('(returns / cost) ^ (1 / years) - 1', { returns, cost, years: n }) as number
      const ratio = fraction(returns).over(fraction(cost))
      const { below, above } = neighbourMidpoints(found)
      expect(power(below.plus(fraction(1)), n).compare(ratio)).toBeLessThanOrEqual(0)
      expect(power(above.plus(fraction(1)), n).compare(ratio)).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 300 },
  )
})

function neighbourMidpoints(double: number): { below: Fraction; above: Fraction } {
  const step = Math.max(Math.abs(double) * 2 ** -53, 5e-324)
  const exact = fraction(double, 'binary')
  // Half a step up and down at least: a unit in the last place is between |x| 2^-53 and |x| 2^-52.
  return { below: exact.minus(fraction(step, 'binary')), above: exact.plus(fraction(step, 'binary')) }
}

test('sums are exact, however large and small numbers mix', () => {
  fc.assert(
    fc.property(fc.array(amount, { maxLength: 60 }), amounts => {
      const exact = amounts.reduce((total, next) => total.plus(fraction(next)), fraction(0))
      expect(fraction(exactSum(amounts)).compare(exact)).toBe(0)
    }),
  )
})

test('partial sums that pass 2^53 lose nothing', () => {
  const large = Array.from(
    { length: 40 },
    (_, index) => (index % 3 === 2 ? -1 : 1) * (9_999_999_999_999.99 - index),
  )
  const exact = large.reduce((total, next) => total.plus(fraction(next)), fraction(0))
  expect(fraction(exactSum(large)).compare(exact)).toBe(0)
})

test.each<[string, Inputs, number, string]>([
  ['1 / 3', {}, 20, '0.33333333333333333333'],
  ['2 / 3', {}, 3, '0.667'],
  ['a + 0.5', { a: 2 }, 1, '3'],
  ['2 ^ 0.5 * 2 ^ 0.5 + 0.5', {}, 1, '3'],
  ['a * 1e10', { a: 3 }, 5, '30000000000'],
])('%s with %j to %d digits, halves up, is %s', (formula, inputs, digits, text) => {
  expect(evaluateDigits(treeOf(formula), inputs, digits)).toBe(text)
})

test('digits of what has no value are an error', () => {
  expect(evaluateDigits(treeOf('1 / 0'), {}, 20)).toMatchObject({ error: '#DIV/0!' })
})

test('what fails otherwise than a formula can is not hidden', () => {
  const broken = {
    get a(): number {
      throw new RangeError('from elsewhere')
    },
  }
  expect(() => evaluate(treeOf('a + 1'), broken)).toThrow('from elsewhere')
})
