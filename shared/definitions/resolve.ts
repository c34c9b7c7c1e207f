import { type CellError, cellError, isCellError } from '../values'
import { dayText } from './clock'
import { governing, termsOf } from './governing'
import type { DefinitionRow } from './row'
import type { DefinitionSet } from './table'
import type { Terms } from './term'

/**
 * By which rules a period is counted: `current` those that were effective then; `as_reported` the same, of which the
 * locked value was made; `restated` the latest approved ones, whatever the period; or those after one approval.
 */
export type Basis = 'current' | 'as_reported' | 'restated' | { readonly version: number }

/** What every term means on one day, under one basis. */
export interface Governed {
  readonly terms: Terms
  /** The last approval that these terms needed; under `restated`, the last of all. */
  readonly version: number
  /** `unratified`: nobody has approved any of them. */
  readonly status: 'approved' | 'unratified'
  /** The row that governs a term; none for a term at its built-in default. */
  readonly rows: ReadonlyMap<string, DefinitionRow>
}

/**
 * The definitions that govern a day: the first of a period, or any day of it, since they change with periods only.
 * A pinned or restated set is applied to any day, in its final state.
 * @returns `#N/A` where the team's definitions begin later, or there is no such version. Once they have begun, a term
 * that they do not name keeps its built-in default.
 */
export function termsFor(set: DefinitionSet, day: number, basis: Basis = 'current'): Governed | CellError {
  const pinned = typeof basis === 'object' ? basis.version : set.version
  if (pinned > set.version) {
    return cellError(
      '#N/A',
      `there are no definitions v${pinned}: the last approved ones are v${set.version}`,
    )
  }
  const timeless = typeof basis === 'object' || basis === 'restated'
  const rows = governing(set.rows, timeless ? Number.POSITIVE_INFINITY : day, pinned)
  if (!timeless && rows.size === 0 && set.version > 0) {
    const first = Math.min(...set.rows.map(({ effectiveFrom }) => effectiveFrom))
    return cellError(
      '#N/A',
      `no definition is effective on ${dayText(day)}: the first is from ${dayText(first)}. Ask for @restated to apply the latest`,
    )
  }
  const version = timeless ? pinned : Math.max(0, ...[...rows.values()].map(row => row.version))
  return { terms: termsOf(rows), version, status: rows.size > 0 ? 'approved' : 'unratified', rows }
}

/** A stretch of time under the same definitions; first and last day, both counted in, as serials. */
export interface Regime extends Governed {
  readonly from: number
  readonly to: number
}

/** The window, cut where any of the terms (all, unless they are given) changes its value. */
export function regimes(
  set: DefinitionSet,
  from: number,
  to: number,
  basis: Basis = 'current',
  termIds?: readonly string[],
): readonly Regime[] | CellError {
  const starts = new Set(set.rows.map(({ effectiveFrom }) => effectiveFrom))
  const cuts = [from, ...[...starts].filter(day => day > from && day <= to).sort((a, b) => a - b)]
  const found: Regime[] = []
  for (const [index, start] of cuts.entries()) {
    const governed = termsFor(set, start, basis)
    if (isCellError(governed)) return governed
    const end = (cuts[index + 1] ?? to + 1) - 1
    const before = found[found.length - 1]
    if (before && changedTerm(before.terms, governed.terms, termIds) === undefined) {
      found[found.length - 1] = { ...before, to: end }
    } else found.push({ ...governed, from: start, to: end })
  }
  return found
}

/** A term that does not mean the same, of the given ones; all, unless they are given. */
export function changedTerm(
  before: Terms,
  after: Terms,
  termIds: readonly string[] = Object.keys({ ...before, ...after }),
): string | undefined {
  return termIds.find(id => JSON.stringify(before[id]) !== JSON.stringify(after[id]))
}

/**
 * Reads the basis behind a metric's name: `COST_PER_NET_LEAD@restated`, `@v3`, `@as_reported`, `@current`.
 * Without one, `basis` is undefined: locked periods are then as reported, others current.
 */
export function parseBasis(
  text: string,
): { readonly name: string; readonly basis: Basis | undefined } | CellError {
  const [name = '', ...rest] = text.split('@')
  if (rest.length === 0) return { name: name.trim().toUpperCase(), basis: undefined }
  const basis = basisOf(rest.join('@'))
  return isCellError(basis) ? basis : { name: name.trim().toUpperCase(), basis }
}

/** `restated`, `v3`, `as_reported` or `current`, capitals or not. */
export function basisOf(text: string): Basis | CellError {
  const word = text.trim().toLowerCase()
  if (word === 'current' || word === 'as_reported' || word === 'restated') return word
  const [, version] = /^v(\d{1,6})$/.exec(word) ?? []
  if (version !== undefined) return { version: Number(version) }
  return cellError(
    '#VALUE!',
    `“${text.slice(0, 40)}” is no basis: write current, as_reported, restated or a version such as v3`,
  )
}
