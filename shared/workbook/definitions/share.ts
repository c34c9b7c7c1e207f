import { dayText } from '../../definitions/clock'
import { exportDefinitions, setHash } from '../../definitions/export'
import { latestOf } from '../../definitions/governing'
import { importDefinitions } from '../../definitions/import'
import { noLocks } from '../../definitions/locks'
import { changedTerm } from '../../definitions/resolve'
import type { DefinitionSet } from '../../definitions/table'
import type { Terms } from '../../definitions/term'
import { termGroups } from '../../definitions/terms'
import { worded } from '../../definitions/worded'
import { termWords } from '../../definitions/words'
import { cellError, isCellError } from '../../values'
import type { SetComparison, SetFile, TermDifference } from '../questions'
import type { Steps } from '../steps'
import { governance, seenOf } from './governance'
import { termStates, titleOf } from './term-states'

/** The definitions as one file, and as words for a mail. */
export function* exportSet({ name }: { readonly name: string }): Steps<SetFile> {
  const governed = yield* governance()
  if (governed.problem) throw governed.problem
  const { set, today } = governed
  if (name.trim() === '') throw cellError('#VALUE!', 'the set has no name: write one, such as “Finance”')
  const { hash } = seenOf(governed)
  return {
    fileName: `definitions-${worded(name) || 'set'}-v${set.version}.json`,
    text: exportDefinitions(set, name.trim()),
    words: setWords(name.trim(), set, today, hash),
    hash,
  }
}

/** Every term in words, those that nobody has approved marked. */
function setWords(name: string, set: DefinitionSet, today: number, hash: string): string {
  const about = set.version === 0 ? 'nobody has approved any of them' : `v${set.version}, hash ${hash}`
  const groups = termStates(set, noLocks, today).map(({ title, terms }) => {
    const lines = terms.map(({ id, words, status, effectiveFrom }) => {
      const since = effectiveFrom === undefined ? '' : `, from ${dayText(effectiveFrom)}`
      return `- ${titleOf(id)}: ${words}${status === 'unratified' ? ' (unratified)' : since}`
    })
    return `${title}\n${lines.join('\n')}`
  })
  return [`Definitions “${name}” (${about}) on ${dayText(today)}`, ...groups].join('\n\n')
}

/** What somebody else's set says otherwise than ours, and whether it could take its place. */
export function* compareSet({ text }: { readonly text: string }): Steps<SetComparison> {
  const governed = yield* governance()
  if (governed.problem) throw governed.problem
  // Locks decide whether it can be taken over, not whether it can be read.
  const read = importDefinitions(text, governed.set, noLocks)
  if (isCellError(read)) throw read
  const taken = importDefinitions(text, governed.set, governed.locks)
  return {
    name: read.name,
    theirs: { version: read.set.version, hash: setHash(read.set.rows) },
    ours: seenOf(governed),
    differing: differing(latestOf(governed.set.rows), latestOf(read.set.rows)),
    refusal: isCellError(taken) ? taken : undefined,
  }
}

/** In the order in which terms are shown; ours before theirs. */
function differing(ours: Terms, theirs: Terms): readonly TermDifference[] {
  const shown = Object.values(termGroups).flatMap(group => Object.keys(group))
  const ids = [...new Set([...shown, ...Object.keys(ours), ...Object.keys(theirs)])]
  return ids
    .filter(id => changedTerm(ours, theirs, [id]) !== undefined)
    .map(term => ({
      ...{ term, title: titleOf(term) },
      before: wordsIn(ours, term),
      after: wordsIn(theirs, term),
    }))
}

function wordsIn(terms: Terms, id: string): string {
  const value = terms[id]
  return value === undefined ? '' : termWords(id, value)
}
