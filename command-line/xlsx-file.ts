import {
  type CellValue,
  dateToSerial,
  openXlsx,
  type Sheet,
  type Workbook,
  type Cell as XlsxCell,
} from 'hucre'
import { fromExcelFormula } from '../playground/xlsx/formulas'
import type { Cell } from '../shared/values'
import { type Area, parseAddress } from '../shared/workbook/area'
import { filledFormula } from '../shared/workbook/formulas/relative-formula'
import { Refused } from '../shared/workbook/steps'
import type { SheetCells, WorkbookCells } from './file-host'
import { refuseUnlessXlsx } from './refuse-file'

/** Reads an xlsx file: its cells with their formulas and last values, and its names. */
export async function readXlsxFile(name: string, bytes: Uint8Array): Promise<WorkbookCells> {
  refuseUnlessXlsx(name, bytes)
  const workbook = await openXlsx(bytes).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error)
    throw new Refused(`${name} could not be read: a part of it is broken (${why}).`)
  })
  if (workbook.dateSystem === '1904') {
    throw new Refused(
      `${name} counts its days from 1904. Switch that off in Excel’s options and save it again.`,
    )
  }
  return {
    sheets: new Map(workbook.sheets.map(sheet => [sheet.name, cellsOf(sheet)])),
    names: namesOf(workbook),
  }
}

function cellsOf(sheet: Sheet): SheetCells {
  const values = sheet.rows.map(row => row.map(plain))
  const formulas = new Map<string, string>()
  const shared = sharedFormulas(sheet)
  for (const [place, cell] of sheet.cells ?? []) {
    const [row, column] = place.split(',').map(Number) as [number, number]
    while (values.length <= row) values.push([])
    const line = values[row] as Cell[]
    const formula = cell.formula || shared(cell, row, column)
    if (formula) formulas.set(place, `=${fromExcelFormula(formula)}`)
    line[column] = errorOr(cell, line[column] ?? null)
  }
  const columns = values.reduce((widest, row) => Math.max(widest, row.length), 0)
  return { values, columns, formulas, hidden: sheet.hidden === true || sheet.veryHidden === true }
}

/** A formula that is filled down is written once; each of its other cells names it by a number. */
function sharedFormulas({ cells = new Map() }: Sheet) {
  const first = new Map<number, { formula: string; row: number; column: number }>()
  for (const [place, { formula, formulaSharedIndex }] of cells) {
    const [row, column] = place.split(',').map(Number) as [number, number]
    if (formula && formulaSharedIndex !== undefined) first.set(formulaSharedIndex, { formula, row, column })
  }
  return ({ formulaSharedIndex = -1 }: XlsxCell, row: number, column: number): string | undefined => {
    const found = first.get(formulaSharedIndex)
    return found && filledFormula(found.formula, row - found.row, column - found.column)
  }
}

function errorOr(cell: XlsxCell, value: Cell): Cell {
  const shown = cell.formulaResult ?? cell.value
  const isError =
    typeof shown === 'string' && /^#(DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!)$/.test(shown)
  if (isError && (cell.type === 'error' || cell.formula)) return { error: shown, reason: '' }
  return cell.formula ? plain(shown) : value
}

function plain(value: CellValue | undefined): Cell {
  if (value instanceof Date) return dateToSerial(value)
  return value === undefined || value === '' ? null : value
}

function namesOf({ namedRanges = [], sheets }: Workbook): Record<string, Area | undefined> {
  const first = sheets[0]?.name ?? ''
  const names: Record<string, Area | undefined> = {}
  for (const { name, range, scope } of namedRanges) {
    if (scope === undefined && !name.startsWith('_xlnm.')) names[name] = parseAddress(range, first)
  }
  return names
}
