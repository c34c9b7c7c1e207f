import { Decimal } from 'decimal.js'

/** Wide enough to add any doubles exactly: from 10^308 down to the last of 17 digits at 10^-324. */
const Exact = Decimal.clone({ precision: 700, toExpNeg: -1e4, toExpPos: 1e4 })
const largestScaled = 1e15
const largestPartial = 2 ** 53 - largestScaled

/**
 * The exact sum of numbers in their shortest decimal form, as a decimal text.
 *
 * Amounts of at most two decimals are added as whole cents: with r = round(100 x) and r / 100 = x, the double x is
 * the one that r hundredths print as, so whole numbers below 2^53 carry it exactly. The rest goes through decimals.
 */
export function exactSum(numbers: readonly number[]): string {
  let cents = 0
  let total = new Exact(0)
  for (const number of numbers) {
    const scaled = Math.round(number * 100)
    if (Math.abs(scaled) > largestScaled || scaled / 100 !== number) {
      total = total.plus(number)
      continue
    }
    cents += scaled
    if (Math.abs(cents) > largestPartial) {
      total = total.plus(new Exact(cents).div(100))
      cents = 0
    }
  }
  return total.plus(new Exact(cents).div(100)).toString()
}
