import { isCellError, shown } from '../../values'
import { placeOf } from './columns'
import { noTwin, reference, type Source } from './source'
import { type Condition, factor } from './written'

/** Rows of one table times those of another: with more, a spreadsheet takes several seconds every time. */
const mostPairs = 5000 ** 2

/** Refuses tables so long that no spreadsheet compares each row with each in reasonable time. */
export function fewEnough(left: Source, right: Source): void {
  if (left.rows.last * right.rows.last <= mostPairs) return
  const names = [...new Set([left.name, right.name])].join(' and ')
  throw noTwin(`${names} are too long for a spreadsheet to compare each of their rows with each`)
}

/** 1 for the rows of which none above has the same key and counts. */
export function firstOfKey(counts: Condition, key: string, source: Source): string {
  fewEnough(source, source)
  const column = reference(source, 0)
  const keyed = `${key}&"|"&${numberOf(counts)}`
  return `(MATCH(${keyed},${keyed},0)=ROW(${column})-MIN(ROW(${column}))+1)`
}

/** A condition as 1 or 0, to be put behind a text. */
export function numberOf(counts: Condition): string {
  return counts.factors.length === 1 ? `(1*${factor(counts)})` : factor(counts)
}

/** A column by whose texts rows are looked up; what MATCH would misread has no twin. */
export function columnText(source: Source, column: string): string {
  const place = placeOf(column, source)
  if (place === undefined) throw noTwin(`${source.name} has no column ${column}`)
  const odd = source.table.rows.find((cells, row) => row > 0 && isMisread(cells[place]))
  if (odd === undefined) return reference(source, place)
  throw noTwin(
    `${shown(odd[place] ?? null)} in ${column} of ${source.name} is nothing that built-in functions can look up`,
  )
}

function isMisread(cell: unknown): boolean {
  if (isCellError(cell)) return true
  return typeof cell === 'string' && (/[*?~|]/.test(cell) || cell.trim() !== cell || cell.length > 200)
}

/** Columns whose values are told apart to the letter: spreadsheets look texts up regardless of case. */
export function exactText(...keys: readonly { readonly source: Source; readonly column: string }[]): void {
  const spelt = new Map<string, string>()
  for (const { source, column } of keys) {
    const read = source.rows.read(column)
    for (let row = 1; row <= source.rows.last; row++) {
      const value = read(row)
      if (value === null) continue
      const [text, folded] = [String(value), String(value).toLowerCase()]
      if ((spelt.get(folded) ?? text) !== text) {
        throw noTwin(
          `${column} of ${source.name} has “${text}” in other capitals too, which spreadsheets take for the same`,
        )
      }
      spelt.set(folded, text)
    }
  }
}
