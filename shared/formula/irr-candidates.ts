import { cellError } from '../values'

/** A flow of money, some years after the first one; no two on one day, none of 0, in order. */
export interface YearlyFlow {
  readonly years: number
  readonly amount: number
}

/**
 * Where a balancing rate lies, or may lie: at most two. Rates are continuous here, s with 1 + r = e^s, so that the balance is a sum
 * of exponentials, Σ amount · e^(-years · s).
 */
export interface Candidate {
  readonly low: number
  readonly high: number
}

/** Two rates closer than this are told apart in decimals only. */
const narrow = 1e-6
/** After so many, nothing lies between two doubles. */
const mostHalvings = 60
/** Flows looked at, at a rate each: about a second. Only flows made up to come near 0 again and again need more. */
const mostWork = 5e6
/** What sums of doubles are off by at most, as a share of what they add up without signs. */
const slack = 1e-12

/**
 * All places where rates may balance the flows, in rising order. Received and paid money each are worth less, the
 * higher the rate: that bounds the balance between two rates, and its slope likewise. Intervals are halved until the
 * bounds show that there is no such rate, or one. Works in doubles: what it finds is still to be proven.
 */
export function candidates(flows: readonly YearlyFlow[]): Candidate[] {
  const signs = flows.map(({ amount }) => Math.sign(amount))
  const logarithms = flows.map(({ amount }) => Math.log(Math.abs(amount)))
  const since = flows.map(({ years }) => years)
  const until = since.map(years => (since[since.length - 1] as number) - years)
  const exponents = new Float64Array(flows.length)
  let work = 0
  // One flow alone balances at no rate.
  return flows.length < 2 ? [] : joined(between(...furthest(flows, logarithms)))

  function between(low: number, high: number): Candidate[] {
    if (excludesZero(low, high, 0)) return []
    const middle = (low + high) / 2
    if (excludesZero(low, high, 1)) {
      // Stryker disable next-line ArithmeticOperator: of signs, the quotient is the product
      const isSame = signAt(low) * signAt(high) === 1
      return isSame ? [] : [bisected(low, high)]
    }
    if (high - low <= narrow) return [{ low, high }]
    return [...between(low, middle), ...between(middle, high)]
  }

  /** Nearer to where the sign changes, as far as doubles can tell. */
  function bisected(low: number, high: number): Candidate {
    const signAtLow = signAt(low)
    let [from, to] = [low, high]
    // Stryker disable next-line EqualityOperator,UpdateOperator: doubles tell no sign long before that
    for (let halvings = 0; halvings < mostHalvings; halvings++) {
      const middle = (from + to) / 2
      const sign = signAt(middle)
      if (sign === 0) break
      if (sign === signAtLow) from = middle
      else to = middle
    }
    return { low: from, high: to }
  }

  /**
   * Whether the balance (or, for power 1, its slope) cannot be 0 between two rates. It is asked of the balance as of
   * the first day and as of the last: at high rates the first flow decides, at low ones the last.
   */
  function excludesZero(low: number, high: number, power: 0 | 1): boolean {
    return isOneSided(low, high, since, power) || isOneSided(-high, -low, until, power)
  }

  /** With each flow some time away from the day that the balance is as of. */
  function isOneSided(low: number, high: number, times: readonly number[], power: 0 | 1): boolean {
    const scale = discount(low, times)
    // Received and paid money is worth most at the low rate and least at the high one.
    let [mostReceived, leastReceived, mostPaid, leastPaid] = [0, 0, 0, 0]
    for (let index = 0; index < times.length; index++) {
      const time = times[index] as number
      const most = Math.exp((exponents[index] as number) - scale) * (power === 1 ? time : 1)
      const least = most * Math.exp((low - high) * time)
      // Stryker disable next-line EqualityOperator: paying and receiving may change places
      if (signs[index] === 1) {
        mostReceived += most
        leastReceived += least
      } else {
        mostPaid += most
        leastPaid += least
      }
    }
    const margin = slack * (mostReceived + mostPaid)
    return leastReceived - mostPaid > margin || leastPaid - mostReceived > margin
  }

  /** 0 where doubles cannot tell. */
  function signAt(rate: number): number {
    const scale = discount(rate, since)
    let [balance, size] = [0, 0]
    for (let index = 0; index < exponents.length; index++) {
      const worth = Math.exp((exponents[index] as number) - scale)
      // Stryker disable next-line AssignmentOperator: signs are compared with each other only
      balance += (signs[index] as number) * worth
      size += worth
    }
    return Math.abs(balance) <= slack * size ? 0 : Math.sign(balance)
  }

  /** Puts the logarithms of what the flows are worth at a rate into `exponents`, and gives the largest. */
  function discount(rate: number, times: readonly number[]): number {
    look()
    let largest = Number.NEGATIVE_INFINITY
    for (let index = 0; index < times.length; index++) {
      const exponent = (logarithms[index] as number) - rate * (times[index] as number)
      exponents[index] = exponent
      largest = Math.max(largest, exponent)
    }
    return largest
  }

  function look(): void {
    work += flows.length
    if (work <= mostWork) return
    throw cellError(
      '#NUM!',
      'the flows change between paying and receiving too often for one rate to describe them',
    )
  }
}

/** Neighbours in doubt are in doubt about the same rates. */
function joined(neighbours: readonly Candidate[]): Candidate[] {
  const found: Candidate[] = []
  for (const next of neighbours) {
    const previous = found[found.length - 1]
    if (previous?.high === next.low) found.splice(-1, 1, { low: previous.low, high: next.high })
    else found.push(next)
  }
  return found
}

/** Beyond these rates, the last or the first flow outweighs all others together. */
function furthest(flows: readonly YearlyFlow[], logarithms: readonly number[]): [number, number] {
  const largest = logarithms.reduce(greater, Number.NEGATIVE_INFINITY)
  const smallest = logarithms.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY)
  const mostFrequent = flows
    .slice(1)
    .map(({ years }, index) => 1 / (years - (flows[index] as YearlyFlow).years))
    .reduce(greater, 0)
  const rate = (largest - smallest + Math.log(flows.length)) * mostFrequent + 1
  return [-rate, rate]
}

function greater(one: number, other: number): number {
  return Math.max(one, other)
}
