import type { Basis } from '../../definitions/resolve'
import type { SnapshotRow } from '../../definitions/snapshot'
import type { TermValue } from '../../definitions/term'
import type { Input } from '../../formula/evaluate'
import type { Period } from '../../tables/rows'
import { type Cell, type CellError, cellError, isCellError } from '../../values'
import type { Measure, Metric } from '../metric'
import { isAsReported, reportedGroups, reportedRow, reportedValue, segmentOf } from './as-reported'
import { formulaTerms, isAdditive, isAhead, tablesNeeded } from './dependencies'
import { exactValue } from './exact'
import { inForce, type Regime, regimesOf } from './governing'
import { inputsOf } from './inputs'
import { takeMeasures } from './measure'
import { Measurings, type Piece } from './measurings'
import { joined, type Part } from './part'
import { allTime, type Question } from './question'
import { stretchOf } from './stretch'

/** A metric that is asked of tables. */
export interface Wanted {
  readonly metric: Metric
  /** Undefined: as reported where the period is locked, else current. */
  readonly basis: Basis | undefined
  /** Terms that the call itself says, in place of the definitions'. */
  readonly overrides: Readonly<Record<string, TermValue>>
  /** How many periods are taken together, of which the one asked for is the last; one, unless it says so. */
  readonly periods?: number
  /** Of a team's own metric: what it is under the definitions of a period; `metric` is what it is by the latest. */
  readonly under?: (terms: Readonly<Record<string, TermValue>>) => Metric | CellError
}

/** A number with what it was made of. */
export interface Answer {
  readonly value: Cell
  /** What was asked, as the definitions of the period have it. */
  readonly metric: Metric
  /** What the formula was computed from, by parameter. */
  readonly inputs: Readonly<Record<string, Input>>
  /** What was measured, by the key of the measure. */
  readonly part: (measure: Measure) => Part
  /** The definitions that governed the period, or each stretch of it. */
  readonly regimes: readonly Regime[]
  /** Where the value is the one that was locked: what was recorded of it. */
  readonly reported?: SnapshotRow
}

export interface Answers {
  readonly groups: readonly string[]
  readonly at: (wanted: number, period: number, group: number) => Answer
}

/**
 * Answers every metric in every period and group, measuring the tables once for each state of the definitions.
 * @param take measures in the place of the core, as a database does
 */
export function answersTo(
  question: Question,
  wanted: readonly Wanted[],
  by?: string,
  take: typeof takeMeasures = takeMeasures,
): Answers {
  const asked = wanted.map(one => question.periods.map(period => piecesOf(question, one, period)))
  const pieces = asked.flat().flatMap(found => (isCellError(found) || found === 'reported' ? [] : found))
  const measurings = new Measurings(question, pieces, by, take)
  for (const piece of pieces) measurings.ask(piece)
  measurings.run()
  for (const [index, found] of asked.entries()) {
    for (const [place, one] of found.entries()) {
      if (one !== 'reported' || by === undefined) continue
      const period = question.periods[place] as Period
      measurings.meet(reportedGroups(question, wanted[index] as Wanted, period, by))
    }
  }
  return {
    groups: measurings.groups,
    at: (index, place, group) => {
      const [one, found] = [wanted[index] as Wanted, asked[index]?.[place] as Pieces | 'reported']
      if (found !== 'reported') {
        return answerOf(one, found, (piece, measure) => measurings.part(piece, measure, group))
      }
      const segment = segmentOf(question, by, measurings.groups[group])
      const row = reportedRow(question, one, question.periods[place] as Period, segment)
      const nothing = { metric: one.metric, inputs: {}, part: () => 0, regimes: [] }
      return isCellError(row)
        ? { ...nothing, value: row }
        : { ...nothing, value: reportedValue(row), reported: row }
    },
  }
}

type Pieces = readonly Piece[] | CellError

function piecesOf(question: Question, asked: Wanted, period: Period): Pieces | 'reported' {
  if (isAsReported(question, asked, period)) return 'reported'
  const wanted = inForce(question, asked, period)
  if (isCellError(wanted)) return wanted
  const { metric, overrides } = wanted
  const missing = tablesNeeded(metric).filter(name => !question.tables.has(name))
  if (missing.length > 0) {
    const named = missing.map(name => name.toUpperCase()).join(' and ')
    const [tables, them] = missing.length > 1 ? ['tables', 'them'] : ['table', 'it']
    return cellError('#VALUE!', `${metric.name} needs the ${tables} ${named}: give ${them} after definitions`)
  }
  if (period === allTime && !isAhead(metric)) {
    return cellError('#VALUE!', `${metric.name} is of a period: give its first day as from, its last as to`)
  }
  const stretch = stretchOf(question, wanted, period)
  if (isCellError(stretch)) return stretch
  const regimes = regimesOf(question, wanted, stretch)
  if (isCellError(regimes)) return regimes
  const says = Object.keys(overrides).length > 0
  return regimes.map(regime => {
    return { ...regime, terms: says ? { ...regime.terms, ...overrides } : regime.terms, wanted }
  })
}

function answerOf(asked: Wanted, pieces: Pieces, partOf: (piece: Piece, measure: Measure) => Part): Answer {
  const nothing = { metric: asked.metric, inputs: {}, part: () => 0, regimes: [] }
  if (isCellError(pieces)) return { ...nothing, value: pieces }
  const { metric } = (pieces[0] as Piece).wanted
  const spanning = spans(metric, pieces)
  const part = (measure: Measure): Part => joined(pieces.map(piece => partOf(piece, measure)))
  if (spanning) return { ...nothing, regimes: pieces, value: spanning }
  const inputs = inputsOf(metric, part, (pieces[0] as Piece).terms)
  const { terms } = pieces[0] as Piece
  const value = isCellError(inputs) ? inputs : exactValue(metric, inputs, part, terms)
  return { metric, value, inputs: isCellError(inputs) ? {} : inputs, part, regimes: pieces }
}

/** Parts of stretches add up; a statistic of each does not make one of the whole, nor do two formulas make one. */
function spans(metric: Metric, pieces: readonly Piece[]): CellError | undefined {
  if (pieces.length < 2) return undefined
  const own = formulaTerms(metric)
  const formulas = new Set(pieces.map(({ terms }) => JSON.stringify(own.map(term => terms[term]))))
  if (formulas.size === 1 && isAdditive(metric)) return undefined
  const versions = pieces.map(({ version }) => `v${version}`).join(' and ')
  return cellError(
    '#N/A',
    `the period spans definitions ${versions}: ask ${metric.name}@restated, or a shorter one`,
  )
}
