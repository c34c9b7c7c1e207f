import type { CellStyle, WriteSheet, Cell as XlsxCell } from 'hucre'
import { toExcelFormula } from '../../playground/xlsx/formulas'
import { type Cell, isCellError } from '../../shared/values'
import { type Area, addressText, cellAt } from '../../shared/workbook/area'
import type { Dress } from '../../shared/workbook/dress'
import { fills, formats, weights } from '../../shared/workbook/looks'
import type { Content, Look } from '../../shared/workbook/steps'
import type { Computed } from './computed'
import { dressed, local } from './dressed'
import { heightsOf } from './heights'

/** The sheets that edits make, as hucre writes them. */
export function sheetsOf(workbook: Computed): readonly WriteSheet[] {
  const names = workbook.edits.flatMap(edit => (edit.do === 'add sheet' ? [edit.sheet] : []))
  return names.map(name => sheetOf(name, workbook))
}

function sheetOf(name: string, { edits, values: all, spills }: Computed): WriteSheet {
  const values = all.get(name) ?? []
  const contents = new Map<string, Content>()
  const looks = new Map<string, Look>()
  let dress: Dress = {}
  let widths: readonly number[] = []
  for (const edit of edits) {
    if (edit.do === 'write' && edit.area.sheet === name) {
      for (const [row, column] of cellsIn(edit.area)) {
        const content = edit.cells[row - edit.area.top]?.[column - edit.area.left]
        if (content !== undefined) contents.set(`${row},${column}`, content)
      }
    }
    if (edit.do === 'look' && edit.area.sheet === name) {
      for (const [row, column] of cellsIn(edit.area)) {
        const place = `${row},${column}`
        looks.set(place, { ...looks.get(place), ...edit.look })
      }
    }
    if (edit.do === 'widths' && edit.sheet === name) widths = edit.letters
    if (edit.do === 'dress' && edit.sheet === name) dress = edit.dress
  }
  const isGuarded = insideAny(dress.guarded ?? [])
  const cells = new Map<string, Partial<XlsxCell>>()
  for (const place of new Set([...filled(values), ...contents.keys(), ...looks.keys()])) {
    const [row, column] = place.split(',').map(Number) as [number, number]
    const style = styleOf(looks.get(place) ?? {}, isGuarded(row, column), dress.guarded !== undefined)
    cells.set(place, {
      ...cellOf(
        contents.get(place),
        values[row]?.[column] ?? null,
        spills.get(addressText(cellAt(name, row, column))),
      ),
      style,
    })
  }
  return {
    ...{ name, cells, rows: [] },
    columns: widths.map(width => ({ width: width + 1 })),
    rowDefs: heightsOf(looks, widths, values),
    ...dressed(dress, name),
  }
}

function* cellsIn({ top, left, bottom, right }: Area): Iterable<readonly [number, number]> {
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) yield [row, column]
}

function* filled(values: readonly (readonly Cell[])[]): Iterable<string> {
  for (const [row, cells] of values.entries())
    for (const [column, cell] of cells.entries())
      if (cell !== null && cell !== undefined) yield `${row},${column}`
}

function insideAny(areas: readonly Area[]): (row: number, column: number) => boolean {
  return (row, column) =>
    areas.some(
      ({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right,
    )
}

function cellOf(content: Content, shown: Cell, spill: Area | undefined): Partial<XlsxCell> {
  const value = isCellError(shown) ? shown.error : shown
  if (typeof content !== 'object' || content === null) return { value }
  const formula = inFile(content.formula.slice(1))
  return {
    ...{ type: 'formula', value, formula, formulaResult: value },
    // Without the mark Excel takes the first value of a formula that gives many.
    ...(spill && { formulaType: 'array', formulaRef: local(spill), formulaDynamic: true }),
  }
}

/** Our functions as a file stores them, those of the Self-test among them. */
const inFile = (formula: string): string =>
  toExcelFormula(formula).replace(/\b(?=PLUMBLINE_(?:ARRIVES|RETURNS)\()/g, '_xldudf_PLUMB_')

function styleOf(
  { format, weight = 'plain', fill, align, wrap }: Look,
  isGuarded: boolean,
  isPage: boolean,
): CellStyle {
  const style = weights[weight]
  const behind = fill ? fills[fill] : style.fill
  return {
    font: {
      name: 'Calibri',
      size: style.size,
      bold: style.bold,
      ...(style.colour && { color: { rgb: style.colour } }),
    },
    ...(behind && { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: behind } } }),
    alignment: {
      // What a tile says begins beneath its figure, however long it is.
      vertical: wrap && fill === 'tile' ? 'top' : 'center',
      ...(align && { horizontal: align === 'centre' ? 'center' : align }),
      ...(wrap && { wrapText: true }),
    },
    ...(format && format !== 'general' && { numFmt: formats[format] }),
    ...(isPage && { protection: { locked: isGuarded } }),
  }
}
