import { Decimal } from 'decimal.js'
import { cellError } from '../values'
import type { Arithmetic, Quantity } from './quantity'

/** 100 decimals. */
const pi =
  '3.1415926535897932384626433832795028841971693993751058209749445923078164062862089986280348253421170679'

const leastShare = 1e-20

/**
 * The z below which the share p of a normal distribution lies. Newton's method on the cumulative distribution, whose
 * series φ(z) · (z + z³/3 + z⁵/15 + …) converges for every z; 0 < p < 1.
 */
export function normalQuantile({ value: share }: Quantity, arithmetic: Arithmetic): Quantity {
  const digits = Math.min((arithmetic.from(0).value.constructor as typeof Decimal).precision, 90)
  const key = `${digits} ${share}`
  // A column of intervals asks for one confidence again and again, each of them several times.
  if (latest?.key !== key) latest = { key, z: quantileTo(digits, share) }
  return { value: arithmetic.parse(latest.z).value, error: -digits }
}

let latest: { readonly key: string; readonly z: string } | undefined

function quantileTo(digits: number, p: Decimal): string {
  // The 25 digits to spare go into the tails; no double below 1 lies as far out.
  if (p.lt(leastShare) || p.minus(1).neg().lt(leastShare)) {
    throw cellError('#NUM!', 'a normal quantile is of a share above 0 and below 1')
  }
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
  let z = new Wide(guess(p.toNumber()))
  for (let step = new Wide(1); !step.isZero() && step.e > -digits - 10; ) {
    step = below(z).minus(new Wide(p)).div(density(z))
    // Far out the tangent overshoots; half a step at most keeps it in the range where it converges.
    if (step.abs().gt(0.5)) step = new Wide(step.isNegative() ? -0.5 : 0.5)
    z = z.minus(step)
  }
  return z.toString()
}

/** The same in doubles: a start that saves most of the steps in decimals. */
function guess(p: number): number {
  let z = 0
  for (let steps = 0; steps < 40; steps++) {
    const density = Math.exp((z * z) / -2) / Math.sqrt(2 * Math.PI)
    let [term, sum] = [z, z]
    for (let odd = 3; Math.abs(term) > Math.abs(sum) * 1e-17; odd += 2) {
      term *= (z * z) / odd
      sum += term
    }
    const step = (sum * density + 0.5 - p) / density
    z -= Math.max(-0.5, Math.min(0.5, step))
    if (Math.abs(step) < 1e-12) break
  }
  return z
}
