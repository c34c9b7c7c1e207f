import { Decimal } from 'decimal.js'

/**
 * A number known to within `10^error` (minus infinity: known exactly). Every operation widens the bound by what it
 * lost, so that at the end one can tell whether enough digits were carried to round to the nearest double.
 */
export interface Quantity {
  readonly value: Decimal
  readonly error: number
}

export interface Arithmetic {
  /** A number that a formula itself writes. */
  readonly literal: (text: string) => Quantity
  readonly parse: (text: string) => Quantity
  readonly from: (number: number) => Quantity
  readonly add: (left: Quantity, right: Quantity) => Quantity
  /** The sum of many; its bound grows with their number, not tenfold with each. */
  readonly total: (items: readonly Quantity[]) => Quantity
  readonly subtract: (left: Quantity, right: Quantity) => Quantity
  readonly multiply: (left: Quantity, right: Quantity) => Quantity
  /** The divisor must not be zero. */
  readonly divide: (left: Quantity, right: Quantity) => Quantity
  /** The base must be above zero. */
  readonly power: (base: Quantity, exponent: Quantity) => Quantity
  /** The nearest whole number below or above; throws `undecided` when the bounds leave two. */
  readonly whole: (quantity: Quantity, direction: 'floor' | 'ceil') => Quantity
  /** -1, 0 or 1; throws `undecided` when the bounds leave it open. */
  readonly compare: (left: Quantity, right: Quantity) => -1 | 0 | 1
  /**
   * The double nearest to the quantity, halves to even; throws `undecided` when its bound leaves a choice.
   * Infinite beyond the range of doubles; never minus zero.
   */
  readonly nearestDouble: (quantity: Quantity) => number
  /** The quantity rounded to significant digits, half up, as a text; throws `undecided` likewise. */
  readonly significant: (quantity: Quantity, digits: number) => string
}

/** Thrown inside an evaluation only: more digits are needed. */
export const undecided = Symbol('undecided')

const exactly = Number.NEGATIVE_INFINITY

/** Ten to this power bounds the value from above. */
function magnitude({ value }: Quantity): number {
  return value.isZero() ? exactly : value.e + 1
}

/** A bound for the sum of up to nine errors. */
function together(...errors: number[]): number {
  const largest = Math.max(...errors)
  return errors.filter(error => error > exactly).length > 1 ? largest + 1 : largest
}

/** Results beyond what a double holds by far; kept finite so that arithmetic stays fast. */
export const largestPower = 400

/**
 * Arithmetic that carries `digits` significant decimal digits. Where it `settles`, what those do not tell from a tie
 * is taken as the tie.
 */
export function arithmeticOf(digits: number, settles: boolean): Arithmetic {
  const Carried = Decimal.clone({
    precision: digits,
    rounding: Decimal.ROUND_HALF_EVEN,
    toExpNeg: -1e4,
    toExpPos: 1e4,
  })
  const literals = new Map<string, Quantity>()

  function rounding(value: Decimal): number {
    return value.isZero() ? exactly : value.e - digits + 1
  }

  function literal(text: string): Quantity {
    const known = literals.get(text)
    if (known) return known
    const quantity = parse(text)
    literals.set(text, quantity)
    return quantity
  }

  function parse(text: string): Quantity {
    return { value: new Carried(text), error: exactly }
  }

  function from(number: number): Quantity {
    return { value: new Carried(number), error: exactly }
  }

  function add(left: Quantity, right: Quantity): Quantity {
    const value = left.value.plus(right.value)
    const lost = fits(left.value, right.value) ? exactly : rounding(value)
    return { value, error: together(left.error, right.error, lost) }
  }

  /** Whether the sum of both needs no more digits than are carried. */
  function fits(left: Decimal, right: Decimal): boolean {
    if (left.isZero() || right.isZero()) return true
    const first = Math.max(left.e, right.e) + 1
    const last = Math.min(left.e - left.sd(), right.e - right.sd()) + 1
    return first - last < digits
  }

  function total(items: readonly Quantity[]): Quantity {
    let value = new Carried(0)
    let [largest, many] = [exactly, 0]
    const lose = (error: number): void => {
      if (error === exactly) return
      many++
      largest = Math.max(largest, error)
    }
    for (const item of items) {
      const next = value.plus(item.value)
      lose(item.error)
      if (!fits(value, item.value)) lose(rounding(next))
      value = next
    }
    return { value, error: many > 1 ? largest + Math.ceil(Math.log10(many)) : largest }
  }

  function subtract(left: Quantity, right: Quantity): Quantity {
    return add(left, { value: right.value.neg(), error: right.error })
  }

  function multiply(left: Quantity, right: Quantity): Quantity {
    const value = left.value.times(right.value)
    const lost = left.value.sd() + right.value.sd() <= digits ? exactly : rounding(value)
    if (left.error === exactly && right.error === exactly) return { value, error: lost }
    const error = together(
      magnitude(left) + right.error,
      magnitude(right) + left.error,
      left.error + right.error,
      lost,
    )
    return { value, error }
  }

  function divide(left: Quantity, right: Quantity): Quantity {
    const value = left.value.div(right.value)
    const size = right.value.e
    const ownError = divides(value, left, right) ? exactly : rounding(value)
    if (left.error === exactly && right.error === exactly) return { value, error: ownError }
    const error = together(
      left.error - size + 1,
      magnitude({ value, error: 0 }) + right.error - size + 1,
      ownError,
    )
    return { value, error }
  }

  function divides(quotient: Decimal, left: Quantity, right: Quantity): boolean {
    return quotient.sd() + right.value.sd() <= digits && quotient.times(right.value).eq(left.value)
  }

  function power(base: Quantity, exponent: Quantity): Quantity {
    const one = literal('1')
    if (base.error === exactly && base.value.eq(one.value)) return one
    if (exponent.error === exactly && exponent.value.eq(one.value)) return base
    if (exponent.error === exactly && exponent.value.eq(0.5)) return squareRoot(base)
    const tens = exponent.value.toNumber() * roughLogarithm(base.value)
    if (tens < -largestPower) return { value: new Carried(0), error: -largestPower }
    if (tens > largestPower) return { value: new Carried(`1e${largestPower}`), error: 0 }
    const value = base.value.pow(exponent.value)
    const logarithm = Math.ceil(Math.log10(2.31 * (Math.abs(base.value.e) + 1)))
    const error = together(
      magnitude(exponent) + base.error - base.value.e + 1,
      logarithm + exponent.error + 1,
      2 - digits,
    )
    return { value, error: value.e + 1 + error }
  }

  /** Without a logarithm: faster by far, and exact where the root is. */
  function squareRoot(base: Quantity): Quantity {
    const value = base.value.sqrt()
    const isExact = value.sd() * 2 <= digits && value.times(value).eq(base.value)
    return { value, error: together(base.error - value.e, isExact ? exactly : rounding(value)) }
  }

  /** The decimal logarithm to some ten digits: enough to keep a power within bounds before it is computed. */
  function roughLogarithm(value: Decimal): number {
    const aboveOne = value.minus(1).toNumber()
    if (Math.abs(aboveOne) < 0.1) return Math.log1p(aboveOne) / Math.LN10
    return value.e + Math.log10(value.times(literal(`1e${-value.e}`).value).toNumber())
  }

  function compare(left: Quantity, right: Quantity): -1 | 0 | 1 {
    if (left.error === exactly && right.error === exactly) return left.value.cmp(right.value) as -1 | 0 | 1
    const { value, error } = subtract(left, right)
    if (value.e > error && !value.isZero()) return value.isNegative() ? -1 : 1
    if (!settles) throw undecided
    return 0
  }

  /** Where no more digits are carried: the tie or whole number that the value cannot be told from. */
  function settled({ value, error }: Quantity): Decimal {
    return error === exactly ? value : value.toDecimalPlaces(Math.max(-error - 1, 0))
  }

  function whole({ value, error }: Quantity, direction: 'floor' | 'ceil'): Quantity {
    if (error === exactly || settles) return { value: settled({ value, error })[direction](), error: exactly }
    const bound = new Carried(`1e${error + 1}`)
    const rounded = value.minus(bound)[direction]()
    if (!rounded.eq(value.plus(bound)[direction]())) throw undecided
    return { value: rounded, error: exactly }
  }

  function nearestDouble({ value, error }: Quantity): number {
    if (error === exactly || settles) return settled({ value, error }).toNumber() + 0
    // Ten times the bound: the two sums below are rounded themselves.
    const bound = new Carried(`1e${error + 1}`)
    const below = value.minus(bound).toNumber()
    if (below !== value.plus(bound).toNumber()) throw undecided
    return below + 0
  }

  function significant({ value, error }: Quantity, wanted: number): string {
    const rounded = (number: Decimal): string =>
      number.toSignificantDigits(wanted, Decimal.ROUND_HALF_UP).toString()
    if (error === exactly || settles) return rounded(settled({ value, error }))
    const bound = new Carried(`1e${error + 1}`)
    if (rounded(value.minus(bound)) !== rounded(value.plus(bound))) throw undecided
    return rounded(value)
  }

  return {
    literal,
    parse,
    from,
    add,
    total,
    subtract,
    multiply,
    divide,
    power,
    whole,
    compare,
    nearestDouble,
    significant,
  }
}
