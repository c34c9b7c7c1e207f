import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { evaluate } from '../../shared/formula/evaluate'
import { candidates } from '../../shared/formula/irr-candidates'
import { treeOf } from '../../shared/formula/trees'
import { isCellError } from '../../shared/values'

/** The rate of flows at days from a first one. */
function irr(flows: readonly number[], days: readonly number[]): number | string {
  const result = evaluate(treeOf('irr(flows, dates)'), { flows, dates: days.map(day => 45_000 + day) })
  return isCellError(result) ? result.error : result
}

const Wide = Decimal.clone({ precision: 90 })

/** What the flows come to at a rate, by logarithms and exponentials of 90 digits. */
function balanceAt(rate: Decimal, flows: readonly number[], days: readonly number[]): Decimal {
  const logarithm = rate.plus(1).ln()
  const parts = flows.map((flow, index) =>
    new Wide(days[index] as number).div(-365).times(logarithm).exp().times(flow),
  )
  return parts.reduce((sum, part) => sum.plus(part))
}

/** All digits of a double, not the shortest that tell it from others. */
function exactly(double: number): Decimal {
  return new Wide(double.toPrecision(80))
}

test.each<[string, number[], number[], number | string]>([
  ['gives back what was paid', [-1000, 1000], [0, 365], 0],
  ['loses nearly all', [-1e300, 1e-300], [0, 365], -1],
  ['gains more than a cell can hold', [-1e-300, 1e300], [0, 365], '#NUM!'],
  ['lies in the middle of two doubles', [-1, 9_007_199_254_740_994], [0, 365], 9_007_199_254_740_992],
  ['is a double root', [-1000, 2200, -1210], [0, 365, 730], 0.1],
  ['is a triple root', [-1000, 3300, -3630, 1331], [0, 365, 730, 1095], 0.1],
  ['nearly is a root', [-1000, 2200, -1210.000_000_1], [0, 365, 730], '#NUM!'],
  ['is one of two that nearly are one', [-1000, 2200, -1209.9999], [0, 365, 730], 0.099_683_772_233_983_16],
  ['comes within a year', [-1000, 400, 800], [0, 100.5, 365.25], 0.277_560_044_573_093_36],
  ['is of flows that all come to nothing', [-1000, 1000, 0], [0, 0, 400], '#NUM!'],
])('a rate that %s', (_name, flows, days, wanted) => {
  expect(irr(flows, days)).toBe(wanted)
})

const paid = fc.integer({ min: -1_000_000, max: -1 }).map(cents => cents / 100)
const received = fc.integer({ min: 1, max: 1_000_000 }).map(cents => cents / 100)
const laterDays = fc.uniqueArray(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 12 })

test('after one payment, the balance has one sign half a last digit below the rate and another above', () => {
  fc.assert(
    fc.property(
      paid,
      laterDays,
      fc.array(received, { minLength: 12, maxLength: 12 }),
      (first, later, sums) => {
        const [flows, days] = [
          [first, ...later.map((_, index) => sums[index] as number)],
          [0, ...later],
        ]
        const rate = irr(flows, days)
        if (typeof rate !== 'number') return expect(rate).toBe('#NUM!')
        if (rate === -1) return
        const [lower, upper] = [neighbour(rate, -1), neighbour(rate, 1)].map(next =>
          balanceAt(exactly(rate).plus(exactly(next)).div(2), flows, days),
        ) as [Decimal, Decimal]
        expect(lower.isPositive()).toBe(true)
        expect(upper.isNegative()).toBe(true)
      },
    ),
    { numRuns: 200, seed: 20260104 },
  )
})

function neighbour(value: number, direction: 1 | -1): number {
  const bits = new BigInt64Array(1)
  const double = new Float64Array(bits.buffer)
  double[0] = value
  bits[0] = (bits[0] as bigint) + BigInt(value < 0 ? -direction : direction)
  return double[0] as number
}

test('of two rates it is the one nearer to the annualised return', () => {
  const hundredths = fc.integer({ min: -80, max: 300 })
  fc.assert(
    fc.property(hundredths, hundredths, (one, other) => {
      const [a, b] = [100 + one, 100 + other]
      const flows = [-10_000, (a + b) * 100, -a * b]
      const wanted = Math.sqrt(((a + b) * 100) / (10_000 + a * b)) - 1
      const [nearer, farther] = [one / 100, other / 100].sort(
        (first, second) => Math.abs(first - wanted) - Math.abs(second - wanted),
      )
      const tie = Math.abs(Math.abs(Number(nearer) - wanted) - Math.abs(Number(farther) - wanted)) < 1e-12
      expect(tie ? [nearer, farther] : [nearer]).toContain(irr(flows, [0, 365, 730]))
    }),
    { numRuns: 300, seed: 20260105 },
  )
})

test('the order of the flows and the currency change nothing, nor does a day split in two', () => {
  const [flows, days] = [
    [-1000, 300, -200, 900, 400],
    [0, 200, 365, 800, 1200],
  ]
  const rate = irr(flows, days)
  expect(irr([...flows].reverse(), [...days].reverse())).toBe(rate)
  expect(
    irr(
      flows.map(flow => flow * 8),
      days,
    ),
  ).toBe(rate)
  expect(irr([-600, -400, 300, -200, 900, 400], [0, ...days])).toBe(rate)
})

test('flows beyond all reason are refused instead of waited for', () => {
  const flows = Array.from({ length: 20_000 }, (_, index) => ({
    years: index / 365,
    amount: (index % 2 === 0 ? 1 : -1) * (1 + ((index * 7919) % 100)),
  }))
  try {
    expect(candidates(flows).length).toBeLessThan(100)
  } catch (refused) {
    expect(isCellError(refused)).toBe(true)
  }
})
