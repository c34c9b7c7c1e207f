import { latestOf } from '../../definitions/governing'
import type { DefinitionSet } from '../../definitions/table'
import type { TermValue } from '../../definitions/term'
import type { Wanted } from '../../metrics/on-tables/answer'
import { customMetric } from '../../metrics/on-tables/custom'
import { termsRead } from '../../metrics/on-tables/dependencies'
import { overridesWithin } from '../../metrics/on-tables/own-function'
import { isCellError } from '../../values'
import { allMetrics } from './computable'
import { obeys } from './obeying'

/** A metric that a change concerns. */
export interface Affected extends Wanted {
  /** The change is what makes it. */
  readonly isNew: boolean
}

/** The metrics that obey one of the terms, the team's own and those that the change itself makes included. */
export function affected(
  set: DefinitionSet,
  values: Readonly<Record<string, TermValue>>,
): readonly Affected[] {
  const ids = Object.keys(values)
  const known = allMetrics(set)
  const found = known.filter(({ metric }) => ids.some(id => obeys(termsRead(metric), id)))
  const own = ids.filter(id => id.startsWith('metric.') && typeof values[id] === 'string')
  const made = own.flatMap(id => {
    const name = id.slice('metric.'.length).toUpperCase()
    const own = ownMetric(name, set, values)
    return known.some(({ metric }) => metric.name === name) ? [] : [own]
  })
  return [...made, ...found.map(one => ({ ...one, isNew: false }))]
}

/** @throws `CellError` for a formula that cannot be computed, which says why */
function ownMetric(name: string, set: DefinitionSet, values: Readonly<Record<string, TermValue>>): Affected {
  const metric = customMetric(name, { ...latestOf(set.rows), ...values })
  if (!metric || isCellError(metric)) throw metric
  return { metric, basis: undefined, overrides: overridesWithin(metric), isNew: true }
}
