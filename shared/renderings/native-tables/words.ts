import { caught } from '../../metrics/on-tables/caught'
import { contextOf, type Rows } from '../../tables/rows'
import type { RowValue } from '../../tables/table'
import { type Cell, isCellError, type Matrix } from '../../values'
import { folded, literal, membership, type Standing, spellingsOf } from './membership'
import { noTwin, reference, type Source } from './source'
import { type Condition, condition, either, not, type Quantity, quantity } from './written'

/** What is known of the cells of one column: what each that stands there comes to, and what others would. */
interface Judged extends Standing {
  readonly known: readonly { readonly cell: Cell; readonly value: RowValue | undefined }[]
  readonly unseen: RowValue | undefined
  readonly blank: RowValue | undefined
}

/** Reads of rows in which only the column is filled whatever is asked. */
export type Judge = (rows: Rows) => (row: number) => RowValue

/**
 * A condition on the words of one column, as those of its cells for which the core says that it holds: how they are
 * read, and what they mean by the definitions, is decided once for all spellings that stand in the table and for
 * `words` that might.
 */
export function among(source: Source, place: number, words: readonly string[], judge: Judge): Condition {
  const judged = judgedCells(source, place, words, judge)
  const isOpen = judged.unseen === true
  const members = judged.known.filter(({ value }) => (value === true) !== isOpen).map(({ cell }) => cell)
  const isAmong = membership(members, judged)
  const listed = isOpen ? not(isAmong) : isAmong
  if ((judged.blank === true) === isOpen) return listed
  const isBlank = condition(`(${judged.text}="")`)
  return isOpen ? condition(`(${judged.text}<>"")`, ...listed.factors) : either(isBlank, listed)
}

/** The cells of a column for which a condition holds, as criteria of COUNTIFS. */
export function members(source: Source, place: number, judge: Judge): readonly string[] {
  const { known } = judgedCells(source, place, [], judge)
  return known.filter(({ value }) => value === true).map(({ cell }) => literal(cell))
}

/** A number that follows from the words of one column. */
export function numberBy(source: Source, place: number, words: readonly string[], judge: Judge): Quantity {
  const judged = judgedCells(source, place, words, judge)
  const values = new Map<number, Cell[]>()
  for (const { cell, value } of judged.known) {
    if (typeof value === 'number') values.set(value, [...(values.get(value) ?? []), cell])
  }
  if (values.size === 0) return quantity('0', '0')
  const [blank, unseen] = [judged.blank, judged.unseen]
  const usual = typeof unseen === 'number' ? unseen : 0
  const listed = [...values].filter(([value]) => value !== usual)
  const parts = listed.map(
    ([value, cells]) => `${value - usual}*${membership(cells, judged).factors.join('*')}`,
  )
  if (typeof blank === 'number' && blank !== usual) parts.push(`${blank - usual}*(${judged.text}="")`)
  const text = `(${[...(usual === 0 ? [] : [usual]), ...parts].join('+') || '0'})`
  if (typeof unseen === 'number' && typeof blank === 'number') return quantity(text)
  const isPresent = among(source, place, words, rows => {
    const read = judge(rows)
    return row => typeof read(row) === 'number'
  })
  return quantity(text, isPresent.factors.join('*') || undefined)
}

function judgedCells(source: Source, place: number, words: readonly string[], judge: Judge): Judged {
  const standing = distinctCells(source, place)
  const cells = [...standing]
  const known = new Set(cells.map(folded))
  for (const word of [...standing, ...words].flatMap(spellingsOf)) {
    if (known.has(folded(word))) continue
    known.add(folded(word))
    cells.push(word)
  }
  const rows = rowsWith([...cells, unseenWord, null], source, place)
  const read = caught(() => judge(rows))
  if (isCellError(read)) throw read
  const values = [...cells, unseenWord, null].map((_, index) => {
    const value = caught(() => read(index + 1))
    return isCellError(value) ? undefined : value
  })
  return {
    text: reference(source, place),
    hasPatterns: cells.some(cell => typeof cell === 'string' && /[*?~]/.test(cell)),
    isText: standing.every(cell => typeof cell === 'string'),
    known: cells.map((cell, index) => ({ cell, value: values[index] })),
    unseen: values[cells.length],
    blank: values[cells.length + 1],
  }
}

const unseenWord = '\u0001 no word of any definition'

/** The cells of a column that differ in more than capitals, empty ones left out. */
export function distinctCells({ name, table }: Source, place: number): readonly Cell[] {
  const columns = distinct.get(table.rows) ?? new Map<number, readonly Cell[]>()
  distinct.set(table.rows, columns)
  const before = columns.get(place)
  if (before) return before
  const found = new Map<string, Cell>()
  for (let row = 1; row < table.rows.length; row++) {
    const cell = table.rows[row]?.[place] ?? null
    if (isCellError(cell)) {
      throw noTwin(
        `${name} row ${row + 1} holds ${cell.error}, which every formula over its column would give`,
      )
    }
    const key = folded(cell)
    if (cell !== null && cell !== '' && !found.has(key)) found.set(key, cell)
  }
  const cells = [...found.values()]
  columns.set(place, cells)
  return cells
}

/** A formula asks for the same columns again and again. */
const distinct = new WeakMap<Matrix, Map<number, readonly Cell[]>>()

/** The same table with rows in which nothing is filled but a cell in one column. */
function rowsWith(cells: readonly Cell[], { name, table, state: { context } }: Source, place: number): Rows {
  const filled = cells.map(cell => {
    const row: Cell[] = Array((table.rows[0] ?? []).length).fill(null)
    row[place] = cell
    return row
  })
  const tables = new Map(context.tables).set(name, { ...table, rows: [table.rows[0] ?? [], ...filled] })
  return contextOf(tables, context.terms, context.asOf).rows(name)
}
