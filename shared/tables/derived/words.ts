import type { Reader, RowValue } from '../table'

/** `Proposal/Price Quote` and `proposal_price_quote` are one word to a definition. */
export function worded(value: RowValue): string {
  return String(value ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
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
