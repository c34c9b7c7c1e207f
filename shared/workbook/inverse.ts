import { type Cell, isCellError } from '../values'
import { type Area, addressText, cellAt } from './area'
import { type Block, type Content, type Edit, type Overview, read, type SheetInfo, type Steps } from './steps'

/** The edits that lead back from `edits` to the workbook that was `seen`, last first. */
export function* inverse(
  edits: readonly Edit[],
  seen: Overview,
  spilled: readonly Area[] = [],
): Steps<readonly Edit[]> {
  const blocks = yield* read(edits.flatMap(edit => cellsLostBy(edit, seen)))
  const back: Edit[] = []
  let next = 0
  const emptied = new Set(spilled.map(addressText))
  for (const edit of edits) {
    const lost = cellsLostBy(edit, seen).map(area => asItStands(area, blocks[next++], emptied))
    if (edit.do === 'write') back.unshift(...lost)
    if (edit.do === 'name') {
      back.unshift({ do: 'name', name: edit.name, area: pointedAt(seen, edit.name) })
    }
    const place = 'sheet' in edit ? seen.sheets.findIndex(({ name }) => name === edit.sheet) : -1
    // A sheet that was there before is not ours to remove.
    if (edit.do === 'add sheet' && place < 0) {
      const charts = chartsOn(edit.sheet, edits)
      back.unshift({ do: 'remove sheet', sheet: edit.sheet, ...(charts > 0 && { charts }) })
    }
    if (edit.do === 'remove sheet' && place >= 0) {
      const before = seen.sheets[place - 1]?.name
      back.unshift({ do: 'add sheet', sheet: edit.sheet, ...(before && { after: before }) }, ...lost)
    }
  }
  return back
}

export function pointedAt({ names }: Pick<Overview, 'names'>, name: string): Area | undefined {
  // By its own names only: `CONSTRUCTOR` is a name that a workbook may have.
  return Object.entries(names).find(([known]) => known === name)?.[1]
}

/** How many charts edits put on a sheet. */
function chartsOn(sheet: string, edits: readonly Edit[]): number {
  return edits.flatMap(edit => (edit.do === 'dress' && edit.sheet === sheet ? (edit.dress.charts ?? []) : []))
    .length
}

/** All cells of a sheet that hold anything; none of an empty sheet. */
export function wholeSheet({ name, rows, columns }: SheetInfo): readonly Area[] {
  return rows === 0 || columns === 0
    ? []
    : [{ sheet: name, top: 0, left: 0, bottom: rows - 1, right: columns - 1 }]
}

function cellsLostBy(edit: Edit, { sheets }: Overview): readonly Area[] {
  const sheetNamed = (sheet: string) => sheets.filter(({ name }) => name === sheet)
  if (edit.do === 'write') return sheetNamed(edit.area.sheet).map(() => edit.area)
  return edit.do === 'remove sheet' ? sheetNamed(edit.sheet).flatMap(wholeSheet) : []
}

function asItStands(area: Area, block: Block | undefined, emptied: ReadonlySet<string>): Edit {
  const cells: Content[][] = []
  for (let row = 0; row <= area.bottom - area.top; row++) {
    const contents: Content[] = []
    for (let column = 0; column <= area.right - area.left; column++) {
      const formula = block?.formulas[row]?.[column] ?? ''
      const place = cellAt(area.sheet, area.top + row, area.left + column)
      const isEmptied = emptied.size > 0 && emptied.has(addressText(place))
      const value: Cell = isEmptied ? null : (block?.values[row]?.[column] ?? null)
      contents.push(
        formula !== '' ? { formula } : isCellError(value) ? { formula: `=${value.error}` } : value,
      )
    }
    cells.push(contents)
  }
  return { do: 'write', area, cells }
}
