import type { Locks } from '../../definitions/locks'
import type { Snapshot } from '../../definitions/snapshot'
import { type DefinitionSet, readDefinitions } from '../../definitions/table'
import type { Period } from '../../tables/rows'
import type { TableName } from '../../tables/schema'
import { openTable, type Table } from '../../tables/table'
import { type Condition, parseWhere } from '../../tables/where'
import {
  type Argument,
  type Cell,
  type CellError,
  cellError,
  isBlank,
  isCellError,
  isMatrix,
  shown,
} from '../../values'

import { readRecords } from './records'

/** What is asked of tables: when, of which rows, as known on which day, under which definitions. */
export interface Question {
  readonly tables: ReadonlyMap<TableName, Table>
  readonly periods: readonly Period[]
  readonly conditions: readonly Condition[]
  /** Serial of the last day that is known; undefined where all that is recorded is. */
  readonly asOf: number | undefined
  readonly definitions: DefinitionSet
  /** Which periods are locked, and what was reported of them, where the tables LOCKS and SNAPSHOT are given. */
  readonly locks?: Locks | undefined
  readonly snapshot?: Snapshot | undefined
}

/** The arguments of every formula over tables, in whatever order it takes them. */
export interface QuestionArguments {
  readonly tables: readonly Argument[]
  readonly from: Argument
  readonly to: Argument
  readonly where: Argument
  readonly asOf: Argument
  readonly definitions: Argument
}

export function readQuestion(given: QuestionArguments): Question | CellError {
  const periods = readPeriods(given.from, given.to)
  if (isCellError(periods)) return periods
  const conditions = parseWhere(single(given.where))
  if (isCellError(conditions)) return conditions
  const known = single(given.asOf)
  const asOf = isBlank(known) ? undefined : readDay('as_of', known)
  if (isCellError(asOf)) return asOf
  const definitions = readDefinitions(given.definitions)
  if (isCellError(definitions)) return definitions
  const records = readRecords(given.tables, definitions)
  if (isCellError(records)) return records
  const { locks, snapshot, others } = records
  const tables = readTables(others, snapshot !== undefined)
  if (isCellError(tables)) return tables
  return { tables, periods, conditions, asOf, definitions, locks, snapshot }
}

function readTables(
  given: readonly Argument[],
  mayBeNone: boolean,
): ReadonlyMap<TableName, Table> | CellError {
  const tables = new Map<TableName, Table>()
  for (const [index, argument] of given.entries()) {
    if (isBlank(argument)) continue
    const table = openTable(argument, index + 1)
    if (isCellError(table)) return table
    if (tables.has(table.schema.name)) {
      return cellError('#VALUE!', `two of the tables are ${table.schema.name}: give each table once`)
    }
    tables.set(table.schema.name, table)
  }
  if (tables.size > 0 || mayBeNone) return tables
  return cellError('#VALUE!', 'no table is given: put LEADS, DEALS or COSTS after definitions')
}

/** Both blank is all time: what is open, expected or standing has no period of its own. */
function readPeriods(from: Argument, to: Argument): readonly Period[] | CellError {
  if (isBlank(from) && isBlank(to)) return [allTime]
  const [starts, ends] = [listOf(from), listOf(to)]
  if (starts.length !== ends.length) {
    return cellError(
      '#VALUE!',
      `from has ${starts.length} dates, to has ${ends.length}: give as many of each`,
    )
  }
  const periods: Period[] = []
  for (const [index, start] of starts.entries()) {
    const [first, last] = [readDay('from', start), readDay('to', ends[index])]
    if (isCellError(first)) return first
    if (isCellError(last)) return last
    if (first > last) return cellError('#NUM!', 'from is after to: a period begins before it ends')
    periods.push({ from: first, to: last })
  }
  return periods
}

export const allTime: Period = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }

function readDay(name: string, cell: Cell | undefined): number | CellError {
  if (isCellError(cell)) return cell
  if (typeof cell === 'number' && Number.isFinite(cell)) return Math.floor(cell)
  return cellError('#VALUE!', `${name} is ${shown(cell ?? null)}: a date is needed, typed as a date`)
}

export function listOf(argument: Argument): readonly (Cell | undefined)[] {
  return isMatrix(argument) ? argument.flat() : [argument]
}

export function single(argument: Argument): Cell | undefined {
  return isMatrix(argument) ? argument[0]?.[0] : argument
}
