import { type Area, addressText } from '../area'
import { formulaTokens } from '../formulas/formula-tokens'
import type { Call } from '../formulas/own-calls'

/** Where something stands in a formula's text; its end is not counted in. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Where each argument of a call stands, with the brackets around it, which an expression does not keep. */
export function argumentSpans(formula: string, { start, end }: Call): readonly Span[] {
  const spans: Span[] = []
  let depth = 0
  let from = end
  for (const { kind, text, at } of formulaTokens(formula.slice(start, end))) {
    if (kind === 'open' || kind === 'open array') depth++
    if (kind === 'open' && depth === 1) from = start + at + text.length
    const isLast = kind === 'close' && depth === 1
    if (isLast || (kind === 'argument' && depth === 1)) {
      spans.push(trimmed(formula, from, start + at))
      from = start + at + text.length
    }
    if (kind === 'close' || kind === 'close array') depth--
  }
  return spans
}

function trimmed(formula: string, start: number, end: number): Span {
  const text = formula.slice(start, end)
  const blanks = text.length - text.trimStart().length
  return { start: start + blanks, end: start + blanks + text.trim().length }
}

/** An address as a formula on a sheet writes it: its own sheet goes without saying. */
export function addressFrom(sheet: string, area: Area): string {
  const address = addressText(area)
  return area.sheet === sheet ? address.slice(address.lastIndexOf('!') + 1) : address
}
