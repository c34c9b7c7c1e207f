import { type Cell, type CellError, isCellError, type Matrix } from '../values'
import { isDate, isInk, type Reader } from './cells'
import type { ColumnType } from './schema'

/**
 * Narrows a selection to the rows for which a rule is true: of the first `count` numbers in `rows`, in order, those
 * that stay move to the front. What a row throws is its error alone, and the row is dropped.
 * @returns how many stay
 */
export type Select = (rows: Int32Array, count: number, fail: Fail) => number
export type Fail = (row: number, error: CellError) => void

/**
 * How many rows are judged at a time, condition by condition: few enough for their cells to stay near the processor
 * from one condition to the next. Engines also compile what they call often sooner than what loops for long.
 */
export const blockSize = 512
/** Of the rows of one block each has a place of its own: the last bits of its number. */
export const placeInBlock = blockSize - 1

/** A column as it stands in the range. */
export interface Column {
  readonly rows: Matrix
  readonly place: number
  readonly type: ColumnType
}

/** A loop of its own, so that engines compile it, and not all that stands around it. */
export function copyRows(from: Int32Array, count: number, to: Int32Array): void {
  for (let index = 0; index < count; index++) to[index] = from[index] as number
}

/** Calls back with blocks of the rows from 1 on, each to be narrowed at will. */
export function inBlocks(last: number, take: (block: Int32Array, count: number) => void): void {
  const block = new Int32Array(blockSize)
  for (let first = 1; first <= last; first += blockSize) {
    const count = Math.min(blockSize, last - first + 1)
    for (let index = 0; index < count; index++) block[index] = first + index
    take(block, count)
  }
}

/** Whatever a rule is, it can be read row by row. */
export function byRow(read: Reader | ((row: number) => boolean)): Select {
  return (rows, count, fail) => {
    let kept = 0
    for (let index = 0; index < count; index++) {
      const row = rows[index] as number
      try {
        if (read(row) === true) rows[kept++] = row
      } catch (thrown) {
        refused(thrown, row, fail)
      }
    }
    return kept
  }
}

/** Columns in which any text is a value, and those in which any number is that could be a date. */
const textual: readonly ColumnType[] = ['id', 'text', 'period']
const numeric: readonly ColumnType[] = [...textual, 'date', 'number']

/** Whether most cells of a column show at a glance that they are filled. */
export function isSeen({ type }: Column): boolean {
  return numeric.includes(type)
}

/** The rows with a value in such a column; of cells that do not show it, `isPresent` tells. */
export function byPresence({ rows: table, place, type }: Column, isPresent: Reader): Select {
  const hasTexts = textual.includes(type)
  const others = byRow(isPresent)
  const single = new Int32Array(1)
  return (rows, count, fail) => {
    let kept = 0
    for (let index = 0; index < count; index++) {
      const row = rows[index] as number
      const cell = table[row]?.[place]
      if (cell === null || cell === undefined) continue
      if (typeof cell === 'string' ? hasTexts && isInk(cell.charCodeAt(0)) : isDate(cell)) {
        rows[kept++] = row
        continue
      }
      single[0] = row
      if (others(single, 1, fail) === 1) rows[kept++] = row
    }
    return kept
  }
}

/** So that a column of many different texts does not fill the memory. */
const mostCells = 1000

/** A rule over one column is judged once for each cell that differs: the same few words come again and again. */
export function byCell({ rows: table, place }: Column, read: Reader): Select {
  const judged = new Map<Cell | undefined, boolean>()
  const judge = (row: number, cell: Cell | undefined, fail: Fail): boolean => {
    try {
      const holds = read(row) === true
      if (judged.size < mostCells) judged.set(cell, holds)
      return holds
    } catch (thrown) {
      refused(thrown, row, fail)
      return false
    }
  }
  return (rows, count, fail) => {
    let kept = 0
    for (let index = 0; index < count; index++) {
      const row = rows[index] as number
      const cell = table[row]?.[place]
      if (judged.get(cell) ?? judge(row, cell, fail)) rows[kept++] = row
    }
    return kept
  }
}

export function both(first: Select, second: Select): Select {
  return (rows, count, fail) => second(rows, first(rows, count, fail), fail)
}

/** The rows that another leaves out, but for those that it cannot judge. */
export function except(select: Select): Select {
  const others = new Int32Array(blockSize)
  return (rows, count, fail) => {
    let refusedRows: Set<number> | undefined
    copyRows(rows, count, others)
    const left = select(others, count, (row, error) => {
      refusedRows ??= new Set()
      refusedRows.add(row)
      fail(row, error)
    })
    return leaveOut(rows, count, others, left, refusedRows)
  }
}

/** Of the rows in order, those that are neither among the `left` first of `others`, in order too, nor refused. */
function leaveOut(
  rows: Int32Array,
  count: number,
  others: Int32Array,
  left: number,
  refusedRows: ReadonlySet<number> | undefined,
): number {
  let [kept, next] = [0, 0]
  for (let index = 0; index < count; index++) {
    const row = rows[index] as number
    if (next < left && others[next] === row) next++
    else if (!refusedRows?.has(row)) rows[kept++] = row
  }
  return kept
}

/** The rows that one of two keeps; the second judges only those that the first leaves out. */
export function either(first: Select, second: Select): Select {
  return except(both(except(first), except(second)))
}

function refused(thrown: unknown, row: number, fail: Fail): void {
  if (!isCellError(thrown)) throw thrown
  fail(row, thrown)
}
