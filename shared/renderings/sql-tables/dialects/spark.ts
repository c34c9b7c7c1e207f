import { type SqlDialect, usual } from '../dialect'

/**
 * Spark 4, whose SQL is ANSI's unless it is told otherwise. Moments are such without a time zone.
 * https://spark.apache.org/docs/latest/sql-ref.html
 */
export const spark: SqlDialect = {
  ...usual,
  identifier: name => `\`${name.replace(/`/g, '``')}\``,
  text,
  types: {
    text: 'string',
    moment: 'timestamp_ntz',
    day: 'date',
    decimal: 'decimal(38, 9)',
    double: 'double',
    doubles: 'array<double>',
    flag: 'boolean',
  },
  trim: (own, characters) => `trim(both ${characters} from ${own})`,
  days: (from, to) => `datediff(cast(${to} as date), cast(${from} as date))`,
  milliseconds: (from, to) => `(${sinceFirst(to)} - ${sinceFirst(from)})`,
  addMilliseconds: (moment, milliseconds) =>
    `(${moment} + make_dt_interval(0, 0, 0, cast(${milliseconds} / 1000 as decimal(18, 6))))`,
  addDays: (day, days) => `date_add(cast(${day} as date), cast(${days} as integer))`,
  addMonths: (day, months) => `add_months(cast(${day} as date), cast(${months} as integer))`,
  // Its decimals have 38 digits together, and would round the last one of these.
  product: (amount, share) => `cast(${amount} as decimal(27, 9)) * cast(${share} as decimal(10, 9))`,
  word: own => `trim(both '_' from regexp_replace(lower(${own}), ${text('[^\\p{L}\\p{N}]+')}, '_'))`,
  matches: (own, pattern) => `${own} rlike ${text(pattern)}`,
  captured: (own, pattern, group) => `regexp_extract(${own}, ${text(pattern)}, ${group})`,
  percentile: (value, share, rows) =>
    `(select percentile_cont(${share}) within group (order by cast(${value} as double)) ${rows})`,
  list: (value, order, condition) => {
    const pairs = `collect_list(case when ${condition} then struct(${order} as o, ${value} as v) end)`
    return `transform(array_sort(${pairs}), pair -> pair.v)`
  },
}

/** `\${…}` would be replaced by a variable before the statement is read. */
function text(own: string): string {
  return `'${own.replace(/[\\']/g, '\\$&').replace(/\$(?=\{)/g, '\\u0024')}'`
}

/** Milliseconds since 1970, by the clock: a time zone has no say in it. */
function sinceFirst(moment: string): string {
  const own = `cast(${moment} as timestamp_ntz)`
  const seconds = `extract(hour from ${own}) * 3600 + extract(minute from ${own}) * 60 + extract(second from ${own})`
  const days = `cast(datediff(cast(${moment} as date), date '1970-01-01') as bigint)`
  return `(${days} * 86400000 + cast(floor((${seconds}) * 1000) as bigint))`
}
