import type { RowSource } from '../../../tables/rows'
import type { Written } from '../expression'
import type { SourceWriter } from '../source'

/** How a column that is derived in the core is derived in SQL. */
export type SqlColumn = (rows: SourceWriter) => Written

export const sqlColumns: Partial<Record<RowSource, Readonly<Record<string, SqlColumn>>>> = {}
