import type { Measure } from '../../metrics/metric'
import type { TableName } from '../../tables/schema'
import type { Condition as Asked } from '../../tables/where'
import { asked } from './columns'
import { endOfTime, read, readCondition, readQuantity } from './expression'
import { columnText, firstOfKey } from './repeats'
import { type Bounds, noTwin, type Source, type State, sourceOf } from './source'
import { both, type Condition, condition, type Quantity } from './written'

/** What a measure takes of the rows, as a formula writes it. */
export interface Measured {
  /** Which rows count. */
  readonly counts: Condition
  /** What is taken of each; undefined where rows are counted. */
  readonly value: Quantity | undefined
}

export interface Span {
  /** The period, and that of the measure: cut off after as_of, or moved back. */
  readonly bounds: Bounds
  readonly isAllTime: boolean
  /** Whether the period may lie wholly after as_of. */
  readonly isCut: boolean
}

export function measured(measure: Measure, span: Span, conditions: readonly Asked[], state: State): Measured {
  const source = sourceFor(measure, span, state)
  const counts = [
    placed(measure, span, source),
    ...conditions.map(one => asked(one, source, name => read(name, source))),
    readCondition(measure.rows, source),
  ].reduce(both)
  strayRows(measure, source)
  const value = measure.value === undefined ? undefined : readQuantity(measure.value, source)
  if (measure.distinct === undefined) return { counts, value }
  const first = firstOfKey(counts, columnText(source, measure.distinct), source)
  return { counts: both(counts, condition(first)), value: undefined }
}

function sourceFor(measure: Measure, { bounds }: Span, state: State): Source {
  if (measure.from === 'credits') {
    throw noTwin(
      'which deal came of which lead is matched across two tables, which takes more than built-in functions',
    )
  }
  return sourceOf(measure.from as TableName, state, bounds)
}

/** The rows that lie in the period. */
function placed(
  { at, over, ahead }: Measure,
  { bounds: { from, to }, isAllTime, isCut }: Span,
  source: Source,
): Condition {
  if (over) {
    const [first, last] = [readQuantity(over[0], source), readQuantity(over[1], source)]
    const present = condition(first.present ?? '1', last.present ?? '1')
    if (isAllTime) return present
    const isAny = isCut ? [`(${from}<=${to})`] : []
    return condition(...present.factors, ...isAny, `(${first.text}<${to}+1)`, `(${last.text}>=${from})`)
  }
  if (at === undefined) return condition()
  // What is still to come may have no date yet; all time holds it all the same.
  if (isAllTime && ahead) return condition()
  const { text, present, isWhole } = readQuantity(at, source)
  if (isAllTime) return condition(present ?? '1')
  // A blank is 0, which is before every period.
  return condition(`(${text}>=${from})`, isWhole ? `(${text}<=${to})` : `(${text}<${to}+1)`)
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
