import { isDate } from '../../tables/cells'
import { selectionOf } from '../../tables/compiled'
import type { Period, Rows } from '../../tables/rows'
import { blockSize, byRow, copyRows, type Fail, inBlocks, placeInBlock } from '../../tables/selection'
import { type CellError, isCellError } from '../../values'
import { caught } from './caught'
import { type Turn, turnsOf } from './locate'
import type { Tally } from './tally'

/** What is asked of the rows that are passed over. */
export interface Passing {
  readonly rows: Rows
  readonly periods: readonly Period[]
  /** Which rows are asked for, where not all are. */
  readonly isAsked: ((row: number) => boolean) | undefined
  /** Where a row counts; undefined where nothing divides the rows. */
  readonly groupOf: ((row: number) => number) | undefined
}

/** Lets each measure add the rows that it counts, block by block. What a row throws is wrong where the row belongs. */
export function passOver(tallies: readonly Tally[], passing: Passing): void {
  const passes = byDate(tallies, passing.rows).map(sharing => passOf(sharing, passing))
  inBlocks(passing.rows.last, (block, count) => {
    for (const pass of passes) pass(block, count)
  })
}

type Pass = (block: Int32Array, count: number) => void

function passOf(tallies: readonly Tally[], passing: Passing): Pass {
  const { rows, periods, isAsked } = passing
  const turns = caught(() => turnsOf(rows, (tallies[0] as Tally).measure, periods))
  if (isCellError(turns)) {
    for (const tally of tallies) tally.fail(turns)
    return () => {}
  }
  const filter = isAsked && byRow(isAsked)
  const judges = groupedBy(tallies, ({ measure }) => measure.rows).map(sharing => judgeOf(sharing, passing))
  const [selected, places] = [new Int32Array(blockSize), new Int32Array(blockSize)]
  const failAll: Fail = (row, error) => {
    for (const { fail } of judges) fail(row, error, places)
  }
  return (block, count) => {
    for (const turn of turns) {
      if (turn.period) rows.context.period = turn.period
      let placed = placeAll(turn, block, count, selected, places, undatable)
      if (filter) placed = filter(selected, placed, failAll)
      for (const { judge } of judges) judge(selected, placed, places)
    }
  }

  /** A date that cannot be read may lie in any period, unless its row is not asked for. */
  function undatable(row: number, error: CellError): void {
    const asked = rows.isRow(row) && (!isAsked || caught(() => isAsked(row)))
    if (asked !== false) for (const tally of tallies) tally.fail(error)
  }
}

/** Selects the rows of a block that lie in a period, and notes in which. */
function placeAll(
  { place, dates }: Turn,
  block: Int32Array,
  count: number,
  selected: Int32Array,
  places: Int32Array,
  fail: Fail,
): number {
  let placed = 0
  for (let index = 0; index < count; index++) {
    const row = block[index] as number
    try {
      const cell = dates?.column.rows[row]?.[dates.column.place]
      if (dates && cell === null) continue
      const period = dates && isDate(cell) ? dates.locate(cell) : place(row)
      if (period < 0) continue
      places[row & placeInBlock] = period
      selected[placed++] = row
    } catch (thrown) {
      if (!isCellError(thrown)) throw thrown
      fail(row, thrown)
    }
  }
  return placed
}

/** Measures of one rule have it judge a row once. `places` has the period of each row. */
function judgeOf(tallies: readonly Tally[], { rows, groupOf }: Passing) {
  const select = selectionOf(rows.compiled((tallies[0] as Tally).measure.rows))
  const [judged, groups] = [new Int32Array(blockSize), new Int32Array(blockSize)]
  const failIn = (sharing: readonly Tally[], row: number, error: CellError, places: Int32Array): void => {
    // Of a row that cannot be judged, one can still tell whose it is.
    const group = caught(() => groupOf?.(row) ?? 0)
    for (const tally of sharing) {
      tally.failAt(row, places[row & placeInBlock] as number, isCellError(group) ? -1 : group, error)
    }
  }
  return {
    fail: (row: number, error: CellError, places: Int32Array) => failIn(tallies, row, error, places),
    judge: (selected: Int32Array, count: number, places: Int32Array): void => {
      copyRows(selected, count, judged)
      const failAll: Fail = (row, error) => failIn(tallies, row, error, places)
      const kept = inGroups(select(judged, count, failAll), failAll)
      for (const tally of tallies) {
        tally.addAll(judged, kept, places, groups, (row, error) => failIn([tally], row, error, places))
      }
    },
  }

  /** Notes where each row counts, and drops those of which it cannot be told. */
  function inGroups(count: number, fail: Fail): number {
    if (!groupOf) return count
    let kept = 0
    for (let index = 0; index < count; index++) {
      const row = judged[index] as number
      try {
        groups[kept] = groupOf(row)
        judged[kept++] = row
      } catch (thrown) {
        if (!isCellError(thrown)) throw thrown
        fail(row, thrown)
      }
    }
    return kept
  }
}

/** Measures whose rows one date puts into one set of periods are passed over together. */
function byDate(tallies: readonly Tally[], rows: Rows): readonly (readonly Tally[])[] {
  const dates: unknown[] = []
  // Two expressions may come to one column, as the date of a refund does where no refunds are recorded.
  const numberOf = (expression: string): number => {
    const date = caught(() => rows.compiled(expression))
    const known = isCellError(date) ? expression : date
    if (!dates.includes(known)) dates.push(known)
    return dates.indexOf(known)
  }
  return groupedBy(tallies, ({ measure: { at, over = [], ahead, lag } }) => {
    const days = [...over, ...(at === undefined ? [] : [at])]
    return [ahead, lag, ...days.map(numberOf)].join()
  })
}

function groupedBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly (readonly Item[])[] {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const others = groups.get(key)
    if (others) others.push(item)
    else groups.set(key, [item])
  }
  return [...groups.values()]
}
