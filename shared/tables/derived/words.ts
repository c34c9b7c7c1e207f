import { worded as wordedText } from '../../definitions/worded'
import type { Reader, RowValue } from '../table'

/** A cell as the word that a definition would have for it. */
export function worded(value: RowValue): string {
  return wordedText(String(value ?? ''))
}

/** What follows from a column whose values are few in many rows, worked out once for each of them. */
export function perValue<Found>(column: Reader, find: (value: RowValue) => Found): (row: number) => Found {
  const found = new Map<RowValue, Found>()
  return row => {
    const value = column(row)
    const known = found.get(value)
    if (known !== undefined) return known
    const fresh = find(value)
    found.set(value, fresh)
    return fresh
  }
}

export function wordsOf(column: Reader): (row: number) => string {
  return perValue(column, worded)
}
