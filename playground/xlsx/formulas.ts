import { functions } from '../../shared/functions'

/**
 * Excel stores a formula of an add-in as `_xldudf_NAMESPACE_NAME(…)`. Written so, a saved workbook computes in Excel
 * where the Plumbline add-in is, keeps its last values where it is not, and can be opened here again.
 */
const stored = '_xldudf_PLUMB_'

const ours = new RegExp(`(^|[^A-Za-z0-9_.])(${functions.map(({ name }) => name).join('|')})(?=\\s*\\()`, 'gi')
const theirs = new RegExp(`${stored}|\\bPLUMB\\.(?=[A-Z])`, 'gi')

export function toExcelFormula(formula: string): string {
  return outsideStrings(formula, part =>
    part.replace(ours, (_, before, name) => `${before}${stored}${name.toUpperCase()}`),
  )
}

export function fromExcelFormula(formula: string): string {
  return outsideStrings(formula, part => part.replace(theirs, ''))
}

/** Text in quotes is nobody's formula; in XML the quotes may be written as entities. */
function outsideStrings(formula: string, change: (part: string) => string): string {
  return formula
    .split(/("[^"]*"|&quot;.*?&quot;)/s)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join('')
}
