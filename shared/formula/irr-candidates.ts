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
/** Flows looked at, at a rate each: about a second. Only flows made up to come near 0 again and again need more. */
const mostWork = 2e7
/** What sums of doubles are off by at most, as a share of what they add up without signs. */
const slack = 1e-12

/**
 * All places where rates may balance the flows, in rising order. Received and paid money each are worth less, the
 * higher the rate: that bounds the balance between two rates, and its slope likewise. Intervals are halved until the
 * bounds show that there is no such rate, or one. Works in doubles: what it finds is still to be proven.
 */
export function candidates(flows: readonly YearlyFlow[]): Candidate[] {
  const logarithms = flows.map(({ amount }) => Math.log(Math.abs(amount)))
  const last = flows[flows.length - 1]?.years ?? 0
  let work = 0
  return joined(between(...furthest(flows, logarithms)))

  function between(low: number, high: number): Candidate[] {
    if (excludesZero(low, high, 0)) return []
    const middle = (low + high) / 2
    if (excludesZero(low, high, 1)) {
      const isSame = signAt(low) * signAt(high) === 1
      return isSame ? [] : [bisected(low, high)]
    }
    if (high - low <= narrow * Math.max(1, Math.abs(middle))) return [{ low, high }]
    return [...between(low, middle), ...between(middle, high)]
  }

  /** Nearer to where the sign changes, as far as doubles can tell. */
  function bisected(low: number, high: number): Candidate {
    const middle = (low + high) / 2
    const sign = signAt(middle)
    if (middle <= low || middle >= high || sign === 0) return { low, high }
    return sign === signAt(low) ? bisected(middle, high) : bisected(low, middle)
  }

  /**
   * Whether the balance (or, for power 1, its slope) cannot be 0 between two rates. It is asked of the balance as of
   * the first day and as of the last: at high rates the first flow decides, at low ones the last.
   */
  function excludesZero(low: number, high: number, power: 0 | 1): boolean {
    return (
      isOneSided(low, high, ({ years }) => years, power) ||
      isOneSided(-high, -low, ({ years }) => last - years, power)
    )
  }

  /** With flows some time away from the day that the balance is as of. */
  function isOneSided(
    low: number,
    high: number,
    timeOf: (flow: YearlyFlow) => number,
    power: 0 | 1,
  ): boolean {
    look()
    const times = flows.map(timeOf)
    const exponents = logarithms.map((logarithm, index) => logarithm - low * (times[index] as number))
    const scale = exponents.reduce(greater, Number.NEGATIVE_INFINITY)
    // What is received and paid, by sign, worth most at the low rate and least at the high one.
    const most = { 1: 0, [-1]: 0 }
    const least = { 1: 0, [-1]: 0 }
    for (const [index, flow] of flows.entries()) {
      const time = times[index] as number
      const weight = power === 1 ? time : 1
      const sign = flow.amount > 0 ? 1 : -1
      const worth = weight * Math.exp((exponents[index] as number) - scale)
      most[sign] += worth
      least[sign] += worth * Math.exp((low - high) * time)
    }
    const margin = slack * (most[1] + most[-1])
    return least[1] - most[-1] > margin || least[-1] - most[1] > margin
  }

  /** 0 where doubles cannot tell. */
  function signAt(rate: number): number {
    look()
    const exponents = logarithms.map(
      (logarithm, index) => logarithm - rate * (flows[index] as YearlyFlow).years,
    )
    const scale = exponents.reduce(greater, Number.NEGATIVE_INFINITY)
    let [balance, size] = [0, 0]
    for (const [index, exponent] of exponents.entries()) {
      const worth = Math.exp(exponent - scale)
      balance += Math.sign((flows[index] as YearlyFlow).amount) * worth
      size += worth
    }
    return Math.abs(balance) <= slack * size ? 0 : Math.sign(balance)
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
  const smallest = -logarithms.map(logarithm => -logarithm).reduce(greater, Number.NEGATIVE_INFINITY)
  const mostFrequent = flows
    .slice(1)
    .map(({ years }, index) => 1 / (years - (flows[index] as YearlyFlow).years))
    .reduce(greater, 0)
  const rate = (largest - smallest + Math.log(flows.length + 1)) * mostFrequent + 1
  return [-rate, rate]
}

function greater(one: number, other: number): number {
  return Math.max(one, other)
}
