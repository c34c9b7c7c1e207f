import { readCondition, readQuantity } from '../expression'
import { exists, type Key } from '../links'
import { noTwin, type Source } from '../source'
import { both, type Condition, factor, not, oneOf, type Quantity, quantity, type Words } from '../written'

/** Blank and below 1 are refused where they count; elsewhere nothing may be divided by 0. */
export function months(source: Source): Quantity {
  const { text } = readQuantity('term_months', source)
  return { ...quantity(`(${text}+(${text}<=0)*(1-${text}))`), isPositive: true }
}

/**
 * What became of a customer in the period, as far as that is told by what it pays for at all: who came, returned or
 * left. Whether those who stay pay more or less takes their sums.
 */
export function movement(source: Source): Words {
  const key: Key = { source, column: 'customer_id' }
  const paying = (rule: string): Condition =>
    exists(key, key, readCondition(`${rule} and amount > 0`, source))
  const moves: Readonly<Record<string, () => Condition>> = {
    churn: () => both(paying('ran_before'), not(paying('runs'))),
    new: () => both(paying('runs'), both(not(paying('ran_before')), not(paying('began_before')))),
    reactivation: () => both(paying('runs'), both(not(paying('ran_before')), paying('began_before'))),
  }
  return {
    kind: 'words',
    present: '1',
    among: holds => {
      if (holds('expansion') || holds('contraction')) {
        throw noTwin(
          'which customers pay more than before and which less follows from all that each of them pays, which takes more than built-in functions',
        )
      }
      const wanted = Object.keys(moves).filter(holds)
      return factor(oneOf(...wanted.map(own => (moves[own] as () => Condition)())))
    },
  }
}
