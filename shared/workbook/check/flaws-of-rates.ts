import { childrenOf, type Tree } from '../../formula/tree'
import { treeOf } from '../../formula/trees'
import type { Metric } from '../../metrics/metric'
import { type Area, addressText } from '../area'
import { type Expression, within } from '../formulas/formula-in-cell'
import { locate } from '../formulas/locate'
import { ownCalls } from '../formulas/own-calls'
import { readFormula } from '../formulas/read-formula'
import { filledFormula } from '../formulas/relative-formula'
import { metricCalled } from '../formulas/values-told'
import type { Flaw, Inspected } from './flaw'

/** The rates of a sheet, found by area. */
export type RatesWithin = (area: Area) => { readonly count: number; readonly name: string } | undefined

/** Whether a metric is one number divided by another, so that its values of several periods do not average. */
export function isRate({ formula, unit }: Metric): boolean {
  const tree = treeOf(formula)
  const isQuotient = tree.kind === 'binary' && tree.operator === '/'
  return isQuotient || (unit.startsWith('fraction') && divides(tree))
}

function divides(tree: Tree): boolean {
  return (tree.kind === 'binary' && tree.operator === '/') || childrenOf(tree).some(divides)
}

const averages = /^(AVERAGE|AVERAGEA|AVERAGEIF|AVERAGEIFS)$/i

/**
 * AVERAGE over rates: each counts alike, however many deals are behind it. A range that grows as it is filled down may
 * hold a single cell at first, so that the last formula is asked as well.
 */
export function averagedRates(inspected: Inspected, ratesWithin: RatesWithin): readonly Flaw[] {
  const { area, formula, expression } = inspected
  const first = averagesIn(expression, inspected, ratesWithin)
  if (first.length > 0 || (area.top === area.bottom && area.left === area.right)) return first
  const last = filledFormula(formula, area.bottom - area.top, area.right - area.left)
  return averagesIn(readFormula(last), inspected, ratesWithin)
}

function averagesIn(expression: Expression, inspected: Inspected, ratesWithin: RatesWithin): readonly Flaw[] {
  const { area, formula } = inspected
  for (const part of within(expression)) {
    if (part.kind !== 'call' || !averages.test(part.name)) continue
    const found = ratesAmong(part.args, inspected, ratesWithin)
    if (!found) continue
    return [
      {
        ...{ kind: 'averaged rates', area, holds: formula },
        detail: `It averages ${found.name}${found.where}: a rate of two deals counts as much as a rate of two hundred, so this is not the rate of all of them.`,
        remedy: `Compute ${found.name} once over all of them: with METRIC for the whole period, or from the sums of its parts.`,
      },
    ]
  }
  return []
}

function ratesAmong(args: readonly Expression[], inspected: Inspected, ratesWithin: RatesWithin) {
  let [inline, name] = [0, '']
  for (const argument of args) {
    const area = locate(argument, inspected.area.sheet, inspected.overview)
    const cells = area && ratesWithin(area)
    if (area && cells && (area.bottom > area.top || area.right > area.left)) {
      return { name: cells.name, where: ` in ${addressText(area)}` }
    }
    const metric = inspected.metricOf(argument)
    const declared = metric && metricCalled(metric.name)
    if (!metric || !declared || !isRate(declared)) continue
    const isMany = !area && manyAtOnce(argument)
    if (isMany) return { name: metric.name, where: '' }
    inline++
    name = metric.name
  }
  return inline > 1 ? { name, where: '' } : undefined
}

/** A call that is handed ranges or constants gives a value for each of their cells. */
function manyAtOnce(expression: Expression): boolean {
  const [own] = ownCalls(expression)
  return (own?.call.args ?? []).some(
    argument => argument.kind === 'array' || (argument.kind === 'reference' && argument.text.includes(':')),
  )
}
