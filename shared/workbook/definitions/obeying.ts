import type { DefinitionSet } from '../../definitions/table'
import { termsRead } from '../../metrics/on-tables/dependencies'
import { allMetrics } from './computable'

/** Tells which metrics obey a term, by their names. */
export function obeying(definitions: DefinitionSet): (id: string) => readonly string[] {
  const read = allMetrics(definitions).map(({ metric }) => [metric.name, termsRead(metric)] as const)
  return id => read.flatMap(([name, terms]) => (obeys(terms, id) ? [name] : []))
}

/** `cost.*` stands for all terms that begin so. */
export function obeys(terms: readonly string[], id: string): boolean {
  return terms.some(term => term === id || (term.endsWith('.*') && id.startsWith(term.slice(0, -1))))
}
