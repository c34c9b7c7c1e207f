import type { Terms } from '../../definitions/term'
import type { Area } from '../area'
import type { Expression } from '../formulas/formula-in-cell'
import type { OwnCall } from '../formulas/own-calls'
import type { Finding, FindingKind } from '../questions'
import type { Overview } from '../steps'

/** What is wrong with cells of a sheet, before it is put as a finding. */
export interface Flaw extends Pick<Finding, 'kind' | 'area' | 'detail' | 'remedy'> {
  /** The first cell's formula as it is stored, or its value. */
  readonly holds: string
  /** What a cell should hold in place of a formula, `''` for nothing; absent where a person has to decide. */
  readonly mend?: Mend
}

/** Rows and columns are those of the sheet. */
export type Mend = (formula: string, row: number, column: number) => string | undefined

/** The formula of a rectangle of cells, read once for all of them. */
export interface Inspected {
  readonly area: Area
  readonly formula: string
  readonly expression: Expression
  readonly calls: readonly OwnCall[]
  readonly overview: Overview
  /** What the team's definitions say in the end. */
  readonly terms: Terms
  /** The metric that an expression gives, in the cell itself or in one of the sheet that it points at. */
  readonly metricOf: (expression: Expression) => MetricCall | undefined
}

/** A metric that is computed somewhere, with the arguments as they are written there. */
export interface MetricCall {
  readonly name: string
  readonly args: readonly Expression[]
  /** Whether METRIC computes it, from tables. */
  readonly onTables: boolean
}

/** What makes numbers wrong comes first, then what may, then what is untidy; each in the order of this list. */
export const severities: Readonly<Record<FindingKind, Finding['severity']>> = {
  'broken chain': 1,
  'drifted by rules': 1,
  'two sets of definitions': 1,
  'typed over': 1,
  error: 1,
  'not recalculated': 1,
  'outside the named table': 1,
  'mixed bases': 1,
  'averaged rates': 1,
  'drifted by data': 2,
  'no definitions': 2,
  'row problem': 2,
  volatile: 2,
  'too large': 2,
  'whole column': 3,
}

const order = Object.keys(severities)

export function worstFirst<One extends Pick<Finding, 'kind' | 'area'>>(
  found: readonly One[],
): readonly One[] {
  const rank = ({ kind }: One): number => severities[kind] * 100 + order.indexOf(kind)
  return [...found].sort((a, b) => rank(a) - rank(b) || a.area.top - b.area.top || a.area.left - b.area.left)
}
