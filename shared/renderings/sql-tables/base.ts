import { anyColumn, canonicalName, hasColumn } from '../../tables/any-column'
import { saysPercent } from '../../tables/cells'
import { derivedColumns } from '../../tables/derived/index'
import { columnCalled, normalised } from '../../tables/headers'
import type { RowSource } from '../../tables/rows'
import type { ColumnType, TableName } from '../../tables/schema'
import { columnReader, type Table } from '../../tables/table'
import { type SqlDialect, trimmed } from './dialect'
import type { SqlType, Written } from './expression'
import { physicalColumn, type TableMapping } from './mapping'
import type { SourceWriter } from './source'
import { note } from './state'

const typeOfColumn: Readonly<Record<ColumnType, SqlType>> = {
  id: 'text',
  text: 'text',
  period: 'text',
  date: 'date',
  number: 'number',
  fraction: 'number',
  flag: 'flag',
}

function tableOf({ source, state }: SourceWriter): Table {
  return state.context.tables.get(source as TableName) as Table
}

/** A column of the schema of the table; undefined for any other name. */
export function tableColumn(name: string, writer: SourceWriter): Written | undefined {
  if (!writer.schema.columns[name]) return undefined
  const table = tableOf(writer)
  // A column that is missing or doubtful is refused as the core does.
  columnReader(table, name)
  return baseColumn(name, table, writer)
}

/** A column as questions name it: by its canonical name, its header, a synonym, or as it is derived. */
export function tableKey(name: string, writer: SourceWriter): Written {
  const table = tableOf(writer)
  if (!hasColumn(table, name) && derivedColumns[writer.source]?.[name]) return writer.name(name)
  // A column that is missing is refused as the core does.
  anyColumn(table, name)
  const called = hasColumn(table, name)
    ? canonicalName(table, name)
    : canonicalName(table, columnCalled(table.schema, name) ?? '')
  if (called !== undefined) return tableColumn(called, writer) as Written
  return baseColumn(table.headers.indexOf(normalised(name)), table, writer)
}

/**
 * A column of the table itself: one of its schema by its name, another by the place of its header. One that the table
 * lacks but may lack is blank.
 */
function baseColumn(which: string | number, table: Table, writer: SourceWriter): Written {
  const { state, dialect } = writer
  const mapped = state.mapping[table.schema.name] as TableMapping
  note(state, { depth: 0, isOfPeriod: false })
  if (typeof which === 'number') {
    const column = dialect.identifier(Object.values(mapped.columns)[which] as string)
    return added(`__header_${which}`, trimmed(column, dialect), writer, 'text')
  }
  const type = (table.schema.columns[which] as { type: ColumnType }).type
  const found = physicalColumn(table, mapped, which)
  if (!found)
    return { sql: `cast(null as ${sqlTypeOf(typeOfColumn[type], dialect)})`, type: typeOfColumn[type] }
  return added(
    which,
    read(dialect.identifier(found.name), type, found.header, dialect),
    writer,
    typeOfColumn[type],
  )
}

function added(name: string, sql: string, { source, state, dialect }: SourceWriter, type: SqlType): Written {
  const base = state.bases.get(source as TableName) ?? new Map<string, string>()
  state.bases.set(source as TableName, base)
  base.set(name, sql)
  note(state, { depth: 0, isOfPeriod: false, isOfText: type === 'text' })
  return { sql: dialect.identifier(name), type }
}

function read(column: string, type: ColumnType, header: string, dialect: SqlDialect): string {
  switch (type) {
    case 'date':
      return `cast(${column} as ${dialect.types.moment})`
    case 'number':
      return `cast(${column} as ${dialect.types.decimal})`
    case 'fraction': {
      const number = `cast(${column} as ${dialect.types.decimal})`
      return saysPercent(header) ? `cast(${number} / 100 as ${dialect.types.decimal})` : number
    }
    case 'flag':
      return `cast(${column} as ${dialect.types.flag})`
    default:
      return trimmed(column, dialect)
  }
}

export function sqlTypeOf(type: SqlType, { types }: SqlDialect): string {
  return { text: types.text, number: types.decimal, date: types.moment, flag: types.flag }[type]
}

/** Numbers the rows from above; of a table that nothing orders, in whatever order the database gives. */
export function orderColumn(writer: SourceWriter): string {
  const { state, source, dialect, schema } = writer
  const name = dialect.identifier('__row')
  note(state, { depth: 0, isOfPeriod: false })
  if (source === 'credits') return name
  const { order, isNumbered } = state.mapping[source] as TableMapping
  if (order !== undefined && isNumbered)
    return added('__row', dialect.identifier(order), writer, 'number').sql
  const id = Object.entries(schema.columns).find(([, { type, key }]) => type === 'id' && key)?.[0]
  const table = state.context.tables.get(source) as Table
  const physical = order ?? (id && physicalColumn(table, state.mapping[source] as TableMapping, id)?.name)
  // Some databases number rows in an order only, be it none.
  const above = physical === undefined ? `cast(null as ${dialect.types.text})` : dialect.identifier(physical)
  return added('__row', `row_number() over (order by ${above})`, writer, 'number').sql
}

/** No table of a database is called so: one that is called as its reader would be taken for that very reader. */
export function baseName(source: RowSource): string {
  return `${source}__0`
}

/** Whether a database keeps what is read more than once; where nothing is said, it decides itself. */
export function kept(mapped: TableMapping | undefined): string {
  return mapped?.isColumnar ? 'not materialized ' : ''
}

/** The table under the names that rules know. */
export function baseSelect(
  name: TableName,
  columns: ReadonlyMap<string, string>,
  mapped: TableMapping,
  dialect: SqlDialect,
): string {
  const { identifier } = dialect
  const listed = [...columns].map(([column, sql]) => `${sql} as ${identifier(column)}`)
  const from = mapped.table.map(identifier).join('.')
  return `${identifier(baseName(name))} as ${kept(mapped)}(select ${listed.length === 0 ? `1 as ${identifier('__one')}` : listed.join(', ')} from ${from})`
}
