import { type Area, columnLetters } from '../area'

/** A corner of a reference; a whole row has no column, a whole column no row. Counted from 0. */
export interface Corner {
  readonly column: number | undefined
  readonly row: number | undefined
  readonly columnFixed: boolean
  readonly rowFixed: boolean
}

/** `Leads!$A$1:K13` taken apart. */
export interface Reference {
  /** As it is written, with its quotes and its `!`; `''` where the formula's own sheet is meant. */
  readonly prefix: string
  readonly from: Corner
  /** In a reference to one cell, which is written once, `from` itself; `A1:A1` has two corners that are alike. */
  readonly to: Corner
}

const corner = /^(\$?)([A-Za-z]{0,3})(\$?)(\d*)$/

export function parseReference(text: string): Reference | undefined {
  const mark = text.lastIndexOf('!')
  const [first = '', second] = text.slice(mark + 1).split(':')
  const from = cornerOf(first)
  const to = second === undefined ? from : cornerOf(second)
  return from && to && { prefix: text.slice(0, mark + 1), from, to }
}

function cornerOf(text: string): Corner | undefined {
  const found = corner.exec(text)
  if (!found) return undefined
  const [, dollar, letters = '', inner, digits = ''] = found
  if (letters === '' && digits === '') return undefined
  return {
    column: letters === '' ? undefined : columnNumber(letters),
    row: digits === '' ? undefined : Number(digits) - 1,
    columnFixed: letters !== '' && dollar === '$',
    rowFixed: inner === '$' || (letters === '' && dollar === '$'),
  }
}

/** `A` is 0; capitals or not. */
export function columnNumber(letters: string): number {
  let number = 0
  for (let place = 0; place < letters.length; place++) number = number * 26 + (letters.charCodeAt(place) & 31)
  return number - 1
}

/** Whether it has no last row or no last column: `A:C`, `2:2`, and `A2:A` of Google Sheets. */
export function isOpen({ from, to }: Reference): boolean {
  return [from.row, from.column, to.row, to.column].includes(undefined)
}

/** The sheet that a reference names; its own where it names none, undefined for another file or several sheets. */
export function sheetMeant({ prefix }: Reference, own: string): string | undefined {
  if (prefix === '') return own
  const name = prefix.startsWith("'") ? prefix.slice(1, -2).replace(/''/g, "'") : prefix.slice(0, -1)
  return /[[\]]/.test(name) || (!prefix.startsWith("'") && name.includes(':')) ? undefined : name
}

/** Its cells, those of an open one up to where the sheet ends. */
export function areaOf(
  reference: Reference,
  sheet: string,
  size: { readonly rows: number; readonly columns: number },
): Area {
  const { from, to } = reference
  const rows = [from.row ?? 0, to.row ?? Math.max(size.rows - 1, from.row ?? 0)]
  const columns = [from.column ?? 0, to.column ?? Math.max(size.columns - 1, from.column ?? 0)]
  return {
    sheet,
    top: Math.min(...rows),
    bottom: Math.max(...rows),
    left: Math.min(...columns),
    right: Math.max(...columns),
  }
}

export function referenceText({ prefix, from, to }: Reference): string {
  return `${prefix}${cornerText(from)}${from === to ? '' : `:${cornerText(to)}`}`
}

function cornerText({ column, row, columnFixed, rowFixed }: Corner): string {
  const letters = column === undefined ? '' : `${columnFixed ? '$' : ''}${columnLetters(column)}`
  return `${letters}${row === undefined ? '' : `${rowFixed ? '$' : ''}${row + 1}`}`
}
