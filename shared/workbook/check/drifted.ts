import { locksNow } from '../../definitions/locks'
import type { SnapshotRow } from '../../definitions/snapshot'
import { tableChecksum } from '../../definitions/take-snapshot'
import { answersTo, type Wanted } from '../../metrics/on-tables/answer'
import { reportedValue } from '../../metrics/on-tables/as-reported'
import { tablesNeeded } from '../../metrics/on-tables/dependencies'
import type { Question } from '../../metrics/on-tables/question'
import { wantedNamed } from '../../metrics/on-tables/wanted'
import { parseWhere } from '../../tables/where'
import { type Cell, isCellError } from '../../values'
import { cellAt } from '../area'
import type { Flaw } from './flaw'
import type { RangeRead, RecordsRead } from './records-read'

/** A locked value beside what it comes to now. */
interface Compared {
  readonly row: SnapshotRow
  readonly reported: Cell
  /** By the rules of the lock, of the rows as they are now. */
  readonly sameRules: Cell
  /** By the rules in force. */
  readonly now: Cell
}

/**
 * Locked periods whose numbers would come out otherwise today: because the tables were changed, or because the rules
 * were. One flaw for each period and cause, at the first of its values.
 */
export function drifted(
  { set, locks, snapshot }: RecordsRead,
  tables: Question['tables'],
  range: RangeRead | undefined,
): readonly Flaw[] {
  if (!set || !locks || !snapshot || !range) return []
  return locksNow(locks).flatMap(lock => {
    const rows = latestOf(snapshot.rows.filter(({ period }) => period === lock.period))
    const question: Question = {
      ...{ tables, periods: [lock], conditions: [], asOf: lock.asOf, definitions: set },
    }
    const compared = groupsOf(rows).flatMap(group => compare(group, question))
    const byData = compared.filter(({ reported, sameRules }) => !isSame(reported, sameRules))
    const byRules = compared.filter(({ sameRules, now }) => !isSame(sameRules, now))
    return [
      ...flawOf('drifted by rules', byRules, lock.period, range, tables),
      ...flawOf('drifted by data', byData, lock.period, range, tables),
    ]
  })
}

/** What was reported last of each metric and segment. */
function latestOf(rows: readonly SnapshotRow[]): readonly SnapshotRow[] {
  return [...new Map(rows.map(row => [`${row.metric}\n${row.segment.toLowerCase()}`, row])).values()]
}

/** Rows that one look at the tables answers. */
function groupsOf(rows: readonly SnapshotRow[]): readonly (readonly SnapshotRow[])[] {
  const groups = new Map<string, SnapshotRow[]>()
  for (const row of rows) {
    const key = `${row.version} ${row.asOf} ${row.segment.toLowerCase()}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()]
}

function compare(rows: readonly SnapshotRow[], question: Question): readonly Compared[] {
  const [first] = rows
  const conditions = first ? parseWhere(first.segment) : []
  if (!first || isCellError(conditions)) return []
  const asked = { ...question, conditions, asOf: first.asOf }
  const known = rows.flatMap((row): { row: SnapshotRow; wanted: Wanted }[] => {
    const wanted = wantedNamed(row.metric, question.definitions)
    const canAsk =
      !isCellError(wanted) && tablesNeeded(wanted.metric).every(name => question.tables.has(name))
    return canAsk ? [{ row, wanted: { ...wanted, basis: 'current' } }] : []
  })
  const wanted = known.map(one => one.wanted)
  const [then, now] = [upTo(asked, first.version), asked].map(one => answersTo(one, wanted))
  return known.map(({ row }, index) => ({
    row,
    reported: reportedValue(row),
    sameRules: then?.at(index, 0, 0).value ?? null,
    now: now?.at(index, 0, 0).value ?? null,
  }))
}

/** As the definitions stood after one approval. */
function upTo(question: Question, version: number): Question {
  const rows = question.definitions.rows.filter(row => row.version <= version)
  return { ...question, definitions: { ...question.definitions, rows, version } }
}

function isSame(one: Cell, other: Cell): boolean {
  if (isCellError(one) || isCellError(other)) {
    return isCellError(one) && isCellError(other) && one.error === other.error
  }
  return one === other
}

function flawOf(
  kind: 'drifted by rules' | 'drifted by data',
  found: readonly Compared[],
  period: string,
  { area }: RangeRead,
  tables: Question['tables'],
): readonly Flaw[] {
  const [first] = found
  if (!first) return []
  const byRules = kind === 'drifted by rules'
  const examples = found.slice(0, 3).map(({ row, reported, sameRules, now }) => {
    const name = row.segment === '' ? row.metric : `${row.metric} of ${row.segment}`
    return `${name} ${shown(byRules ? sameRules : reported)} → ${shown(byRules ? now : sameRules)}`
  })
  const more = found.length > examples.length ? ` and ${found.length - examples.length} more` : ''
  const changed = changedTables(first.row, tables)
  const cause = byRules
    ? `the definitions of v${first.row.version} are not those in force for it now`
    : changed.length > 0
      ? `${changed.join(' and ')} changed since it was locked`
      : 'the tables changed since it was locked'
  return [
    {
      ...{ kind, area: cellAt(area.sheet, area.top + first.row.at - 1, area.left) },
      holds: `${period}: ${first.row.metric} ${shown(first.reported)}`,
      detail: `${period} is locked, and ${cause}: ${examples.join(', ')}${more}.`,
      remedy: byRules
        ? 'Show both numbers with RESTATEMENT_BRIDGE, or take the change back.'
        : 'See what changed with DRIFT; report the locked numbers, or unlock the period with a reason and lock it again.',
    },
  ]
}

const shown = (cell: Cell): string => (isCellError(cell) ? cell.error : String(cell))

/** The tables whose rows are not those of the lock. */
function changedTables({ checksum }: SnapshotRow, tables: Question['tables']): readonly string[] {
  return checksum.split(';').flatMap(part => {
    const [name = '', sum] = part.split(':').map(word => word.trim())
    const table = [...tables.values()].find(({ schema }) => schema.name === name)
    return table && sum !== tableChecksum(table.rows) ? [name.toUpperCase()] : []
  })
}
