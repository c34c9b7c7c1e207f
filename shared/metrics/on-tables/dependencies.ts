import { childrenOf, type Tree } from '../../formula/tree'
import { treeOf } from '../../formula/trees'
import { derivedColumns } from '../../tables/derived/index'
import { calendarFunctions } from '../../tables/row-functions'
import { rulesOf } from '../../tables/row-rules/index'
import type { RowSource } from '../../tables/rows'
import type { TableName } from '../../tables/schema'
import { metricsByName } from '../by-name'
import type { Measure, Metric } from '../metric'

/** Everything that a metric measures on tables, be it through another metric. */
export function measuresOf(metric: Metric): readonly Measure[] {
  const known = measured.get(metric)
  if (known) return known
  const found = measuresIn(metric)
  measured.set(metric, found)
  return found
}

const measured = new WeakMap<Metric, readonly Measure[]>()

function measuresIn(metric: Metric): readonly Measure[] {
  return Object.values(metric.parameters).flatMap(parameter => {
    if (!('measured' in parameter) || !parameter.measured) return []
    if ('from' in parameter.measured) return [parameter.measured]
    const source = metricsByName.get(parameter.measured.metric)
    const measures = source ? measuresOf(source) : []
    const per = 'by' in parameter.measured ? parameter.measured.by : undefined
    return per === undefined ? measures : measures.map(measure => ({ ...measure, per }))
  })
}

/** Two measures with one key are one. */
export function keyOf(measure: Measure): string {
  const { from, rows, at, over, value, distinct, ahead, lag, per } = measure
  return [from, rows, at, over, value, distinct, ahead, lag, per].join('|')
}

/** The tables that a metric reads, the optional ones (for a better first contact, say) not among them. */
export function tablesNeeded(metric: Metric): readonly TableName[] {
  const sources = Object.values(metric.parameters).flatMap(parameter => {
    const measured = 'measured' in parameter ? parameter.measured : undefined
    if (measured === undefined) return []
    return 'from' in measured
      ? tablesOf(measured.from)
      : tablesNeeded(metricsByName.get(measured.metric) as Metric)
  })
  const needed = new Set([...sources, ...(metric.tables ?? [])])
  return [...firstTables.filter(name => needed.delete(name)), ...needed]
}

/** A call names these before any other. */
const firstTables: readonly TableName[] = ['leads', 'deals', 'costs']

function tablesOf(source: RowSource): readonly TableName[] {
  return source === 'credits' ? ['leads', 'deals'] : [source]
}

/** The definition terms on which the value depends, through rules, derived columns and formulas. */
export function termsRead(metric: Metric): readonly string[] {
  return [...new Set([...formulaTerms(metric), ...readOf(metric)])].filter(name => name.includes('.'))
}

/** Everything outside the tables that the measures of a metric speak of: terms, and the bounds of the period. */
function readOf(metric: Metric): ReadonlySet<string> {
  const known = read.get(metric)
  if (known) return known
  const found = new Set<string>()
  for (const { from, rows, at, over = [], value, distinct, lag } of measuresOf(metric)) {
    const seen = new Set<string>()
    for (const expression of [rows, at, ...over, value, distinct]) {
      if (expression !== undefined) collect(from, treeOf(expression), found, seen)
    }
    if (lag !== undefined) found.add(lag)
  }
  read.set(metric, found)
  return found
}

const read = new WeakMap<Metric, ReadonlySet<string>>()

/** The terms that a formula itself names or takes for an argument that is not given. */
export function formulaTerms(metric: Metric): readonly string[] {
  const known = named.get(metric)
  if (known) return known
  const found = termsInFormulas(metric)
  named.set(metric, found)
  return found
}

const named = new WeakMap<Metric, readonly string[]>()

function termsInFormulas(metric: Metric): readonly string[] {
  const formulas = [
    metric.formula,
    ...(metric.variants ?? []).flatMap(({ when, formula }) => [when, formula]),
  ]
  const named = [...formulas, ...metric.errors.map(({ when }) => when)]
    .flatMap(formula => namesWithin(treeOf(formula)))
    .filter(name => name.includes('.'))
  const bound = Object.values(metric.parameters).flatMap(parameter => {
    if ('term' in parameter && parameter.term) return [parameter.term]
    const source = 'measured' in parameter && parameter.measured && 'metric' in parameter.measured
    const other = source ? metricsByName.get((parameter.measured as { metric: string }).metric) : undefined
    return other ? formulaTerms(other) : []
  })
  return [...new Set([...named, ...bound, ...(metric.steady ?? [])])]
}

function namesWithin(tree: Tree): readonly string[] {
  return tree.kind === 'name' ? [tree.name] : childrenOf(tree).flatMap(namesWithin)
}

const openingTerms = ['calendar.open', 'calendar.close', 'calendar.weekend_mask', 'calendar.holidays']

function collect(source: RowSource, tree: Tree, found: Set<string>, seen: Set<string>): void {
  if (tree.kind === 'name') collectName(source, tree.name, found, seen)
  if (tree.kind === 'call' && calendarFunctions.includes(tree.name)) {
    for (const term of openingTerms) found.add(term)
  }
  for (const child of childrenOf(tree)) collect(source, child, found, seen)
}

function collectName(source: RowSource, name: string, found: Set<string>, seen: Set<string>): void {
  const visited = `${source} ${name}`
  if (seen.has(visited)) return
  seen.add(visited)
  const rule = rulesOf(source)[name]
  if (rule !== undefined) {
    collect(source, treeOf(rule), found, seen)
    return
  }
  const derived = derivedColumns[source]?.[name]
  for (const one of derived?.reads ?? []) collectName(source, one, found, seen)
  for (const [other, names] of Object.entries(derived?.looksInto ?? {})) {
    for (const one of names ?? []) collectName(other as RowSource, one, found, seen)
  }
  if (derived) return
  if (name.includes('.') || name === 'period_from') found.add(name)
  else if (source === 'credits') {
    collectName('deals', name, found, seen)
    for (const one of ['net', 'issued_at', 'cohort.multi_lead_credit']) collectName('leads', one, found, seen)
  }
}

/** Whether it is of one moment, as what is active or open on a day is. */
export function isStanding(metric: Metric): boolean {
  return measuresOf(metric).every(({ at, over }) => (at ?? over) === undefined) && !hasBeginning(metric)
}

/** Whether it is of what lies ahead: all of it, where no period is given. */
export function isAhead(metric: Metric): boolean {
  return (
    measuresOf(metric).every(({ at, over, ahead }) => (at ?? over) === undefined || ahead === true) &&
    !hasBeginning(metric)
  )
}

/** Whether it speaks of when a period begins, as what moved or was answered in it does. */
function hasBeginning(metric: Metric): boolean {
  return readOf(metric).has('period_from')
}

const statistics = ['median', 'percentile', 'largest', 'latest', 'first', 'last']

/** Whether the parts of two halves of a period make the parts of the whole. */
export function isAdditive(metric: Metric): boolean {
  const formulas = [metric.formula, ...(metric.variants ?? []).map(({ formula }) => formula)]
  return (
    measuresOf(metric).every(
      ({ at, over, distinct }) => (at ?? over) !== undefined && distinct === undefined,
    ) && !formulas.some(formula => callsWithin(treeOf(formula)).some(name => statistics.includes(name)))
  )
}

function callsWithin(tree: Tree): readonly string[] {
  const own = tree.kind === 'call' ? [tree.name] : []
  return [...own, ...childrenOf(tree).flatMap(callsWithin)]
}
