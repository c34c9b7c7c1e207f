import type { Terms } from '../../definitions/term'
import { type Constants, simplify, truthOf } from '../../formula/simplify'
import type { Tree } from '../../formula/tree'
import { treeOf } from '../../formula/trees'
import { metricsByName } from '../../metrics/by-name'
import type { Measure, Metric } from '../../metrics/metric'
import { formulaTerms } from '../../metrics/on-tables/dependencies'
import { checked, scalarDialect } from '../native'
import { type Dialect, render } from '../render'
import { aggregate, anyItem, countedBy, isOverItems, type Ranges, total } from './aggregates'
import type { Measured } from './measured'
import { needed, type Strictness } from './needed-rules'
import { noTwin } from './source'

/** What a metric's formula speaks of, as a formula of the sheet writes it. */
interface Given {
  /** Single numbers. */
  readonly cells: ReadonlyMap<string, string>
  readonly ranges: Ranges
  readonly constants: Constants
  readonly leftOut: readonly string[]
  /** Which of the single numbers say how many rows, and of which: those of one table and one date have one text. */
  readonly counts: ReadonlyMap<string, string>
}

interface MetricText {
  readonly text: string
  /** Of which rows it is the number, if it is one. */
  readonly countOf: string | undefined
}

/** A metric over what was measured, behind its rules; metrics that it is computed from are put in. */
export function metricText(
  metric: Metric,
  measuredBy: (measure: Measure) => Measured,
  terms: Terms,
  strictness: Strictness,
): MetricText {
  const given = givenOf(metric, measuredBy, terms, strictness)
  const { cells, ranges, constants, leftOut, counts } = given
  const dialect: Dialect = {
    ...scalarDialect(name => cells.get(name) ?? name),
    special: tree => aggregate(tree, ranges, dialect),
  }
  const simple = (formula: string): Tree => simplify(treeOf(formula), constants, leftOut)
  const condition = (when: string): string | boolean => {
    const tree = simple(when)
    return (
      truthOf(tree) ?? (isOverItems(tree, ranges) ? anyItem(tree, ranges, dialect) : render(tree, dialect))
    )
  }
  const write = (formula: string): string => render(simple(formula), dialect)
  const computed = (metric.variants ?? []).find(({ when }) => truthOf(simple(when)) === true)
  const formula = simple((computed ?? metric).formula)
  const errors = needed(metric.errors, { simple, condition, counts, strictness, formula, dialect })
  return {
    text: checked({ ...metric, errors }, condition, write),
    countOf: counts.get(countedBy(formula, ranges, dialect) ?? ''),
  }
}

function givenOf(
  metric: Metric,
  measuredBy: (measure: Measure) => Measured,
  terms: Terms,
  strictness: Strictness,
): Given {
  const [cells, ranges, counts] = [
    new Map<string, string>(),
    new Map<string, Measured>(),
    new Map<string, string>(),
  ]
  const constants: Record<string, number | string> = scalarTerms(formulaTerms(metric), terms)
  const leftOut: string[] = []
  for (const [name, parameter] of Object.entries(metric.parameters)) {
    if ('measured' in parameter && parameter.measured) {
      if ('from' in parameter.measured) {
        const found = measuredBy(parameter.measured)
        if ('rangeOf' in parameter) ranges.set(name, found)
        else cells.set(name, total(found))
        const { from, at } = parameter.measured
        if (found.value === undefined || found.value.text === '1') counts.set(name, `${from} ${at}`)
        continue
      }
      const { metric: other } = parameter.measured
      if ('by' in parameter.measured) {
        throw noTwin(
          `${metric.name} takes ${other} apart by ${parameter.measured.by}, which takes more than built-in functions`,
        )
      }
      const inner = metricText(metricsByName.get(other) as Metric, measuredBy, terms, strictness)
      cells.set(name, inBrackets(inner.text))
      if (inner.countOf !== undefined) counts.set(name, inner.countOf)
      continue
    }
    const said = 'term' in parameter && parameter.term ? terms[parameter.term] : undefined
    const value = said ?? ('default' in parameter ? parameter.default : undefined)
    if (typeof value === 'number' || typeof value === 'string') constants[name] = value
    else leftOut.push(name)
  }
  return { cells, ranges, constants, leftOut, counts }
}

/** A single call needs none. */
function inBrackets(text: string): string {
  let depth = 0
  const plain = text.replace(/"[^"]*"/g, '')
  const isCall = /^[A-Z]+\(/.test(plain)
  for (const [place, character] of [...plain].entries()) {
    if (character === '(') depth++
    if (character === ')' && --depth === 0) return isCall && place === plain.length - 1 ? text : `(${text})`
  }
  return `(${text})`
}

function scalarTerms(ids: readonly string[], terms: Terms): Record<string, number | string> {
  return Object.fromEntries(
    ids.flatMap(id => {
      const value = terms[id]
      return typeof value === 'number' || typeof value === 'string' ? [[id, value]] : []
    }),
  )
}
