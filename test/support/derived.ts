import { type Governed, termsFor } from '../../shared/definitions/resolve'
import { builtInDefinitions } from '../../shared/definitions/table'
import type { Terms } from '../../shared/definitions/term'
import { contextOf, type Period, type RowSource } from '../../shared/tables/rows'
import { isCellError, type Matrix } from '../../shared/values'
import { from, to } from './asking'
import type { Tables } from './database'
import { question } from './same-in-database'

export interface Asked {
  /** Terms agreed on otherwise than they are built in, as the definitions hold them. */
  readonly terms?: Terms
  /** The serial of a day. */
  readonly asOf?: number | undefined
  readonly period?: Period
}

/**
 * What a derived column, or any other expression over rows, says of each row of a table, the first given; of a row that
 * it refuses, the code and the reason.
 */
export function perRow(expression: string, tables: Tables, asked: Asked = {}): readonly unknown[] {
  const { tables: opened } = question(tables, { from, to })
  const governed = (termsFor(builtInDefinitions, from) as Governed).terms
  const context = contextOf(opened, { ...governed, ...asked.terms }, asked.asOf)
  context.period = asked.period ?? { from, to }
  const rows = context.rows(Object.keys(tables)[0] as RowSource)
  return (tables[rows.source as keyof Tables] as Matrix)
    .slice(1)
    .map((_, index) => told(() => rows.read(expression)(index + 1)))
}

function told(read: () => unknown): unknown {
  try {
    return read()
  } catch (thrown) {
    if (isCellError(thrown)) return `${thrown.error} ${thrown.reason}`
    throw thrown
  }
}
