import { evaluate, type Input, type Inputs } from '../formula/evaluate'
import type { Tree } from '../formula/tree'
import { treeOf } from '../formula/trees'
import { formulaFor } from '../metrics/compute'
import type { Metric } from '../metrics/metric'
import { type Argument, type Cell, isCellError, type Result } from '../values'
import { type Asked, askedOf } from './asked'

/**
 * METRIC_PARTS(metric, arguments…): what a number is made of, as rows {part, value, n}: numerator and denominator
 * where it is a ratio, then what the formula takes, of ranges their sum and how many there are, then the result.
 */
export function metricParts(args: readonly Argument[]): Result {
  const asked = askedOf(args)
  return isCellError(asked) ? asked : partRows(asked)
}

export function partRows({ metric, inputs, value, onTables }: Asked): readonly (readonly Cell[])[] {
  const reported = onTables?.answer.reported
  if (reported) {
    const { numerator, denominator, n } = reported
    const sides = { numerator, denominator }
    const known = Object.entries(sides).filter(([, side]) => side !== null)
    return [...known.map(([name, side]): readonly Cell[] => [name, side, null]), ['result', value, n]]
  }
  const fraction = fractionOf(metric, inputs)
  return [
    ...(fraction === undefined
      ? []
      : [row('numerator', fraction.left, inputs), row('denominator', fraction.right, inputs)]),
    ...Object.keys(metric.parameters).flatMap(name => {
      const input = inputs[name]
      return input === undefined ? [] : [partRow(name, input)]
    }),
    ['result', value, null],
  ]
}

function partRow(name: string, input: Input): readonly Cell[] {
  if (typeof input !== 'object') return [name, input, typeof input === 'number' ? 1 : null]
  return [name, evaluate(treeOf('sum(values)'), { values: input }), input.length]
}

function row(name: string, tree: Tree, inputs: Inputs): readonly Cell[] {
  return [name, evaluate(tree, inputs), null]
}

/** The two sides of a ratio; a formula that is none has no numerator. */
export function fractionOf(metric: Metric, inputs: Inputs): { left: Tree; right: Tree } | undefined {
  if (Object.keys(inputs).length === 0) return undefined
  const formula = formulaFor(metric, inputs)
  const tree = isCellError(formula) ? undefined : treeOf(formula)
  return tree?.kind === 'binary' && tree.operator === '/' ? tree : undefined
}
