import type { LockRow } from '../../definitions/locks'
import { termsFor } from '../../definitions/resolve'
import type { Snapshot, SnapshotRow } from '../../definitions/snapshot'
import type { Question } from '../../metrics/on-tables/question'
import { snapshotRows } from '../../renderings/snapshot-rows'
import { anyColumn, findsColumn } from '../../tables/any-column'
import { isRow } from '../../tables/is-row'
import type { Table } from '../../tables/table'
import { type CellError, cellError, isCellError } from '../../values'
import type { Steps } from '../steps'
import { allMetrics, computable } from './computable'
import type { Governance } from './governance'
import { rangeName, workbookTables } from './workbook-tables'

/** What a lock records: every metric that the workbook's tables make, of all rows and of each segment. */
export function* lockedNumbers(
  { overview, set }: Governance,
  lock: LockRow,
  before: Snapshot,
): Steps<readonly SnapshotRow[] | CellError> {
  const { tables, faults } = yield* workbookTables(overview)
  for (const [table, { reason }] of faults) {
    return cellError('#VALUE!', `${lock.period} cannot be locked: ${rangeName(table)}: ${reason}`)
  }
  if (tables.size === 0) {
    return cellError('#VALUE!', 'there is nothing to record: name a table first, under Set up')
  }
  const period = { from: lock.from, to: lock.to }
  const question = { tables, periods: [period], conditions: [], asOf: lock.asOf, definitions: set }
  const names = computable(question, allMetrics(set)).map(({ metric }) => metric.name)
  return snapshotRows(question, names, lock, before, ['', ...segmentsOf(question, lock)])
}

/** A column with more values than these tells rows apart, not segments. */
const mostSegments = 12

/** `region=West`, for each value of each of `segment.columns`. */
function segmentsOf({ tables, definitions }: Question, { from }: LockRow): readonly string[] {
  const governed = termsFor(definitions, from)
  const columns = isCellError(governed) ? [] : (governed.terms['segment.columns'] as readonly string[])
  return columns.flatMap(column => {
    const values = new Map<string, string>()
    for (const table of tables.values()) {
      for (const value of valuesIn(table, column))
        if (!values.has(value.toLowerCase())) values.set(value.toLowerCase(), value)
    }
    return values.size > mostSegments ? [] : [...values.values()].sort().map(value => `${column}=${value}`)
  })
}

/** Without those that no condition can name. */
function valuesIn(table: Table, column: string): ReadonlySet<string> {
  const values = new Set<string>()
  if (!findsColumn(table, column)) return values
  const [read, counts] = [anyColumn(table, column), isRow(table)]
  for (let row = 1; row < table.rows.length && values.size <= mostSegments; row++) {
    if (!counts(row)) continue
    try {
      const value = String(read(row) ?? '').trim()
      if (value !== '' && !value.includes(';')) values.add(value)
    } catch (thrown) {
      // What is wrong with the cell is said by the metrics that read it.
      if (!isCellError(thrown)) throw thrown
    }
  }
  return values
}
