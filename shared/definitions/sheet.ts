import { normalised } from '../tables/headers'
import {
  type Argument,
  type Cell,
  type CellError,
  cellError,
  isBlank,
  isCellError,
  isMatrix,
  shown,
} from '../values'
import { isDay } from './clock'

/** The columns of a table that keeps records: what each holds, and other headers it goes by. */
export type Columns = Readonly<
  Record<
    string,
    {
      readonly type: 'text' | 'date' | 'count' | 'any' | 'result'
      readonly blank?: true
      readonly optional?: true
    }
  >
>

/** A row as it stands: texts trimmed, dates as serials; blank is `''` in text and `null` elsewhere. */
export interface SheetRow {
  /** Counted as the sheet does, its header being row 1 of the range. */
  readonly at: number
  readonly cells: Readonly<Record<string, Cell>>
}

/**
 * The rows of such a table; none for a blank argument. Rows that are blank throughout are left out.
 * @param table what a refusal calls the table
 */
export function readSheet(
  table: string,
  columns: Columns,
  argument: Argument,
): readonly SheetRow[] | CellError {
  if (isCellError(argument)) return argument
  const matrix = isMatrix(argument) ? argument : [[argument ?? null]]
  if (matrix.every(row => row.every(isBlank))) return []
  if (!isMatrix(argument)) {
    return cellError(
      '#VALUE!',
      `${table} is ${shown(argument as Cell)}: give the whole range with its header row`,
    )
  }
  const places = placesOf(table, columns, (matrix[0] ?? []).map(normalised))
  if (isCellError(places)) return places
  const rows: SheetRow[] = []
  for (const [index, row] of matrix.entries()) {
    if (index === 0 || Object.values(places).every(place => isBlank(row[place]))) continue
    const cells: Record<string, Cell> = {}
    for (const [name, { type, blank }] of Object.entries(columns)) {
      const cell = row[places[name] as number] ?? null
      if (isCellError(cell) && type !== 'result') return cell
      const read = readers[type](cell as Exclude<Cell, CellError>)
      const named = `${table} row ${index + 1}: ${name} is`
      if (read === undefined) return cellError('#VALUE!', `${named} ${shown(cell)}: ${wanted[type]}`)
      if (isBlank(read) && !blank) return cellError('#VALUE!', `${named} blank: every row needs it`)
      cells[name] = read
    }
    rows.push({ at: index + 1, cells })
  }
  return rows
}

function placesOf(
  table: string,
  columns: Columns,
  headers: readonly string[],
): Readonly<Record<string, number>> | CellError {
  // -1 for what is not there: nothing stands in that place.
  const places: Record<string, number> = {}
  for (const [name, { optional }] of Object.entries(columns)) {
    const place = headers.indexOf(normalised(name))
    if (place < 0 && !optional) {
      return cellError(
        '#VALUE!',
        `${table} has no column ${name}: include the header row, and rename no header`,
      )
    }
    if (headers.lastIndexOf(normalised(name)) !== place) {
      return cellError('#VALUE!', `${table} has two columns ${name}: remove one`)
    }
    places[name] = place
  }
  return places
}

const readers: Record<Columns[string]['type'], (cell: Exclude<Cell, CellError>) => Cell | undefined> = {
  any: cell => cell,
  result: cell => cell,
  text: cell =>
    String(cell ?? '')
      .normalize('NFC')
      .trim(),
  date: cell =>
    isBlank(cell) ? null : typeof cell === 'number' && isDay(Math.floor(cell)) ? cell : undefined,
  count: cell => (isBlank(cell) ? null : Number.isInteger(cell) && Number(cell) >= 0 ? cell : undefined),
}

const wanted = {
  any: '',
  result: '',
  text: '',
  date: 'a date is needed. Type it as a date; text is never guessed, since 03/04 has two meanings',
  count: 'a whole number is needed',
}
