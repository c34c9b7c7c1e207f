/** A rectangle of cells on a sheet; rows and columns count from 0, the last ones are in it. */
export interface Area {
  readonly sheet: string
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export const cellAt = (sheet: string, row: number, column: number): Area => ({
  ...{ sheet, top: row, left: column, bottom: row, right: column },
})

/** `Leads!A1:K13`, `'My leads'!B2`: as every host writes it, without dollars. */
export function addressText({ sheet, top, left, bottom, right }: Area): string {
  const first = `${columnLetters(left)}${top + 1}`
  const last = `${columnLetters(right)}${bottom + 1}`
  return `${sheetText(sheet)}!${first}${first === last ? '' : `:${last}`}`
}

/** A sheet's name as a formula writes it: in quotes unless it is plain letters, digits and underscores. */
export function sheetText(sheet: string): string {
  const isPlain =
    /^[\p{L}_][\p{L}\p{N}_]*$/u.test(sheet) && !/^([a-z]{1,3}\d+|r\d*c\d*|r|c|true|false)$/i.test(sheet)
  return isPlain ? sheet : `'${sheet.replace(/'/g, "''")}'`
}

export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26) - 1
  return `${rest < 0 ? '' : columnLetters(rest)}${String.fromCharCode(65 + (column % 26))}`
}

const addressPattern =
  /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?\$?([a-z]{1,3})\$?(\d{1,7})(?::\$?([a-z]{1,3})\$?(\d{1,7}))?$/i

/** Reads an address; one without a sheet is on `sheet`. Undefined for anything else, whole columns included. */
export function parseAddress(text: string, sheet: string): Area | undefined {
  const [whole, quoted, plain, column, row, lastColumn = column, lastRow = row] =
    addressPattern.exec(text.trim()) ?? []
  if (whole === undefined) return undefined
  const columns = [columnNumber(column as string), columnNumber(lastColumn as string)]
  const rows = [Number(row) - 1, Number(lastRow) - 1]
  const top = Math.min(...rows)
  if (top < 0) return undefined
  return {
    sheet: quoted?.replace(/''/g, "'") ?? plain ?? sheet,
    ...{ top, left: Math.min(...columns), bottom: Math.max(...rows), right: Math.max(...columns) },
  }
}

function columnNumber(letters: string): number {
  let number = 0
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64
  return number - 1
}
