import { type Corner, parseReference, referenceText } from './formula-references'
import { formulaTokens } from './formula-tokens'

/**
 * A formula as seen from its cell: filled down or across, it stays the same. `=B2*$C$1` in D2 is
 * `=[0,-2]*[$1,$C]`. Made for comparing hundreds of thousands of formulas, not for reading: it goes from letter to
 * letter, which takes a third of the time that a pattern does.
 */
export function relativeFormula(formula: string, row: number, column: number): string {
  let told = ''
  let done = 0
  let at = 0
  while (at < formula.length) {
    const letter = formula.charCodeAt(at)
    if (letter === quote || letter === apostrophe) {
      at = endOfQuoted(formula, at, letter)
      continue
    }
    if (!isInWord(letter)) {
      at++
      continue
    }
    const end = endOfWord(formula, at)
    const next = formula.charCodeAt(end)
    const inRange = next === colon || formula.charCodeAt(at - 1) === colon
    const isName = next === bracket || next === mark
    const relative = isName ? undefined : relativeCorner(formula, at, end, row, column, inRange)
    if (relative !== undefined) {
      told += formula.slice(done, at) + relative
      done = end
    }
    at = end
  }
  return done === 0 ? formula : told + formula.slice(done)
}

const [quote, apostrophe, colon, bracket, mark, dollar] = [34, 39, 58, 40, 33, 36]

/** Behind the quotes; a doubled one begins the next stretch, which comes to the same. */
function endOfQuoted(formula: string, start: number, letter: number): number {
  const end = formula.indexOf(String.fromCharCode(letter), start + 1)
  return end < 0 ? formula.length : end + 1
}

/** Letters of any language, digits, and what stands in names: all but blanks and the signs of formulas. */
const inWord = Uint8Array.from({ length: 128 }, (_, code) =>
  Number(/[^\s"'()+\-*/^&=<>%,;{}@#!:]/.test(String.fromCharCode(code))),
)

const isInWord = (letter: number): boolean => letter > 127 || inWord[letter] === 1

function endOfWord(formula: string, start: number): number {
  let end = start + 1
  while (end < formula.length && isInWord(formula.charCodeAt(end))) end++
  return end
}

/** A whole row or column is one only beside a colon: alone it is a number or a name. */
function relativeCorner(
  formula: string,
  start: number,
  end: number,
  row: number,
  column: number,
  inRange: boolean,
): string | undefined {
  let at = start
  const columnFixed = formula.charCodeAt(at) === dollar
  if (columnFixed) at++
  let letters = 0
  const firstLetter = at
  for (; at < end && isLatin(formula.charCodeAt(at)); at++) {
    letters = letters * 26 + (formula.charCodeAt(at) & 31)
  }
  const hasColumn = at > firstLetter
  if (at - firstLetter > 3) return undefined
  const rowFixed = hasColumn ? at < end && formula.charCodeAt(at) === dollar : columnFixed
  if (hasColumn && rowFixed) at++
  let digits = 0
  const firstDigit = at
  for (; at < end && isDigit(formula.charCodeAt(at)); at++) digits = digits * 10 + formula.charCodeAt(at) - 48
  const hasRow = at > firstDigit
  if (at < end || at - firstDigit > 7 || (hasRow && digits === 0)) return undefined
  if (!(hasColumn && hasRow) && !(inRange && (hasColumn || hasRow))) return undefined
  const across = !hasColumn ? '' : columnFixed ? `$${letters}` : letters - 1 - column
  const down = !hasRow ? '' : rowFixed ? `$${digits}` : digits - 1 - row
  return `[${down},${across}]`
}

const isLatin = (letter: number): boolean => (letter >= 65 && letter <= 90) || (letter >= 97 && letter <= 122)
const isDigit = (letter: number): boolean => letter >= 48 && letter <= 57

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
  const start = filledCorner(from, rows, columns)
  const end = to === from ? start : filledCorner(to, rows, columns)
  return start && end ? referenceText({ prefix, from: start, to: end }) : `${prefix}#REF!`
}

/** Undefined where it would stand outside of the sheet. */
function filledCorner(corner: Corner, rows: number, columns: number): Corner | undefined {
  const row = corner.row === undefined || corner.rowFixed ? corner.row : corner.row + rows
  const column = corner.column === undefined || corner.columnFixed ? corner.column : corner.column + columns
  return (row ?? 0) < 0 || (column ?? 0) < 0 ? undefined : { ...corner, row, column }
}
