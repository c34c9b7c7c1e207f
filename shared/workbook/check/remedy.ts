import type { CellError } from '../../values'

/** What stands in a cell in an error's place, and what to do about it, where the core did not say why. */
const remedies: Readonly<Record<string, string>> = {
  '#REF!':
    'The formula points at cells or a sheet that were deleted: bring them back, or point it at others.',
  '#NAME?':
    'The spreadsheet does not know a name in the formula. Enter it anew; if it stays, the name is misspelt or the add-on is not loaded.',
  '#DIV/0!': 'Something is divided by 0 or by an empty cell: look at what stands below the line.',
  '#N/A': 'What was looked up is not there: look at what is looked for, and where.',
  '#VALUE!': 'A text stands where a number is needed: look at the cells that the formula takes.',
  '#NUM!': 'A number is out of the range that the formula can take.',
  '#NULL!': 'Two ranges have no cell in common: a comma is missing between them.',
  '#SPILL!': 'Cells are in the way of the result: empty them, or move the formula.',
  '#ERROR!': 'The spreadsheet cannot read the formula, or it failed: select the cell, its note says why.',
}

/** A sentence that says what to do: the second half of what a reason says, or what the code is known for. */
export function remedyOf({ error, reason }: CellError): string {
  const colon = reason.indexOf(': ')
  if (colon < 0) return reason === '' ? generalRemedy(error) : sentence(reason)
  return sentence(reason.slice(colon + 2))
}

export function generalRemedy(error: string): string {
  return remedies[error] ?? 'The spreadsheet gives no reason: enter the formula anew.'
}

function sentence(text: string): string {
  const end = /[.?!]$/.test(text) ? '' : '.'
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${end}`
}
