import type { AskedChange, Definitions, Editor, TermFamily, TermState } from '../../workbook/questions'

/** A change that somebody is working on. */
export interface Draft extends AskedChange {
  /** What is wrong with the value, as its editor found it. */
  readonly fault?: string | undefined
}

/** By the term's id; kept while the user looks at other terms. */
export type Drafts = ReadonlyMap<string, Draft>

export function withDraft(drafts: Drafts, draft: Draft): Drafts {
  return new Map([...drafts, [draft.term, draft]])
}

export function withoutDraft(drafts: Drafts, term: string): Drafts {
  return new Map([...drafts].filter(([id]) => id !== term))
}

/** A change that says what stands already, which is what approving a default is. */
export function draftOf(term: TermState, { starts }: Definitions): Draft {
  return {
    ...{ term: term.id, value: term.value, reason: '', kind: term.kind },
    effectiveFrom: starts[0]?.day ?? 0,
  }
}

/** A term of a family is not there until its first approval; until then it is shown as one that is blank. */
export function newTerm({ prefix, title, about, kind, editor }: TermFamily): TermState {
  return {
    ...{ id: prefix, title, about, kind, editor, value: blankOf(editor), words: '' },
    ...{ status: 'unratified', version: 0, effectiveFrom: undefined, history: [], governs: [] },
  }
}

function blankOf(editor: Editor): string {
  return editor.type === 'enum' ? (editor.choices[0]?.value ?? '') : 'none'
}

/** Without what only the form knows. */
export function askedChange({ fault: _fault, ...change }: Draft): AskedChange {
  return change
}

/** As it is asked what it would change, for which the reason does not matter. */
export function previewed(draft: Draft): AskedChange {
  return { ...askedChange(draft), reason: '–' }
}

export const termsOf = ({ groups }: Definitions): readonly TermState[] => groups.flatMap(({ terms }) => terms)

export function titleOf(definitions: Definitions, id: string): string {
  return termsOf(definitions).find(term => term.id === id)?.title ?? id
}

/**
 * The day on which changes would let the definitions begin, where nothing is approved yet and they leave out periods
 * that could be governed; undefined otherwise.
 */
export function lateBeginning(
  { version, starts }: Definitions,
  drafts: readonly Draft[],
): number | undefined {
  const begin = Math.min(...drafts.map(({ effectiveFrom }) => effectiveFrom))
  const isLate = version === 0 && drafts.length > 0 && starts.some(({ day }) => day < begin)
  return isLate ? begin : undefined
}

/** Whether a change has become what stands: then an approval that seemed lost was saved all the same. */
export function isSaved(definitions: Definitions, change: AskedChange): boolean {
  const latest = termsOf(definitions).find(({ id }) => id === change.term)?.history[0]
  return (
    latest !== undefined &&
    latest.value === change.value &&
    latest.effectiveFrom === change.effectiveFrom &&
    latest.reason === change.reason
  )
}

/** The terms that a query names; those that metrics of that name obey, where it names none. */
export function searched(terms: readonly TermState[], query: string): readonly TermState[] {
  const words = plain(query).split(/\s+/)
  const within = (textOf: (term: TermState) => string) =>
    terms.filter(term => {
      const text = plain(textOf(term))
      return words.every(word => text.includes(word))
    })
  const named = within(({ id, title, about, words: said }) => [id, title, about, said].join(' '))
  return named.length > 0 ? named : within(({ governs }) => governs.join(' '))
}

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .trim()
