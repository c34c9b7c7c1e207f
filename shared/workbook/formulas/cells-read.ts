import { type Cell, isCellError, type Matrix } from '../../values'
import { type Area, addressText, cellAt } from '../area'
import { type Block, type Overview, read, type Steps } from '../steps'
import { type Expression, within } from './formula-in-cell'
import { locate } from './locate'

/** Gives the cells of an area that was read; undefined for one that was not. */
export type CellsRead = (area: Area) => Matrix | undefined

/** More cells than this of a range that goes beyond its sheet are not filled up with blanks. */
const mostBlanks = 300_000

/** Reads all cells that formulas of a sheet refer to, in one go. */
export function* cellsOf(
  expressions: readonly Expression[],
  sheet: string,
  overview: Overview,
  more: readonly Area[] = [],
): Steps<CellsRead> {
  const areas = new Map<string, Area>()
  for (const expression of expressions) {
    for (const part of within(expression)) {
      const area = locate(part, sheet, overview)
      if (area) areas.set(addressText(area), area)
    }
  }
  for (const area of more) areas.set(addressText(area), area)
  const wanted = [...areas.values()].filter(area => isInSheet(area, overview))
  const blocks = yield* read(wanted)
  const known = new Map(
    wanted.map((area, index) => [addressText(area), filledUp(area, blocks[index] as Block)]),
  )
  return area => known.get(addressText(area)) ?? (areas.has(addressText(area)) ? blanks(area) : undefined)
}

/** Beyond the last cell of a sheet there is nothing to read. */
function isInSheet({ sheet, top, left }: Area, { sheets }: Overview): boolean {
  const found = sheets.find(({ name }) => name === sheet)
  return found !== undefined && top < found.rows && left < found.columns
}

export function blanks({ top, bottom, left, right }: Area): Matrix {
  const columns = Math.min(right - left + 1, mostBlanks)
  const rows = Math.min(bottom - top + 1, Math.max(1, Math.floor(mostBlanks / columns)))
  return Array.from({ length: rows }, () => Array<Cell>(columns).fill(null))
}

/** A range keeps its size where its sheet ends before it, since two ranges of one call have to be as long. */
export function filledUp(area: Area, block: Block): Matrix {
  const [rows, columns] = [area.bottom - area.top + 1, area.right - area.left + 1]
  const height = rows * columns > mostBlanks ? block.values.length : rows
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: columns }, (_, column) => {
      const value = block.values[row]?.[column] ?? null
      return isCellError(value) ? withPlace(value, area, row, column) : value
    }),
  )
}

/** No host tells why a cell shows an error, so that its place has to do. */
function withPlace(
  { error, reason }: { error: string; reason: string },
  area: Area,
  row: number,
  column: number,
) {
  const place = addressText(cellAt(area.sheet, area.top + row, area.left + column))
  return { error, reason: reason || `${place} holds ${error}: mend that cell first` }
}
