import { childrenOf, type Tree } from '../formula/tree'
import { treeOf } from '../formula/trees'
import type { Metric } from '../metrics/metric'
import { measuresOf } from '../metrics/on-tables/dependencies'
import { derivedColumns } from '../tables/derived/index'
import { rulesOf } from '../tables/row-rules/index'
import type { RowSource } from '../tables/rows'

/** A named rule or a derived column, with what it says. */
export interface RuleBehind {
  readonly name: string
  readonly says: string
}

/** Every named rule and derived column on which a metric's measuring rests, each once, in the order of their naming. */
export function rulesBehind(metric: Metric): readonly RuleBehind[] {
  const found = new Map<string, RuleBehind>()
  for (const { from, rows, at, value, distinct } of measuresOf(metric)) {
    for (const expression of [rows, at, value, distinct]) {
      if (expression !== undefined) visit(treeOf(expression), from, found)
    }
  }
  // A column that two tables derive alike is told once.
  const told = new Map([...found.values()].map(rule => [`${rule.name} ${rule.says}`, rule]))
  return [...told.values()]
}

function visit(tree: Tree, source: RowSource, found: Map<string, RuleBehind>): void {
  if (tree.kind === 'name') visitName(tree.name, source, found)
  for (const child of childrenOf(tree)) visit(child, source, found)
}

function visitName(name: string, source: RowSource, found: Map<string, RuleBehind>): void {
  const key = `${source} ${name}`
  if (found.has(key)) return
  const rule = rulesOf(source)[name]
  const derived = derivedColumns[source]?.[name]
  if (rule !== undefined) {
    found.set(key, { name, says: `\`${rule}\`` })
    visit(treeOf(rule), source, found)
  } else if (derived) {
    found.set(key, { name, says: derived.about })
    for (const read of derived.reads) visitName(read, source, found)
  } else if (source === 'credits') visitName(name, 'deals', found)
}
