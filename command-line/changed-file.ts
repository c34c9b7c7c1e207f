import type { CellOfFile } from '../playground/xlsx/edit-cell'
import { editXlsx, type FileEdits } from '../playground/xlsx/edit-xlsx'
import { fromExcelFormula } from '../playground/xlsx/formulas'
import type { Cell } from '../shared/values'
import { addressText, cellAt } from '../shared/workbook/area'
import { showsSame } from '../shared/workbook/formulas/shows-same'
import { Refused } from '../shared/workbook/steps'
import type { SheetCells, WorkbookCells } from './file-host'
import { readXlsxFile } from './xlsx-file'

/** The file with the changes, read back and compared with what it was to become. */
export async function changedFile(bytes: Uint8Array, edits: FileEdits): Promise<Uint8Array> {
  const written = await editXlsx(bytes, edits)
  const astray = firstAstray(edits, await readXlsxFile('The changed copy', written))
  if (astray === undefined) return written
  throw new Refused(
    `${astray} is not what it was to become in the copy: nothing was written. Please report it.`,
  )
}

/** A cell that does not hold what it should, or a sheet that is not there, or still is. */
function firstAstray({ added, removed, cells }: FileEdits, found: WorkbookCells): string | undefined {
  const missing = [
    ...added.filter(({ sheet }) => !found.sheets.has(sheet)).map(({ sheet }) => sheet),
    ...removed.filter(sheet => found.sheets.has(sheet)),
  ]
  if (missing.length > 0) return `The sheet ${missing[0]}`
  for (const [sheet, rows] of cells) {
    const there = found.sheets.get(sheet)
    for (const [row, columns] of rows) {
      for (const [column, cell] of columns) {
        if (!there || !isHeld(cell, row, column, there)) return addressText(cellAt(sheet, row, column))
      }
    }
  }
  return undefined
}

function isHeld({ formula, value }: CellOfFile, row: number, column: number, there: SheetCells): boolean {
  const written = formula === undefined ? '' : `=${fromExcelFormula(formula)}`
  const shown: Cell = there.values[row]?.[column] ?? null
  return (there.formulas.get(`${row},${column}`) ?? '') === written && showsSame(shown, value)
}
