import { tooMany } from '../definitions/functions/arguments'
import { latestTerms } from '../definitions/functions/latest'
import type { Terms } from '../definitions/term'
import { normalised } from '../tables/headers'
import {
  type Argument,
  type Cell,
  type CellError,
  cellError,
  isBlank,
  isCellError,
  isMatrix,
  type Result,
} from '../values'
import { metricCalled } from './named'

/** The columns of TARGETS, in the order in which a row without its header is read. */
const columns = [
  ...['metric', 'owner', 'segment', 'period_start', 'period_end', 'target'],
  ...['parent_objective', 'rationale', 'direction'],
]

type Target = Readonly<Record<string, Cell>>

/**
 * SMART_CHECK(target_row, [definitions]): for each letter, whether a target passes and, where it does not, what is missing.
 * The row stands alone, with the columns of TARGETS in their order, or below a header, which may add p10 and p90: what
 * the metric has been. Several rows give a text each.
 */
export function smartCheck(args: readonly Argument[]): Result {
  const [row, definitions] = args
  const wrong = tooMany('SMART_CHECK', args, 2)
  if (wrong) return wrong
  const terms = latestTerms(definitions)
  if (isCellError(terms)) return terms
  const targets = targetsIn(row)
  if (isCellError(targets)) return targets
  const checks = targets.map(target => checked(target, terms))
  return checks.length === 1 ? (checks[0] as Cell) : checks.map(check => [check])
}

function targetsIn(argument: Argument): readonly Target[] | CellError {
  if (isCellError(argument)) return argument
  const rows = isMatrix(argument) ? argument : []
  const headers = (rows[0] ?? []).map(normalised)
  const hasHeader = headers.includes('metric') && headers.includes('target')
  if (!hasHeader && (rows.length !== 1 || headers.length !== columns.length)) {
    return cellError(
      '#VALUE!',
      `target_row has another shape: give TARGETS with its header, or the cells ${columns.join(', ')}`,
    )
  }
  const names = hasHeader ? headers : columns.map(normalised)
  const targets = rows
    .slice(hasHeader ? 1 : 0)
    .filter(cells => !cells.every(isBlank))
    .map(cells => Object.fromEntries(names.map((name, place) => [name, cells[place] ?? null])))
  return targets.length > 0 ? targets : cellError('#VALUE!', 'target_row has no target below its header')
}

function checked(target: Target, terms: Terms): Cell {
  const error = Object.values(target).find(isCellError)
  if (error) return error
  const metric = metricCalled(target.metric, terms)
  const { segment, target: aim, parentobjective, periodstart, periodend } = target
  const owners = terms['metric.owner'] as Readonly<Record<string, string>>
  const owner = isBlank(target.owner) && !isCellError(metric) ? owners[metric.declared] : target.owner
  const unknown = isCellError(metric) ? metric.reason : ''
  const noNumber = typeof aim === 'number' ? '' : 'the target is no number'
  const letters: readonly (readonly [string, string])[] = [
    ['S', unknown || (isBlank(segment) ? 'no segment: write “all” where it is for everybody' : '')],
    ['M', unknown || noNumber],
    ['A', noNumber || notAchievable(target)],
    ['R', missing({ 'parent objective': parentobjective, owner })],
    [
      'T',
      isBefore(periodstart, periodend) ? '' : 'period_start and period_end are not a date and a later one',
    ],
  ]
  return letters.map(([letter, fault]) => `${letter} ${fault === '' ? 'pass' : `fail (${fault})`}`).join('; ')
}

/** Within what nine of ten, and one of ten, of the past values exceeded; or someone says why it can be reached. */
function notAchievable({ target, p10, p90, rationale }: Target): string {
  if (!isBlank(rationale)) return ''
  if (typeof p10 !== 'number' || typeof p90 !== 'number')
    return 'no rationale, and no p10 and p90 to compare with'
  const isWithin = Number(target) >= p10 && Number(target) <= p90
  return isWithin ? '' : `outside ${p10} to ${p90}, and no rationale`
}

function missing(cells: Readonly<Record<string, Cell | undefined>>): string {
  const names = Object.keys(cells).filter(name => isBlank(cells[name]))
  return names.length === 0 ? '' : `no ${names.join(' and no ')}`
}

function isBefore(start: Cell | undefined, end: Cell | undefined): boolean {
  return typeof start === 'number' && typeof end === 'number' && start < end
}
