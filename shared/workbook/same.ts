import { type Cell, isCellError } from '../values'
import { type Area, addressText } from './area'
import { formulaTokens, storedSyntax, type Token } from './formulas/formula-tokens'
import type { Block, Content } from './steps'

/** Whether two looks at an area saw the same: formulas as formulas, what is no formula by its value. */
export function sameCells(one: Block, other: Block): boolean {
  const { top, bottom, left, right } = other.area
  for (let row = 0; row <= bottom - top; row++) {
    for (let column = 0; column <= right - left; column++) {
      if (contentAt(one, row, column) !== contentAt(other, row, column)) return false
    }
  }
  return true
}

export function sameArea(one: Area | undefined, other: Area | undefined): boolean {
  return one === undefined || other === undefined ? one === other : addressText(one) === addressText(other)
}

/** As one value to compare; a text that looks like a formula is told from a formula. */
function contentAt(
  { values, formulas }: Block,
  row: number,
  column: number,
): string | number | boolean | null {
  const formula = formulas[row]?.[column] ?? ''
  if (formula !== '') return `formula ${bare(formula)}`
  const value = values[row]?.[column] ?? null
  if (isCellError(value)) return `error ${value.error}`
  return typeof value === 'string' && value !== '' ? `text ${value}` : value === '' ? null : value
}

/** Whether a cell holds what was to be put there. */
export function holds(content: Content, formula: string, value: Cell): boolean {
  if (content === undefined) return true
  if (typeof content === 'object' && content !== null) return bare(formula) === bare(content.formula)
  if (formula !== '') return false
  if (typeof content === 'number' && typeof value === 'number') return isSameNumber(content, value)
  return value === content || (isBlank(value) && isBlank(content))
}

/** Sheets keeps a moment to the millisecond and Excel 15 digits. */
function isSameNumber(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-12 * Math.abs(one)
}

const isBlank = (value: Cell): boolean => value === null || value === ''

/**
 * Hosts change spaces and the case of names on the way into a cell, how a number is written, and needless quotes around
 * a sheet's name; Excel puts in an `@`, LibreOffice makes calls of truths. Texts stay.
 */
function bare(formula: string): string {
  return formulaTokens(formula, storedSyntax)
    .map(bareToken)
    .join('')
    .split(/("(?:[^"]|"")*")/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/\b(TRUE|FALSE)\(\)/g, '$1')))
    .join('')
}

function bareToken({ kind, text }: Token): string {
  if (kind === 'text') return text
  if (kind === 'number') return String(Number(text))
  return text
    .replace(/^'([\p{L}_][\p{L}\p{N}_]*)'!/u, '$1!')
    .replace(/[\s@]/g, '')
    .toUpperCase()
}
