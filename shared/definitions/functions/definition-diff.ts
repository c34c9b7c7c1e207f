import {
  type Argument,
  type CellError,
  cellError,
  isBlank,
  isCellError,
  type Result,
  shown,
} from '../../values'
import { definitionDiff } from '../difference'
import { readDefinitions } from '../table'
import { singleOf, tooMany } from './arguments'

/**
 * DEFINITION_DIFF(v1, v2, [definitions]): a row {term, before, after, from, kind, reason, changed by} for each difference;
 * the text `no difference` where there is none.
 */
export function definitionDifference(args: readonly Argument[]): Result {
  const [before, after, definitions] = args
  const wrong = tooMany('DEFINITION_DIFF', args, 3)
  if (wrong) return wrong
  const [first, second] = [versionOf('v1', before), versionOf('v2', after)]
  if (typeof first !== 'number') return first
  if (typeof second !== 'number') return second
  const set = readDefinitions(definitions)
  if (isCellError(set)) return set
  const differences = definitionDiff(set, first, second)
  if (isCellError(differences)) return differences
  if (differences.length === 0) return 'no difference'
  return differences.map(({ term, before: old, after: fresh, effectiveFrom, kind, reason, changedBy }) => [
    ...[term, old, fresh, effectiveFrom, kind, reason, changedBy],
  ])
}

/** `v3`, `3`, or what DEFINITION_VERSION gives. */
export function versionOf(name: string, argument: Argument): number | CellError {
  const cell = singleOf(argument)
  if (isCellError(cell)) return cell
  const [, digits] = /^v?(\d{1,6})(?: \(\w+\))?$/i.exec(String(cell ?? '').trim()) ?? []
  if (digits !== undefined) return Number(digits)
  return cellError(
    '#VALUE!',
    `${name} is ${isBlank(cell) ? 'blank' : shown(cell)}: write a version such as v3; v0 is built in`,
  )
}
