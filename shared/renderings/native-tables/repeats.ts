import { columnText, exactText, firstOfKey } from './lookups'
import { noTwin, type Source } from './source'
import { type Condition, condition, not } from './written'

/** What finds rows that name someone whom a row above has named. */
interface Naming {
  /** Which rows take part at all, and the same as the core reads it. */
  readonly counts: Condition
  readonly isCounted: string
  /** Rows are in the order of this moment. */
  readonly at: string
  /**
   * The columns that tell together who it is, capitals making no difference; a row that is blank in one of them, or any
   * where there are none, goes by `otherwise`.
   */
  readonly who: readonly string[]
  readonly otherwise: string
}

/**
 * Rows that are not the first of their kind. A spreadsheet finds the first row from above with a key at once, but the
 * earliest only in a sorted table: of rows with one key the earliest must stand first.
 */
export function repeated(source: Source, naming: Naming): Condition {
  const { counts, who, otherwise } = naming
  inOrder(source, naming)
  const id = columnText(source, otherwise)
  const names = who.map(column => columnText(source, column))
  const isNamed = names.map(name => `(${name}<>"")`).join('*')
  // Ids only matter where there is no name.
  const named = names.length === 1 ? names[0] : `REPT(${names.join('&"|"&')},${isNamed})`
  const key = names.length === 0 ? id : `${named}&"|"&REPT(${id},1-${isNamed})`
  return not(condition(firstOfKey(counts, key, source)))
}

function inOrder(source: Source, { isCounted, at, who, otherwise }: Naming): void {
  const { rows } = source
  const [moment, holds, id] = [rows.read(at), rows.read(isCounted), rows.read(otherwise)]
  const names = who.map(rows.read)
  const personOf = (row: number): string | undefined => {
    const parts = names.map(name => name(row))
    return parts.length === 0 || parts.includes(null) ? undefined : parts.join('\n').toLowerCase()
  }
  exactText({ source, column: otherwise })
  const firsts = new Map<string, number>()
  for (let row = 1; row <= rows.last; row++) {
    if (holds(row) !== true) continue
    const person = personOf(row)
    const name = person === undefined ? `id ${id(row)}` : `who ${person}`
    const first = firsts.get(name)
    if (first === undefined) firsts.set(name, row)
    else if (Number(moment(row)) < Number(moment(first))) {
      throw noTwin(
        `${rows.label(first)} stands above an earlier one of the same ${who.join(' and ') || otherwise}: sort the table by ${at}`,
      )
    }
  }
}
