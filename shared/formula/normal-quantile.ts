import { Decimal } from 'decimal.js'
import { cellError } from '../values'
import type { Arithmetic, Quantity } from './quantity'

/** 140 decimals. */
const pi =
  '3.14159265358979323846264338327950288419716939937510582097494459230781640628620899862803482534211706798214808651328230664709384460955058223172'

const leastShare = 1e-20
/** Half of them go into the tails, where the density is 10^-19; the others keep rounding from disturbing the last step. */
const spareDigits = 45

/**
 * The z below which the share p of a normal distribution lies. Newton's method on the cumulative distribution, whose
 * series φ(z) · (z + z³/3 + z⁵/15 + …) converges for every z; 0 < p < 1.
 */
export function normalQuantile({ value: share, error }: Quantity, arithmetic: Arithmetic): Quantity {
  const digits = Math.min((arithmetic.from(0).value.constructor as typeof Decimal).precision, 90)
  const key = `${digits} ${share}`
  // A column of intervals asks for one confidence again and again, each of them several times.
  if (latest?.key !== key) latest = { key, z: quantileTo(digits, share) }
  const { value } = arithmetic.parse(latest.z)
  // What the share is off by moves z by that over the density, √(2π) e^(z²/2) times as much.
  const steepness = Math.ceil(0.4 + (value.toNumber() ** 2 / 2) * Math.LOG10E)
  return { value, error: Math.max(-digits, error + steepness + 1) }
}

let latest: { readonly key: string; readonly z: string } | undefined

function quantileTo(digits: number, p: Decimal): string {
  // No double below 1 lies as far out.
  if (p.lt(leastShare) || p.minus(1).neg().lt(leastShare)) {
    throw cellError('#NUM!', 'a normal quantile is of a share above 0 and below 1')
  }
  // Steps with few digits are cheap, and leave only some to be taken with all.
  return improved(improved('0', p, 0), p, digits)
}

/** By Newton's method, to so many digits at least. */
function improved(start: string, p: Decimal, digits: number): string {
  const precision = digits + spareDigits
  const Wide = Decimal.clone({ precision })
  const root = new Wide(pi).times(2).sqrt()
  const density = (z: Decimal): Decimal => z.times(z).div(-2).exp().div(root)
  const below = (z: Decimal): Decimal => {
    let term = z
    let sum = z
    for (let odd = 3; !term.isZero() && term.e >= sum.e - precision; odd += 2) {
      term = term.times(z).times(z).div(odd)
      sum = sum.plus(term)
    }
    return sum.times(density(z)).plus(0.5)
  }
  let z = new Wide(start)
  for (let step = new Wide(1); !step.isZero() && step.e > -digits - 10; ) {
    step = below(z).minus(new Wide(p)).div(density(z))
    // Far out the tangent overshoots; half a step at most keeps it in the range where it converges.
    if (step.abs().gt(0.5)) step = new Wide(step.isNegative() ? -0.5 : 0.5)
    z = z.minus(step)
  }
  return z.toString()
}
