import type { Measure } from '../../metrics/metric'
import { type Condition, isExact } from '../../tables/where'
import type { SqlDialect } from './dialect'
import { firstOf, type Written, when } from './expression'
import { isLiteral, type SourceWriter } from './source'

/** What one measure reads of a row that is in the period. */
export interface Facts {
  /** Whether the row counts. */
  readonly counts: string
  readonly value: string | undefined
  readonly valueType: Written['type'] | undefined
  /** What is wrong with a row that may count. */
  readonly refused: string | undefined
  /** The currency of a value that is an amount. */
  readonly currency: string | undefined
  /** The value of the column that takes the measure apart; null where the row has none. */
  readonly key: string | undefined
}

/** As the core does: rows that are not asked for are not looked at, and values are read of rows that count. */
export function factsOf(measure: Measure, conditions: readonly Condition[], writer: SourceWriter): Facts {
  const { rows, dialect } = writer
  const rule = writer.read(measure.rows)
  const key = measure.per === undefined ? undefined : keyText(writer.key(measure.per), dialect)
  const isTaken = key === undefined ? [] : [{ sql: `${key} is not null`, type: 'flag' } as const]
  const asked = conditions.map(condition => askedFor(condition, writer))
  const holds = all([...asked, { ...rule, sql: `(${rule.sql})` }, ...isTaken])
  const counted = measure.value ?? measure.distinct
  const value = counted === undefined ? undefined : writer.read(counted)
  const isMoney = measure.value !== undefined && rows.isMoney(measure.value)
  const fault = value && firstOf(value.refused, blankValue(measure, value, writer))
  return {
    counts: holds.sql,
    value: value?.sql,
    valueType: value?.type,
    refused: firstOf(holds.refused, when(holds.sql, fault)),
    currency: isMoney && rows.has('currency') ? `upper(${writer.name('currency').sql})` : undefined,
    key,
  }
}

/** Conditions of which each is only looked at where those before it hold. */
export function all(conditions: readonly Written[]): Written {
  return conditions.reduce((before, next) => ({
    sql: `${before.sql} and ${next.sql}`,
    type: 'flag',
    refused: firstOf(before.refused, when(before.sql, next.refused)),
  }))
}

function blankValue(
  { value }: Measure,
  { sql }: Written,
  { dialect, source }: SourceWriter,
): string | undefined {
  if (value === undefined || (isLiteral(sql) && sql !== 'null')) return undefined
  return `case when ${sql} is null then ${dialect.text(`#N/A a row of ${source} counts, but its ${value} is blank: fill it in`)} end`
}

/** Text is compared regardless of case, ids to the letter. */
export function askedFor({ column, value }: Condition, writer: SourceWriter): Written {
  const { dialect, rows } = writer
  const own = writer.key(column)
  const text = `coalesce(${textOf(own, dialect)}, '')`
  const sql = isExact(rows, column)
    ? `${text} = ${dialect.text(value)}`
    : `lower(${text}) = ${dialect.text(value.toLowerCase())}`
  return { sql, type: 'flag', refused: own.refused }
}

export function keyText(own: Written, dialect: SqlDialect): string {
  return `nullif(lower(${dialect.trim(textOf(own, dialect), "' '")}), '')`
}

/** A value as a spreadsheet shows it. */
export function textOf({ sql, type }: Written, dialect: SqlDialect): string {
  const { types } = dialect
  switch (type) {
    case 'number':
      return dialect.plainNumber(`cast(cast(${sql} as ${types.decimal}) as ${types.text})`)
    case 'date':
      return dialect.plainNumber(`cast(cast(${serialOf(sql, dialect)} as ${types.decimal}) as ${types.text})`)
    case 'flag':
      return `cast(${sql} as ${types.text})`
    default:
      return sql
  }
}

/** Days since 1899-12-30, as spreadsheets count them. */
export function serialOf(moment: string, dialect: SqlDialect): string {
  return `cast(${dialect.milliseconds(dialect.date('1899-12-30'), moment)} as ${dialect.types.double}) / 86400000`
}
