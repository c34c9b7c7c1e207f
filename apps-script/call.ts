import { functions } from '../shared/functions'
import { cellError, isBlank } from '../shared/values'
import { argumentFromSheet, resultForSheet, type SheetResult } from './cells'
import { spreadsheetClock } from './wall-clock'

const byName = new Map(functions.map(fn => [fn.name, fn]))

/** Computes the formula `name` for a cell of Google Sheets; throws its error, as Sheets wants it. */
export function call(name: string, given: ArrayLike<unknown>): SheetResult {
  const fn = byName.get(name)
  if (fn === undefined) return resultForSheet(cellError('#VALUE!', `there is no formula ${name}`))
  const serialOf = spreadsheetClock()
  const args = Array.from(given, value => argumentFromSheet(value, serialOf))
  // Sheets lets a formula have any number of arguments and would drop the last ones without a word.
  const takesMore = fn.parameters[fn.parameters.length - 1]?.repeating === true
  if (!takesMore && args.slice(fn.parameters.length).some(argument => !isBlank(argument))) {
    const taken = fn.parameters.map(parameter => parameter.name).join(', ')
    const reason = `${name} was given ${args.length} arguments; it takes ${fn.parameters.length}: ${taken}`
    return resultForSheet(cellError('#VALUE!', reason))
  }
  return resultForSheet(fn.compute(args))
}
