import { type Argument, type Cell, cellError, isBlank, isCellError, type Result } from '../../values'
import { latestOf } from '../governing'
import { unknownTerm } from '../parse'
import { termsFor } from '../resolve'
import { readDefinitions } from '../table'
import type { Terms } from '../term'
import { termNamed } from '../terms'
import { writeTerm } from '../write'
import { dayOf, each, tooMany } from './arguments'

/** DEFINITION(term, [date], [definitions]): what a term means on a day; left out, as it was approved last. */
export function definition(args: readonly Argument[]): Result {
  const [term, date, definitions] = args
  const wrong = tooMany('DEFINITION', args, 3)
  if (wrong) return wrong
  const day = dayOf('date', date)
  if (isCellError(day)) return day
  const set = readDefinitions(definitions)
  if (isCellError(set)) return set
  if (day === undefined) return each(term, cell => meaningOf(cell, latestOf(set.rows)))
  const governed = termsFor(set, day)
  return isCellError(governed) ? governed : each(term, cell => meaningOf(cell, governed.terms))
}

function meaningOf(cell: Cell | undefined, terms: Terms): Cell {
  if (isCellError(cell)) return cell
  if (isBlank(cell)) return cellError('#VALUE!', 'term is blank: name one, such as "win_rate.variant"')
  const id = String(cell).trim().toLowerCase()
  const value = terms[id]
  if (value !== undefined) return writeTerm(id, value)
  if (!termNamed(id)) return unknownTerm(id)
  return cellError('#N/A', `nobody has defined ${id}`)
}
