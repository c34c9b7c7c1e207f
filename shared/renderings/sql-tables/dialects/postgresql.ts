import { type SqlDialect, usual } from '../dialect'

/**
 * PostgreSQL 14 and newer, built with ICU: with its root collation small letters and word characters are those of
 * Unicode, whatever the locale of the database.
 * https://www.postgresql.org/docs/current/sql.html
 */
export const postgresql: SqlDialect = {
  ...usual,
  types: {
    text: 'text',
    moment: 'timestamp',
    day: 'date',
    decimal: 'numeric(38, 9)',
    double: 'double precision',
    doubles: 'double precision[]',
    flag: 'boolean',
  },
  trim: (text, characters) => `btrim(${text}, ${characters}) collate "und-x-icu"`,
  days: (from, to) => `(cast(${to} as date) - cast(${from} as date))`,
  milliseconds: (from, to) => `(${sinceEpoch(to)} - ${sinceEpoch(from)})`,
  addMilliseconds: (moment, milliseconds) => `(${moment} + ${milliseconds} * interval '1 millisecond')`,
  addDays: (day, days) => `(cast(${day} as date) + cast(${days} as integer))`,
  addMonths: (day, months) => `cast(${day} + make_interval(months => cast(${months} as integer)) as date)`,
  word: text => `btrim(regexp_replace(lower(normalize(${text}, NFC)), '[^[:alnum:]]+', '_', 'g'), '_')`,
  matches: (text, pattern) => `${text} ~ '${pattern}'`,
  captured: (text, pattern, group) => `(regexp_match(${text}, '${pattern}'))[${group}]`,
  percentile: (value, share, rows) =>
    `(select percentile_cont(${share}) within group (order by cast(${value} as double precision)) ${rows})`,
  list: (value, order, condition) => `array_agg(${value} order by ${order}) filter (where ${condition})`,
}

function sinceEpoch(moment: string): string {
  return `floor(extract(epoch from cast(${moment} as timestamp)) * 1000)`
}
