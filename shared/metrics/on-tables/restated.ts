import { versionOf } from '../../definitions/functions/definition-diff'
import type { Basis } from '../../definitions/resolve'
import { type Argument, isBlank, isCellError, type Result } from '../../values'
import { answersTo } from './answer'
import { readNamed } from './named-period'
import { single } from './question'

/**
 * RESTATED(metric, period, version, where, as_of, definitions, table1, …): what a past period comes to under the rules
 * of another version, the latest approved ones where it is blank.
 */
export function restated(args: readonly Argument[]): Result {
  const [metric, period, version, ...rest] = args
  const pinned = isBlank(single(version)) ? undefined : versionOf('version', version)
  if (isCellError(pinned)) return pinned
  const named = readNamed('RESTATED', metric, period, rest)
  if (isCellError(named)) return named
  const basis: Basis = pinned === undefined ? 'restated' : { version: pinned }
  return answersTo(named.question, [{ ...named.wanted, basis }]).at(0, 0, 0).value
}
