import type { Context, Period, Rows } from '../../tables/rows'
import { type Condition, filterOf } from '../../tables/where'
import { isCellError } from '../../values'
import type { Measure } from '../metric'
import { caught } from './caught'
import type { Part } from './part'
import { passOver } from './pass'
import { type Tally, tallyOf } from './tally'

/** What is asked of the tables of one context. */
export interface Asked {
  readonly measures: readonly Measure[]
  readonly periods: readonly Period[]
  readonly conditions: readonly Condition[]
  /** A column whose values divide the rows into groups. */
  readonly by?: string
}

export interface Taken {
  /** The groups that were met, as first spelt; a single nameless one where nothing divides the rows. */
  readonly groups: readonly string[]
  readonly part: (measure: number, period: number, group: number) => Part
}

/**
 * Takes every measure in every period and group, with one pass over each source however many are asked. What is wrong
 * in a row is wrong in the parts that the row belongs to.
 */
export function takeMeasures(asked: Asked, context: Context): Taken {
  const groups = asked.by === undefined ? undefined : new Groups()
  const tallies = asked.measures.map((measure, index) => ({
    measure,
    index,
    tally: tallyOf(measure, asked.periods),
  }))
  for (const source of new Set(asked.measures.map(measure => measure.from))) {
    const own = tallies.filter(({ measure }) => measure.from === source).map(({ tally }) => tally)
    const failure = caught(() => takeFrom(context.rows(source), own, asked, groups))
    if (isCellError(failure)) for (const tally of own) tally.fail(failure)
  }
  return {
    groups: groups?.spellings ?? [''],
    part: (measure, period, group) => (tallies[measure] as { tally: Tally }).tally.part(period, group),
  }
}

function takeFrom(
  rows: Rows,
  tallies: readonly Tally[],
  { conditions, by, periods }: Asked,
  groups: Groups | undefined,
): void {
  const running = tallies.filter(tally => {
    const failure = caught(() => tally.open(rows))
    if (isCellError(failure)) tally.fail(failure)
    return !isCellError(failure)
  })
  const isAsked = conditions.length === 0 ? undefined : filterOf(rows, conditions)
  const key = by === undefined ? undefined : rows.column(by)
  const groupOf = groups && key ? (row: number) => groups.placeOf(key(row), row) : undefined
  groups?.settle()
  passOver(running, { rows, periods, isAsked, groupOf })
}

/** The values of the column that divides the rows, regardless of case, each spelt as in the first row that has it. */
class Groups {
  readonly spellings: string[] = []
  private readonly places = new Map<string, number>()
  private firstRows: number[] = []

  placeOf(value: unknown, row: number): number {
    const text = value === null ? '(blank)' : String(value).trim()
    const place = this.places.get(text) ?? this.meet(text)
    if (row < (this.firstRows[place] ?? row + 1)) {
      this.firstRows[place] = row
      this.spellings[place] = text
    }
    return place
  }

  private meet(text: string): number {
    const folded = text.toLowerCase()
    const place = this.places.get(folded) ?? this.spellings.push(text) - 1
    this.places.set(folded, place)
    this.places.set(text, place)
    return place
  }

  /** What one table has spelt stays as it is in the next. */
  settle(): void {
    this.firstRows = this.spellings.map(() => 0)
  }
}
