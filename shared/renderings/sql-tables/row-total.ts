import { childrenOf, namesIn, type Tree } from '../../formula/tree'
import type { Measure, Metric, Parameter } from '../../metrics/metric'
import { keyOf } from '../../metrics/on-tables/dependencies'
import { render } from '../render'
import { sourceOf } from '../source'
import { inDoubles } from './doubles'
import type { SourceWriter } from './source'

/** What is worked out in each row of several values and then added up: `amounts * days_inside / span_days`. */
export interface RowTotal {
  readonly key: string
  readonly each: Tree
  /** The values by the names under which the formula knows them, all of the same rows. */
  readonly values: Readonly<Record<string, Measure>>
}

/** Thrown where a formula takes more than totals, such as a median. */
export const beyondTotals = Symbol('more than totals are needed')

export function measuredBy(parameter: Parameter | undefined) {
  return parameter && 'measured' in parameter ? parameter.measured : undefined
}

/** Functions of single numbers; `min` and `max` of one argument look through a range. */
const ofNumbers = ['if', 'abs', 'floor', 'min', 'max']

export function isOfNumbers(tree: Tree): boolean {
  if (tree.kind === 'text') return false
  if (tree.kind !== 'call') return true
  return ofNumbers.includes(tree.name) && !(/^m/.test(tree.name) && tree.args.length < 2)
}

export function rowTotal(each: Tree, { parameters }: Metric): RowTotal {
  const values: Record<string, Measure> = {}
  for (const name of namesIn(each)) {
    const measured = measuredBy(parameters[name])
    if (!measured || !('from' in measured) || measured.value === undefined) throw beyondTotals
    values[name] = measured
  }
  const rows = new Set(Object.values(values).map(measure => keyOf({ ...measure, value: '' })))
  if (rows.size !== 1 || !isEachOfNumbers(each)) throw beyondTotals
  const named = Object.entries(values).map(([name, { value }]) => `${name}: ${value}`)
  return { key: [sourceOf(each), ...named, ...rows].join('|'), each, values }
}

function isEachOfNumbers(tree: Tree): boolean {
  return isOfNumbers(tree) && childrenOf(tree).every(isEachOfNumbers)
}

/** The number of a row, 1 where it is a condition that holds. */
export function rowNumber({ each, values }: RowTotal, { dialect, read }: SourceWriter): string {
  const own = render(
    each,
    inDoubles(dialect, name => read(values[name]?.value as string).sql),
  )
  const isCondition = each.kind === 'not' || (each.kind === 'binary' && !'+-*/^'.includes(each.operator))
  return isCondition ? `case when ${own} then 1 else 0 end` : own
}
