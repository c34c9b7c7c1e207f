import { type Constants, simplify, truthOf } from '../formula/simplify'
import { namesIn, type Tree } from '../formula/tree'
import { treeOf } from '../formula/trees'
import { type Metric, withDefaults } from '../metrics/metric'
import type { ErrorCode } from '../values'
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
  const dialect = scalarDialect(cells, ranges)

  const condition = (when: string): string | boolean => {
    const simple = simplify(treeOf(when), constants)
    return truthOf(simple) ?? anyOf(simple, dialect, cells, ranges)
  }
  const write = (formula: string): string => render(simplify(treeOf(formula), constants), dialect)
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

type Cells = ReadonlyMap<string, string>

function scalarDialect(cells: Cells, ranges: readonly string[]): Dialect {
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
      min: (...args) => `MIN(${args.join(',')})`,
      max: (...args) => `MAX(${args.join(',')})`,
      sum: list => `SUM(${list})`,
      count: list => `COUNT(${list})`,
      mean: list => `AVERAGE(${list})`,
      median: list => `MEDIAN(${list})`,
      floor: value => `INT(${value})`,
    },
    special: tree =>
      tree.kind === 'call' && tree.name === 'count'
        ? countIf(tree.args[0] as Tree, dialect, cells, ranges)
        : undefined,
  }
  return dialect
}

/** `count(responses >= 9)` as COUNTIF, which skips blanks. */
function countIf(
  counted: Tree,
  dialect: Dialect,
  cells: Cells,
  ranges: readonly string[],
): string | undefined {
  if (counted.kind !== 'binary') return undefined
  const { left, right, operator } = counted
  if (left.kind === 'name' && ranges.includes(left.name) && right.kind !== 'call') {
    const bound = render(right, dialect)
    const criterion = right.kind === 'number' ? `"${operator}${bound}"` : `"${operator}"&${bound}`
    return `COUNTIF(${cells.get(left.name)},${criterion})`
  }
  return overItems(counted, dialect, cells, ranges)
}

/** A condition; one over a range holds when it holds for any of its numbers. */
function anyOf(condition: Tree, dialect: Dialect, cells: Cells, ranges: readonly string[]): string {
  const bare = !hasCallOf(condition, 'count') && namesIn(condition).some(name => ranges.includes(name))
  return bare ? `${overItems(condition, dialect, cells, ranges)}>0` : render(condition, dialect)
}

/** How many numbers of a range meet a condition; conditions on items are multiplied and added, not joined. */
function overItems(condition: Tree, dialect: Dialect, cells: Cells, ranges: readonly string[]): string {
  const items = namesIn(condition).filter(name => ranges.includes(name))
  const numbers = items.map(name => `ISNUMBER(${cells.get(name)})`).join('*')
  const comparison = (symbol: string) => (left: string, right: string) => `(${left}${symbol}${right})`
  const written = render(condition, {
    ...dialect,
    special: () => undefined,
    not: operand => `(1-${operand})`,
    operators: {
      ...symbols(''),
      ...Object.fromEntries(['=', '<>', '<', '<=', '>', '>='].map(symbol => [symbol, comparison(symbol)])),
      and: (left, right) => `(${left}*${right})`,
      or: (left, right) => `(${left}+${right}>0)`,
    },
  })
  return `SUMPRODUCT(${numbers}*${written})`
}

function hasCallOf(tree: Tree, name: string): boolean {
  if (tree.kind === 'call') return tree.name === name || tree.args.some(part => hasCallOf(part, name))
  if (tree.kind === 'binary') return hasCallOf(tree.left, name) || hasCallOf(tree.right, name)
  return tree.kind === 'not' && hasCallOf(tree.operand, name)
}
