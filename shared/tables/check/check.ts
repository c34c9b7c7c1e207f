/** Something that may be wrong with a row. What is asked of single cells and of all rows together is the same for every table. */
export type Check = Shared & (Rule | Unreadable)

interface Shared {
  /** Where it shows: in the first of these columns that the table has. A table without any is not asked. */
  readonly columns: readonly string[]
  /** What is wrong; `{cell}` stands for what the cell holds. */
  readonly problem: string
  readonly remedy: string
  /** A definition term that, once it is set, makes the problem none. */
  readonly unless?: string
}

interface Rule {
  /** Wrong where this holds, in the formula language over columns, derived columns, rules and definition terms. */
  readonly when: string
}

interface Unreadable {
  /** Wrong where this cannot be read: no definition knows the cell. */
  readonly reads: string
}

export interface TableChecks {
  /** Columns that together name one row. */
  readonly unique?: readonly [string, ...string[]]
  /** Columns at least one of which the metrics of this table cannot do without. */
  readonly wanted?: Omit<Shared, 'problem'>
  readonly checks: readonly Check[]
}

/** The outcome codes of the definitions, as a set that rules may ask. */
export const outcomeCodes = 'outcome.known'
