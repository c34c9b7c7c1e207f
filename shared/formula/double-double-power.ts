import {
  type DoubleDouble,
  exactly,
  minus,
  over,
  plus,
  relativeError,
  scaled,
  squareRoot,
  times,
  unknown,
} from './double-double'

/**
 * Powers in double-doubles. The bounds are carried by the arithmetic itself; what is added here is what a series
 * leaves out. Nothing is assumed of `Math.log`, which engines compute as they please: its result is checked. Squares
 * and square roots, faster by far, take no logarithm.
 */
export function power(base: DoubleDouble, exponent: DoubleDouble): DoubleDouble {
  if (exponent.low === 0 && exponent.error === 0) {
    if (exponent.high === 1) return base
    if (exponent.high === 2) return times(base, base)
    if (exponent.high === 0.5) return squareRoot(base)
  }
  return exponential(times(exponent, logarithm(base)))
}

const one = exactly(1)
const ln2: DoubleDouble = { high: Math.LN2, low: 2.3190468138462996e-17, error: relativeError }

/** Unknown where the value may be 0 or less: `Math.log` has no number for it, or the bound is far too wide. */
export function logarithm(value: DoubleDouble): DoubleDouble {
  // log(value) = near + log(1 + rest), and rest is some 2^-52 unless `Math.log` were poor. So close to 1 that nothing
  // would be left to tell from 0, the series starts from there.
  const near = exactly(Math.abs(value.high - 1) < 2 ** -40 ? 0 : Math.log(value.high))
  const rest = minus(times(value, exponential(minus(exactly(0), near))), one)
  if (!(Math.abs(rest.high) < 2 ** -39 && rest.error < 2 ** -60)) return unknown
  // log(1 + x) is x - x²/2 to within |x|³.
  const series = minus(rest, scaled(times(rest, rest), 0.5))
  return plus(near, widened(series, (Math.abs(rest.high) + rest.error) ** 3))
}

const halvings = 8

export function exponential(value: DoubleDouble): DoubleDouble {
  // e^value = 2^twos e^(2^8 x), with |x| <= (ln 2 / 2 + 2^-40) / 2^8 < 2^-9.5
  const twos = Math.round(value.high / Math.LN2)
  if (!(Math.abs(twos) <= 400 && value.error < 2 ** -60)) return unknown
  const x = scaled(minus(value, times(exactly(twos), ln2)), 2 ** -halvings)
  // e^x - 1 = x (1/1! + x (1/2! + x (1/3! + x (1/4! + x (1/5! + …))))). What the last bracket holds beside 1/5! is less
  // than 2^-12 of it, so doubles give it to within 2^-51 of itself: little more than 2^-52 for roundings, and less than
  // 2^-60 each for the terms from x^10/10! on and for the low part of x.
  const { high } = x
  const last = (1 + (high / 6) * (1 + (high / 7) * (1 + (high / 8) * (1 + high / 9)))) / 120
  let factor = widened(exactly(last), 2 ** -51 / 120)
  for (const coefficient of coefficients) factor = plus(coefficient, times(x, factor))
  let aboveOne = times(x, factor)
  // (1 + y)² - 1 = 2y + y²: doubled like this, what lies above 1 keeps its digits.
  for (let time = 0; time < halvings; time++) aboveOne = plus(scaled(aboveOne, 2), times(aboveOne, aboveOne))
  return scaled(plus(one, aboveOne), 2 ** twos)
}

/** 1/4!, 1/3!, 1/2!, 1/1! */
const coefficients = [24, 6, 2, 1].map(factorial => over(one, exactly(factorial)))

function widened({ high, low, error }: DoubleDouble, more: number): DoubleDouble {
  return { high, low, error: error + more }
}
