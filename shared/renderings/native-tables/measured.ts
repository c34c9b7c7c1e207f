import type { Measure } from '../../metrics/metric'
import type { TableName } from '../../tables/schema'
import type { Condition as Asked } from '../../tables/where'
import { asked } from './columns'
import { type Credited, creditedDeals } from './credits'
import { endOfTime, read, readCondition, readQuantity } from './expression'
import { columnText, exactText, firstOfKey } from './lookups'
import { type Bounds, noTwin, type Source, type State, sourceOf } from './source'
import { always, both, type Condition, condition, type Quantity } from './written'

/** What a measure takes of the rows, as a formula writes it. */
export interface Measured {
  /** Which rows count. */
  readonly counts: Condition
  /** The same without their being in the period, where that is all that a date decides. */
  readonly anyTime: Condition
  /** What is taken of each; undefined where rows are counted. */
  readonly value: Quantity | undefined
  /** Whether that may be below 0, as an amount may. */
  readonly isAmount: boolean
}

export interface Span {
  /** The period, and that of the measure: cut off after as_of, or moved back. */
  readonly bounds: Bounds
  readonly isAllTime: boolean
  /** Whether the period may lie wholly after as_of. */
  readonly isCut: boolean
}

export function measured(measure: Measure, span: Span, conditions: readonly Asked[], state: State): Measured {
  const credited = measure.from === 'credits' ? creditedDeals(state, span.bounds, conditions) : undefined
  const source = credited?.source ?? sourceOf(measure.from as TableName, state, span.bounds)
  const place = placed(measure, span, source)
  const own = credited
    ? [credited.counts]
    : conditions.map(one => asked(one, source, name => read(name, source)))
  const whole = [...own, readCondition(measure.rows, source)].reduce(both)
  const rule = condition(...whole.factors.filter(factor => !place.implied.includes(factor)))
  const counts = both(place.counts, rule)
  const anyTime = both(place.anyTime, rule)
  strayRows(measure, source)
  const value = measure.value === undefined ? undefined : readQuantity(measure.value, source)
  const isAmount = measure.value !== undefined && state.context.rows(measure.from).isMoney(measure.value)
  if (measure.distinct === undefined) return { counts, anyTime, value, isAmount }
  return { counts: both(counts, once(measure.distinct, counts, source, credited)), anyTime, value, isAmount }
}

/** A condition that holds for one of the rows with each value. */
function once(column: string, counts: Condition, source: Source, credited: Credited | undefined): Condition {
  if (credited) return credited.once(column, counts)
  exactText({ source, column })
  return condition(firstOfKey(counts, columnText(source, column), source))
}

interface Placed {
  /** The rows that lie in the period. */
  readonly counts: Condition
  /** Those that have a date at all. */
  readonly anyTime: Condition
  /** What need not be asked again of rows in the period. */
  readonly implied: readonly string[]
}

function placed(
  { at, over, ahead }: Measure,
  { bounds: { from, to }, isAllTime, isCut }: Span,
  source: Source,
): Placed {
  if (over) {
    const [first, last] = [readQuantity(over[0], source), readQuantity(over[1], source)]
    // A period that lies wholly after the last known day is none.
    const isAny = isCut ? `(${from}<=${to})` : '1'
    const anyTime = condition(first.present ?? '1', last.present ?? '1', isAny)
    if (isAllTime) return { counts: anyTime, anyTime, implied: [] }
    const within = condition(`(${first.text}<${to}+1)`, `(${last.text}>=${from})`)
    return { counts: both(anyTime, within), anyTime, implied: anyTime.factors }
  }
  // What is still to come may have no date yet; all time holds it all the same.
  if (at === undefined || (isAllTime && ahead)) return { counts: always, anyTime: always, implied: [] }
  const { text, present, isWhole } = readQuantity(at, source)
  const anyTime = condition(present ?? '1')
  if (isAllTime) return { counts: anyTime, anyTime, implied: [] }
  // A blank is 0, which is before every period.
  const counts = condition(`(${text}>=${from})`, isWhole ? `(${text}<=${to})` : `(${text}<${to}+1)`)
  return { counts, anyTime: counts, implied: [present ?? '1'] }
}

/** Blank rows and totals that stand between the rows have no date; what needs none would count them. */
function strayRows({ at, over, rows: rule }: Measure, { name, rows }: Source): void {
  if (at !== undefined || over !== undefined) return
  const holds = rows.read(rule)
  for (let row = 1; row <= rows.last; row++) {
    if (rows.isRow(row)) continue
    if (holds(row) === true)
      throw noTwin(`${name} has blank rows or totals between its rows, which would count: remove them`)
  }
}

export const allDays: Bounds = { from: '0', to: endOfTime }
