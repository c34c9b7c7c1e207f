import { placeOf } from './columns'
import { noTwin, reference, type Source } from './source'
import { type Condition, condition, factor, not } from './written'

/** More rows than this, and a spreadsheet compares each with each for minutes. */
const mostRows = 20_000

/** What finds rows that name someone whom a row above has named. */
interface Naming {
  /** Which rows take part at all, and the same as the core reads it. */
  readonly counts: Condition
  readonly isCounted: string
  /** Rows are in the order of this moment. */
  readonly at: string
  /** The column that tells who it is, capitals making no difference; a row that is blank there goes by `otherwise`. */
  readonly who: string | undefined
  readonly otherwise: string
}

/**
 * Rows that are not the first of their kind from above. A spreadsheet finds the first row with a key at once, but the
 * earliest only in a sorted table: of rows with one key the earliest must stand first.
 */
export function repeated(source: Source, { counts, isCounted, at, who, otherwise }: Naming): Condition {
  const { rows } = source
  const [moment, holds] = [rows.read(at), rows.read(isCounted)]
  const id = rows.read(otherwise)
  const person = who === undefined ? () => null : rows.read(who)
  const firsts = new Map<string, number>()
  for (let row = 1; row <= rows.last; row++) {
    if (holds(row) !== true) continue
    const name =
      person(row) === null
        ? `id ${String(id(row)).toLowerCase()}`
        : `who ${String(person(row)).toLowerCase()}`
    const first = firsts.get(name)
    if (first === undefined) firsts.set(name, row)
    else if (person(row) === null && id(row) !== id(first)) throw unlike(source, otherwise)
    else if (Number(moment(row)) < Number(moment(first))) {
      throw noTwin(
        `${rows.label(first)} stands above an earlier one of the same ${who ?? otherwise}: sort the table by ${at}`,
      )
    }
  }
  const key = keyText(source, who, otherwise)
  return not(condition(firstOfKey(counts, key, source)))
}

/** 1 for the rows of which none above has the same key and counts. */
export function firstOfKey(counts: Condition, key: string, source: Source): string {
  if (source.rows.last > mostRows) {
    throw noTwin(
      `${source.name} has more than ${mostRows} rows: comparing each with each takes a spreadsheet minutes`,
    )
  }
  const column = reference(source, 0)
  const keyed = `${key}&"|"&${numberOf(counts)}`
  return `(MATCH(${keyed},${keyed},0)=ROW(${column})-MIN(ROW(${column}))+1)`
}

function numberOf(counts: Condition): string {
  return counts.factors.length === 1 ? `(1*${factor(counts)})` : factor(counts)
}

/** What tells rows apart, one text for each; what MATCH would misread has no twin. */
function keyText(source: Source, who: string | undefined, otherwise: string): string {
  const id = columnText(source, otherwise)
  if (who === undefined) return id
  const name = columnText(source, who)
  // Names and ids are kept apart by what stands before them; an id only matters where there is no name.
  return `${name}&"|"&REPT(${id},${name}="")`
}

export function columnText(source: Source, column: string): string {
  const place = placeOf(column, source)
  if (place === undefined) throw noTwin(`${source.name} has no column ${column}`)
  const odd = source.table.rows.find((cells, row) => {
    const cell = cells[place]
    return (
      row > 0 &&
      typeof cell === 'string' &&
      (/[*?~|]/.test(cell) || cell.trim() !== cell || cell.length > 200)
    )
  })
  if (odd)
    throw noTwin(
      `“${String(odd[place]).slice(0, 40)}” in ${column} of ${source.name} is no text that built-in functions can look up`,
    )
  return reference(source, place)
}

/** Likewise of a column whose values are told apart to the letter, which spreadsheets do regardless of case. */
export function exactText(source: Source, column: string): string {
  const text = columnText(source, column)
  const read = source.rows.read(column)
  const spelt = new Map<string, unknown>()
  for (let row = 1; row <= source.rows.last; row++) {
    const value = read(row)
    const folded = String(value).toLowerCase()
    if ((spelt.get(folded) ?? value) !== value) throw unlike(source, column)
    spelt.set(folded, value)
  }
  return text
}

function unlike(source: Source, column: string) {
  return noTwin(
    `${source.name} has values in ${column} that differ in capitals only, which spreadsheets take for one`,
  )
}
