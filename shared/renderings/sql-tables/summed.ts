import { childrenOf, type Tree } from '../../formula/tree'
import { treeOf } from '../../formula/trees'
import { metricsByName } from '../../metrics/by-name'
import type { Metric } from '../../metrics/metric'
import { keyOf, measuresOf } from '../../metrics/on-tables/dependencies'

/** The keys of the measures of which a metric needs every value, not only their sum and how many they are. */
export function listedMeasures(metric: Metric): readonly string[] {
  const formulas = [
    ...[metric.formula, ...(metric.variants ?? []).flatMap(({ when, formula }) => [when, formula])],
    ...metric.errors.map(({ when }) => when),
  ]
  const listed = new Set(formulas.flatMap(formula => usedOtherwise(treeOf(formula))))
  return Object.entries(metric.parameters).flatMap(([name, parameter]) => {
    if (!('measured' in parameter) || !parameter.measured) return []
    if ('metric' in parameter.measured) {
      const source = metricsByName.get(parameter.measured.metric) as Metric
      const per = 'by' in parameter.measured ? parameter.measured.by : undefined
      const inner = new Set(listedMeasures(source))
      return measuresOf(source)
        .filter(measure => inner.has(keyOf(measure)))
        .map(measure => keyOf(per === undefined ? measure : { ...measure, per }))
    }
    return 'rangeOf' in parameter && listed.has(name) ? [keyOf(parameter.measured)] : []
  })
}

/** Names of which more is asked than their sum, their number and so their mean. */
function usedOtherwise(tree: Tree): readonly string[] {
  if (tree.kind === 'name') return [tree.name]
  if (tree.kind === 'call' && ['sum', 'count', 'mean'].includes(tree.name) && tree.args[0]?.kind === 'name')
    return []
  return childrenOf(tree).flatMap(usedOtherwise)
}

/** As many digits as every double holds exactly. */
const digitsHeld = 15

/**
 * A list that has a sum and a length, in place of the values that had them: sums, numbers and means of it are those of
 * the values. The sum is cut into doubles that hold their digits exactly.
 */
export function standingFor(sum: string, count: number): readonly number[] {
  const [sign, whole = '', fraction = ''] = /^(-?)(\d*)\.?(\d*)$/.exec(sum)?.slice(1) ?? []
  const digits = whole + fraction
  const pieces: number[] = []
  for (let end = digits.length; end > 0; end -= digitsHeld) {
    const piece = digits.slice(Math.max(0, end - digitsHeld), end)
    if (/[1-9]/.test(piece)) pieces.push(Number(`${sign}${piece}e${digits.length - end - fraction.length}`))
  }
  return [...pieces, ...Array<number>(Math.max(0, count - pieces.length)).fill(0)]
}
