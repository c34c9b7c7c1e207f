import type { Area } from '../area'
import type { Block, Content, Edit } from '../steps'
import type { WorkbookRead } from './workbook-cells'

/** What is to be put into a cell. */
export interface Placed {
  readonly cell: Area
  readonly content: Content
}

export type Write = Extract<Edit, { do: 'write' }>

/** One write for each sheet, which leaves all other cells alone. */
export function writesOf(placed: readonly Placed[]): readonly Write[] {
  const sheets = new Map<string, Placed[]>()
  for (const one of placed) {
    const others = sheets.get(one.cell.sheet)
    if (others) others.push(one)
    else sheets.set(one.cell.sheet, [one])
  }
  return [...sheets].map(([sheet, cells]) => {
    const area = { sheet, top: Infinity, left: Infinity, bottom: 0, right: 0 }
    for (const { cell } of cells) {
      area.top = Math.min(area.top, cell.top)
      area.left = Math.min(area.left, cell.left)
      area.bottom = Math.max(area.bottom, cell.top)
      area.right = Math.max(area.right, cell.left)
    }
    const rows = Array.from({ length: area.bottom - area.top + 1 }, () =>
      Array<Content>(area.right - area.left + 1).fill(undefined),
    )
    for (const { cell, content } of cells)
      (rows[cell.top - area.top] as Content[])[cell.left - area.left] = content
    return { do: 'write', area, cells: rows }
  })
}

/** An area as it was when the workbook was read. */
export function seenAt(area: Area, { blocks }: WorkbookRead): Block {
  const { sheet, top, left, bottom, right } = area
  const block = blocks.get(sheet)
  const part = <Value>(rows: readonly (readonly Value[])[] = []) =>
    rows.slice(top, bottom + 1).map(row => row.slice(left, right + 1))
  return { area, values: part(block?.values), formulas: part(block?.formulas) }
}
