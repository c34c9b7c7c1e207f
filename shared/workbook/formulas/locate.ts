import type { Area } from '../area'
import type { Overview } from '../steps'
import type { Expression } from './formula-in-cell'
import { areaOf, parseReference, sheetMeant } from './formula-references'

/** The area that a reference or a name of the workbook means; undefined for anything else, and for what is not there. */
export function locate(expression: Expression, sheet: string, overview: Overview): Area | undefined {
  if (expression.kind === 'name') return nameArea(expression.name, overview)
  const reference = expression.kind === 'reference' ? parseReference(expression.text) : undefined
  const meant = reference && sheetMeant(reference, sheet)
  const found = meant === undefined ? undefined : sheetCalled(meant, overview)
  return reference && found && areaOf(reference, found.name, found)
}

/** Names are the same in capitals or not; a sheet before one says only whose it is. */
export function nameArea(written: string, { names }: Overview): Area | undefined {
  const name = written.slice(written.lastIndexOf('!') + 1).toUpperCase()
  const known = Object.keys(names).find(other => other.toUpperCase() === name)
  return known === undefined ? undefined : names[known]
}

export function sheetCalled(name: string, { sheets }: Overview): Overview['sheets'][number] | undefined {
  const wanted = name.toLowerCase()
  return sheets.find(sheet => sheet.name.toLowerCase() === wanted)
}
