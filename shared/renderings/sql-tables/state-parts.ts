import { caught } from '../../metrics/on-tables/caught'
import { keyOf } from '../../metrics/on-tables/dependencies'
import { type Asked, takeMeasures } from '../../metrics/on-tables/measure'
import type { RowSource } from '../../tables/rows'
import { type CellError, isCellError } from '../../values'
import { failureSelect } from './aggregates'
import { baseName } from './base'
import { creditFailure } from './credits'
import { factsOf } from './facts'
import { type Pass, type Placed, passOf, sharing } from './pass'
import type { RowTotal } from './row-total'
import { noting, type State, sourceIn } from './state'

/** What one state of the definitions contributes. */
export interface StateParts {
  readonly state: State
  /** Each measure, or why it cannot be taken at all. */
  readonly placed: readonly (Placed | CellError)[]
  /** The totals that are added up besides. */
  readonly added: readonly Placed[]
  readonly passes: readonly Pass[]
}

interface Placing {
  /** The measures of which every value is needed. */
  readonly listed: ReadonlySet<string>
  readonly totals: readonly RowTotal[] | undefined
  /** Gives the next number in the statement. */
  readonly next: () => number
}

export function statePartsOf(asked: Asked, state: State, { listed, totals = [], next }: Placing): StateParts {
  const placed = placedIn(asked, state, listed, next)
  const added = totals.flatMap(total => placedTotal(total, placed, next))
  return { state, placed, added, passes: passesOf([...placed, ...added], asked, state) }
}

/** A total where all its values can be taken. */
function placedTotal(
  total: RowTotal,
  placed: readonly (Placed | CellError)[],
  next: () => number,
): readonly Placed[] {
  const found = Object.values(total.values).map(value =>
    placed.find((one): one is Placed => 'place' in one && keyOf(one.measure) === keyOf(value)),
  )
  if (found.includes(undefined)) return []
  return [{ measure: (found[0] as Placed).measure, place: next(), isSummed: true, total }]
}

/** What is wrong without any row, such as a column that is missing, the core finds out on tables without rows. */
function placedIn(
  asked: Asked,
  state: State,
  listed: ReadonlySet<string>,
  next: () => number,
): readonly (Placed | CellError)[] {
  const withoutRows = takeMeasures(asked, state.context)
  return asked.measures.map((measure, index) => {
    const part = withoutRows.part(index, 0, 0)
    if (isCellError(part)) return part
    // The core misses some tables only when a row asks for them.
    const written = caught(() => noting(state, () => factsOf(measure, [], sourceIn(state, measure.from))))
    if (isCellError(written)) return written
    return { measure, place: next(), isSummed: measure.value !== undefined && !listed.has(keyOf(measure)) }
  })
}

function passesOf(placed: readonly (Placed | CellError)[], asked: Asked, state: State): readonly Pass[] {
  const measures = placed.filter((one): one is Placed => 'place' in one)
  const passes = sharing(measures).map((shared, index) => passOf(shared, asked, index + 1, state))
  const failing: Pass = () => ({
    tables: [],
    selects: measures.flatMap(({ measure, place }) => {
      const failure = sourceFailure(measure.from, state)
      return failure === undefined ? [] : [failureSelect(place, failure, state.dialect)]
    }),
  })
  return [...passes, failing]
}

/** What spoils all measures of a source, as a table of one row. */
function sourceFailure(source: RowSource, state: State): string | undefined {
  if (source === 'credits') return creditFailure(state)
  if (source !== 'stage_history') return undefined
  const { identifier, text } = state.dialect
  const what = text('#N/A stage_history is empty: nobody knows when which deal was in which stage')
  return `select case when count(*) = 0 then ${what} end as ${identifier('refused')} from ${identifier(baseName(source))}`
}
