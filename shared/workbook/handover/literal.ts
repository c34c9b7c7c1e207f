import { type Cell, errorCodes, isBlank, isCellError, type Matrix } from '../../values'
import type { Content } from '../steps'

/** A number as formulas hold it: spreadsheets keep 15 digits of those that are written in one. */
export const inFormula = (number: number): number => Number(number.toPrecision(15))

/** A value as a formula writes it. */
export function literal(cell: Cell | undefined): string {
  if (isCellError(cell)) return knownCode(cell.error)
  if (isBlank(cell)) return '""'
  if (typeof cell === 'string') return `"${cell.replace(/"/g, '""')}"`
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  return String(typeof cell === 'number' ? inFormula(cell) : cell).toUpperCase()
}

export function arrayLiteral(rows: Matrix): string {
  return `{${rows.map(row => row.map(literal).join(',')).join(';')}}`
}

/** A value as it is put into a cell; an error, which no host takes as a value, is a formula that is nothing else. */
export function valueContent(cell: Cell | undefined): Content {
  if (isCellError(cell)) return { formula: `=${knownCode(cell.error)}` }
  return isBlank(cell) ? null : cell
}

/** What only one host knows, such as `#ERROR!`, is what Plumbline calls it. */
export function knownCode(code: string): string {
  return [...errorCodes, '#REF!', '#NAME?', '#NULL!'].includes(code) ? code : '#VALUE!'
}

/** A value as the Provenance sheet keeps it: a text that can be read back exactly. */
export function valueText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (isCellError(cell)) return knownCode(cell.error)
  if (typeof cell === 'number') return String(cell)
  return typeof cell === 'string' ? JSON.stringify(cell) : literal(cell)
}

export function valueOfText(text: string): Cell {
  if (text === '') return null
  if (text.startsWith('#')) return { error: text, reason: '' }
  if (text === 'TRUE' || text === 'FALSE') return text === 'TRUE'
  if (!text.startsWith('"')) return Number(text)
  try {
    return String(JSON.parse(text))
  } catch {
    return text
  }
}
