import type { Basis } from '../../definitions/resolve'
import type { TermValue } from '../../definitions/term'
import { evaluate, type Input } from '../../formula/evaluate'
import { treeOf } from '../../formula/trees'
import { type Context, contextOf, type Period } from '../../tables/rows'
import { type Cell, type CellError, cellError, isCellError } from '../../values'
import { metricsByName } from '../by-name'
import { compute } from '../compute'
import type { Measure, Metric } from '../metric'
import { rangesByValue } from './by-value'
import { formulaTerms, isAdditive, isAhead, keyOf, measuresOf, tablesNeeded, termsRead } from './dependencies'
import { type Regime, regimesOf } from './governing'
import { type ByKey, type Found, type Part, type Taken, takeMeasures } from './measure'
import { allTime, type Question } from './question'

/** A metric that is asked of tables. */
export interface Wanted {
  readonly metric: Metric
  /** Undefined: as reported where the period is locked, else current. */
  readonly basis: Basis | undefined
  /** Terms that the call itself says, in place of the definitions'. */
  readonly overrides: Readonly<Record<string, TermValue>>
}

/** A number with what it was made of. */
export interface Answer {
  readonly value: Cell
  /** What the formula was computed from, by parameter. */
  readonly inputs: Readonly<Record<string, Input>>
  /** What was measured, by the key of the measure. */
  readonly part: (measure: Measure) => Part
  /** The definitions that governed the period, or each stretch of it. */
  readonly regimes: readonly Regime[]
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
  const pieces = wanted.map(one => question.periods.map(period => piecesOf(question, one, period)))
  const measurings = new Measurings(question, wanted, by, take)
  for (const found of pieces.flat()) if (!isCellError(found)) for (const piece of found) measurings.ask(piece)
  measurings.run()
  return {
    groups: measurings.groups,
    at: (index, period, group) =>
      answerOf(wanted[index] as Wanted, pieces[index]?.[period] as Pieces, question, (piece, measure) =>
        measurings.part(piece, measure, group),
      ),
  }
}

/** A stretch of a period under one state of the definitions, what the call itself says put in. */
interface Piece extends Regime {
  readonly wanted: Wanted
}

type Pieces = readonly Piece[] | CellError

function piecesOf(question: Question, wanted: Wanted, period: Period): Pieces {
  const { metric, overrides } = wanted
  const missing = tablesNeeded(metric).filter(name => !question.tables.has(name))
  if (missing.length > 0) {
    const named = missing.map(name => name.toUpperCase()).join(' and ')
    return cellError('#VALUE!', `${metric.name} needs the table ${named}: give it after definitions`)
  }
  if (period === allTime && !isAhead(metric)) {
    return cellError('#VALUE!', `${metric.name} is of a period: give its first day as from, its last as to`)
  }
  const regimes = regimesOf(question, wanted, period)
  if (isCellError(regimes)) return regimes
  return regimes.map(regime => ({ ...regime, terms: { ...regime.terms, ...overrides }, wanted }))
}

/** Collects what is to be measured, so that pieces under equal terms share one pass over the tables. */
class Measurings {
  private readonly byTerms = new Map<string, Measuring>()
  private readonly keys = new Map<Piece, Measuring>()
  private readonly spellings: string[] = []
  private readonly termIds: readonly string[]

  constructor(
    private readonly question: Question,
    wanted: readonly Wanted[],
    private readonly by: string | undefined,
    private readonly take: typeof takeMeasures,
  ) {
    this.termIds = [...new Set(wanted.flatMap(({ metric }) => termsRead(metric)))].sort()
  }

  get groups(): readonly string[] {
    return this.by === undefined ? [''] : this.spellings
  }

  ask(piece: Piece): void {
    const key = JSON.stringify(this.termIds.map(id => termValue(piece.terms, id)))
    let measuring = this.byTerms.get(key)
    if (!measuring) {
      const { tables, asOf } = this.question
      measuring = new Measuring(contextOf(tables, piece.terms, asOf))
      this.byTerms.set(key, measuring)
    }
    measuring.add(measuresOf(piece.wanted.metric), piece)
    this.keys.set(piece, measuring)
  }

  run(): void {
    for (const measuring of this.byTerms.values()) {
      measuring.run(this.question.conditions, this.by, this.take)
      for (const group of measuring.groups) {
        if (!this.spellings.some(known => folded(known) === folded(group))) this.spellings.push(group)
      }
    }
  }

  part(piece: Piece, measure: Measure, group: number): Part {
    return (this.keys.get(piece) as Measuring).part(measure, piece, this.groups[group] as string)
  }
}

/** `cost.*` stands for all terms that begin so. */
function termValue(terms: Piece['terms'], id: string): unknown {
  if (!id.endsWith('.*')) return terms[id]
  return Object.entries(terms).filter(([term]) => term.startsWith(id.slice(0, -1)))
}

function folded(group: string): string {
  return group.toLowerCase()
}

/** All that is measured under one state of the definitions. */
class Measuring {
  private readonly measures = new Map<string, Measure>()
  private readonly periods = new Map<string, Period>()
  private readonly measureAt = new Map<string, number>()
  private readonly periodAt = new Map<string, number>()
  private taken: Taken | undefined

  constructor(private readonly context: Context) {}

  get groups(): readonly string[] {
    return this.taken?.groups ?? []
  }

  add(measures: readonly Measure[], { from, to }: Period): void {
    for (const measure of measures) this.measures.set(keyOf(measure), measure)
    this.periods.set(`${from} ${to}`, { from, to })
  }

  run(conditions: Question['conditions'], by: string | undefined, take: typeof takeMeasures): void {
    const asked = { measures: [...this.measures.values()], periods: [...this.periods.values()], conditions }
    for (const [index, key] of [...this.measures.keys()].entries()) this.measureAt.set(key, index)
    for (const [index, key] of [...this.periods.keys()].entries()) this.periodAt.set(key, index)
    this.taken = take(by === undefined ? asked : { ...asked, by }, this.context)
  }

  part(measure: Measure, { from, to }: Period, group: string): Part {
    const [index, period] = [this.measureAt.get(keyOf(measure)), this.periodAt.get(`${from} ${to}`)]
    const place = this.groups.findIndex(known => folded(known) === folded(group))
    // A group that this state of the definitions has not met is one of no rows, or of the row that has no group.
    return (this.taken as Taken).part(index as number, period as number, place < 0 ? noGroup : place)
  }
}

const noGroup = 1e9

function answerOf(
  { metric }: Wanted,
  pieces: Pieces,
  question: Question,
  partOf: (piece: Piece, measure: Measure) => Part,
): Answer {
  const nothing = { inputs: {}, part: () => 0, regimes: [] }
  if (isCellError(pieces)) return { ...nothing, value: pieces }
  const spanning = spans(metric, pieces)
  const part = (measure: Measure): Part => joined(pieces.map(piece => partOf(piece, measure)))
  if (spanning) return { ...nothing, regimes: pieces, value: spanning }
  const inputs = inputsOf(metric, part, (pieces[0] as Piece).terms)
  const value = isCellError(inputs) ? inputs : compute(metric, inputs)
  return { value, inputs: isCellError(inputs) ? {} : inputs, part, regimes: pieces }
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

function joined(parts: readonly Part[]): Part {
  return parts.reduce((left, right): Part => {
    if (isCellError(left)) return left
    if (isCellError(right)) return right
    if (!(left instanceof Map)) return together(left as Found, right as Found)
    const both = new Map(left as ByKey)
    for (const [key, found] of right as ByKey) {
      both.set(key, both.has(key) ? together(both.get(key) as Found, found) : found)
    }
    return both
  })
}

function together(left: Found, right: Found): Found {
  return typeof left === 'number' ? left + (right as number) : left.concat(right)
}

/** The arguments of the metric's formula, as measured and as the definitions say. */
function inputsOf(
  metric: Metric,
  partOf: (measure: Measure) => Part,
  terms: Piece['terms'],
): Readonly<Record<string, Input>> | CellError {
  const ranges = rangesByValue(metric, partOf, (source, ofValue) => computeFrom(source, ofValue, terms))
  if (isCellError(ranges)) return ranges
  const inputs: Record<string, Input> = { ...scalarTerms(formulaTerms(metric), terms), ...ranges }
  for (const [name, parameter] of Object.entries(metric.parameters)) {
    if (inputs[name] !== undefined) continue
    if ('measured' in parameter && parameter.measured) {
      const source = 'metric' in parameter.measured ? metricsByName.get(parameter.measured.metric) : undefined
      const part = source ? computeFrom(source, partOf, terms) : partOf(parameter.measured as Measure)
      const input =
        'rangeOf' in parameter || typeof part !== 'object' ? part : total(part as readonly number[])
      if (isCellError(input)) return input
      inputs[name] = input as Input
      continue
    }
    const defined = 'term' in parameter && parameter.term ? terms[parameter.term] : undefined
    const value = defined ?? ('default' in parameter ? parameter.default : undefined)
    if (typeof value === 'number' || typeof value === 'string') inputs[name] = value
  }
  return inputs
}

/** A single number is wanted where values were measured. */
function total(part: readonly number[] | CellError): number | string | CellError {
  return isCellError(part) ? part : evaluate(treeOf('sum(values)'), { values: part })
}

function computeFrom(
  metric: Metric,
  partOf: (measure: Measure) => Part,
  terms: Piece['terms'],
): number | string | CellError {
  const inputs = inputsOf(metric, partOf, terms)
  return isCellError(inputs) ? inputs : compute(metric, inputs)
}

function scalarTerms(ids: readonly string[], terms: Piece['terms']): Record<string, Input> {
  return Object.fromEntries(
    ids.flatMap(id => {
      const value = terms[id]
      if (typeof value === 'object') return [[id, Array.isArray(value) ? value.join(', ') : '']]
      return value === undefined ? [] : [[id, value as Input]]
    }),
  )
}
