import { Decimal } from 'decimal.js'
import type { Arithmetic, Quantity } from './quantity'

/** 100 decimals. */
const pi =
  '3.1415926535897932384626433832795028841971693993751058209749445923078164062862089986280348253421170679'

/**
 * The z below which the share p of a normal distribution lies. Newton's method on the cumulative distribution, whose
 * series φ(z) · (z + z³/3 + z⁵/15 + …) converges for every z; 0 < p < 1.
 */
export function normalQuantile({ value: p }: Quantity, arithmetic: Arithmetic): Quantity {
  const digits = Math.min((arithmetic.from(0).value.constructor as typeof Decimal).precision, 90)
  const Wide = Decimal.clone({ precision: digits + 25 })
  const root = new Wide(pi).times(2).sqrt()
  const density = (z: Decimal): Decimal => z.times(z).div(-2).exp().div(root)
  const below = (z: Decimal): Decimal => {
    let term = z
    let sum = z
    for (let odd = 3; !term.isZero() && term.e > sum.e - digits - 20; odd += 2) {
      term = term.times(z).times(z).div(odd)
      sum = sum.plus(term)
    }
    return sum.times(density(z)).plus(0.5)
  }
  let z = new Wide(0)
  for (let step = new Wide(1); !step.isZero() && step.e > -digits - 10; ) {
    step = below(z).minus(new Wide(p)).div(density(z))
    // Far out the tangent overshoots; half a step at most keeps it in the range where it converges.
    if (step.abs().gt(0.5)) step = new Wide(step.isNegative() ? -0.5 : 0.5)
    z = z.minus(step)
  }
  return { value: arithmetic.parse(z.toString()).value, error: -digits }
}
