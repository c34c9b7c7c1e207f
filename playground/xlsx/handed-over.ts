import type { Cell } from '../../shared/values'
import { type Area, addressText, cellAt } from '../../shared/workbook/area'
import type { BackPlan } from '../../shared/workbook/handover/bring-back'
import { type Planned, sheetEdits } from '../../shared/workbook/handover/hand-over'
import { formulaOf } from '../../shared/workbook/handover/provenance'
import { provenanceName } from '../../shared/workbook/handover/provenance-sheet'
import type { Placed } from '../../shared/workbook/handover/writes'
import type { Edit } from '../../shared/workbook/steps'
import type { CellOfFile } from './edit-cell'
import type { FileEdits } from './edit-xlsx'
import { toExcelFormula } from './formulas'

type Cells = Map<string, Map<number, Map<number, CellOfFile>>>

/** What handing over makes of a file: values are those that the core computed, so that any program shows them. */
export function handedOverEdits(made: Planned): FileEdits {
  const cells: Cells = new Map()
  for (const { cell, content, value } of made.plan.handed) put(cells, cell, fileCell(content, value))
  const added: { sheet: string; widths: readonly number[] }[] = []
  const names = new Map<string, Area | undefined>()
  for (const edit of sheetEdits(made)) {
    if (edit.do === 'add sheet') added.push({ sheet: edit.sheet, widths: [] })
    if (edit.do === 'widths') for (const one of added) one.widths = edit.letters
    if (edit.do === 'name') names.set(edit.name, edit.area)
    if (edit.do === 'write') putAll(cells, edit)
  }
  return { added, removed: [], cells, names }
}

/** What bringing back makes of a file: cells go on showing what they show until somebody computes. */
export function broughtBackEdits({ restored, placed, provenance, read }: BackPlan): FileEdits {
  const cells: Cells = new Map()
  const fills = new Map(
    restored.flatMap(({ cell, lines }) => {
      const [last] = lines[lines.length - 1] ?? [cell]
      const filled = addressText({ ...last, top: cell.top, left: cell.left })
      return lines.length > 1 ? [[addressText(cell), filled.slice(filled.lastIndexOf('!') + 1)] as const] : []
    }),
  )
  for (const { cell, content } of placed) {
    const value = read.blocks.get(cell.sheet)?.values[cell.top]?.[cell.left] ?? null
    const fill = fills.get(addressText(cell))
    put(cells, cell, { ...fileCell(content, value), ...(fill === undefined ? {} : { fills: fill }) })
  }
  return { added: [], removed: [provenance.sheet], cells, names: new Map([[provenanceName, undefined]]) }
}

function fileCell(content: Placed['content'], value: Cell): CellOfFile {
  const formula = formulaOf(content)
  return formula === '' ? { value } : { formula: toExcelFormula(formula.slice(1)), value }
}

function putAll(cells: Cells, { area, cells: rows }: Extract<Edit, { do: 'write' }>): void {
  for (const [down, contents] of rows.entries()) {
    for (const [across, content] of contents.entries()) {
      const cell = cellAt(area.sheet, area.top + down, area.left + across)
      if (content !== undefined && content !== null && typeof content !== 'object')
        put(cells, cell, { value: content })
    }
  }
}

function put(cells: Cells, { sheet, top, left }: Area, cell: CellOfFile): void {
  const rows = cells.get(sheet) ?? new Map<number, Map<number, CellOfFile>>()
  const row = rows.get(top) ?? new Map<number, CellOfFile>()
  cells.set(sheet, rows.set(top, row.set(left, cell)))
}
