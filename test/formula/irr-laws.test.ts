import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { irr } from '../support/irr'

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
