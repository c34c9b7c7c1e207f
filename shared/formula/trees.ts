import { isFault, parse } from './parse'
import type { Tree } from './tree'

const trees = new Map<string, Tree>()

/** The tree of a declared formula, parsed when first asked for: an add-on's bundle has to load quickly. */
export function treeOf(formula: string): Tree {
  const known = trees.get(formula)
  if (known) return known
  const tree = parse(formula)
  if (isFault(tree)) throw new SyntaxError(`${formula}: ${tree.message} (at ${tree.at})`)
  trees.set(formula, tree)
  return tree
}
