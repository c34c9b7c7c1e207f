import { type SqlDialect, usual } from '../dialect'

/** GoogleSQL. https://cloud.google.com/bigquery/docs/reference/standard-sql/query-syntax */
export const bigquery: SqlDialect = {
  ...usual,
  identifier: name => `\`${escaped(name, '`')}\``,
  text,
  types: {
    text: 'string',
    moment: 'datetime',
    day: 'date',
    // 38 digits, of which 9 behind the point.
    decimal: 'numeric',
    double: 'float64',
    doubles: 'array<float64>',
    flag: 'bool',
  },
  trim: (own, characters) => `trim(${own}, ${characters})`,
  days: (from, to) => `date_diff(cast(${to} as date), cast(${from} as date), day)`,
  milliseconds: (from, to) =>
    `datetime_diff(cast(${to} as datetime), cast(${from} as datetime), millisecond)`,
  addMilliseconds: (moment, milliseconds) =>
    `datetime_add(cast(${moment} as datetime), interval cast(round(${milliseconds} * 1000) as int64) microsecond)`,
  addDays: (day, days) => `date_add(cast(${day} as date), interval cast(${days} as int64) day)`,
  addMonths: (day, months) => `date_add(cast(${day} as date), interval cast(${months} as int64) month)`,
  firstOfMonth: day => `date_trunc(cast(${day} as date), month)`,
  // Its own give null where any is null.
  least: (...values) => `(select min(v) from unnest([${values.join(', ')}]) as v)`,
  greatest: (...values) => `(select max(v) from unnest([${values.join(', ')}]) as v)`,
  // A share that is written with a point is a double there until it is rounded.
  product: (amount, share) => `cast(${amount} as bignumeric) * cast(cast(${share} as numeric) as bignumeric)`,
  word: own => `trim(regexp_replace(lower(normalize(${own}, NFC)), ${text('[^\\p{L}\\p{N}]+')}, '_'), '_')`,
  // It writes decimals without them.
  plainNumber: own => own,
  matches: (own, pattern) => `regexp_contains(${own}, ${text(pattern)})`,
  // It extracts from patterns of a single group only.
  captured: (own, pattern, group) => `regexp_replace(${own}, ${text(pattern)}, ${text(`\\${group}`)})`,
  percentile: (value, share, rows) =>
    `(select any_value(p) from (select percentile_cont(cast(${value} as float64), ${share}) over () as p ${rows}) as q)`,
  list: (value, order, condition) =>
    `array_agg(case when ${condition} then ${value} end ignore nulls order by ${order})`,
}

function text(own: string): string {
  return `'${escaped(own, "'")}'`
}

const controls: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\0': '\\0' }

function escaped(own: string, quote: string): string {
  return own
    .replace(/\\/g, '\\\\')
    .split(quote)
    .join(`\\${quote}`)
    .replace(/[\n\r\0]/g, control => controls[control] as string)
}
