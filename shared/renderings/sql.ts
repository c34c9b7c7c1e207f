import { evaluate } from '../formula/evaluate'
import { type Constants, simplify, truthOf } from '../formula/simplify'
import type { Tree } from '../formula/tree'
import { treeOf } from '../formula/trees'
import { isOptional, leavingOut, type Metric, withDefaults } from '../metrics/metric'
import { type Dialect, infix, render, symbols, usualLevels } from './render'
import { fiscalPeriod, periodEnd, periodStart } from './sql-calendar'

const { '^': _power, ...levels } = usualLevels

const sql: Omit<Dialect, 'name' | 'special'> = {
  number: text => text,
  text: text => `'${text.replace(/'/g, "''")}'`,
  not: operand => `not (${operand})`,
  operators: {
    ...symbols(' '),
    and: infix(' and '),
    or: infix(' or '),
    '^': (left, right) => `power(${left}, ${right})`,
  },
  levels,
  calls: {
    if: (condition, yes, no) => `case when ${condition} then ${yes} else ${no} end`,
    min: (...args) => (args.length === 1 ? `min(${args[0]})` : `least(${args.join(', ')})`),
    max: (...args) => (args.length === 1 ? `max(${args[0]})` : `greatest(${args.join(', ')})`),
    // Of no rows it is 0, where a database says null.
    sum: list => `coalesce(sum(${list}), 0)`,
    count: list => `count(${list})`,
    mean: list => `avg(${list})`,
    median: list => `median(${list})`,
    product: list => `product(${list})`,
    largest: (list, many) => `(list(${list} order by ${list} desc))[1:${many}]`,
    floor: value => `floor(${value})`,
    ceil: value => `ceil(round(${value}, 9))`,
    abs: value => `abs(${value})`,
    years_between: (start, end, dayCount) =>
      (yearsBetween[dayCount.slice(1, -1)] ?? missingDayCount)(start, end),
    period_start: periodStart,
    period_end: periodEnd,
    fiscal_period: fiscalPeriod,
  },
}

/** What has a form of its own. */
function special(tree: Tree, inner: (part: Tree) => string): string | undefined {
  if (tree.kind !== 'call') return undefined
  const [first] = tree.args as [Tree]
  // A database has no such function; of a number that is known, the value can be written.
  if (tree.name === 'normal_quantile') {
    const value = evaluate(tree, {})
    return typeof value === 'number' ? String(value) : 'null'
  }
  if (tree.name === 'sum' && first.kind === 'call' && first.name === 'largest')
    return `list_sum(${inner(first)})`
  return tree.name === 'count' && first.kind === 'binary'
    ? `count(case when ${inner(first)} then 1 end)`
    : undefined
}

/** SQL in which each name is written as the metric's column of that name is read. */
function sqlFor(metric: Metric, columns: readonly string[]): Dialect {
  const dialect: Dialect = {
    ...sql,
    name: name => columnOf(metric, name, columns),
    special: tree => special(tree, part => render(part, dialect)),
  }
  return dialect
}

/** A column, its blanks read as its range declares: as 0, or as no number where that beside it is blank. */
function columnOf(metric: Metric, name: string, columns: readonly string[]): string {
  const parameter = metric.parameters[name]
  const column = `"${name}"`
  const read =
    parameter && 'blank' in parameter && parameter.blank === 'counts as 0' ? `coalesce(${column}, 0)` : column
  const beside = leavingOut(metric, name).filter(other => other !== name && columns.includes(other))
  if (beside.length === 0) return read
  return `case when ${beside.map(other => `"${other}" is not null`).join(' and ')} then ${read} end`
}

/** The length of a period in years between two columns of dates, by the day count that was chosen. */
const yearsBetween: Readonly<Record<string, (start: string, end: string) => string>> = {
  'act/365': (start, end) => `((${end} - ${start}) / 365)`,
  'act/365.25': (start, end) => `((${end} - ${start}) / 365.25)`,
  'act/act': (start, end) => `(${yearPosition(end)} - ${yearPosition(start)})`,
  '30/360': (start, end) => {
    const startDay = `case when last_day(${start}) = ${start} then 30 else day(${start}) end`
    const endDay = `case when day(${end}) = 31 and ${startDay} = 30 then 30 else day(${end}) end`
    const months = `(year(${end}) - year(${start})) * 12 + month(${end}) - month(${start})`
    return `(((${months}) * 30 + ${endDay} - ${startDay}) / 360)`
  },
}

function yearPosition(date: string): string {
  return `(year(${date}) + (dayofyear(${date}) - 1) / dayofyear(make_date(year(${date}), 12, 31)))`
}

function missingDayCount(): never {
  throw new RangeError('the day count has to be chosen before the SQL is written')
}

/**
 * The metric as a SQL expression over columns named as its parameters; null where the metric gives an error.
 * A range parameter is a column whose rows are aggregated. `given` fixes parameters to values. Optional ones that
 * neither it nor `columns` names have their defaults, or are left out.
 */
export function sqlExpression(
  metric: Metric,
  given: Readonly<Record<string, number | string>> = {},
  columns: readonly string[] = [],
): string {
  const settled = Object.entries(withDefaults(metric, given)).filter(([name]) => !columns.includes(name))
  const constants = Object.fromEntries(settled) as Constants
  const ranges = Object.keys(metric.parameters).filter(name => 'rangeOf' in (metric.parameters[name] ?? {}))
  const optional = Object.entries(metric.parameters).filter(([, parameter]) => isOptional(parameter))
  const leftOut = optional
    .map(([name]) => name)
    .filter(name => constants[name] === undefined && !columns.includes(name))
  const condition = (when: string): Tree => simplify(treeOf(when), constants, leftOut)
  const dialect = sqlFor(metric, columns.length > 0 ? columns : ranges)
  const written = (formula: string): string => render(simplify(treeOf(formula), constants, leftOut), dialect)
  const branches = [
    ...metric.errors.map(({ when }) => ({ when: condition(when), gives: 'null' })),
    ...(metric.variants ?? []).map(({ when, formula }) => ({
      when: condition(when),
      gives: written(formula),
    })),
  ]
  const possible = branches.filter(({ when }) => truthOf(when) !== false)
  const decided = possible.findIndex(({ when }) => truthOf(when) === true)
  const open = decided < 0 ? possible : possible.slice(0, decided)
  const otherwise = decided < 0 ? written(metric.formula) : (possible[decided]?.gives ?? 'null')
  if (open.length === 0) return otherwise
  const cases = open.map(({ when, gives }) => `when ${overRows(render(when, dialect), ranges)} then ${gives}`)
  return `case ${cases.join(' ')} else ${otherwise} end`
}

/** A condition over a column holds when it holds in any row; one that counts is an aggregate already. */
function overRows(written: string, ranges: readonly string[]): string {
  const aggregated = /\b(count|sum|avg|median|min|max|product)\(/.test(written)
  return ranges.length > 0 && !aggregated ? `count(case when ${written} then 1 end) > 0` : written
}
