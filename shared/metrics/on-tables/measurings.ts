import type { TermValue } from '../../definitions/term'
import { contextOf, type Period } from '../../tables/rows'
import type { Measure } from '../metric'
import type { Wanted } from './answer'
import { keyOf, measuresOf, termsRead } from './dependencies'
import type { Regime } from './governing'
import type { Taken, takeMeasures } from './measure'
import type { Part } from './part'
import type { Question } from './question'

/** A stretch of a period under one state of the definitions, what the call itself says put in. */
export interface Piece extends Regime {
  readonly wanted: Wanted
}

/** Collects what is to be measured, so that pieces under equal terms share one pass over the tables. */
export class Measurings {
  private readonly byTerms = new Map<string, Measuring[]>()
  private readonly keys = new Map<Piece, Measuring>()
  private readonly spellings: string[] = []
  private readonly keyOf: (piece: Piece) => string
  private readonly isAnySaid: boolean

  constructor(
    private readonly question: Question,
    pieces: readonly Piece[],
    private readonly by: string | undefined,
    private readonly take: typeof takeMeasures,
  ) {
    this.keyOf = keyByTerms(pieces)
    this.isAnySaid = pieces.some(({ terms }) => Object.keys(terms).some(isSaid))
  }

  get groups(): readonly string[] {
    return this.by === undefined ? [''] : this.spellings
  }

  ask(piece: Piece): void {
    const key = this.keyOf(piece)
    const others = this.byTerms.get(key) ?? []
    // What a metric reads through all its rules is only looked for where it makes a difference.
    const said = this.isAnySaid ? termsSaid(piece) : []
    let measuring = others.find(one => one.agrees(said))
    if (!measuring) {
      measuring = new Measuring(piece.terms)
      this.byTerms.set(key, [...others, measuring])
    }
    measuring.say(said)
    measuring.add(measuresOf(piece.wanted.metric), piece)
    this.keys.set(piece, measuring)
  }

  run(): void {
    for (const measuring of [...this.byTerms.values()].flat()) {
      measuring.run(this.question, this.by, this.take)
      this.meet(measuring.groups)
    }
  }

  meet(groups: readonly string[]): void {
    for (const group of groups) {
      if (!this.spellings.some(known => folded(known) === folded(group))) this.spellings.push(group)
    }
  }

  part(piece: Piece, measure: Measure, group: number): Part {
    return (this.keys.get(piece) as Measuring).part(measure, piece, this.groups[group] as string)
  }
}

/** Pieces whose metrics read equal terms have one key. */
function keyByTerms(pieces: readonly Piece[]): (piece: Piece) => string {
  // Without definitions of a team, all have the very same terms.
  if (pieces.every(({ terms }) => terms === pieces[0]?.terms)) return () => ''
  const metrics = new Set(pieces.map(({ wanted }) => wanted.metric))
  const ids = [...new Set([...metrics].flatMap(termsRead))].filter(id => !isSaid(id)).sort()
  return ({ terms }) => JSON.stringify(ids.map(id => termValue(terms, id)))
}

/** Terms that calls say, and no definitions have: metrics that do not read them share a pass with those that do. */
function isSaid(id: string): boolean {
  return id.startsWith('asked.')
}

function termsSaid({ wanted, terms }: Piece): readonly (readonly [string, TermValue | undefined])[] {
  return termsRead(wanted.metric)
    .filter(isSaid)
    .map(id => [id, terms[id]] as const)
}

/** `cost.*` stands for all terms that begin so. */
function termValue(terms: Piece['terms'], id: string): unknown {
  if (!id.endsWith('.*')) return terms[id]
  return Object.entries(terms).filter(([term]) => term.startsWith(id.slice(0, -1)))
}

function withSaid(terms: Piece['terms'], said: ReadonlyMap<string, TermValue | undefined>): Piece['terms'] {
  const isNone = said.size === 0 && !Object.keys(terms).some(isSaid)
  if (isNone) return terms
  const agreed = Object.entries(terms).filter(([id]) => !isSaid(id))
  return Object.fromEntries([
    ...agreed,
    ...[...said].filter(([, value]) => value !== undefined),
  ]) as Piece['terms']
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
  private readonly said = new Map<string, TermValue | undefined>()
  private taken: Taken | undefined

  constructor(private readonly terms: Piece['terms']) {}

  get groups(): readonly string[] {
    return this.taken?.groups ?? []
  }

  add(measures: readonly Measure[], { from, to }: Period): void {
    for (const measure of measures) this.measures.set(keyOf(measure), measure)
    this.periods.set(`${from} ${to}`, { from, to })
  }

  agrees(said: ReturnType<typeof termsSaid>): boolean {
    return said.every(([id, value]) => !this.said.has(id) || this.said.get(id) === value)
  }

  say(said: ReturnType<typeof termsSaid>): void {
    for (const [id, value] of said) this.said.set(id, value)
  }

  run({ tables, asOf, conditions }: Question, by: string | undefined, take: typeof takeMeasures): void {
    const context = contextOf(tables, withSaid(this.terms, this.said), asOf)
    const asked = { measures: [...this.measures.values()], periods: [...this.periods.values()], conditions }
    for (const [index, key] of [...this.measures.keys()].entries()) this.measureAt.set(key, index)
    for (const [index, key] of [...this.periods.keys()].entries()) this.periodAt.set(key, index)
    this.taken = take(by === undefined ? asked : { ...asked, by }, context)
  }

  part(measure: Measure, { from, to }: Period, group: string): Part {
    const [index, period] = [this.measureAt.get(keyOf(measure)), this.periodAt.get(`${from} ${to}`)]
    const place = this.groups.findIndex(known => folded(known) === folded(group))
    // A group that this state of the definitions has not met is one of no rows, or of the row that has no group.
    return (this.taken as Taken).part(index as number, period as number, place < 0 ? noGroup : place)
  }
}

const noGroup = 1e9
