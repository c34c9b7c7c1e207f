import { definitionDiff } from '../../definitions/difference'
import { parseTerm } from '../../definitions/parse'
import { termWords } from '../../definitions/words'
import { type Cell, isBlank, isCellError } from '../../values'
import type { TermDifference } from '../questions'
import type { Steps } from '../steps'
import { governance } from './governance'
import { titleOf } from './term-states'

/** What differs between two versions, in words. */
export function* difference({
  from,
  to,
}: {
  readonly from: number
  readonly to: number
}): Steps<readonly TermDifference[]> {
  const { set, problem } = yield* governance()
  if (problem) throw problem
  const found = definitionDiff(set, from, to)
  if (isCellError(found)) throw found
  return found.map(({ term, before, after, effectiveFrom }) => {
    const words = { before: wordsOf(term, before), after: wordsOf(term, after) }
    return { term, title: titleOf(term), ...words, effectiveFrom }
  })
}

/** What stands in a cell, in words; `''` where a version has no such term. */
function wordsOf(term: string, written: Cell): string {
  if (isBlank(written)) return ''
  const value = parseTerm(term, written)
  return isCellError(value) ? String(written) : termWords(term, value)
}
