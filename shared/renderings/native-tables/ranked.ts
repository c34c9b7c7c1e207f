import { type Condition, factor } from './written'

/** How many rows count. */
export function countOf({ factors }: Condition): string {
  return factors.length === 1 ? `SUMPRODUCT(1*${factors[0]})` : `SUMPRODUCT(${factors.join('*') || '0'})`
}

/** More than any amount: what does not count stands behind all that does. */
const beyond = '1E+99'

/**
 * The so-manieth smallest values of those that count, for a place or an array of places. Days and seconds are never
 * below 0: of these, what does not count is 0, and they are counted from the largest.
 */
function ranked({ counts, value, isAmount }: Listed, place: (index: string) => string): string {
  const holds = factor(counts)
  if (isAmount) return `SMALL(${holds}*${value}+(1-${holds})*${beyond},${place('')})`
  return `LARGE(${holds}*(${value}+1),${place(`${countOf(counts)}+1-`)})-1`
}

/** Values of rows, of which some count. */
export interface Listed {
  readonly counts: Condition
  readonly value: string
  readonly isAmount: boolean
}

export function extreme(listed: Listed, name: 'min' | 'max'): string {
  const last = countOf(listed.counts)
  return `SUMPRODUCT(${ranked(listed, from => (name === 'min' ? `${from}1` : `${from}${last}`))})`
}

export function median(listed: Listed): string {
  const places = `INT((${countOf(listed.counts)}+{1,2})/2)`
  return `(SUMPRODUCT(${ranked(listed, () => places)})/2)`
}

/** The value below which a share of the values lies, between two of them in proportion, as PERCENTILE.INC. */
export function percentile(listed: Listed, share: string): string {
  const place = `ROUND((${countOf(listed.counts)}-1)*${share},9)`
  const [part, places] = [`MOD(${place},1)`, `(INT(${place})+1+{0,1}*(MOD(${place},1)>0))`]
  return `SUMPRODUCT((${ranked(listed, from => `${from}${places}`)})*({1,0}+{-1,1}*${part}))`
}
