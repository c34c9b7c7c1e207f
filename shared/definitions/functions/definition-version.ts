import { type Argument, isCellError, type Result } from '../../values'
import { termsFor } from '../resolve'
import { readDefinitions } from '../table'
import { dayOf, tooMany } from './arguments'

/**
 * DEFINITION_VERSION([date], [definitions]): the version that governs a day; left out, the last. A version that nobody
 * has approved, or whose table has no hashes to show that it is as approved, says so.
 */
export function definitionVersion(args: readonly Argument[]): Result {
  const [date, definitions] = args
  const wrong = tooMany('DEFINITION_VERSION', args, 2)
  if (wrong) return wrong
  const day = dayOf('date', date)
  if (isCellError(day)) return day
  const set = readDefinitions(definitions)
  if (isCellError(set)) return set
  const governed = day === undefined ? termsFor(set, 0, 'restated') : termsFor(set, day)
  if (isCellError(governed)) return governed
  if (governed.status === 'unratified') return 'v0 (unratified)'
  return `v${governed.version}${set.sealed ? '' : ' (unsealed)'}`
}
