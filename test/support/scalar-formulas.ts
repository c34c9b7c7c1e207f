import { childrenOf, namesIn, type Tree } from '../../shared/formula/tree'
import { treeOf } from '../../shared/formula/trees'
import { metrics } from '../../shared/metrics/index'

export interface ScalarFormula {
  readonly formula: string
  readonly names: readonly string[]
}

/** Beside those of the catalogue: shapes that are hard to compute with. */
const hard = [
  'a + b - c',
  '(a - b) * (a + b)',
  'a * b - c * d',
  'a / b - c / d',
  '(a - b) / (c - d)',
  'a / (b * c) + 0.1',
  'a ^ b',
  'a ^ (b / c) - 1',
  '1 - (1 - a) ^ b',
  '((a - b) / b) ^ 0.5',
  'min(a, b) / max(b, c)',
]

/** Every formula, variants included, that is computed from single numbers. */
export function scalarFormulas(): ScalarFormula[] {
  const declared = metrics.flatMap(metric => {
    const variants = (metric.variants ?? []).map(({ formula }) => formula)
    const numbers = Object.keys(metric.parameters).filter(name => 'unit' in (metric.parameters[name] ?? {}))
    return [metric.formula, ...variants].filter(formula =>
      namesIn(treeOf(formula)).every(name => numbers.includes(name)),
    )
  })
  return [...new Set([...declared, ...hard])]
    .filter(formula => isArithmetic(treeOf(formula)))
    .map(formula => ({ formula, names: namesIn(treeOf(formula)) }))
}

function isArithmetic(tree: Tree): boolean {
  const own =
    tree.kind === 'number' ||
    tree.kind === 'name' ||
    (tree.kind === 'binary' && '+-*/^'.includes(tree.operator)) ||
    (tree.kind === 'call' && (tree.name === 'min' || tree.name === 'max'))
  return own && childrenOf(tree).every(isArithmetic)
}
