import { isBlankArgument } from './definitions-place'
import type { Call } from './own-calls'

/** A stretch of a formula and what is to stand in its place. */
export interface Replacement {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The formula with its stretches replaced; they do not overlap. */
export function replaced(formula: string, replacements: readonly Replacement[]): string {
  return [...replacements]
    .sort((a, b) => b.start - a.start)
    .reduce(
      (text, { start, end, text: instead }) => text.slice(0, start) + instead + text.slice(end),
      formula,
    )
}

/** Sets an argument of a call that was left out, with blanks before it as far as needed. */
export function withArgument(
  formula: string,
  call: Call,
  place: number,
  text: string,
): Replacement | undefined {
  const there = call.args[place]
  if (there) return isBlankArgument(there) ? { start: there.start, end: there.end, text } : undefined
  if (formula[call.end - 1] !== ')') return undefined
  const added = [...Array<string>(place - call.args.length).fill('""'), text]
  const end = call.end - 1
  return { start: end, end, text: `${call.args.length === 0 ? '' : ', '}${added.join(', ')}` }
}
