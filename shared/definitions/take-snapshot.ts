import { type Cell, type CellError, isCellError, type Matrix } from '../values'
import { asKept, chainOf, hashOf } from './hash'
import type { LockRow } from './locks'
import { hashedSnapshot, inSnapshotOrder, type Snapshot, type SnapshotRow, snapshotOf } from './snapshot'

/** What is measured of a metric when its period is locked. */
export type Measured = Pick<SnapshotRow, 'metric' | 'segment' | 'value' | 'numerator' | 'denominator' | 'n'>

/** The rows that a lock adds to the snapshot, made from the tables by their names. */
export function takeSnapshot(
  snapshot: Snapshot,
  lock: LockRow,
  measured: readonly Measured[],
  tables: Readonly<Record<string, Matrix>>,
): readonly SnapshotRow[] | CellError {
  const listed = (read: (table: Matrix) => string | number): string =>
    Object.entries(tables)
      .map(([name, table]) => `${name}: ${read(table)}`)
      .join('; ')
  const { period, version, asOf, recordedAt } = lock
  const made = { period, version, asOf, recordedAt, rows: listed(rowCount), checksum: listed(tableChecksum) }
  const added = measured.map(each => ({ ...each, ...made, at: 0 }))
  const all = inSnapshotOrder([...snapshot.rows, ...added])
  const chain = snapshot.sealed ? chainOf(all.map(hashedSnapshot)) : []
  const checked = snapshotOf(all.map((row, index) => ({ ...row, hash: chain[index] ?? '' })))
  return isCellError(checked) ? checked : checked.rows.slice(snapshot.rows.length)
}

function rowCount(table: Matrix): number {
  return table.length - 1
}

/** SHA-256 over a table's rows, in whatever order they stand, its header first; of numbers, as far as files keep them. */
export function tableChecksum([header = [], ...rows]: Matrix): string {
  const text = (cells: readonly Cell[]): string =>
    JSON.stringify(cells.map(cell => (isCellError(cell) ? cell.error : cell === null ? '' : asKept(cell))))
  return hashOf([text(header), ...rows.map(text).sort()])
}
