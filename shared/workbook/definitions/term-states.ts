import { governing } from '../../definitions/governing'
import { type Locks, locksNow } from '../../definitions/locks'
import type { DefinitionRow } from '../../definitions/row'
import type { DefinitionSet } from '../../definitions/table'
import type { Term } from '../../definitions/term'
import { builtInTerms, termGroups, termIds, termNamed } from '../../definitions/terms'
import { worded } from '../../definitions/worded'
import { termWords } from '../../definitions/words'
import { writeTerm } from '../../definitions/write'
import { titled } from '../../metrics/metric-label'
import type { Definitions, TermFamily, TermState, TermVersion } from '../questions'
import { editorOf } from './editor'
import { obeying } from './obeying'

/** All terms in the groups of their declaration, those that a team has added at the end of their family's group. */
export function termStates(set: DefinitionSet, locks: Locks, today: number): Definitions['groups'] {
  const own = [...new Set(set.rows.map(({ term }) => term))].filter(id => !termIds.includes(id)).sort()
  const govern = obeying(set)
  const governs = governing(set.rows, today, set.version)
  const locked = locksNow(locks).map(({ from }) => governing(set.rows, from, set.version))
  return Object.entries(termGroups).map(([title, terms]) => {
    const families = Object.keys(terms).filter(id => id.endsWith('.*'))
    const added = own.filter(id => families.some(family => id.startsWith(family.slice(0, -1))))
    const ids = [...Object.keys(terms).filter(id => !families.includes(id)), ...added]
    return { id: worded(title), title, terms: ids.map(stateOf) }
  })

  function stateOf(id: string): TermState {
    const term = termNamed(id) as Term
    const row = governs.get(id)
    const value = row ? row.value : (builtInTerms[id] ?? null)
    const isLocked = row !== undefined && locked.some(then => then.get(id) === row)
    return {
      ...{ id, title: titleOf(id), about: term.about, kind: term.kind, editor: editorOf(term) },
      ...(term.sources === undefined ? {} : { sources: term.sources }),
      ...{ value: String(writeTerm(id, value)), words: termWords(id, value) },
      status: isLocked ? 'locked' : row ? 'approved' : 'unratified',
      ...{ version: row?.version ?? 0, effectiveFrom: row?.effectiveFrom },
      history: set.rows
        .filter(({ term }) => term === id)
        .map(versionOf)
        .reverse(),
      governs: govern(id),
    }
  }
}

function versionOf(row: DefinitionRow): TermVersion {
  const { term, value, version, effectiveFrom, recordedAt, changedBy, reason, kind, superseded } = row
  const said = { value: String(writeTerm(term, value)), words: termWords(term, value) }
  return { ...said, version, effectiveFrom, recordedAt, changedBy, reason, kind, superseded }
}

/** `win_rate.no_decision` as people say it: “Win rate: no decision”. */
export function titleOf(id: string): string {
  const [family = '', ...names] = id.split('.')
  const [first, second] = [titled(family), titled(names.join('.'))]
  const isAcronym = /^[A-Z]{2}/.test(second)
  return names.length === 0
    ? first
    : `${first}: ${isAcronym ? second : second.slice(0, 1).toLowerCase() + second.slice(1)}`
}

/** How many terms stand at their built-in default, whatever is approved for later. */
export function unratified({ rows }: DefinitionSet): number {
  return termIds.filter(id => !rows.some(({ term }) => term === id)).length
}

/** What a team may add terms of its own to. */
export function termFamilies(): readonly TermFamily[] {
  return Object.entries(termGroups).flatMap(([group, terms]) =>
    Object.entries(terms).flatMap(([id, term]) => {
      if (!id.endsWith('.*')) return []
      const title = familyTitles[id] ?? titled(id.slice(0, -2))
      const { about, kind } = term
      return [{ prefix: id.slice(0, -1), group: worded(group), title, about, kind, editor: editorOf(term) }]
    }),
  )
}

const familyTitles: Readonly<Record<string, string>> = {
  'cost.*': 'Set of cost components of your own',
  'benchmark.*': 'Benchmark',
  'metric.*': 'Metric of your own',
}
