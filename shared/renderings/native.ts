import { type Constants, simplify, truthOf } from '../formula/simplify'
import { type FunctionName, namesIn, type Tree } from '../formula/tree'
import { treeOf } from '../formula/trees'
import { type Metric, withDefaults } from '../metrics/metric'
import type { ErrorCode } from '../values'
import { businessHours, fiscalPeriod, periodEnd, periodStart } from './native-calendar'
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
  const writing = writingOf(cells, ranges)

  const condition = (when: string): string | boolean => {
    const simple = simplify(treeOf(when), constants, leftOut)
    return truthOf(simple) ?? anyOf(simple, writing)
  }
  const write = (formula: string): string =>
    render(simplify(treeOf(formula), constants, leftOut), writing.dialect)
  const computed = (metric.variants ?? []).reduceRight(
    (otherwise, { when, formula }) => branch([condition(when)], write(formula), otherwise),
    write(metric.formula),
  )
  const checked = inRuns(metric.errors).reduceRight(
    (otherwise, { error, whens }) => branch(whens.map(condition), errorValues[error], otherwise),
    computed,
  )
  return `=${checked}`
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

/** How a formula is written for one metric's cells and ranges. */
interface Writing {
  readonly cells: ReadonlyMap<string, string>
  readonly ranges: readonly string[]
  readonly dialect: Dialect
}

function writingOf(cells: ReadonlyMap<string, string>, ranges: readonly string[]): Writing {
  const dialect: Dialect = {
    number: text => (text.startsWith('-') ? `(${text})` : text),
    text: text => `"${text}"`,
    name: name => cells.get(name) ?? name,
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
    special: tree => aggregate(tree, { cells, ranges, dialect }),
  }
  return { cells, ranges, dialect }
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

const aggregates: Partial<Record<FunctionName, string>> = {
  sum: 'SUM',
  count: 'COUNT',
  mean: 'AVERAGE',
  median: 'MEDIAN',
  product: 'PRODUCT',
  min: 'MIN',
  max: 'MAX',
}

/**
 * A function over a range as the built-in of its name; over what is computed from ranges item by item, within
 * SUMPRODUCT, which makes every spreadsheet go through them.
 */
function aggregate(tree: Tree, writing: Writing): string | undefined {
  const builtIn = tree.kind === 'call' ? aggregates[tree.name] : undefined
  if (tree.kind !== 'call' || !builtIn) return undefined
  const { ranges, dialect } = writing
  const [list] = tree.args as [Tree]
  if (tree.args.length > 1 || !isOverItems(list, ranges)) {
    return `${builtIn}(${tree.args.map(part => render(part, dialect)).join(',')})`
  }
  if (list.kind === 'name') return `${builtIn}(${render(list, dialect)})`
  if (tree.name === 'count') return countIf(list, writing)
  if (tree.name === 'sum' && list.kind === 'call' && list.name === 'largest')
    return sumOfLargest(list.args, dialect)
  return tree.name === 'sum'
    ? `SUMPRODUCT(${itemsOf(list, writing)})`
    : `SUMPRODUCT(${builtIn}(${itemsOf(list, writing)}))`
}

/** Whether a part of a formula has a value for each item of a range. */
function isOverItems(tree: Tree, ranges: readonly string[]): boolean {
  if (tree.kind === 'name') return ranges.includes(tree.name)
  if (tree.kind === 'binary') return isOverItems(tree.left, ranges) || isOverItems(tree.right, ranges)
  if (tree.kind === 'not') return isOverItems(tree.operand, ranges)
  const single =
    tree.kind !== 'call' || aggregates[tree.name] || tree.name === 'first' || tree.name === 'last'
  return !single && tree.args.some(part => isOverItems(part, ranges))
}

/** The largest k without an array: those above the k-th, and as many of its equals as are still wanted. */
function sumOfLargest([range, many]: readonly Tree[], dialect: Dialect): string {
  const [list, k] = [render(range as Tree, dialect), render(many as Tree, dialect)]
  const above = `">"&LARGE(${list},${k})`
  return `(SUMIF(${list},${above})+LARGE(${list},${k})*(${k}-COUNTIF(${list},${above})))`
}

/** `count(responses >= 9)` as COUNTIF, which skips blanks. */
function countIf(counted: Tree, writing: Writing): string {
  const { cells, ranges, dialect } = writing
  if (counted.kind === 'binary' && counted.left.kind === 'name' && !isOverItems(counted.right, ranges)) {
    const { left, right, operator } = counted
    const bound = render(right, dialect)
    const criterion = right.kind === 'number' ? `"${operator}${bound}"` : `"${operator}"&${bound}`
    return `COUNTIF(${cells.get(left.name)},${criterion})`
  }
  return countOfItems(counted, writing)
}

/** A condition; one over a range holds when it holds for any of its numbers. */
function anyOf(condition: Tree, writing: Writing): string {
  if (condition.kind === 'binary' && (condition.operator === 'and' || condition.operator === 'or')) {
    const { left, right, operator } = condition
    const single = [left, right].filter(part => !isOverItems(part, writing.ranges))
    if (single.length > 0)
      return `${operator.toUpperCase()}(${anyOf(left, writing)},${anyOf(right, writing)})`
  }
  const overItems = isOverItems(condition, writing.ranges)
  return overItems ? `${countOfItems(condition, writing)}>0` : render(condition, writing.dialect)
}

/** How many numbers of the ranges meet a condition. */
function countOfItems(condition: Tree, writing: Writing): string {
  const items = namesIn(condition).filter(name => writing.ranges.includes(name))
  const numbers = items.map(name => `ISNUMBER(${writing.cells.get(name)})`).join('*')
  return `SUMPRODUCT(${numbers}*${itemsOf(condition, writing)})`
}

/** What is computed item by item; conditions on items are multiplied and added, not joined. */
function itemsOf(tree: Tree, { dialect, ranges, cells }: Writing): string {
  const comparison = (symbol: string) => (left: string, right: string) => `(${left}${symbol}${right})`
  const itemwise: Dialect = {
    ...dialect,
    not: operand => `(1-${operand})`,
    operators: {
      ...symbols(''),
      ...Object.fromEntries(['=', '<>', '<', '<=', '>', '>='].map(symbol => [symbol, comparison(symbol)])),
      and: (left, right) => `(${left}*${right})`,
      or: (left, right) => `(${left}+${right}>0)`,
    },
    special: part => aggregate(part, { cells, ranges, dialect }),
  }
  return render(tree, itemwise)
}
