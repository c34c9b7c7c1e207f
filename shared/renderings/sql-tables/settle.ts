import type { Tree } from '../../formula/tree'
import { treeOf } from '../../formula/trees'
import { fixed } from '../../tables/compiled'
import { derivedColumns } from '../../tables/derived/index'
import type { Context, RowSource } from '../../tables/rows'
import { compileRule, type Scope } from '../../tables/rules'
import type { TableName } from '../../tables/schema'
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

/** What the definitions decide of a rule; columns are left to the rows. */
export function foldingScope(
  source: RowSource,
  rules: Readonly<Record<string, string>>,
  context: Context,
): Scope {
  const table = context.tables.get(source as TableName)
  // A column that the table may lack, and does, is blank in every row.
  const isAbsent = (name: string): boolean =>
    table?.schema.columns[name]?.optional === true &&
    derivedColumns[source]?.[name] === undefined &&
    !context.rows(source).has(name)

  const scope: Scope = {
    hours: { open: '', close: '', weekendMask: '0000000', holidays: '' },
    set: name => {
      const set = context.terms[name]
      if (Array.isArray(set)) return set
      throw new RangeError(`${name} is no set of the definitions`)
    },
    name: name => {
      const rule = rules[name]
      if (rule !== undefined) return compileRule(treeOf(rule), scope)
      if (isAbsent(name)) return fixed(null)
      const term = name.includes('.') ? context.terms[name] : undefined
      return term === undefined || typeof term === 'object' ? { read: () => null } : fixed(term)
    },
  }
  return scope
}
