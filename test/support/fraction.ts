/** Exact fractions over BigInt: an arithmetic that shares nothing with the one under test. */
export interface Fraction {
  readonly numerator: bigint
  /** Above 0. */
  readonly denominator: bigint
  readonly plus: (other: Fraction) => Fraction
  readonly minus: (other: Fraction) => Fraction
  readonly times: (other: Fraction) => Fraction
  readonly over: (other: Fraction) => Fraction
  readonly compare: (other: Fraction) => number
}

/** A number as it prints (`0.1` is one tenth), or with `binary` as the double that it is. */
export function fraction(
  number: number | string | bigint,
  reading: 'decimal' | 'binary' = 'decimal',
): Fraction {
  if (reading === 'binary') {
    let [significand, exponent] = [Number(number), 0]
    while (!Number.isInteger(significand)) [significand, exponent] = [significand * 2, exponent + 1]
    return of(BigInt(significand), 2n ** BigInt(exponent))
  }
  const [digits = '', power = '0'] = String(number).toLowerCase().split('e')
  const [whole = '', decimals = ''] = digits.split('.')
  const scale = Number(power) - decimals.length
  const integer = BigInt(whole + decimals)
  return scale >= 0 ? of(integer * 10n ** BigInt(scale), 1n) : of(integer, 10n ** BigInt(-scale))
}

function of(numerator: bigint, denominator: bigint): Fraction {
  if (denominator < 0n) return of(-numerator, -denominator)
  return {
    numerator,
    denominator,
    plus: other =>
      of(numerator * other.denominator + other.numerator * denominator, denominator * other.denominator),
    minus: other =>
      of(numerator * other.denominator - other.numerator * denominator, denominator * other.denominator),
    times: other => of(numerator * other.numerator, denominator * other.denominator),
    over: other => of(numerator * other.denominator, denominator * other.numerator),
    compare: other => {
      const difference = numerator * other.denominator - other.numerator * denominator
      return difference < 0n ? -1 : difference > 0n ? 1 : 0
    },
  }
}

export function power(base: Fraction, exponent: number): Fraction {
  return of(base.numerator ** BigInt(exponent), base.denominator ** BigInt(exponent))
}

/** Whether no other double lies nearer to the exact value. */
export function isNearest(double: number, exact: Fraction): boolean {
  const own = distance(double, exact)
  return neighbours(double).every(other => own.compare(distance(other, exact)) <= 0)
}

function distance(double: number, exact: Fraction): Fraction {
  const difference = fraction(double, 'binary').minus(exact)
  return difference.numerator < 0n ? fraction(0).minus(difference) : difference
}

/** The next doubles on both sides, those that are infinite left out. */
function neighbours(double: number): number[] {
  const bits = new DataView(new ArrayBuffer(8))
  bits.setFloat64(0, Math.abs(double))
  const magnitude = bits.getBigInt64(0)
  const at = (pattern: bigint): number => {
    bits.setBigInt64(0, pattern)
    return bits.getFloat64(0)
  }
  const [outer, inner] = [at(magnitude + 1n), magnitude === 0n ? -at(1n) : at(magnitude - 1n)]
  return [outer, inner].filter(Number.isFinite).map(next => (double < 0 ? -next : next))
}
