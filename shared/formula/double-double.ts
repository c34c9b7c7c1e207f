/**
 * A number as the sum of two doubles, `high` the double nearest to it, known to within `error`: some 100 bits at
 * a hundredth of what decimals cost. Enough to round nearly every result; the rest is left to decimals.
 *
 * Why it may be trusted: `error` bounds the distance from the true value after every operation. With u = 2^-53 and
 * |low| <= u |high|, each operation below is off by less than 16 u² of its result, counted term by term or as proven
 * by Joldes, Muller and Popescu (Tight and rigorous error bounds for basic building blocks of double-word arithmetic,
 * ACM TOMS 44:2, 2017); the bound allows for 64 u² = 2^-100. An operation on exact doubles whose remainder is 0 or
 * fits into `low` is exact and says so by an error of 0. The bounds are rounded themselves, by far less than a
 * millionth in all in a formula of 4,000 characters, so whoever decides by a bound takes it twofold.
 */
export interface DoubleDouble {
  readonly high: number
  readonly low: number
  readonly error: number
}

export const relativeError = 2 ** -100

/** Within these, nothing that counts overflows or is lost below the smallest double: two products lie above 2^-1022. */
const largest = 2 ** 400
const smallest = 2 ** -400

/** What double-doubles cannot tell. Any operation on it gives such a one again, and no comparison with it decides. */
export const unknown: DoubleDouble = { high: Number.NaN, low: Number.NaN, error: Number.NaN }

/** A double as the binary number that it is. */
export function exactly(double: number): DoubleDouble {
  return { high: double, low: 0, error: 0 }
}

/**
 * Takes a result in. One that is out of bounds, or 0 with an error, is unknown: so an error that is not 0 always is
 * 2^-100 of its number at least and cannot vanish by underflow.
 */
function result(high: number, low: number, inherited: number, isExact: boolean): DoubleDouble {
  const size = Math.abs(high)
  const error = isExact && inherited === 0 ? 0 : inherited + relativeError * size
  const isKnown = size === 0 ? error === 0 : size <= largest && size >= smallest && error >= 0
  // One object, made in one place, is one that engines can do without.
  return { high: isKnown ? high : Number.NaN, low, error }
}

/** Times a power of two, which loses nothing. */
export function scaled({ high, low, error }: DoubleDouble, factor: number): DoubleDouble {
  return result(high * factor, low * factor, error * factor, true)
}

export function plus(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const sum = a.high + b.high
  const lows = a.low + b.low
  const rest = lostBySum(a.high, b.high, sum) + lows
  const upper = sum + rest
  const last = lostBySum(a.low, b.low, lows) + (rest - (upper - sum))
  const high = upper + last
  return result(high, last - (high - upper), a.error + b.error, a.low === 0 && b.low === 0)
}

export function minus(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  return plus(a, { high: -b.high, low: -b.low, error: b.error })
}

export function times(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const product = a.high * b.high
  // Left out is a.low * b.low, below u² of the product.
  const rest = lostByProduct(a.high, b.high, product) + (a.high * b.low + a.low * b.high)
  const high = product + rest
  const inherited = Math.abs(a.high) * b.error + Math.abs(b.high) * a.error + a.error * b.error
  return result(high, rest - (high - product), inherited, a.low === 0 && b.low === 0)
}

/** Unknown where the divisor may be 0. */
export function over(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const quotient = a.high / b.high
  const product = quotient * b.high
  // The first bracket is exact: what a division leaves is a double.
  const remainder = a.high - product - lostByProduct(quotient, b.high, product) + (a.low - quotient * b.low)
  const rest = remainder / b.high
  const high = quotient + rest
  const inherited = (a.error + Math.abs(high) * b.error) / (Math.abs(b.high) - 2 * b.error)
  return result(high, rest - (high - quotient), inherited, remainder === 0 && b.low === 0)
}

/** Unknown where the number may be 0 or less. */
export function squareRoot({ high: square, low, error }: DoubleDouble): DoubleDouble {
  const root = square > 2 * error ? Math.sqrt(square) : Number.NaN
  const product = root * root
  const remainder = square - product - lostByProduct(root, root, product) + low
  const rest = remainder / (2 * root)
  // One step of Newton's method leaves rest² / 2 root. Nothing is assumed of `Math.sqrt` but that it comes this near.
  const isNear = Math.abs(rest) <= 2 ** -51 * root
  const high = isNear ? root + rest : Number.NaN
  // A number above twice its error has a root that is off by less than 0.6 of the error over it.
  return result(high, rest - (high - root), error / root, remainder === 0 && low === 0)
}

/** What `sum` = a + b leaves out, exactly (Knuth). */
function lostBySum(a: number, b: number, sum: number): number {
  const second = sum - a
  return a - (sum - second) + (b - second)
}

/** What `product` = a b leaves out, exactly (Dekker): the halves have 26 bits, so their products are doubles. */
function lostByProduct(a: number, b: number, product: number): number {
  const aHigh = upperHalf(a)
  const bHigh = upperHalf(b)
  const aLow = a - aHigh
  const bLow = b - bHigh
  return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow
}

function upperHalf(double: number): number {
  const shifted = double * (2 ** 27 + 1)
  return shifted - (shifted - double)
}

/** -1, 0 or 1; undefined where the bounds leave it open. */
export function compare(a: DoubleDouble, b: DoubleDouble): -1 | 0 | 1 | undefined {
  const gap = a.high - b.high
  // The lower parts and what `gap` leaves out are 2^-53 of these each, at most.
  const slack = 2 ** -51 * (Math.abs(a.high) + Math.abs(b.high)) + 2 * (a.error + b.error)
  if (gap > slack) return 1
  if (gap < -slack) return -1
  const { high, error } = minus(a, b)
  if (high > 2 * error) return 1
  if (high < -2 * error) return -1
  return high === 0 ? 0 : undefined
}

/** The double nearest to the number, never -0; undefined where the bound leaves a choice. */
export function nearestDouble({ high, low, error }: DoubleDouble): number | undefined {
  // The bracket is never -0, since the error is not.
  const nearest = high + (low + 2 * error)
  return nearest === high + (low - 2 * error) ? nearest : undefined
}

/**
 * The number that a double prints as: its shortest decimal. Where r = round(x 10^k) has at most 15 digits and
 * r / 10^k = x, that is r / 10^k, since no two such decimals share a double.
 */
export function fromDecimal(double: number): DoubleDouble {
  if (Number.isInteger(double)) return Math.abs(double) <= 2 ** 53 ? exactly(double) : unknown
  for (const scale of commonScales) {
    const integer = Math.round(double * scale)
    if (Math.abs(integer) < 1e15 && integer / scale === double)
      return quotientOfScale(double, integer, 0, scale)
  }
  return fromPrinted(double)
}

/** Cents, and what most rates and shares have. */
const commonScales = [1e2, 1e5, 1e9]

/**
 * `double` is nearest to (upper + lower) / scale: the difference, by u at most of itself, is the low part. Where there
 * is none, as with a half or a quarter, the double is the decimal.
 */
function quotientOfScale(double: number, upper: number, lower: number, scale: number): DoubleDouble {
  const product = double * scale
  const low = (upper - product + lower - lostByProduct(double, scale, product)) / scale
  return result(double, low, 0, low === 0)
}

/**
 * Of up to 17 digits, the last eight go into the lower part: the others times 10^8 are a double too. Between 10^-6 and
 * 10^21 numbers print without an exponent, in 22 places at most, and 10^22 is the last power of ten that is a double.
 */
function fromPrinted(double: number): DoubleDouble {
  const printed = String(double)
  if (printed.includes('e')) return unknown
  const point = printed.indexOf('.')
  const places = printed.length - point - 1
  const digits = printed.slice(0, point) + printed.slice(point + 1)
  const lower = Number(digits.slice(-8))
  const upper = (Number(digits.slice(0, -8)) || 0) * 1e8
  return quotientOfScale(double, upper, double < 0 ? -lower : lower, 10 ** places)
}
