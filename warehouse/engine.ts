import type { AnswerRow } from '../shared/renderings/sql-tables/answer-rows'
import type { SqlDialect } from '../shared/renderings/sql-tables/dialect'
import type { Mapping } from '../shared/renderings/sql-tables/mapping'

/** A database that is asked. */
export interface Engine {
  readonly dialect: SqlDialect
  /** Where each table is, and what its columns are called. */
  readonly mapping: Mapping
  /** Runs a statement that only reads; throws `Refused` with a sentence where it cannot. */
  readonly query: (sql: string) => Promise<readonly object[]>
  readonly close: () => Promise<void>
}

/** What tells people that something goes on. */
export type Told = (line: string) => void

export type { AnswerRow }
