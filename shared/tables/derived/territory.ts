import type { Rows } from '../rows'
import type { Reader, RowValue } from '../table'
import type { DerivedColumn } from './index'
import { once } from './once'
import { folded } from './ramp'

/** Where a table of deals has no column Territory: that of the rep who owns the deal. */
export const territoryOfOwner: DerivedColumn = {
  about: 'The territory of its owner, by REPS',
  reads: ['owner'],
  looksInto: { reps: ['rep', 'territory'] },
  read: ({ read, context }: Rows): Reader => {
    const owner = read('owner')
    const territories = once(() => territoriesOf(context.rows('reps')))
    return row => territories().get(folded(owner(row))) ?? null
  },
}

function territoriesOf({ read, last, isRow }: Rows): ReadonlyMap<string, RowValue> {
  const [rep, territory] = [read('rep'), read('territory')]
  const found = new Map<string, RowValue>()
  for (let row = last; row > 0; row--) if (isRow(row)) found.set(folded(rep(row)), territory(row))
  return found
}
