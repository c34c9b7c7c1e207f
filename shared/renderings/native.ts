import { type Constants, simplify, truthOf } from '../formula/simplify'
import { treeOf } from '../formula/trees'
import { leavingOut, type Metric, withDefaults } from '../metrics/metric'
import type { ErrorCode } from '../values'
import { businessHours, fiscalPeriod, periodEnd, periodStart } from './native-calendar'
import { aggregate, anyOf, type Writing } from './native-ranges'
import { type Dialect, render, symbols, usualLevels } from './render'

/** What stands for each argument: a cell or range, or a value. Left out, an optional one has its default. */
export type References = Readonly<Record<string, { readonly cell: string } | number | string>>

/**
 * The metric in built-in functions only, for Excel, Google Sheets and LibreOffice: what a workbook is handed over
 * with. It checks the same rules in the same order. Text where a number belongs, which spreadsheets skip or convert
 * as they please, is refused by the metric only.
 */
export function nativeFormula(metric: Metric, references: References): string {
  const given = Object.entries(references)
  const cells = new Map(given.flatMap(([name, at]) => (typeof at === 'object' ? [[name, at.cell]] : [])))
  const values = given.filter(([, value]) => typeof value !== 'object') as [string, number | string][]
  const settled = Object.entries(withDefaults(metric, Object.fromEntries(values)))
  const constants = Object.fromEntries(settled.filter(([name]) => !cells.has(name))) as Constants
  const ranges = Object.keys(metric.parameters).filter(name => 'rangeOf' in (metric.parameters[name] ?? {}))
  const leftOut = Object.keys(metric.parameters).filter(
    name => !cells.has(name) && constants[name] === undefined,
  )
  const leftOutBy = (name: string): readonly string[] =>
    leavingOut(metric, name).flatMap(other => (other === name ? [] : (cells.get(other) ?? [])))
  const writing = writingOf(cells, ranges, leftOutBy)

  const condition = (when: string): string | boolean => {
    const simple = simplify(treeOf(when), constants, leftOut)
    return truthOf(simple) ?? anyOf(simple, writing)
  }
  const write = (formula: string): string =>
    render(simplify(treeOf(formula), constants, leftOut), writing.dialect)
  return `=${checked(metric, condition, write)}`
}

/** A metric's formula, or that of the variant that applies, behind its rules: the first that is broken gives its error. */
export function checked(
  metric: Pick<Metric, 'formula' | 'variants' | 'errors'>,
  condition: (when: string) => string | boolean,
  write: (formula: string) => string,
): string {
  const computed = (metric.variants ?? []).reduceRight(
    (otherwise, { when, formula }) => branch([condition(when)], write(formula), otherwise),
    write(metric.formula),
  )
  return inRuns(metric.errors).reduceRight(
    (otherwise, { error, whens }) => branch(whens.map(condition), errorValues[error], otherwise),
    computed,
  )
}

/** Rules that follow each other and give the same error, as one. */
function inRuns(rules: Metric['errors']): readonly { error: ErrorCode; whens: readonly string[] }[] {
  const runs: { error: ErrorCode; whens: string[] }[] = []
  for (const { error, when } of rules) {
    const last = runs[runs.length - 1]
    if (last?.error === error) last.whens.push(when)
    else runs.push({ error, whens: [when] })
  }
  return runs
}

/** Conditions that are decided either way need no IF. */
function branch(conditions: readonly (string | boolean)[], yes: string, no: string): string {
  if (conditions.includes(true)) return yes
  const open = conditions.filter(condition => typeof condition === 'string')
  if (open.length === 0) return no
  return `IF(${open.length === 1 ? open[0] : `OR(${open.join(',')})`},${yes},${no})`
}

/** The shortest built-in expressions that give each error in all three spreadsheets. */
const errorValues: Record<ErrorCode, string> = {
  '#DIV/0!': '1/0',
  '#NUM!': '10^999',
  '#VALUE!': 'VALUE("")',
  '#N/A': 'NA()',
}

const { and: _and, or: _or, ...levels } = usualLevels

function writingOf(
  cells: Writing['cells'],
  ranges: Writing['ranges'],
  leftOutBy: Writing['leftOutBy'],
): Writing {
  const dialect: Dialect = {
    ...scalarDialect(name => cells.get(name) ?? name),
    special: tree => aggregate(tree, { cells, ranges, leftOutBy, dialect }),
  }
  return { cells, ranges, leftOutBy, dialect }
}

/** How a formula of single values is written. */
export function scalarDialect(name: Dialect['name']): Dialect {
  return {
    number: text => (text.startsWith('-') ? `(${text})` : text),
    text: text => `"${text}"`,
    name,
    not: operand => `NOT(${operand})`,
    operators: {
      ...symbols(''),
      and: (left, right) => `AND(${left},${right})`,
      or: (left, right) => `OR(${left},${right})`,
    },
    levels,
    calls: {
      if: (condition, yes, no) => `IF(${condition},${yes},${no})`,
      floor: value => `INT(${value})`,
      // Rounded first: 8.4/0.7 is a little above 12 in floating point.
      ceil: value => `-INT(-ROUND(${value},9))`,
      abs: value => `ABS(${value})`,
      first: list => `INDEX(${list},1)`,
      last: list => `INDEX(${list},COUNT(${list}))`,
      latest: (list, many) => `INDEX(${list},COUNT(${list})-${many}+1):INDEX(${list},COUNT(${list}))`,
      position: list => `(ROW(${list})-MIN(ROW(${list}))+COLUMN(${list})-MIN(COLUMN(${list}))+1)`,
      normal_quantile: share => `NORMSINV(${share})`,
      years_between: (start, end, dayCount) =>
        (yearsBetween[dayCount.slice(1, -1)] ?? missingDayCount)(start, end),
      business_hours: businessHours,
      period_start: periodStart,
      period_end: periodEnd,
      fiscal_period: fiscalPeriod,
      irr: (flows, dates) => `XIRR(${flows},${dates})`,
    },
  }
}

/** The length of a period in years, by the day count that was chosen. */
const yearsBetween: Readonly<Record<string, (start: string, end: string) => string>> = {
  'act/365': (start, end) => `((${end}-${start})/365)`,
  'act/365.25': (start, end) => `((${end}-${start})/365.25)`,
  'act/act': (start, end) => `(${yearPosition(end)}-${yearPosition(start)})`,
  '30/360': (start, end) => `(DAYS360(${start},${end})/360)`,
}

function yearPosition(date: string): string {
  const firstDay = (year: string): string => `DATE(${year},1,1)`
  const year = `YEAR(${date})`
  return `(${year}+(${date}-${firstDay(year)})/(${firstDay(`${year}+1`)}-${firstDay(year)}))`
}

function missingDayCount(): never {
  throw new RangeError('the day count has to be chosen before the formula is written')
}
