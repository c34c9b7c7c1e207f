import type { Cell, Matrix } from '../../shared/values'
import { serial } from './tables'

/** A table of definitions typed by hand: each term approved from the same day on, unless another is given. */
export function definitions(
  terms: Readonly<Record<string, Cell>>,
  { from = '2020-01-01', version = 1 }: { from?: string; version?: number } = {},
): Matrix {
  return [definitionHeader, ...definitionRows(terms, { from, version })]
}

export const definitionHeader =
  'term value effective_from version status kind reason changed_by recorded_at'.split(' ')

export function definitionRows(
  terms: Readonly<Record<string, Cell>>,
  { from, version }: { from: string; version: number },
): Cell[][] {
  return Object.entries(terms).map(([term, value], index): Cell[] => [
    ...[term, value, serial(from), version + index, 'approved', 'policy', 'agreed', 'finance'],
    serial(from),
  ])
}
