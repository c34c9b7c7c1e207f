import { days360, yearPosition } from './calendar'
import { type DoubleDouble, exactly, minus, over, plus, relativeError, unknown } from './double-double'
import { normalQuantile } from './normal-quantile'
import { arithmeticOf, type Quantity } from './quantity'

type Length = (start: number, end: number) => DoubleDouble

/** The length of a period in years by each day count, of whole days. */
const lengths = new Map<unknown, Length>([
  ['act/365', (start, end) => over(exactly(end - start), exactly(365))],
  ['act/365.25', (start, end) => over(exactly(end - start), exactly(365.25))],
  ['act/act', (start, end) => minus(positionInYears(end), positionInYears(start))],
  ['30/360', (start, end) => over(exactly(days360(start, end)), exactly(360))],
])

function positionInYears(date: number): DoubleDouble {
  const { year, day, days } = yearPosition(date)
  return plus(exactly(year), over(exactly(day), exactly(days)))
}

export function yearsBetween(start: DoubleDouble, end: DoubleDouble, dayCount: unknown): DoubleDouble {
  const length = lengths.get(dayCount)
  return length && Number.isInteger(start.high) && Number.isInteger(end.high)
    ? length(start.high, end.high)
    : unknown
}

const decimals = arithmeticOf(60, false)
const shift = 170
const twoToTheShift = decimals.parse(String(2n ** 170n))

/** A double between 1e-20 and 2^100 as the binary number that it is, not as the decimal that it prints as. */
function binary(double: number): Quantity {
  return decimals.divide(decimals.parse(String(BigInt(double * 2 ** shift))), twoToTheShift)
}

let latest: { readonly share: DoubleDouble; readonly z: DoubleDouble } | undefined

/**
 * The normal quantile of a share, from decimals and kept, since a column of intervals asks for one confidence. An
 * error in the share moves it by that error over the density, of which a little less than the true one is taken.
 */
export function quantile(share: DoubleDouble): DoubleDouble {
  const { high, low, error } = share
  if (latest && latest.share.high === high && latest.share.low === low && latest.share.error === error)
    return latest.z
  if (!(high > 1e-9 && high < 1 - 1e-9)) return unknown
  const { value } = normalQuantile(decimals.add(binary(high), binary(low)), decimals)
  const upper = value.toNumber()
  const z = {
    high: upper,
    low: value.minus(binary(upper).value).toNumber(),
    error: (2 * error * 2.51) / Math.exp((upper * upper) / -2) + relativeError * Math.abs(upper),
  }
  latest = { share, z }
  return z
}
