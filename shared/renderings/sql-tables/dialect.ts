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
  /** A text without such characters at its ends. */
  readonly trim: (text: string, characters: string) => string
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
  /** Whether a text is one of some. */
  readonly isOneOf: (text: string, texts: readonly string[]) => string
  /** Whether a text has something in it that a pattern matches. */
  readonly matches: (text: string, pattern: string) => string
  /** What a group of a pattern that matches the whole text holds, the first being 1. */
  readonly captured: (text: string, pattern: string, group: number) => string
  /** Of the rows `from … where …`, the value below which a share of them lies, as PERCENTILE.INC. */
  readonly percentile: (value: string, share: string, rows: string) => string
  /** The values of the rows for which a condition holds, in an order. */
  readonly list: (value: string, order: string, condition: string) => string
}

/** What most databases have in common; each dialect says where it differs. */
export const usual = {
  identifier: name => `"${name.replace(/"/g, '""')}"`,
  text: text => `'${text.replace(/'/g, "''")}'`,
  date: day => `date '${day}'`,
  monthNumber: day => `(extract(year from ${day}) * 12 + extract(month from ${day}))`,
  firstOfMonth: day => `cast(date_trunc('month', ${day}) as date)`,
  least: (...values) => `least(${values.join(', ')})`,
  greatest: (...values) => `greatest(${values.join(', ')})`,
  product: (amount, share) => `cast(${amount} as decimal(28, 9)) * cast(${share} as decimal(10, 9))`,
  isOneOf: (text, texts) => `${text} in (${texts.join(', ')})`,
  plainNumber: text => `regexp_replace(${text}, '[.]?0+$', '')`,
} satisfies Partial<SqlDialect>

/** A text without what stands around it; blank where nothing is left. */
export function trimmed(column: string, { trim, types }: SqlDialect): string {
  const spaces = `' ' || chr(9) || chr(10) || chr(13) || chr(160)`
  return `nullif(${trim(`cast(${column} as ${types.text})`, spaces)}, '')`
}
