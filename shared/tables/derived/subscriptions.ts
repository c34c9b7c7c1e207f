import { cellError } from '../../values'
import type { Rows } from '../rows'
import type { Reader } from '../table'
import { customerMonths } from './customer-months'
import type { DerivedColumn } from './index'
import { perPeriod } from './per-period'
import { perValue, worded } from './words'

export const subscriptionColumns: Readonly<Record<string, DerivedColumn>> = {
  charge: {
    about: 'How it is charged: recurring, one_off or usage',
    reads: ['type'],
    read: charge,
  },
  months: {
    about: 'How many months the amount is for',
    reads: ['term_months'],
    read: months,
  },
  movement: {
    about:
      'What became of the recurring revenue of its customer in the period: new, expansion, reactivation, contraction or churn',
    reads: ['customer_id', 'amount', 'months', 'runs', 'ran_before', 'began_before'],
    read: movement,
  },
  ...customerMonths,
}

/** A kind of charge that nobody knows is refused: left out without a word it would make revenue too small. */
function charge({ read, label }: Rows): Reader {
  const type = read('type')
  const known = perValue(type, value => charges.find(([, words]) => words.includes(worded(value)))?.[0] ?? '')
  return row => {
    const found = known(row)
    if (found !== '') return found
    const named = type(row) === null ? 'type is blank' : `type is “${type(row)}”`
    throw cellError('#VALUE!', `${label(row)}: ${named}: write recurring, one_off or usage`)
  }
}

export const charges: readonly (readonly [string, readonly string[]])[] = [
  ['recurring', ['recurring', 'subscription', 'renewable', 'evergreen']],
  ['one_off', ['one_off', 'one_time', 'onetime', 'oneoff', 'single']],
  ['usage', ['usage', 'metered', 'consumption', 'usage_based']],
]

function months({ read, label }: Rows): Reader {
  const term = read('term_months')
  return row => {
    const length = term(row)
    if (typeof length === 'number' && length > 0) return length
    if (length === null) throw cellError('#N/A', `${label(row)}: term_months is blank: fill it in`)
    const remedy = 'write the months that the amount is for, 12 for a year'
    throw cellError(length === 0 ? '#DIV/0!' : '#NUM!', `${label(row)}: term_months is ${length}: ${remedy}`)
  }
}

/** A customer's monthly revenue before the period and at its end. */
interface Customer {
  before: number
  after: number
  paidBefore: boolean
  paysNow: boolean
  paidEver: boolean
}

/**
 * Each customer moves once in a period, whatever its subscriptions did in between. Everything that a customer pays
 * belongs to its one movement, so that all movements together are exactly the difference of the two ends; therefore
 * doubles are good enough to tell up from down.
 */
function movement(rows: Rows): Reader {
  const id = rows.read('customer_id')
  const customers = perPeriod(rows, () => customersOf(rows))
  return row => {
    const customer = customers().get(id(row))
    return customer ? movementOf(customer) : null
  }
}

function movementOf({ before, after, paidBefore, paysNow, paidEver }: Customer): string {
  if (paidBefore === paysNow) return after < before ? 'contraction' : 'expansion'
  if (paidBefore) return 'churn'
  return paidEver ? 'reactivation' : 'new'
}

function customersOf({ read, last, isRow }: Rows): ReadonlyMap<unknown, Customer> {
  const [id, amount, length] = [read('customer_id'), read('amount'), read('months')]
  const [runs, ranBefore, beganBefore] = [read('runs'), read('ran_before'), read('began_before')]
  const found = new Map<unknown, Customer>()
  for (let row = 1; row <= last; row++) {
    if (!isRow(row)) continue
    const [isNow, wasBefore, wasEver] = [
      runs(row) === true,
      ranBefore(row) === true,
      beganBefore(row) === true,
    ]
    if (!isNow && !wasEver) continue
    const key = id(row)
    let customer = found.get(key)
    if (!customer) {
      customer = { before: 0, after: 0, paidBefore: false, paysNow: false, paidEver: false }
      found.set(key, customer)
    }
    const monthly = Number(amount(row)) / Number(length(row))
    if (monthly > 0 && wasEver) customer.paidEver = true
    if (wasBefore) {
      customer.before += monthly
      if (monthly > 0) customer.paidBefore = true
    }
    if (isNow) {
      customer.after += monthly
      if (monthly > 0) customer.paysNow = true
    }
  }
  return found
}
