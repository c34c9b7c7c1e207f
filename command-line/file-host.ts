import type { Cell } from '../shared/values'
import type { Area } from '../shared/workbook/area'
import { type Block, type Host, type Overview, Refused } from '../shared/workbook/steps'

/** The cells of a file, as they were when it was opened. */
export interface WorkbookCells {
  readonly sheets: ReadonlyMap<string, SheetCells>
  readonly names: Readonly<Record<string, Area | undefined>>
}

export interface SheetCells {
  readonly values: readonly (readonly Cell[])[]
  /** Of the longest row. */
  readonly columns: number
  /** By `row,column`, both from 0. */
  readonly formulas: ReadonlyMap<string, string>
  readonly hidden: boolean
}

/** Answers the questions of `shared/workbook` on files, which are looked at and never changed in place. */
export function fileHost(workbook: WorkbookCells, now: number): Host {
  const unchanged = (): never => {
    throw new Refused('A file is not changed in place.')
  }
  return {
    overview: () => overviewOf(workbook, now),
    read: areas => areas.map(area => blockOf(workbook, area)),
    selected: () => undefined,
    select: () => {},
    apply: unchanged,
    lock: unchanged,
    unlock: () => {},
  }
}

function overviewOf({ sheets, names }: WorkbookCells, now: number): Overview {
  return {
    sheets: [...sheets].map(([name, { values, columns, hidden }]) => ({
      name,
      rows: values.length,
      columns,
      hidden,
      guarded: false,
    })),
    names,
    locale: { language: 'en-GB', decimal: '.', separator: ',' },
    now,
    prefix: '',
  }
}

function blockOf({ sheets }: WorkbookCells, { sheet, top, left, bottom, right }: Area): Block {
  const found = sheets.get(sheet)
  if (found === undefined) throw new Refused(`There is no sheet ${sheet} in the file.`)
  const { values, columns: width, formulas } = found
  const area = {
    sheet,
    top,
    left,
    bottom: Math.min(bottom, values.length - 1),
    right: Math.min(right, width - 1),
  }
  const rows = Array.from({ length: Math.max(area.bottom - top + 1, 0) }, (_, row) => top + row)
  const columns = Array.from({ length: Math.max(area.right - left + 1, 0) }, (_, column) => left + column)
  return {
    area,
    values: rows.map(row => columns.map(column => values[row]?.[column] ?? null)),
    formulas: rows.map(row => columns.map(column => formulas.get(`${row},${column}`) ?? '')),
  }
}

/** Several files side by side; a sheet or a name that two of them have is refused, since it would be a guess. */
export function together(workbooks: readonly WorkbookCells[]): WorkbookCells {
  const sheets = new Map<string, SheetCells>()
  const names: Record<string, Area | undefined> = {}
  for (const workbook of workbooks) {
    for (const [name, cells] of workbook.sheets) {
      if (sheets.has(name)) throw new Refused(`Two files have a sheet ${name}: rename one of them.`)
      sheets.set(name, cells)
    }
    for (const [name, area] of Object.entries(workbook.names)) {
      if (name in names) throw new Refused(`Two files hold a table ${name}: give one of them.`)
      names[name] = area
    }
  }
  return { sheets, names }
}
