import { cellError } from '../../values'
import type { Rows } from '../rows'
import type { RowValue } from '../table'
import { once } from './once'

/** Of each deal the rows of its history that are known, the earliest first; of two at one moment the upper. */
export function historiesOf({
  read,
  isRow,
  last,
  context,
}: Rows): () => ReadonlyMap<RowValue, readonly number[]> {
  const [id, enteredAt] = [read('deal_id'), read('entered_at')]
  const end = (context.asOf ?? Number.POSITIVE_INFINITY) + 1
  if (last === 0) {
    throw cellError('#N/A', 'stage_history is empty: nobody knows when which deal was in which stage')
  }
  return once(() => {
    const found = new Map<RowValue, number[]>()
    for (let row = 1; row <= last; row++) {
      const moment = isRow(row) ? enteredAt(row) : null
      if (typeof moment !== 'number' || moment >= end) continue
      const others = found.get(id(row))
      if (others) others.push(row)
      else found.set(id(row), [row])
    }
    for (const rows of found.values()) rows.sort((a, b) => Number(enteredAt(a)) - Number(enteredAt(b)))
    return found
  })
}
