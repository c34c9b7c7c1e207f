import { lockPeriod, unlockPeriod } from '../../shared/definitions/locking'
import { type LockRow, type Locks, lockCells, locksOf, noLocks } from '../../shared/definitions/locks'
import { definitionCells } from '../../shared/definitions/row'
import { type SnapshotRow, snapshotCells, snapshotOf } from '../../shared/definitions/snapshot'
import type { DefinitionSet } from '../../shared/definitions/table'
import { serialOfText } from '../../shared/formula/calendar'
import { readQuestion } from '../../shared/metrics/on-tables/question'
import { snapshotRows } from '../../shared/renderings/snapshot-rows'
import type { Content } from '../../shared/workbook/steps'
import { approved, sound } from '../kit/approved'
import { type Samples, sampleTable } from '../kit/sample'
import type { Records } from '../kit/template'

/** A record of ours holds no error. */
type Contents = readonly (readonly Content[])[]

const period = '2026-Q1'
const recorded = ['COST_PER_NET_LEAD', 'NET_LEADS_ISSUED', 'TOTAL_COST', 'NET_LEAD_YIELD']
const every = 'ad_spend, labour, creative, tools, agency, events, subscriptions, overhead'

/**
 * A quarter that was reported, and reported again: locked while only media and the agency counted as marketing, opened
 * when finance had the rest counted in, and locked once more. Both reports stay on record.
 */
export function cohortRecords(samples: Samples, files: Readonly<Record<string, readonly string[]>>): Records {
  const media = approved('2024-04-01', {
    'cost.marketing_investment': ['ad_spend, agency', 'What the media plan knew of'],
  })
  const all = approved(
    '2026-01-01',
    { 'cost.marketing_investment': [every, 'Labour, tools and events are marketing too'] },
    media,
    serialOfText('2026-05-04') + 0.5,
  )
  const tables = Object.values(files).map(names => sampleTable(samples, names))
  const first = recordedLock(media, noLocks, '2026-04-10', 'Quarter end')
  const opened = appended(
    first,
    sound(unlockPeriod(media, first, asked('2026-05-04', 'To count all of marketing'))),
  )
  const second = recordedLock(all, opened, '2026-05-05', 'Reported again, all of marketing counted')
  const reports = [
    [media, first, 0],
    [all, second, 2],
  ] as const
  let snapshot: readonly SnapshotRow[] = []
  for (const [definitions, locks, row] of reports) {
    const question = sound(
      readQuestion({
        tables,
        from: '',
        to: '',
        where: '',
        asOf: '',
        definitions: definitionTable(definitions),
      }),
    )
    const before = sound(snapshotOf(snapshot))
    snapshot = [...snapshot, ...sound(snapshotRows(question, recorded, locks.rows[row] as LockRow, before))]
  }
  return {
    definitions: all.rows,
    locks: second.rows.map(lockCells) as Contents,
    snapshot: snapshot.map(snapshotCells) as Contents,
  }
}

const asked = (day: string, reason: string) => ({
  ...{ period, asOf: serialOfText(day), by: 'finance', reason },
  recordedAt: serialOfText(day) + 0.4,
})

const recordedLock = (set: DefinitionSet, locks: Locks, day: string, reason: string): Locks =>
  appended(locks, sound(lockPeriod(set, locks, asked(day, reason))))

const appended = (locks: Locks, row: LockRow): Locks => sound(locksOf([...locks.rows, row]))

const columns = 'term value effective_from version status kind reason changed_by recorded_at hash'.split(' ')

const definitionTable = ({ rows }: DefinitionSet) => [columns, ...rows.map(definitionCells)]
