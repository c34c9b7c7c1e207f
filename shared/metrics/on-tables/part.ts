import { type CellError, isCellError } from '../../values'
import type { Measure } from '../metric'

/** What a measure found in one period: a count, or the values of its rows; either for each value of a column. */
export type Part = Found | ByKey | CellError
export type Found = number | readonly number[]
export type ByKey = ReadonlyMap<string, Found>

/** How many rows a part was made of, as far as it tells. */
export function rowsOf(part: Part): number {
  if (typeof part === 'number') return part
  if (isCellError(part)) return 0
  return part instanceof Map
    ? [...part.values()].reduce<number>((sum, each) => sum + rowsOf(each), 0)
    : (part as readonly number[]).length
}

/** What a measure without rows found. */
export function nothingOf({ value }: Measure): Found {
  return value === undefined ? 0 : []
}

/** The parts of the stretches of a period put together. */
export function joined(parts: readonly Part[]): Part {
  return parts.reduce((left, right): Part => {
    if (isCellError(left)) return left
    if (isCellError(right)) return right
    if (!(left instanceof Map)) return together(left as Found, right as Found)
    const both = new Map(left as ByKey)
    for (const [key, found] of right as ByKey) {
      both.set(key, both.has(key) ? together(both.get(key) as Found, found) : found)
    }
    return both
  })
}

function together(left: Found, right: Found): Found {
  return typeof left === 'number' ? left + (right as number) : left.concat(right)
}
