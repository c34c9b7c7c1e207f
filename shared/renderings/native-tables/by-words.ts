import type { Tree } from '../../formula/tree'
import { treeOf } from '../../formula/trees'
import { fixed } from '../../tables/compiled'
import type { Rows } from '../../tables/rows'
import { compileRule, type Scope } from '../../tables/rules'
import type { Reader, RowValue } from '../../tables/table'
import { settledNames } from '../sql-tables/settle'
import { placeOf } from './columns'
import { derivedForms } from './derived/index'
import { wordReads } from './reads'
import type { Source } from './source'
import { among, numberBy } from './words'
import { always, condition, never, nothing, quantity, type Words, type Written } from './written'

/** What depends on the words of one column alone, as the core decides it of each of them; undefined for all else. */
export function byWords(tree: Tree, source: Source): Written | undefined {
  if (tree.kind === 'number' || tree.kind === 'text') return undefined
  const reads = wordReads(tree, source)
  if (reads === undefined || reads.columns.size > 1) return undefined
  const judge = (rows: Rows): Reader =>
    compileRule(
      tree,
      scopeOf(rows, name => rows.compiled(name).read),
    ).read
  const [column] = reads.columns
  if (column === undefined) return constant(judge(source.rows)(1))
  const form = derivedForms[source.name]?.[column]
  if (form) {
    const words = form(source)
    if (tree.kind === 'name' && tree.name === column) return words
    return words.kind === 'words' ? byWord(tree, column, words, source) : undefined
  }
  const place = placeOf(column, source)
  // What a column that is missing comes to, the core says.
  if (place === undefined) return undefined
  switch (kindOf(tree, source)) {
    case 'condition':
      return among(source, place, reads.words, judge)
    case 'quantity':
      return numberBy(source, place, reads.words, judge)
    default:
      return wordsBy(source, place, reads.words, judge)
  }
}

/** Which column of words decides a condition; undefined where several do, or anything else. */
export function decidedBy(tree: Tree, source: Source): string | undefined {
  const reads = wordReads(tree, source)
  return reads?.columns.size === 1 ? [...reads.columns][0] : undefined
}

export function wordsBy(
  source: Source,
  place: number,
  words: readonly string[],
  judge: (rows: Rows) => Reader,
): Words {
  const which = (holds: (word: RowValue) => boolean): string =>
    among(source, place, words, rows => {
      const word = judge(rows)
      return row => holds(word(row))
    }).factors.join('*') || '1'
  return {
    kind: 'words',
    get present() {
      return which(word => word !== null)
    },
    among: holds => which(word => word !== null && holds(String(word))),
  }
}

export function constant(value: unknown): Written {
  if (typeof value === 'number') return quantity(String(value), undefined, Number.isInteger(value))
  if (typeof value === 'boolean') return value ? always : never
  if (value === null) return nothing
  const text = String(value)
  return { kind: 'words', present: '1', among: holds => (holds(text) ? '1' : '0') }
}

/** A condition on a text that several columns make together. */
function byWord(tree: Tree, name: string, words: Words, source: Source): Written {
  let word = ''
  const { schema } = source.table
  const scope: Scope = scopeOf(source.rows, other => {
    if (other === name) return () => word
    const rule = schema.rules[other]
    return rule === undefined ? source.rows.compiled(other).read : compileRule(treeOf(rule), scope).read
  })
  const { read } = compileRule(tree, scope)
  return condition(
    words.among(text => {
      word = text
      return read(1) === true
    }),
  )
}

function scopeOf(rows: Rows, read: (name: string) => Reader): Scope {
  return {
    hours: { open: '', close: '', weekendMask: '0000000', holidays: '' },
    set: name => rows.context.terms[name] as readonly string[],
    name: name => (name in settledNames ? fixed(settledNames[name] as boolean | null) : { read: read(name) }),
  }
}

const numbers = ['quota_from', 'quota_to', 'chance', 'sla_seconds', 'pass_mark', 'window_days']
const flags = [
  ...['of_cohort_type', 'recurring', 'omitted', 'of_pipeline_stage', 'referred', 'said_qualified'],
  ...['known_outcome', 'unmapped', 'incoming'],
]

/** What kind of value the words decide. */
function kindOf(tree: Tree, source: Source): Written['kind'] {
  if (tree.kind === 'call') return tree.name === 'if' ? kindOf(tree.args[1] as Tree, source) : 'condition'
  if (tree.kind === 'text') return 'words'
  if (tree.kind !== 'name') return tree.kind === 'number' ? 'quantity' : 'condition'
  const { schema } = source.table
  const rule = schema.rules[tree.name]
  if (rule !== undefined) return kindOf(treeOf(rule), source)
  if (tree.name in settledNames || flags.includes(tree.name)) return 'condition'
  if (numbers.includes(tree.name)) return 'quantity'
  return schema.columns[tree.name]?.type === 'flag' ? 'condition' : 'words'
}
