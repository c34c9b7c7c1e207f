import { childrenOf, type Tree } from '../../formula/tree'
import { treeOf } from '../../formula/trees'
import { derivedColumns } from '../../tables/derived/index'
import { foldingScope, settle, settledNames } from '../sql-tables/settle'
import { wordColumns } from './derived/words'
import type { Source } from './source'

/** The columns that decide an expression where only words do, and the words of the definitions that matter there. */
export interface WordReads {
  readonly columns: ReadonlySet<string>
  readonly words: readonly string[]
}

const none: WordReads = { columns: new Set(), words: [] }

/**
 * Which columns of words an expression depends on.
 * @returns undefined where it depends on anything else: numbers, days, the period, other rows or tables
 */
export function wordReads(tree: Tree, source: Source): WordReads | undefined {
  if (tree.kind === 'text') return { columns: new Set(), words: [tree.text] }
  if (tree.kind === 'binary' && tree.operator === 'in') {
    const members = tree.right.kind === 'name' ? source.state.context.terms[tree.right.name] : undefined
    return together([wordReads(tree.left, source), { ...none, words: Array.isArray(members) ? members : [] }])
  }
  if (tree.kind === 'name') return ofName(tree.name, source)
  return together(childrenOf(tree).map(part => wordReads(part, source)))
}

/** A rule with all that the definitions decide worked out. */
export function settled(expression: string, { name, table, state }: Source): Tree {
  return settle(treeOf(expression), foldingScope(name, table.schema.rules, state.context))
}

function ofName(name: string, source: Source): WordReads | undefined {
  if (name in settledNames) return none
  const { schema } = source.table
  const rule = schema.rules[name]
  if (rule !== undefined) return wordReads(settled(rule, source), source)
  if (derivedColumns[source.name]?.[name]) {
    // A text that several columns make is decided like that of one.
    return (
      wordColumns(name, source) ??
      (joint.includes(name) ? { columns: new Set([name]), words: [] } : undefined)
    )
  }
  const type = schema.columns[name]?.type
  if (type !== undefined) {
    const isWord = type === 'text' || type === 'flag' || type === 'period'
    return isWord ? { columns: new Set([name]), words: [] } : undefined
  }
  return name.includes('.') ? none : undefined
}

const joint = ['stage_class', 'activity_kind']

function together(reads: readonly (WordReads | undefined)[]): WordReads | undefined {
  if (reads.includes(undefined)) return undefined
  const all = reads as readonly WordReads[]
  return {
    columns: new Set(all.flatMap(({ columns }) => [...columns])),
    words: [...new Set(all.flatMap(({ words }) => words))],
  }
}
