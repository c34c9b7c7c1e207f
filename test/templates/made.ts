import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Computed, computed } from '../../command-line/template/computed'
import { type Cell, isCellError } from '../../shared/values'
import { addressText, cellAt, parseAddress } from '../../shared/workbook/area'
import type { Edit } from '../../shared/workbook/steps'
import type { Template } from '../../shared/workbook/template'
import { templatesWith } from '../../templates/index'

const folder = join(__dirname, '..', '..', 'templates', 'sample')

export const templates = templatesWith(file => readFileSync(join(folder, `${file}.csv`), 'utf8'))
export const names = templates.map(({ name }) => name)

export const templateNamed = (name: string): Template => templates.find(one => one.name === name) as Template

const known = new Map<string, Computed>()

/** A template with what its cells show; 30 June 2026 is the day on which an empty one is made. */
export function made(name: string): Computed {
  const found = known.get(name) ?? computed(templateNamed(name), 46_203)
  known.set(name, found)
  return found
}

/** What a cell shows: `Overview!B6`. */
export function shown(name: string, address: string): Cell {
  const area = parseAddress(address, '')
  if (!area) throw new Error(`${address} is no cell`)
  return made(name).values.get(area.sheet)?.[area.top]?.[area.left] ?? null
}

/** The number that stands below a title, as in a tile, or to the right of it. */
export function figure(name: string, sheet: string, title: string, place: 'below' | number = 'below'): Cell {
  const rows = made(name).values.get(sheet) ?? []
  for (const [row, cells] of rows.entries()) {
    const column = cells.indexOf(title)
    if (column < 0) continue
    return (place === 'below' ? rows[row + 1]?.[column] : cells[column + place]) ?? null
  }
  throw new Error(`${sheet} has no “${title}”`)
}

/** Every formula of a template with its cell's address. */
export function formulasOf({
  edits,
}: {
  readonly edits: readonly Edit[]
}): readonly (readonly [string, string])[] {
  return edits.flatMap(edit => {
    if (edit.do !== 'write') return []
    const { sheet, top, left } = edit.area
    return edit.cells.flatMap((row, down) =>
      row.flatMap((content, across) =>
        typeof content === 'object' && content !== null
          ? [[addressText(cellAt(sheet, top + down, left + across)), content.formula] as const]
          : [],
      ),
    )
  })
}

/** The cells that show an error, with its code. */
export function errorsOf(name: string): readonly (readonly [string, string])[] {
  return [...made(name).values].flatMap(([sheet, rows]) =>
    rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) =>
        isCellError(cell) ? [[addressText(cellAt(sheet, row, column)), cell.error] as const] : [],
      ),
    ),
  )
}
