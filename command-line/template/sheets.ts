import type { CellStyle, WriteSheet, Cell as XlsxCell } from 'hucre'
import { toExcelFormula } from '../../playground/xlsx/formulas'
import { type Cell, isCellError } from '../../shared/values'
import { type Area, addressText, cellAt } from '../../shared/workbook/area'
import type { Dress } from '../../shared/workbook/dress'
import { conditionColours, fills, formats, weights } from '../../shared/workbook/looks'
import type { Content, Look } from '../../shared/workbook/steps'
import type { Computed } from './computed'

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

const local = (area: Area): string => addressText({ ...area, sheet: 'S' }).slice(2)

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

/** A file keeps the height of rows; a program that opens it measures no text. */
function heightsOf(
  looks: ReadonlyMap<string, Look>,
  widths: readonly number[],
  values: readonly (readonly Cell[])[],
): Map<number, { height: number }> {
  const heights = new Map<number, { height: number }>()
  for (const [place, { weight = 'plain', wrap }] of looks) {
    const [row, column] = place.split(',').map(Number) as [number, number]
    const { size } = weights[weight]
    const text = String(values[row]?.[column] ?? '')
    const letters = ((widths[column] ?? 10) * 10) / size
    const lines = wrap ? linesOf(text, letters) : 1
    const height = Math.max(15, Math.round(lines * size * 1.36 + 3))
    if (height > (heights.get(row)?.height ?? 15)) heights.set(row, { height })
  }
  return heights
}

/** How many lines words take when they are broken between each other. */
function linesOf(text: string, letters: number): number {
  let [lines, left] = [1, letters]
  for (const word of text.split(' ')) {
    if (word.length > left && left < letters) {
      lines += 1
      left = letters
    }
    left -= word.length + 1
  }
  return lines
}

function dressed(dress: Dress, sheet: string): Partial<WriteSheet> {
  const { frozen, gridlines, conditions = [], choices = [], guarded, print } = dress
  return {
    ...(frozen && { freezePane: frozen }),
    ...(gridlines === false && { view: { showGridLines: false } }),
    conditionalRules: conditions.map(({ area, when, look }, index) => {
      const { text, fill } = conditionColours[look]
      return {
        ...{ type: 'expression', priority: index + 1, formula: when, range: local(area) },
        style: {
          font: { color: { rgb: text } },
          fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fill }, bgColor: { rgb: fill } },
        },
      }
    }),
    dataValidations: choices.map(({ area, from, strict }) => ({
      ...{ type: 'list', range: local(area), allowBlank: true, showErrorMessage: true },
      errorStyle: strict ? 'stop' : 'warning',
      ...(isArea(from) ? { formula1: absolute(from, sheet) } : { values: [...from] }),
    })),
    // Without a password: against a slip, not against a person.
    ...(guarded && guarded.length > 0 && { protection: { sheet: true, objects: true, formatColumns: true } }),
    ...(print && {
      pageSetup: {
        paperSize: 'a4',
        orientation: print.landscape ? 'landscape' : 'portrait',
        ...{ fitToPage: true, fitToWidth: 1 },
        // A list goes on from page to page, all else is one.
        fitToHeight: print.headerRows > 0 ? 0 : 1,
        ...(print.headerRows > 0 && { printTitlesRow: `$1:$${print.headerRows}` }),
      },
      headerFooter: { oddFooter: '&L&A&R&P / &N' },
    }),
  }
}

const isArea = (from: readonly string[] | Area): from is Area => 'sheet' in from

function absolute(area: Area, sheet: string): string {
  const text = addressText(area).replace(/([A-Z]+)(\d+)(?=(:|$))/g, '$$$1$$$2')
  return area.sheet === sheet ? text.slice(text.lastIndexOf('!') + 1) : text
}
