import { type SqlDialect, usual } from '../dialect'

/** https://docs.snowflake.com/en/sql-reference-commands */
export const snowflake: SqlDialect = {
  ...usual,
  text,
  types: {
    text: 'varchar',
    moment: 'timestamp_ntz',
    day: 'date',
    decimal: 'number(38, 9)',
    double: 'double',
    doubles: 'array',
    flag: 'boolean',
  },
  trim: (own, characters) => `trim(${own}, ${characters})`,
  days: (from, to) => `datediff(day, ${from}, ${to})`,
  milliseconds: (from, to) => `datediff(millisecond, ${from}, ${to})`,
  addMilliseconds: (moment, milliseconds) =>
    `dateadd(microsecond, cast(round(${milliseconds} * 1000) as integer), ${moment})`,
  addDays: (day, days) => `dateadd(day, cast(${days} as integer), cast(${day} as date))`,
  // Its add_months would make the last of a month the last of another.
  addMonths: (day, months) => `dateadd(month, cast(${months} as integer), cast(${day} as date))`,
  // Its others give null where any is null.
  least: (...values) => `least_ignore_nulls(${values.join(', ')})`,
  greatest: (...values) => `greatest_ignore_nulls(${values.join(', ')})`,
  word: own => `trim(regexp_replace(lower(${own}), '[^[:alnum:]]+', '_'), '_')`,
  matches: (own, pattern) => `regexp_instr(${own}, ${text(pattern)}) > 0`,
  captured: (own, pattern, group) => `regexp_substr(${own}, ${text(pattern)}, 1, 1, 'e', ${group})`,
  percentile: (value, share, rows) =>
    `(select percentile_cont(${share}) within group (order by cast(${value} as double)) ${rows})`,
  list: (value, order, condition) =>
    `array_agg(case when ${condition} then ${value} end) within group (order by ${order})`,
}

function text(own: string): string {
  return `'${own.replace(/\\/g, '\\\\').replace(/'/g, "''")}'`
}
