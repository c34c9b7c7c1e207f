import { evaluate, type Input } from '../../formula/evaluate'
import type { Tree } from '../../formula/tree'
import { treeOf } from '../../formula/trees'
import { type CellError, isCellError } from '../../values'
import { metricsByName } from '../by-name'
import { compute, formulaFor } from '../compute'
import type { Measure, Metric } from '../metric'
import type { Regime } from './governing'
import { inputsOf } from './inputs'
import type { Part } from './part'

type PartOf = (measure: Measure) => Part

/**
 * The value of a metric from its arguments. Where those are metrics themselves, or sums of what was measured, their
 * formulas are put in for them, so that only the end is rounded.
 */
export function exactValue(
  metric: Metric,
  inputs: Readonly<Record<string, Input>>,
  partOf: PartOf,
  terms: Regime['terms'],
): number | string | CellError {
  const value = compute(metric, inputs)
  if (typeof value !== 'number') return value
  const whole = opened(metric, inputs, partOf, terms, '')
  return isCellError(whole) || !whole.isNested ? value : evaluate(whole.tree, whole.inputs)
}

export interface Opened {
  readonly tree: Tree
  readonly inputs: Readonly<Record<string, Input>>
  readonly isNested: boolean
}

/** The formula of a metric with those of its arguments put in; `prefix` keeps their names apart. */
export function opened(
  metric: Metric,
  inputs: Readonly<Record<string, Input>>,
  partOf: PartOf,
  terms: Regime['terms'],
  prefix: string,
): Opened | CellError {
  const formula = formulaFor(metric, inputs)
  if (isCellError(formula)) return formula
  const found: Record<string, Input> = {}
  for (const [name, input] of Object.entries(inputs)) found[prefix + name] = input
  const inner = new Map<string, Tree>()
  for (const [name, parameter] of Object.entries(metric.parameters)) {
    if (!('unit' in parameter) || !parameter.measured || inputs[name] === undefined) continue
    const own = `${prefix}${name}/`
    if ('from' in parameter.measured) {
      const part = partOf(parameter.measured)
      if (!Array.isArray(part)) continue
      found[own] = part
      inner.set(name, { kind: 'call', name: 'sum', args: [{ kind: 'name', name: own }] })
      continue
    }
    const source = metricsByName.get(parameter.measured.metric) as Metric
    const given = inputsOf(source, partOf, terms)
    const part = isCellError(given) ? given : opened(source, given, partOf, terms, own)
    if (isCellError(part)) return part
    Object.assign(found, part.inputs)
    inner.set(name, part.tree)
  }
  const tree = withNames(treeOf(formula), name => inner.get(name) ?? { kind: 'name', name: prefix + name })
  return { tree, inputs: found, isNested: inner.size > 0 }
}

/** A tree with others in the place of its names, but where it asks whether a name is given. */
function withNames(tree: Tree, named: (name: string) => Tree): Tree {
  const inner = (part: Tree): Tree => withNames(part, named)
  switch (tree.kind) {
    case 'name':
      return named(tree.name)
    case 'not':
      return { ...tree, operand: inner(tree.operand) }
    case 'binary':
      return { ...tree, left: inner(tree.left), right: inner(tree.right) }
    case 'call':
      return { ...tree, args: tree.args.map(tree.name === 'present' ? asName : inner) }
    default:
      return tree
  }

  function asName(part: Tree): Tree {
    const other = part.kind === 'name' ? named(part.name) : part
    return other.kind === 'name' ? other : part
  }
}
