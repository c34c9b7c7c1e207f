import { type Locks, missingApproval, readLocks } from '../../definitions/locks'
import { readSnapshot, type Snapshot } from '../../definitions/snapshot'
import { type DefinitionSet, readDefinitions } from '../../definitions/table'
import { type CellError, isCellError, type Matrix } from '../../values'
import { type Area, cellAt } from '../area'
import type { Flaw } from './flaw'
import { remedyOf } from './remedy'

/** A range of the workbook with what it holds. */
export interface RangeRead {
  readonly area: Area
  readonly values: Matrix
}

/** Definitions, locks and reported values, as far as the workbook has them and they can be read. */
export interface RecordsRead {
  readonly set: DefinitionSet | undefined
  readonly locks: Locks | undefined
  readonly snapshot: Snapshot | undefined
  readonly flaws: readonly Flaw[]
}

type Named = 'DEFINITIONS' | 'LOCKS' | 'SNAPSHOT'

/** What a hand has put wrong in them, a broken chain of hashes above all, is a flaw at its row. */
export function recordsRead(ranges: ReadonlyMap<string, RangeRead>): RecordsRead {
  const flaws: Flaw[] = []
  const taken = <Found>(name: Named, readIt: (values: Matrix) => Found | CellError): Found | undefined => {
    const range = ranges.get(name)
    if (!range) return undefined
    const found = readIt(range.values)
    if (!isCellError(found)) return found as Found
    flaws.push(flawAt(range, found))
    return undefined
  }
  const set = taken('DEFINITIONS', readDefinitions)
  const locks = taken('LOCKS', readLocks)
  const snapshot = taken('SNAPSHOT', readSnapshot)
  const lost = set && locks && missingApproval(set, locks)
  const definitions = ranges.get('DEFINITIONS')
  if (lost && definitions) flaws.push(flawAt(definitions, lost))
  return { set, locks, snapshot, flaws }
}

/** The reason names the row, counted from the header. */
function flawAt({ area, values }: RangeRead, error: CellError): Flaw {
  const row = Number(/ row (\d+)/.exec(error.reason)?.[1] ?? 1) - 1
  const [first] = values[row] ?? []
  return {
    ...{ kind: 'broken chain', holds: isCellError(first) ? first.error : String(first ?? '') },
    area: cellAt(area.sheet, Math.min(area.top + row, area.bottom), area.left),
    detail: `${error.reason.slice(0, 1).toUpperCase()}${error.reason.slice(1)}. Every formula that is handed this range shows an error.`,
    remedy: remedyOf(error),
  }
}
