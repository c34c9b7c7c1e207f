import { type CellError, cellError } from '../values'
import { termsAt } from './governing'
import type { DefinitionSet } from './table'
import type { ChangeKind, TermValue } from './term'
import { writeTerm } from './write'

/** What one term means under one version and under another, from a day on. */
export interface Difference {
  readonly term: string
  /** As they stand in a cell; `null` where that version has no such term. */
  readonly before: string | number | boolean | null
  readonly after: string | number | boolean | null
  readonly effectiveFrom: number
  /** Of the last row that made the difference. */
  readonly kind: ChangeKind
  readonly reason: string
  readonly changedBy: string
}

/**
 * What differs between two versions, by the day from which on and then by term. Approving what held anyway is no
 * difference. @returns `#N/A` for a version that there is not
 */
export function definitionDiff(
  set: DefinitionSet,
  before: number,
  after: number,
): readonly Difference[] | CellError {
  for (const version of [before, after]) {
    if (version <= set.version) continue
    return cellError(
      '#N/A',
      `there are no definitions v${version}: the last approved ones are v${set.version}`,
    )
  }
  const last = Math.max(before, after)
  const touched = new Map(
    set.rows.filter(({ version }) => version <= last).map(row => [`${row.term} ${row.effectiveFrom}`, row]),
  )
  const differences = [...touched.values()].map(({ term, effectiveFrom, kind, reason, changedBy }) => {
    const valueIn = (version: number): Difference['before'] =>
      written(term, termsAt(set.rows, effectiveFrom, version)[term])
    return { term, before: valueIn(before), after: valueIn(after), effectiveFrom, kind, reason, changedBy }
  })
  const changed = differences.filter(difference => difference.before !== difference.after)
  // Stryker disable next-line EqualityOperator: a term differs once a day
  return changed.sort((a, b) => a.effectiveFrom - b.effectiveFrom || (a.term < b.term ? -1 : 1))
}

function written(term: string, value: TermValue | undefined): Difference['before'] {
  return value === undefined ? null : writeTerm(term, value)
}
