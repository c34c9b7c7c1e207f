import type { Edit, Overview } from './steps'

/** A workbook that people start from: for whom it is, what it shows, and what makes it. */
export interface Template {
  /** As a command or a question names it: `sales-manager`. */
  readonly name: string
  readonly title: string
  /** In a few words: `A sales manager, before the Monday meeting`. */
  readonly forWhom: string
  /** In a sentence or two. */
  readonly shows: string
  /** The sheets that a reader opens, first one first; those of its tables come on top. */
  readonly sheets: readonly string[]
  /** The names of the tables of which it brings made-up rows where the workbook has none: `LEADS`. */
  readonly samples: readonly string[]
  /**
   * What adds it to a workbook: its own sheets, and of the tables and names that its formulas use (`LEADS`, `AS_OF`,
   * `DEFINITIONS`) those that are not there. Formulas are written without a host's prefix.
   */
  readonly edits: (into: Overview) => readonly Edit[]
}
