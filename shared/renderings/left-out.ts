import { childrenOf, type Tree } from '../formula/tree'
import { treeOf } from '../formula/trees'
import type { Measure } from '../metrics/metric'
import type { Regime } from '../metrics/on-tables/governing'
import { placing } from '../metrics/on-tables/locate'
import type { Question } from '../metrics/on-tables/question'
import { rulesOf } from '../tables/row-rules/index'
import { reasonsOf } from '../tables/row-rules/reasons'
import { contextOf, type RowSource, type Rows } from '../tables/rows'
import { filterOf } from '../tables/where'
import { isCellError } from '../values'
import { sourceOf } from './source'

/** Rows of the period that a measure does not count, and why not. */
export interface LeftOut {
  readonly reason: string
  /** As the sheet counts them, the header being 1; of credits, those of their deals. */
  readonly rows: readonly number[]
}

/** Of each row that is in the period and asked for but not counted, the first condition that it fails. */
export function leftOut(
  question: Question,
  regimes: readonly Regime[],
  measure: Measure,
): readonly LeftOut[] {
  const found = new Map<string, number[]>()
  for (const regime of regimes) {
    const context = contextOf(question.tables, regime.terms, question.asOf)
    try {
      collect(context.rows(measure.from), measure, regime, question, found)
    } catch (thrown) {
      // A table that cannot be read is the cause of the metric's own error, which is told.
      if (!isCellError(thrown)) throw thrown
    }
  }
  return [...found]
    .map(([reason, rows]) => ({ reason, rows }))
    .sort((a, b) => b.rows.length - a.rows.length || (a.reason < b.reason ? -1 : 1))
}

function collect(
  rows: Rows,
  measure: Measure,
  regime: Regime,
  { conditions }: Question,
  found: Map<string, number[]>,
): void {
  const conditionsOf = conjuncts(treeOf(measure.rows), measure.from).map(({ text, reason }) => ({
    reason,
    holds: rows.read(text),
  }))
  const asked = filterOf(rows, conditions)
  const inPeriod = membershipOf(rows, measure, regime)
  for (let row = 1; row <= rows.last; row++) {
    if (!rows.isRow(row) || !inPeriod(row) || !asked(row)) continue
    const failed = conditionsOf.find(({ holds }) => holds(row) !== true)
    if (!failed) continue
    const place = (rows.standsFor?.(row) ?? row) + 1
    const others = found.get(failed.reason)
    if (others) others.push(place)
    else found.set(failed.reason, [place])
  }
}

function membershipOf(rows: Rows, measure: Measure, period: Regime): (row: number) => boolean {
  const { at, over, ahead } = measure
  const { context } = rows
  if (at === undefined && over === undefined) {
    const last = ahead ? period.to : Math.min(period.to, context.asOf ?? period.to)
    context.period = { from: period.from, to: last }
    return () => true
  }
  const place = placing(rows, measure, [period])
  return row => {
    let within = false
    place(row, () => {
      within = true
    })
    return within
  }
}

interface Conjunct {
  readonly text: string
  readonly reason: string
}

/** The conditions that all have to hold, named rules opened as long as they are such conditions themselves. */
function conjuncts(tree: Tree, source: RowSource): readonly Conjunct[] {
  if (tree.kind === 'binary' && tree.operator === 'and') {
    return childrenOf(tree).flatMap(part => conjuncts(part, source))
  }
  const rule = tree.kind === 'name' ? rulesOf(source)[tree.name] : undefined
  const text = sourceOf(tree)
  const said = reasonsOf(source)[text]
  if (rule !== undefined && said === undefined) return conjuncts(treeOf(rule), source)
  return [{ text, reason: said ?? `failing “${text}”` }]
}
