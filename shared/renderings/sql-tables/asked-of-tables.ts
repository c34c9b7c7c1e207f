import type { TermValue } from '../../definitions/term'
import { allTime, readQuestion } from '../../metrics/on-tables/question'
import { wantedNamed } from '../../metrics/on-tables/wanted'
import { columnCalled } from '../../tables/headers'
import type { TableName } from '../../tables/schema'
import { schemas } from '../../tables/schemas'
import type { Condition } from '../../tables/where'
import { type CellError, isCellError, type Matrix } from '../../values'
import type { DialectName } from './dialects/index'
import { type TableMapping, tablePath } from './mapping'
import { type SqlStatement, statement } from './statement'

/** What a cell asks of tables, without their rows, as plain data. */
export interface AskedOfTables {
  /** With the basis behind it: `WIN_RATE@restated`. */
  readonly metric: string
  /** What the call says itself in place of the definitions. */
  readonly overrides: Readonly<Record<string, TermValue>>
  /** The first and the last day, as serials; null where all time is meant. */
  readonly period: { readonly from: number; readonly to: number } | null
  readonly conditions: readonly Condition[]
  readonly asOf: number | null
  /** The range DEFINITIONS; null for the built-in ones. */
  readonly definitions: Matrix | null
  /** The ranges LOCKS and SNAPSHOT, as far as the call is given them. */
  readonly records: readonly Matrix[]
  readonly tables: readonly { readonly table: TableName; readonly headers: readonly string[] }[]
}

/** Where a database has the tables of a workbook. */
export interface InDatabase {
  readonly dialect: DialectName
  /** Dotted, such as `project.dataset.leads`; a table without one is called as Plumbline calls it. */
  readonly names: Partial<Record<TableName, string>>
  /** Whether its columns are called as in the sheet, or as Plumbline calls them. */
  readonly columns: 'sheet' | 'plumbline'
}

/** The statement that gives in a database what a cell shows; `CellError` where there is none. */
export function statementAsked(asked: AskedOfTables, place: InDatabase): SqlStatement | CellError {
  const { metric, overrides, period, conditions, asOf, definitions, records, tables } = asked
  const question = readQuestion({
    ...{ tables: [...tables.map(({ headers }) => [headers]), ...records], where: '', asOf, definitions },
    ...(period ?? { from: null, to: null }),
  })
  if (isCellError(question)) return question
  const wanted = wantedNamed(metric, question.definitions)
  if (isCellError(wanted)) return wanted
  const mapping: Partial<Record<TableName, TableMapping>> = {}
  for (const { table, headers } of tables) {
    const path = tablePath(place.names[table] ?? usualName(table, place.dialect))
    if (isCellError(path)) return path
    const columns = headers
      .filter(header => header.trim() !== '')
      .map(header => [header, place.columns === 'sheet' ? header : ourColumn(table, header, place.dialect)])
    mapping[table] = { table: path, columns: Object.fromEntries(columns) }
  }
  const { tables: _, ...rest } = { ...question, conditions, periods: [period ?? allTime] }
  return statement(
    { metrics: [metric], set: '' },
    { ...rest, wanted: [{ ...wanted, overrides }], mapping },
    place.dialect,
  )
}

/** What nobody has quoted stands in Snowflake in capitals. */
export function usualName(name: string, dialect: DialectName): string {
  return dialect === 'snowflake' ? name.toUpperCase() : name
}

function ourColumn(table: TableName, header: string, dialect: DialectName): string {
  return usualName(columnCalled(schemas[table], header) ?? header, dialect)
}

/** Whether the sheet calls any column otherwise than Plumbline does. */
export function hasOwnHeaders({ tables }: AskedOfTables): boolean {
  return tables.some(({ table, headers }) =>
    headers.some(header => (columnCalled(schemas[table], header) ?? header) !== header),
  )
}

export { tablePath }
