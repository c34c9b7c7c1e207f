import { proposeChanges } from '../../shared/definitions/changes'
import { noLocks } from '../../shared/definitions/locks'
import { type DefinitionSet, readDefinitions } from '../../shared/definitions/table'
import { serialOfText } from '../../shared/formula/calendar'
import { type CellError, isCellError } from '../../shared/values'

/** What a value must be for a template to be whole: a fault in it is a fault of ours. */
export function sound<Found>(found: Found): Exclude<Found, CellError> {
  if (isCellError(found)) throw new Error(found.reason)
  return found as Exclude<Found, CellError>
}

/** What the sample's team has approved of the terms, each with its reason, from a day on; the day before it said so. */
export function approved(
  from: string,
  terms: Readonly<Record<string, readonly [value: string, reason: string]>>,
  before: DefinitionSet = sound(readDefinitions(undefined)),
  recordedAt = serialOfText(from) - 1,
): DefinitionSet {
  const changes = Object.entries(terms).map(([term, [value, reason]]) => ({
    ...{ term, value, reason, effectiveFrom: serialOfText(from) },
  }))
  return sound(proposeChanges(before, noLocks, changes, { by: 'finance', recordedAt })).set
}
