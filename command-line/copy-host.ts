import type { Cell } from '../shared/values'
import type { Area } from '../shared/workbook/area'
import type { Content, Edit, Host } from '../shared/workbook/steps'
import { fileHost, type SheetCells, type WorkbookCells } from './file-host'

/** What was done to a copy of a file's cells. */
export interface Changes {
  readonly added: { readonly sheet: string; widths: readonly number[] }[]
  readonly removed: string[]
  readonly cells: Map<string, Map<string, Content>>
  readonly names: Map<string, Area | undefined>
}

interface Own {
  readonly values: Cell[][]
  readonly formulas: Map<string, string>
}

/** A copy of a file's cells that can be changed; the file stays as it is. */
export function copyHost(
  workbook: WorkbookCells,
  now: number,
): { readonly host: Host; readonly changes: Changes } {
  const sheets = new Map(workbook.sheets)
  const names = { ...workbook.names }
  const changes: Changes = { added: [], removed: [], cells: new Map(), names: new Map() }
  const own = new Map<string, Own>()
  const host = fileHost({ sheets, names }, now)
  return { host: { ...host, apply: edits => edits.forEach(apply), lock: () => true }, changes }

  function apply(edit: Edit): void {
    switch (edit.do) {
      case 'add sheet':
        sheets.set(edit.sheet, { values: [], columns: 0, formulas: new Map(), hidden: false })
        changes.added.push({ sheet: edit.sheet, widths: [] })
        return
      case 'remove sheet':
        sheets.delete(edit.sheet)
        own.delete(edit.sheet)
        changes.removed.push(edit.sheet)
        changes.cells.delete(edit.sheet)
        return
      case 'name':
        if (edit.area) names[edit.name] = edit.area
        else delete names[edit.name]
        changes.names.set(edit.name, edit.area)
        return
      case 'widths':
        for (const one of changes.added) if (one.sheet === edit.sheet) one.widths = edit.letters
        return
      case 'write':
        write(edit)
    }
  }

  function write({ area, cells }: Extract<Edit, { do: 'write' }>): void {
    const { values, formulas } = ownCells(area.sheet)
    const changed = changes.cells.get(area.sheet) ?? new Map<string, Content>()
    changes.cells.set(area.sheet, changed)
    for (const [down, contents] of cells.entries()) {
      for (const [across, content] of contents.entries()) {
        if (content === undefined) continue
        const [row, column] = [area.top + down, area.left + across]
        const key = `${row},${column}`
        changed.set(key, content)
        while (values.length <= row) values.push([])
        const line = values[row] as Cell[]
        while (line.length < column) line.push(null)
        const isFormula = typeof content === 'object' && content !== null
        line[column] = isFormula ? null : content
        if (isFormula) formulas.set(key, content.formula)
        else formulas.delete(key)
      }
    }
    const before = sheets.get(area.sheet) as SheetCells
    const columns = Math.max(before.columns, area.right + 1)
    sheets.set(area.sheet, { ...before, values, columns, formulas })
  }

  /** Copied when they are first written to. */
  function ownCells(sheet: string): Own {
    const before = sheets.get(sheet) as SheetCells
    const copied = own.get(sheet) ?? {
      values: before.values.map(row => [...row]),
      formulas: new Map(before.formulas),
    }
    own.set(sheet, copied)
    return copied
  }
}
