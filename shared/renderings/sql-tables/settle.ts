import type { Tree } from '../../formula/tree'
import { compileRule, type Scope } from '../../tables/rules'
import type { RowValue } from '../../tables/table'

/**
 * A rule with everything worked out that the definitions decide, so that of a choice between two rules only the one is
 * left that is taken: the other may lack its columns.
 */
export function settle(tree: Tree, scope: Scope): Tree {
  const value = fixedValue(tree, scope)
  if (value !== undefined) return literal(value)
  const inner = (part: Tree): Tree => settle(part, scope)
  switch (tree.kind) {
    case 'not':
      return { ...tree, operand: inner(tree.operand) }
    case 'call': {
      const [condition, then, otherwise] = tree.args as [Tree, Tree, Tree]
      const decided = tree.name === 'if' ? fixedValue(condition, scope) : undefined
      if (decided !== undefined) return inner(decided === true ? then : otherwise)
      return { ...tree, args: tree.args.map(inner) }
    }
    case 'binary': {
      if (tree.operator === 'in') return { ...tree, left: inner(tree.left) }
      if (tree.operator === 'and' || tree.operator === 'or') {
        // Since both together are not decided, a side that is does not decide.
        if (fixedValue(tree.left, scope) !== undefined) return inner(tree.right)
        if (fixedValue(tree.right, scope) !== undefined) return inner(tree.left)
      }
      return { ...tree, left: inner(tree.left), right: inner(tree.right) }
    }
    default:
      return tree
  }
}

/** What is the same in every row; undefined where the rows decide. */
export function fixedValue(tree: Tree, scope: Scope): RowValue | undefined {
  const { fixed, read } = compileRule(tree, scope)
  return fixed ? read(0) : undefined
}

/** Names that stand for themselves, where a rule was settled. */
export const settledNames: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null }

function literal(value: RowValue): Tree {
  if (typeof value === 'number') return { kind: 'number', text: String(value) }
  if (typeof value === 'string') return { kind: 'text', text: value }
  return { kind: 'name', name: String(value) }
}
