import { evaluate, holds, type Input, type Inputs } from '../formula/evaluate'
import { treeOf } from '../formula/trees'
import { type CellError, cellError, isCellError } from '../values'
import type { Metric } from './metric'
import { quickly } from './quick'

/** The metric for one set of arguments, all present and of their types: its rules first, then its formula. */
export function compute(metric: Metric, inputs: Inputs): number | string | CellError {
  const inOrder = Object.keys(metric.parameters).map(name => inputs[name])
  return quickly(metric)(inOrder) ?? computeInDecimals(metric, inputs)
}

/** Likewise for arguments in the order of the parameters; `terms` are those that the formula may name. */
export function computeInOrder(
  metric: Metric,
  inputs: readonly (Input | undefined)[],
  terms: Inputs,
): number | string | CellError {
  return quickly(metric)(inputs) ?? computeInDecimals(metric, { ...terms, ...named(metric, inputs) })
}

function named(metric: Metric, inputs: readonly (Input | undefined)[]): Inputs {
  const entries = Object.keys(metric.parameters).map((name, place) => [name, inputs[place]])
  return Object.fromEntries(entries)
}

/** All cases, those that double-doubles do not decide and those that are errors included. */
export function computeInDecimals(metric: Metric, inputs: Inputs): number | string | CellError {
  for (const rule of metric.errors) {
    const broken = holds(treeOf(rule.when), inputs)
    if (isCellError(broken)) return broken
    if (broken !== false) return cellError(rule.error, filled(rule.reason, inputs, broken))
  }
  const formula = formulaFor(metric, inputs)
  return isCellError(formula) ? formula : evaluate(treeOf(formula), inputs)
}

/** The formula that applies: that of the first variant whose condition holds, else the metric's own. */
export function formulaFor(metric: Metric, inputs: Inputs): string | CellError {
  for (const variant of metric.variants ?? []) {
    const applies = holds(treeOf(variant.when), inputs)
    if (isCellError(applies)) return applies
    if (applies !== false) return variant.formula
  }
  return metric.formula
}

/** Puts the arguments into a reason; of a range, the number that broke the rule. */
function filled(reason: string, inputs: Inputs, broken: true | number): string {
  return reason.replace(/\{(\w+)\}/g, (_, name: string) => {
    const input = inputs[name]
    return String(Array.isArray(input) && broken !== true ? input[broken] : input)
  })
}
