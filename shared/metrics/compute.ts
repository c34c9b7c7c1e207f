import { evaluate, holds, type Inputs } from '../formula/evaluate'
import { treeOf } from '../formula/trees'
import { type CellError, cellError, isCellError } from '../values'
import type { Metric } from './metric'

/** The metric for one set of arguments, all present and of their types: its rules first, then its formula. */
export function compute(metric: Metric, inputs: Inputs): number | string | CellError {
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
