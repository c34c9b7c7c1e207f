import type { Terms } from '../../definitions/term'
import { type Constants, simplify, truthOf } from '../../formula/simplify'
import { namesIn, type Tree } from '../../formula/tree'
import { treeOf } from '../../formula/trees'
import { metricsByName } from '../../metrics/by-name'
import type { Measure, Metric } from '../../metrics/metric'
import { formulaTerms } from '../../metrics/on-tables/dependencies'
import { checked, scalarDialect } from '../native'
import { type Dialect, render } from '../render'
import { aggregate, anyItem, isOverItems, total } from './aggregates'
import type { Measured } from './measured'
import { noTwin } from './source'

/**
 * A metric over what was measured, behind its rules; metrics that it is computed from are put in. `isShort` leaves out
 * the rules that refuse what tables do not hold as long as they are kept well.
 */
export function metricText(
  metric: Metric,
  measuredBy: (measure: Measure) => Measured,
  terms: Terms,
  isShort = false,
): string {
  const cells = new Map<string, string>()
  const ranges = new Map<string, Measured>()
  const constants: Record<string, number | string> = scalarTerms(formulaTerms(metric), terms)
  const leftOut: string[] = []
  for (const [name, parameter] of Object.entries(metric.parameters)) {
    if ('measured' in parameter && parameter.measured) {
      if ('from' in parameter.measured) {
        const found = measuredBy(parameter.measured)
        if ('rangeOf' in parameter) ranges.set(name, found)
        else cells.set(name, total(found))
        continue
      }
      if ('by' in parameter.measured) {
        throw noTwin(
          `${metric.name} takes ${parameter.measured.metric} apart by ${parameter.measured.by}, which takes more than built-in functions`,
        )
      }
      const inner = metricsByName.get(parameter.measured.metric) as Metric
      cells.set(name, inBrackets(metricText(inner, measuredBy, terms, isShort)))
      continue
    }
    const said = 'term' in parameter && parameter.term ? terms[parameter.term] : undefined
    const value = said ?? ('default' in parameter ? parameter.default : undefined)
    if (typeof value === 'number' || typeof value === 'string') constants[name] = value
    else leftOut.push(name)
  }
  const dialect: Dialect = {
    ...scalarDialect(name => cells.get(name) ?? name),
    special: tree => aggregate(tree, ranges, dialect),
  }
  const simple = (formula: string): Tree => simplify(treeOf(formula), constants as Constants, leftOut)
  const condition = (when: string): string | boolean => {
    const tree = simple(when)
    const decided = truthOf(tree) ?? impossible(tree, metric)
    return decided ?? (isOverItems(tree, ranges) ? anyItem(tree, ranges, dialect) : render(tree, dialect))
  }
  const write = (formula: string): string => render(simple(formula), dialect)
  const [computed] = (metric.variants ?? []).filter(({ when }) => truthOf(simple(when)) === true)
  const formula = simple((computed ?? metric).formula)
  const errors = needed(metric.errors, condition, text => isDivisor(text, formula, dialect), isShort)
  return checked({ ...metric, errors }, condition, write)
}

/** Rules that may be broken, each once; what a division refuses by itself needs none. */
function needed(
  rules: Metric['errors'],
  condition: (when: string) => string | boolean,
  isRefused: (condition: string) => boolean,
  isShort: boolean,
): Metric['errors'] {
  const seen = new Set<string | boolean>([false])
  const open = rules.filter(({ when, error }) => {
    const text = condition(when)
    if (seen.has(text) || (isShort && isSpared(error))) return false
    seen.add(text)
    return true
  })
  const last = open[open.length - 1]
  const text = last && condition(last.when)
  const isSpare = last?.error === '#DIV/0!' && typeof text === 'string' && isRefused(text)
  return isSpare ? open.slice(0, -1) : open
}

/** Rules that a short formula does without: they refuse numbers that make no sense, not those that are missing. */
export function isSpared(error: string): boolean {
  return error === '#NUM!' || error === '#VALUE!'
}

/** Whether a condition asks for the very 0 that the formula divides by. */
function isDivisor(condition: string, formula: Tree, dialect: Dialect): boolean {
  if (formula.kind !== 'binary') return false
  const { operator, left, right } = formula
  if (operator === '/') return condition === `${render(right, dialect)}=0`
  return (
    (operator === '-' || operator === '+') &&
    (isDivisor(condition, left, dialect) || isDivisor(condition, right, dialect))
  )
}

function inBrackets(text: string): string {
  return /^[A-Z]+\([^()]*(\([^()]*(\([^()]*(\([^()]*\)[^()]*)*\)[^()]*)*\)[^()]*)*\)$/.test(text)
    ? text
    : `(${text})`
}

/** No count is below 0. */
function impossible(tree: Tree, metric: Metric): false | undefined {
  if (tree.kind !== 'binary') return undefined
  const { operator, left, right } = tree
  if (operator === 'or') {
    return impossible(left, metric) === false && impossible(right, metric) === false ? false : undefined
  }
  const isBelow = operator === '<' && right.kind === 'number' && right.text === '0'
  return isBelow && namesIn(left).every(name => left.kind === 'name' && isCount(name, metric))
    ? false
    : undefined
}

function isCount(name: string, { parameters }: Metric): boolean {
  const parameter = parameters[name]
  const measured = parameter && 'measured' in parameter ? parameter.measured : undefined
  if (!measured || !parameter || 'rangeOf' in parameter) return false
  if ('from' in measured) return measured.value === undefined
  const inner = metricsByName.get(measured.metric)
  return (
    inner !== undefined &&
    !inner.variants &&
    inner.parameters[inner.formula] !== undefined &&
    isCount(inner.formula, inner)
  )
}

function scalarTerms(ids: readonly string[], terms: Terms): Record<string, number | string> {
  return Object.fromEntries(
    ids.flatMap(id => {
      const value = terms[id]
      return typeof value === 'number' || typeof value === 'string' ? [[id, value]] : []
    }),
  )
}
