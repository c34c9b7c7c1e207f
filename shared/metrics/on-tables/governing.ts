import { type Basis, regimes, termsFor } from '../../definitions/resolve'
import type { DefinitionRow } from '../../definitions/row'
import type { TermValue } from '../../definitions/term'
import type { Period } from '../../tables/rows'
import { type CellError, isCellError } from '../../values'
import type { Wanted } from './answer'
import { isAhead, termsRead } from './dependencies'
import { allTime, type Question } from './question'

/** A stretch of time under one state of the definitions. */
export interface Regime extends Period {
  readonly terms: Readonly<Record<string, TermValue>>
  /** The version of the definitions; 0 are the built-in ones. */
  readonly version: number
  readonly status: 'approved' | 'unratified'
  /** The row that governs a term; none for one at its built-in default. */
  readonly rows?: ReadonlyMap<string, DefinitionRow>
}

/** A team's own metric as the definitions have it on the first day of the period; other metrics as they are. */
export function inForce({ definitions }: Question, wanted: Wanted, { from }: Period): Wanted | CellError {
  if (!wanted.under) return wanted
  const governed = Number.isFinite(from)
    ? termsFor(definitions, from, wanted.basis ?? 'current')
    : termsFor(definitions, 0, wanted.basis ?? 'restated')
  if (isCellError(governed)) return governed
  const metric = wanted.under({ ...governed.terms, ...wanted.overrides })
  return isCellError(metric) ? metric : { ...wanted, metric }
}

/**
 * The period, cut where a term changes on which the metric depends. What is of a moment, or lies ahead, goes by the
 * definitions of the last day that is known of it.
 */
export function regimesOf(
  { definitions, asOf }: Question,
  { metric, basis }: Wanted,
  period: Period,
): readonly Regime[] | CellError {
  const inForce: Basis = basis ?? 'current'
  if (!isAhead(metric))
    return regimes(definitions, period.from, period.to, inForce, termsOf(metric, definitions))
  const day = Math.min(period.to, asOf ?? period.to)
  const found = Number.isFinite(day)
    ? regimes(definitions, day, day, inForce)
    : regimes(definitions, 0, 0, basis ?? 'restated')
  return isCellError(found)
    ? found
    : found.map(regime => ({ ...regime, ...(period === allTime ? allTime : period) }))
}

/** Families of terms written out: any component set decides which components are known. */
function termsOf(metric: Wanted['metric'], { rows }: Question['definitions']): readonly string[] {
  // Built-in definitions never change, whatever the metric reads.
  if (rows.length === 0) return []
  return termsRead(metric).flatMap(id => {
    if (!id.endsWith('.*')) return [id]
    return [...new Set(rows.map(({ term }) => term).filter(term => term.startsWith(id.slice(0, -1))))]
  })
}
