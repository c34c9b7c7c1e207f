import type { DoubleDouble } from '../../shared/formula/double-double'
import { type Fraction, fraction } from './fraction'

/** What a double-double stands for, without its error. */
function exact({ high, low }: DoubleDouble): Fraction {
  if (!Number.isFinite(high) || !Number.isFinite(low)) throw new RangeError('no number')
  return fraction(high, 'binary').plus(fraction(low, 'binary'))
}

export function isKnown({ high }: DoubleDouble): boolean {
  return !Number.isNaN(high)
}

function distance(a: Fraction, b: Fraction): Fraction {
  const difference = a.minus(b)
  return difference.numerator < 0n ? fraction(0).minus(difference) : difference
}

/** Whether the number lies as near to the true value as its error promises. */
export function isWithinItsError(number: DoubleDouble, truth: Fraction): boolean {
  // The error is rounded itself, for which whoever uses it allows.
  return distance(exact(number), truth).compare(fraction(number.error * (1 + 1e-6), 'binary')) <= 0
}

/** How far the true value may lie from the middle. */
export function end(number: DoubleDouble, side: number): Fraction {
  return exact(number).plus(fraction(side * number.error, 'binary'))
}
