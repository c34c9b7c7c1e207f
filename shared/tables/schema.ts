/** What a table is: its columns with their synonyms, what can be derived from them, and the rules over its rows. */
export interface Schema {
  readonly name: TableName
  /** What one row is. */
  readonly row: string
  readonly columns: Readonly<Record<string, Column>>
  /** Conditions and values over columns, other rules, derived columns and definition terms, in the formula language. */
  readonly rules: Readonly<Record<string, string>>
}

export type TableName =
  | ('leads' | 'deals' | 'costs')
  | ('activities' | 'targets' | 'quotas' | 'subscriptions' | 'surveys')
  | ('stage_history' | 'touches' | 'reps' | 'scored_calls' | 'accounts')

export interface Column {
  readonly type: ColumnType
  /** Tells the table apart from others: recognised only with all of these. */
  readonly key?: true
  /** Where the table has no such column, every row counts as blank in it. */
  readonly optional?: true
  /** An amount in the currency of its row: those of two currencies are not added. */
  readonly money?: true
  /** As Salesforce and HubSpot export it (label, then internal name), then as found elsewhere. */
  readonly synonyms: readonly string[]
}

/**
 * `id` is compared exactly, to the letter and the digit; other text regardless of case. A `fraction` lies in 0…1; where
 * the header says % its cells are hundredths. A `period` is a day of it, or its name as text (2026-Q1).
 */
export type ColumnType = 'id' | 'text' | 'date' | 'number' | 'fraction' | 'flag' | 'period'
