import { normalised } from '../../tables/headers'
import { type Cell, type CellError, cellError, isBlank, isCellError, type Matrix } from '../../values'
import { type Area, addressText, cellAt } from '../area'
import type { Block, Content, Edit } from '../steps'
import { columnLook } from './record-sheet'
import { matrixOf, type RecordTable, records } from './record-table'

/** What adding records to a table takes. */
export interface Addition {
  /** The table and the cells below it as they have to be still when it is written. */
  readonly expected: Block
  /** In this order nothing is half written at any time: the name, looks, then all cells in one write. */
  readonly edits: readonly Edit[]
  /** The area of that write. */
  readonly written: Area
}

/**
 * Adds rows below the last one of a table, wherever its columns stand, and nothing beside them.
 * @param rows cells in the order of the table's columns
 * @param updates cells of rows that are there, by their place in the range; `undefined` leaves a cell alone
 */
export function append(
  table: RecordTable,
  rows: readonly (readonly Cell[])[],
  updates: ReadonlyMap<number, readonly Content[]> = new Map(),
): Addition | CellError {
  const { area, block, name } = table
  const places = placesOf(table)
  if (isCellError(places)) return places
  const own = places.filter(place => place >= 0)
  const last = lastRow(matrixOf(table), own)
  const end = last + rows.length
  const first = Math.min(last + 1, ...updates.keys())
  const [left, right] = [Math.min(...own), Math.max(...own)]
  const below = block.values
    .slice(last + 1, end + 1)
    .findIndex(row => own.some(place => !isBlank(row[place])))
  if (below >= 0) {
    const at = addressText(cellAt(area.sheet, area.top + last + 1 + below, area.left + left))
    return cellError(
      '#VALUE!',
      `${at}, below ${name}, holds something else: move it, so that rows can be added`,
    )
  }
  const cells: Content[][] = []
  for (let row = first; row <= end; row++) {
    const given = row > last ? (rows[row - last - 1] as readonly Content[]) : updates.get(row)
    const contents: Content[] = []
    for (let place = left; place <= right; place++) {
      const column = places.indexOf(place)
      const fresh = column < 0 ? undefined : given?.[column]
      contents.push(fresh === undefined && row <= last ? asItStands(block, row, place, column) : fresh)
    }
    cells.push(contents)
  }
  const written = {
    ...{ sheet: area.sheet, top: area.top + first, bottom: area.top + end },
    ...{ left: area.left + left, right: area.left + right },
  }
  const covered = { ...area, bottom: Math.max(area.bottom, area.top + end) }
  const renamed = !table.isNamed || covered.bottom > area.bottom
  return {
    expected: { ...block, area: covered },
    edits: [
      ...(renamed ? [{ do: 'name', name, area: covered } as const] : []),
      ...(rows.length > 0 ? looks(table, places, last + 1, end) : []),
      { do: 'write', area: written, cells },
    ],
    written,
  }
}

/** Where each column of the table stands in the range; -1 for one that it does not have. */
export function placesOf({ name, block }: RecordTable): readonly number[] | CellError {
  const headers = (block.values[0] ?? []).map(normalised)
  const places = Object.keys(records[name].columns).map(column => headers.indexOf(normalised(column)))
  if (places.some(place => place >= 0)) return places
  return cellError(
    '#VALUE!',
    `${name} has no header row: bring it back from the version history of the workbook`,
  )
}

function lastRow(matrix: Matrix, own: readonly number[]): number {
  let last = matrix.length - 1
  while (last > 0 && own.every(place => isBlank(matrix[last]?.[place]))) last--
  return last
}

/** What a write that goes over a cell puts there again: nothing where it is foreign or holds a formula. */
function asItStands({ values, formulas }: Block, row: number, place: number, column: number): Content {
  const value = values[row]?.[place] ?? null
  return column < 0 || (formulas[row]?.[place] ?? '') !== '' || isCellError(value) ? undefined : value
}

/** Dates look like dates, also below the rows that set-up has made ready. */
export function looks(
  { name, area }: RecordTable,
  places: readonly number[],
  first: number,
  last: number,
): Edit[] {
  return Object.keys(records[name].columns).flatMap((column, index) => {
    const [place, look] = [places[index] as number, columnLook(column)]
    if (place < 0 || !look) return []
    const columnArea = {
      ...{ sheet: area.sheet, left: area.left + place, right: area.left + place },
      ...{ top: area.top + first, bottom: area.top + last },
    }
    return [{ do: 'look', area: columnArea, look }]
  })
}
