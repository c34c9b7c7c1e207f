import { Decimal } from 'decimal.js'
import { cellError } from '../values'
import { type Candidate, candidates } from './irr-candidates'
import { type Arithmetic, type Quantity, undecided } from './quantity'

/** What flows on one day add up to, and the days from the first flow to it. */
interface DatedFlow {
  readonly days: Decimal
  readonly amount: Decimal
}

const daysOfYear = 365
/** Twice what it takes from a guess in doubles to the most digits. */
const mostSteps = 16
/** Digits beyond those asked for: what long powers and the sum of many flows lose. */
const spareDigits = 25
/**
 * With so many digits carried, a balance that none of them tells from 0 is 0, and a rate that none of them tells from
 * a short decimal is that decimal.
 */
const digitsThatSettle = 100
const digitsOfExact = 50

/**
 * The yearly rate r at which the flows balance: Σ flow · (1 + r)^(-days / 365) = 0, with the days from the earliest.
 * Of several such rates it is the one nearest to the annualised return, (received / paid)^(1 / years) - 1; where there
 * is none, #NUM!. The rate is bracketed to all digits carried, so that it is known to be one.
 */
export function irr(
  amounts: readonly Quantity[],
  dates: readonly Quantity[],
  arithmetic: Arithmetic,
): Quantity {
  const carried = (arithmetic.from(0).value.constructor as typeof Decimal).precision
  const settles = carried >= digitsThatSettle
  const Wide = Decimal.clone({ precision: carried + spareDigits, toExpNeg: -1e4, toExpPos: 1e4 })
  const flows = inOrder(amounts, dates, Wide)
  const wanted = annualisedReturn(flows)
  const rough = flows.map(({ days, amount }) => ({
    years: days.toNumber() / daysOfYear,
    amount: amount.toNumber(),
  }))
  const distance = ({ low, high }: Candidate): number =>
    Math.min(Math.abs(Math.expm1((low + high) / 2) - wanted), Number.MAX_VALUE)

  for (const candidate of candidates(rough).sort((one, other) => distance(one) - distance(other))) {
    const root = rootIn(candidate)
    if (root) return rateOf(root)
  }
  throw cellError('#NUM!', 'no yearly rate balances these flows: check their signs and dates')

  /** The continuous rate to all digits; undefined where the balance only comes near 0. */
  function rootIn({ low, high }: Candidate): Decimal | undefined {
    const middle = new Wide(low).plus(high).div(2)
    const sign = signAt(new Wide(low))
    if (sign !== signAt(new Wide(high))) return verified(middle)
    // With one sign at both ends, it can reach 0 only where it turns.
    const turn = newton(middle, ({ slope, bend }) => slope.div(bend))
    if (!turn.gt(low) || !turn.lt(high)) return undefined
    const turned = signAt(turn)
    if (turned === 0) return turn
    if (turned === sign) return undefined
    return verified(new Wide(Math.log1p(wanted) > turn.toNumber() ? high : low))
  }

  /** The root near a guess; the balance has another sign on its one side than on its other. */
  function verified(guess: Decimal): Decimal {
    // Of the balance over its slope, which has simple roots only.
    const root = newton(guess, ({ value, slope, bend }) =>
      value.times(slope).div(slope.times(slope).minus(value.times(bend))),
    )
    const width = new Wide(`1e${-carried}`)
    if (signAt(root.minus(width)) * signAt(root.plus(width)) > 0) throw undecided
    return root
  }

  /** To the last digit, or to where rounding leaves no direction to go on. */
  function newton(guess: Decimal, stepAt: (balance: Balance) => Decimal): Decimal {
    let rate = guess
    // Stryker disable next-line EqualityOperator,UpdateOperator: it converges long before that
    for (let steps = 0; steps < mostSteps; steps++) {
      const step = stepAt(balanceAt(flows, rate))
      if (!step.isFinite()) break
      rate = rate.minus(step)
      // Stryker disable next-line all: to go on for longer changes nothing but the time it takes
      if (step.isZero() || step.e < rate.e - carried - 10) break
    }
    return rate
  }

  function signAt(rate: Decimal): number {
    const { value, size } = balanceAt(flows, rate)
    if (value.abs().gt(size.times(`1e${-carried - 10}`))) return value.isNegative() ? -1 : 1
    if (!settles) throw undecided
    return 0
  }

  function rateOf(root: Decimal): Quantity {
    const growth = root.exp()
    const value = growth.minus(1).toSignificantDigits(carried)
    const error = Math.max(growth.e, 0) + 3 - carried
    const short = value.toDecimalPlaces(digitsOfExact)
    const isShort = settles && value.minus(short).abs().lt(`1e${error}`)
    return isShort
      ? arithmetic.parse(short.toString())
      : { value: arithmetic.parse(value.toString()).value, error }
  }
}

/** Flows of one day together, from the first day on; those that come to nothing are left out. */
function inOrder(
  amounts: readonly Quantity[],
  dates: readonly Quantity[],
  Wide: typeof Decimal,
): readonly DatedFlow[] {
  const first = dates.reduce((earliest, date) => (date.value.lt(earliest.value) ? date : earliest))
  const byDay = new Map<string, DatedFlow>()
  for (const [index, { value }] of amounts.entries()) {
    const days = new Wide((dates[index] as Quantity).value).minus(first.value)
    const key = days.toString()
    const before = byDay.get(key)?.amount ?? new Wide(0)
    byDay.set(key, { days, amount: before.plus(value) })
  }
  return [...byDay.values()]
    .filter(({ amount }) => !amount.isZero())
    .sort((one, other) => one.days.cmp(other.days))
}

/** All that came in over all that went out, as a yearly rate. */
function annualisedReturn(flows: readonly DatedFlow[]): number {
  const total = (sign: 1 | -1): number =>
    flows.reduce((sum, { amount }) => sum + Math.max(amount.times(sign).toNumber(), 0), 0)
  const years = (flows[flows.length - 1]?.days.toNumber() ?? 0) / daysOfYear
  return Math.expm1((Math.log(total(1)) - Math.log(total(-1))) / years)
}

/** The balance of the flows at a continuous rate, and its derivatives by that rate. */
interface Balance {
  readonly value: Decimal
  readonly slope: Decimal
  readonly bend: Decimal
  /** What the flows come to without their signs: the rounding of the balance is measured by it. */
  readonly size: Decimal
}

function balanceAt(flows: readonly DatedFlow[], rate: Decimal): Balance {
  const Wide = rate.constructor as typeof Decimal
  const perDay = rate.div(-daysOfYear)
  const dayFactor = perDay.exp()
  let discount = new Wide(1)
  let [before, value, slope, bend, size] = Array.from({ length: 5 }, () => new Wide(0)) as [
    Decimal,
    Decimal,
    Decimal,
    Decimal,
    Decimal,
  ]
  for (const { days, amount } of flows) {
    const gap = days.minus(before)
    // Whole days, nearly all there are, take a few multiplications instead of a series.
    discount = discount.times(gap.isInteger() ? dayFactor.pow(gap) : perDay.times(gap).exp())
    before = days
    const years = days.div(daysOfYear)
    const part = amount.times(discount)
    value = value.plus(part)
    slope = slope.minus(part.times(years))
    bend = bend.plus(part.times(years).times(years))
    size = size.plus(part.abs())
  }
  return { value, slope, bend, size }
}
