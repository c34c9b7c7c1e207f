import type { CellError } from '../../shared/values'

/** A date is written as ISO wall-clock text here; each host hands it over in its own way (serial, Date, …). */
export type CaseCell = number | string | boolean | null | CellError | { readonly date: string }
export type CaseArgument = CaseCell | readonly (readonly CaseCell[])[] | undefined
/** An expected error: its code, and words that its reason must contain. */
export type CaseAnswer = number | string | { readonly error: string; readonly says?: string }

export interface Case {
  readonly name: string
  readonly call: string
  readonly args: readonly CaseArgument[]
  readonly expected: CaseAnswer | readonly (readonly CaseAnswer[])[]
}

export const cases: readonly Case[] = [
  { name: 'simple return', call: 'ROI', args: [5000, 1000], expected: 4 },
  { name: 'no cost', call: 'ROI', args: [5000, 0], expected: { error: '#DIV/0!', says: 'cost is 0' } },
]
