import { type Corner, columnNumber, parseReference, referenceText } from './formula-references'
import { formulaTokens } from './formula-tokens'

/** Texts and quoted sheets, and words: references, names, functions and numbers, with what tells them apart. */
const words = /"(?:[^"]|"")*"|'(?:[^']|'')*'!|[^\s"'()+\-*/^&=<>%,;{}@#!:]+(?::[$A-Za-z0-9]+)?[(!]?/g
const corner = /^(?:(\$?)([A-Za-z]{1,3}))?(?:(\$?)([1-9]\d{0,6}))?$/

/**
 * A formula as seen from its cell: filled down or across, it stays the same. `=B2*$C$1` in D2 is
 * `=[0,-2]*[$1,$C]`. Made for comparing many formulas quickly, not for reading.
 */
export function relativeFormula(formula: string, row: number, column: number): string {
  return formula.replace(words, word => {
    const last = word[word.length - 1]
    if (last === '(' || last === '!' || last === '"') return word
    const colon = word.indexOf(':')
    if (colon < 0) return relative(word, row, column, false)
    const [from, to] = [word.slice(0, colon), word.slice(colon + 1)]
    return `${relative(from, row, column, true)}:${relative(to, row, column, true)}`
  })
}

/** A whole row or column is one only beside a colon: alone it is a number or a name. */
function relative(word: string, row: number, column: number, inRange: boolean): string {
  const [found, fixed, letters, rowFixed, digits] = corner.exec(word) ?? []
  if (found === undefined || (!inRange && (letters === undefined || digits === undefined))) return word
  const across =
    letters === undefined ? '' : fixed === '$' ? `$${letters.toUpperCase()}` : columnNumber(letters) - column
  const down = digits === undefined ? '' : rowFixed === '$' ? `$${digits}` : Number(digits) - 1 - row
  return `[${down},${across}]`
}

/** A formula as it reads when it is filled so many rows down and columns across. */
export function filledFormula(formula: string, rows: number, columns: number): string {
  return formulaTokens(formula)
    .map(({ kind, text }) => (kind === 'reference' ? filledReference(text, rows, columns) : text))
    .join('')
}

function filledReference(text: string, rows: number, columns: number): string {
  const reference = parseReference(text)
  if (!reference) return text
  const { prefix, from, to } = reference
  const [start, end] = [from, to].map(corner => filledCorner(corner, rows, columns))
  return start && end ? referenceText({ prefix, from: start, to: end }) : `${prefix}#REF!`
}

/** Undefined where it would stand outside of the sheet. */
function filledCorner(corner: Corner, rows: number, columns: number): Corner | undefined {
  const row = corner.row === undefined || corner.rowFixed ? corner.row : corner.row + rows
  const column = corner.column === undefined || corner.columnFixed ? corner.column : corner.column + columns
  return (row ?? 0) < 0 || (column ?? 0) < 0 ? undefined : { ...corner, row, column }
}
