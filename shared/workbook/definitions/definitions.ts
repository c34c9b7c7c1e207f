import type { Definitions, LockState, VersionState } from '../questions'
import type { Steps } from '../steps'
import { type Governance, governance, seenOf } from './governance'
import { lockablePeriods, startsAround } from './periods'
import { termFamilies, termStates } from './term-states'

/** What the team has agreed on, and what it has not yet. */
export function* definitions(): Steps<Definitions> {
  const governed = yield* governance()
  const { overview, set, locks, today, definitions: table } = governed
  return {
    ...seenOf(governed),
    ...{ locale: overview.locale, today, area: table?.area, sealed: set.sealed },
    problem: governed.problem ?? governed.guarded,
    groups: termStates(set, locks, today),
    families: termFamilies(),
    starts: startsAround(set, locks, today),
    locks: lockStates(governed),
    lockable: lockablePeriods(set, locks, today),
    versions: versionStates(governed),
  }
}

/** The last word on each period, latest first. */
function lockStates({ locks }: Governance): readonly LockState[] {
  const last = new Map(locks.rows.map(row => [row.period, row]))
  return [...last.values()]
    .sort((a, b) => b.from - a.from)
    .map(({ period, status, version, asOf, lockedBy, reason, recordedAt }) => {
      return { period, status, version, asOf, lockedBy, reason, recordedAt }
    })
}

/** Latest first. */
function versionStates({ set }: Governance): readonly VersionState[] {
  const versions = [...new Set(set.rows.map(({ version }) => version))].reverse()
  return versions.map(version => {
    const rows = set.rows.filter(row => row.version === version)
    const [{ recordedAt, changedBy }] = rows as [(typeof rows)[number]]
    const reasons = [...new Set(rows.map(({ reason }) => reason))]
    return { version, recordedAt, changedBy, terms: rows.map(({ term }) => term), reason: reasons.join('; ') }
  })
}
