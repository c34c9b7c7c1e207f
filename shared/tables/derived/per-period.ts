import type { Period, Rows } from '../rows'
import { once } from './once'

/** Works something out once for each period that the rows are asked for. */
export function perPeriod<Found>({ context }: Rows, find: () => Found): () => Found {
  const known = new Map<Period, () => Found>()
  return () => {
    let found = known.get(context.period)
    if (!found) {
      found = once(find)
      known.set(context.period, found)
    }
    return found()
  }
}
