import type { Made } from '../questions'
import type { Block, Edit } from '../steps'

/** A part of what setting up does. */
export interface Part {
  readonly expected?: readonly Block[]
  readonly edits: readonly Edit[]
  readonly made: readonly Made[]
}

export const nothing: Part = { edits: [], made: [] }
