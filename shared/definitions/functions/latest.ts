import { type Argument, type CellError, isCellError } from '../../values'
import { latestOf } from '../governing'
import { readDefinitions } from '../table'
import type { Terms } from '../term'

/** What every term means as it was approved last, for what is of no period. */
export function latestTerms(definitions: Argument): Terms | CellError {
  const set = readDefinitions(definitions)
  return isCellError(set) ? set : latestOf(set.rows)
}
