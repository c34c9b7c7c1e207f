import { versionOf } from '../../definitions/functions/definition-diff'
import { termsFor } from '../../definitions/resolve'
import type { TermValue } from '../../definitions/term'
import { termIds } from '../../definitions/terms'
import { type Argument, type Cell, type CellError, isCellError, type Result } from '../../values'
import { answersTo, type Wanted } from './answer'
import { termsRead } from './dependencies'
import { exactDifference } from './difference'
import { inForce } from './governing'
import { type Named, readNamed } from './named-period'

/**
 * RESTATEMENT_BRIDGE(metric, period, v_from, v_to, where, as_of, definitions, table1, …): how a value under one version
 * becomes that under another, as rows {term, before, after, delta}: the version that it comes from, then the terms that
 * changed one after the other, in the order in which the definitions list them, then the version that it goes to.
 */
export function restatementBridge(args: readonly Argument[]): Result {
  const [metric, period, from, to, ...rest] = args
  const [first, last] = [versionOf('v_from', from), versionOf('v_to', to)]
  if (isCellError(first)) return first
  if (isCellError(last)) return last
  const named = readNamed('RESTATEMENT_BRIDGE', metric, period, rest)
  if (isCellError(named)) return named
  const changed = changedTerms(named, first, last)
  if (isCellError(changed)) return changed
  const { question, wanted } = named
  const start: Wanted = { ...wanted, basis: { version: first } }
  const steps = changed.map((_, index): Wanted => {
    const switched = Object.fromEntries(changed.slice(0, index + 1))
    return { ...start, overrides: { ...switched, ...wanted.overrides } }
  })
  const states = [start, ...steps, { ...wanted, basis: { version: last } }]
  const answers = answersTo(question, states)
  const at = (index: number) => answers.at(index, 0, 0)
  const row = (term: string, before: number, after: number): readonly Cell[] => {
    const [old, fresh] = [at(before), at(after)]
    return [term, old.value, fresh.value, exactDifference(old, fresh)]
  }
  return [
    [`v${first}`, null, at(0).value, null],
    ...changed.map(([term], index) => row(term, index, index + 1)),
    row(`v${last}`, 0, states.length - 1),
  ]
}

/** The terms that the metric goes by and that differ, with what they mean in the later version. */
function changedTerms(
  { question, wanted }: Named,
  first: number,
  last: number,
): readonly (readonly [string, TermValue])[] | CellError {
  const { definitions } = question
  const [before, after] = [
    termsFor(definitions, 0, { version: first }),
    termsFor(definitions, 0, { version: last }),
  ]
  if (isCellError(before)) return before
  if (isCellError(after)) return after
  const read = new Set<string>()
  for (const version of [first, last]) {
    const state = inForce(question, { ...wanted, basis: { version } }, { from: 0, to: 0 })
    if (isCellError(state)) return state
    for (const id of termsRead(state.metric)) read.add(id)
  }
  const isRead = (id: string): boolean => read.has(id) || read.has(`${id.split('.')[0]}.*`)
  const others = Object.keys({ ...before.terms, ...after.terms }).filter(id => !termIds.includes(id))
  return [...termIds, ...others.sort()].flatMap(id => {
    const [old, fresh] = [before.terms[id], after.terms[id]]
    if (!isRead(id) || JSON.stringify(old) === JSON.stringify(fresh)) return []
    return [[id, fresh ?? null] as const]
  })
}
