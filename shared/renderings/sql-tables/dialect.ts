/** How one database writes what databases write differently. Everything else is in SQL that all of them read. */
export interface SqlDialect {
  /** A name of a table or column, whatever characters it has. */
  readonly identifier: (name: string) => string
  readonly text: (text: string) => string
  /** A day written `2026-01-31`. */
  readonly date: (day: string) => string
  readonly types: Readonly<
    Record<'text' | 'moment' | 'day' | 'decimal' | 'double' | 'doubles' | 'flag', string>
  >
  /** Whole days from one moment's day to another's. */
  readonly days: (from: string, to: string) => string
  /** Milliseconds from one moment to another. */
  readonly milliseconds: (from: string, to: string) => string
  readonly addMilliseconds: (moment: string, milliseconds: string) => string
  readonly addDays: (day: string, days: string) => string
  /** The same day so many months later, or that month's last; months may be below 0. */
  readonly addMonths: (day: string, months: string) => string
  /** Months since the year 0. */
  readonly monthNumber: (day: string) => string
  readonly firstOfMonth: (day: string) => string
  /** Of numbers, days or moments, those that are null left out. */
  readonly least: (...values: readonly string[]) => string
  readonly greatest: (...values: readonly string[]) => string
  /** The product of an amount and a share, exact to nine decimals each. */
  readonly product: (amount: string, share: string) => string
  /** In small letters, all that is no letter or digit made one underscore: `closed_won`. */
  readonly word: (text: string) => string
  /** The text of a decimal without the zeros at its end. */
  readonly plainNumber: (text: string) => string
  /** Whether a text has something in it that a pattern matches. */
  readonly matches: (text: string, pattern: string) => string
  /** What a group of a pattern matches, the first being 1. */
  readonly captured: (text: string, pattern: string, group: number) => string
  /** An aggregate of the rows for which a condition holds. */
  readonly where: (aggregate: string, condition: string) => string
  /** The value below which a share of the values lies, between two of them in proportion, as PERCENTILE.INC. */
  readonly percentile: (value: string, share: string) => string
  /** The values of the rows for which a condition holds, in an order. */
  readonly list: (value: string, order: string, condition: string) => string
  /** Rows of literals as a table. */
  readonly values: (columns: readonly string[], rows: readonly (readonly string[])[]) => string
}

export const duckdb: SqlDialect = {
  identifier: name => `"${name.replace(/"/g, '""')}"`,
  text: text => `'${text.replace(/'/g, "''")}'`,
  date: day => `date '${day}'`,
  types: {
    text: 'varchar',
    moment: 'timestamp',
    day: 'date',
    decimal: 'decimal(38, 9)',
    double: 'double',
    doubles: 'double[]',
    flag: 'boolean',
  },
  days: (from, to) => `date_diff('day', cast(${from} as date), cast(${to} as date))`,
  milliseconds: (from, to) => `(epoch_ms(cast(${to} as timestamp)) - epoch_ms(cast(${from} as timestamp)))`,
  addMilliseconds: (moment, milliseconds) =>
    `${moment} + to_microseconds(cast(round(${milliseconds} * 1000) as bigint))`,
  addDays: (day, days) => `cast(${day} + to_days(cast(${days} as integer)) as date)`,
  addMonths: (day, months) => `cast(${day} + to_months(cast(${months} as integer)) as date)`,
  monthNumber: day => `(year(${day}) * 12 + month(${day}))`,
  firstOfMonth: day => `cast(date_trunc('month', ${day}) as date)`,
  least: (...values) => `least(${values.join(', ')})`,
  greatest: (...values) => `greatest(${values.join(', ')})`,
  product: (amount, share) => `cast(${amount} as decimal(28, 9)) * cast(${share} as decimal(10, 9))`,
  word: text => `trim(regexp_replace(lower(${text}), '[^\\p{L}\\p{N}]+', '_', 'g'), '_')`,
  plainNumber: text => `regexp_replace(${text}, '\\.?0+$', '')`,
  matches: (text, pattern) => `regexp_matches(${text}, '${pattern}')`,
  captured: (text, pattern, group) => `regexp_extract(${text}, '${pattern}', ${group})`,
  where: (aggregate, condition) => `${aggregate} filter (where ${condition})`,
  percentile: (value, share) => `quantile_cont(cast(${value} as double), ${share})`,
  list: (value, order, condition) => `list(${value} order by ${order}) filter (where ${condition})`,
  values: (columns, rows) =>
    `select * from (values ${rows.map(row => `(${row.join(', ')})`).join(', ')}) as v(${columns.join(', ')})`,
}

/** A text without what stands around it; blank where nothing is left. */
export function trimmed(column: string, { types }: SqlDialect): string {
  return `nullif(trim(cast(${column} as ${types.text}), ' ' || chr(9) || chr(10) || chr(13) || chr(160)), '')`
}
