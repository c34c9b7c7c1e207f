import { toExcelFormula } from '../playground/xlsx/formulas'
import { type Cell, isCellError } from '../shared/values'
import { addressText, cellAt } from '../shared/workbook/area'
import { holds } from '../shared/workbook/same'
import { type Content, Refused } from '../shared/workbook/steps'
import type { Changes } from './copy-host'
import type { WorkbookCells } from './file-host'
import type { CellOfFile } from './xlsx/edit-sheet'
import { editXlsx } from './xlsx/edit-xlsx'
import { readXlsxFile } from './xlsx-file'

/** What a file is told of cells besides what they hold, by their addresses. */
export interface Shown {
  /** What formulas give, and what they spill into cells that hold nothing of their own. */
  readonly values: ReadonlyMap<string, Cell>
  /** The cells that a formula fills, where they are several: `B5:C7`. */
  readonly fills: ReadonlyMap<string, string>
}

/** The file with the changes, read back and compared with what it was to become. */
export async function changedFile(bytes: Uint8Array, changes: Changes, shown: Shown): Promise<Uint8Array> {
  const cells = new Map(
    [...changes.cells].map(([sheet, contents]) => [sheet, byRows(sheet, contents, shown)] as const),
  )
  const { added, removed, names } = changes
  const written = await editXlsx(bytes, { added, removed, cells, names })
  const found = await readXlsxFile('The changed copy', written)
  const astray = firstAstray(changes, found)
  if (astray !== undefined) {
    throw new Refused(
      `${astray} is not what it was to become in the copy: nothing was written. Tell us of it.`,
    )
  }
  return written
}

function byRows(
  sheet: string,
  contents: ReadonlyMap<string, Content>,
  shown: Shown,
): ReadonlyMap<number, ReadonlyMap<number, CellOfFile>> {
  const rows = new Map<number, Map<number, CellOfFile>>()
  for (const [place, content] of contents) {
    const [row, column] = place.split(',').map(Number) as [number, number]
    const cells = rows.get(row) ?? new Map<number, CellOfFile>()
    rows.set(row, cells.set(column, cellOfFile(addressText(cellAt(sheet, row, column)), content, shown)))
  }
  return rows
}

function cellOfFile(address: string, content: Content, { values, fills }: Shown): CellOfFile {
  const value = values.get(address) ?? null
  if (content === undefined || content === null) return { value }
  if (typeof content !== 'object') return { value: content }
  const fill = fills.get(address)
  const formula = toExcelFormula(content.formula.slice(1))
  return { formula, value, ...(fill === undefined ? {} : { fills: fill }) }
}

/** A cell that was changed and does not hold what it should, or a sheet that is not there, or still is. */
function firstAstray({ added, removed, cells }: Changes, found: WorkbookCells): string | undefined {
  const missing =
    added.find(({ sheet }) => !found.sheets.has(sheet))?.sheet ?? removed.find(name => found.sheets.has(name))
  if (missing !== undefined) return `The sheet ${missing}`
  for (const [sheet, contents] of cells) {
    for (const [place, content] of contents) {
      const [row, column] = place.split(',').map(Number) as [number, number]
      const { values, formulas } = found.sheets.get(sheet) ?? {
        values: [],
        formulas: new Map<string, string>(),
      }
      const value = values[row]?.[column] ?? null
      // An emptied cell shows what spills into it.
      const isHeld =
        content === null ? !formulas.has(place) : holds(content, formulas.get(place) ?? '', value)
      if (!isHeld && !isCellError(content)) return addressText(cellAt(sheet, row, column))
    }
  }
  return undefined
}
