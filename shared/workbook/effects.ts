import { isBlank } from '../values'
import { type Area, addressText, cellAt } from './area'
import { spillOver } from './formulas/spilling'
import { pointedAt, wholeSheet } from './inverse'
import { holds, sameArea } from './same'
import { type Block, type Edit, type Overview, overview, read, type Steps } from './steps'

/** What came of edits. */
export interface Effects {
  /** The first of what the edits were to do that is not so: a cell as `Sheet!B2`, a name or a sheet. */
  readonly missing: string | undefined
  /** The areas that were written, as they are now. */
  readonly blocks: readonly Block[]
}

/** Looks at what edits were to do; writes to sheets that are not there, or are to go, are passed over. */
export function* effects(edits: readonly Edit[]): Steps<Effects> {
  const seen = yield* overview()
  const isThere = (sheet: string) => seen.sheets.some(({ name }) => name === sheet)
  const writes = edits.flatMap(edit => (edit.do === 'write' && isThere(edit.area.sheet) ? [edit] : []))
  const found = yield* read(writes.map(({ area }) => area))
  // Not clipped to where the sheet ends: what somebody writes into a cell that was emptied counts too.
  const blocks = found.map((block, index) => ({ ...block, area: writes[index]?.area ?? block.area }))
  for (const edit of edits) {
    if (edit.do === 'name' && !sameArea(pointedAt(seen, edit.name), edit.area)) {
      return { missing: `The name ${edit.name}`, blocks }
    }
    if ('sheet' in edit && isThere(edit.sheet) === (edit.do === 'remove sheet')) {
      return { missing: `The sheet ${edit.sheet}`, blocks }
    }
  }
  const formulas = formulasIn(writes)
  for (const [index, write] of writes.entries()) {
    const missing = firstAstray(write, blocks[index] as Block, formulas)
    if (missing !== undefined) return { missing, blocks }
  }
  return { missing: undefined, blocks }
}

type Write = Extract<Edit, { do: 'write' }>

/** Where formulas are put: what they spill over, a cell that was to be empty shows. */
function formulasIn(writes: readonly Write[]): readonly Area[] {
  return writes.flatMap(({ area, cells }) =>
    cells.flatMap((contents, row) =>
      contents.flatMap((content, column) =>
        typeof content === 'object' && content !== null
          ? [cellAt(area.sheet, area.top + row, area.left + column)]
          : [],
      ),
    ),
  )
}

function firstAstray({ area, cells }: Write, block: Block, formulas: readonly Area[]): string | undefined {
  for (const [row, contents] of cells.entries()) {
    for (const [column, content] of contents.entries()) {
      const formula = block.formulas[row]?.[column] ?? ''
      if (holds(content, formula, block.values[row]?.[column] ?? null)) continue
      const [top, left] = [area.top + row, area.left + column]
      const mayBeSpilled = (one: Area): boolean =>
        one.sheet === area.sheet && one.top <= top && one.left <= left
      if (content === null && formula === '' && formulas.some(mayBeSpilled)) continue
      return addressText(cellAt(area.sheet, area.top + row, area.left + column))
    }
  }
  return undefined
}

/** The first cell of a sheet that holds something, lies outside `areas` and is not filled by a formula in them. */
export function* intruder(sheet: string, areas: readonly Area[], seen: Overview): Steps<string | undefined> {
  const ours = [...areas]
  for (const { area, values, formulas } of yield* read(
    seen.sheets.filter(({ name }) => name === sheet).flatMap(wholeSheet),
  )) {
    for (const [row, cells] of values.entries()) {
      for (const [column, value] of cells.entries()) {
        const hasFormula = Boolean(formulas[row]?.[column])
        const cell = cellAt(sheet, area.top + row, area.left + column)
        if ((isBlank(value) && !hasFormula) || ours.some(other => lies(cell, other))) continue
        const spill = hasFormula ? undefined : yield* spillOver(cell, seen)
        const origin = spill && cellAt(sheet, spill.top, spill.left)
        if (spill === undefined || !areas.some(other => lies(origin as Area, other))) return addressText(cell)
        ours.push(spill)
      }
    }
  }
  return undefined
}

function lies({ sheet, top, left }: Area, within: Area): boolean {
  const inRows = within.top <= top && top <= within.bottom
  return sheet === within.sheet && inRows && within.left <= left && left <= within.right
}
