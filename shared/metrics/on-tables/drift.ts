import { dayText } from '../../definitions/clock'
import type { SnapshotRow } from '../../definitions/snapshot'
import { tableChecksum } from '../../definitions/take-snapshot'
import { evaluate } from '../../formula/evaluate'
import { treeOf } from '../../formula/trees'
import type { TableName } from '../../tables/schema'
import { type Argument, type Cell, isCellError, type Result } from '../../values'
import { answersTo, type Wanted } from './answer'
import { reportedRow, reportedValue, segmentOf } from './as-reported'
import { readNamed } from './named-period'
import type { Question } from './question'

/**
 * DRIFT(metric, period, where, as_of, definitions, table1, …), SNAPSHOT among the tables: what became of a locked value,
 * as rows {part, value, why}: as reported; by how much the same rules give another value of the rows as they are now;
 * by how much the rules in force now give another one of them; and what it is now. A blank as_of is that of the lock.
 */
export function drift(args: readonly Argument[]): Result {
  const [metric, period, ...rest] = args
  const named = readNamed('DRIFT', metric, period, rest)
  if (isCellError(named)) return named
  const { wanted } = named
  const locked = named.question.periods[0] as Question['periods'][number]
  const row = reportedRow(named.question, wanted, locked, segmentOf(named.question))
  if (isCellError(row)) return row
  const question = { ...named.question, asOf: named.question.asOf ?? row.asOf }
  const current: Wanted = { ...wanted, basis: 'current' }
  const [then, now] = [upTo(question, row.version), question].map(one =>
    answersTo(one, [current]).at(0, 0, 0),
  )
  const [reported, sameRules, latest] = [reportedValue(row), then?.value ?? null, now?.value ?? null]
  const version = now?.regimes[now.regimes.length - 1]?.version ?? question.definitions.version
  return [
    ['reported', reported, `v${row.version}, as of ${dayText(row.asOf)}`],
    ['data drift', difference(reported, sameRules), changedTables(question, row)],
    [
      'rule drift',
      difference(sameRules, latest),
      version === row.version ? 'same rules' : `v${row.version} → v${version}`,
    ],
    ['now', latest, `v${version}, as of ${dayText(question.asOf)}`],
  ]
}

/** As the definitions stood after one approval. */
function upTo(question: Question, version: number): Question {
  const rows = question.definitions.rows.filter(row => row.version <= version)
  return { ...question, definitions: { ...question.definitions, rows, version } }
}

/** Of values as they are shown, so that what shows the same has not drifted. */
function difference(before: Cell, after: Cell): Cell {
  if (isCellError(before)) return before
  if (isCellError(after)) return after
  return evaluate(treeOf('after - before'), { before: Number(before), after: Number(after) })
}

/** The tables whose rows are not those of the lock. */
function changedTables({ tables }: Question, { rows, checksum }: SnapshotRow): string {
  const counts = new Map(listed(rows))
  const told = listed(checksum).flatMap(([name, sum]) => {
    const table = tables.get(name as TableName)
    if (!table) return [`${name} not given`]
    if (tableChecksum(table.rows) === sum) return []
    return [`${name}: ${counts.get(name)} rows, now ${table.rows.length - 1}`]
  })
  return told.length === 0 ? 'same rows' : told.join('; ')
}

/** `leads: 12; deals: 10` */
function listed(text: string): readonly (readonly [string, string])[] {
  return text.split(';').flatMap(part => {
    const [name = '', said = ''] = part.split(':').map(word => word.trim())
    return name === '' ? [] : [[name, said] as const]
  })
}
