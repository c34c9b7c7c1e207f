import { helpers, Model, registries } from '@odoo/o-spreadsheet'
import { registerFunctions } from '../../playground/register-functions'
import { registerOneStep } from '../../playground/workbook/edits'
import { playgroundHost } from '../../playground/workbook/host'
import type { Cell } from '../../shared/values'
import { type Area, addressText, cellAt } from '../../shared/workbook/area'
import type { Edit, Overview } from '../../shared/workbook/steps'
import type { Template } from '../../shared/workbook/template'

/** A template as a workbook of its own: what makes it, and what its cells then show, by sheet. */
export interface Computed {
  readonly edits: readonly Edit[]
  readonly values: ReadonlyMap<string, readonly (readonly Cell[])[]>
  /** Where a formula fills other cells too: its own, as `Sheet!B7`, with all that it fills. */
  readonly spills: ReadonlyMap<string, Area>
}

/** Makes a template in the spreadsheet that the playground shows, and reads what every cell of it gives; `now` is the wall clock. */
export function computed(template: Template, now: number): Computed {
  prepare()
  const data = helpers.createEmptyWorkbookData()
  const model = new Model(data)
  const host = playgroundHost(
    () => model,
    () => false,
  )
  const edits = template.edits({ ...emptyWorkbook, now })
  host.apply(edits.filter(edit => edit.do !== 'look' && edit.do !== 'widths' && edit.do !== 'dress'))
  const sheets = edits.flatMap(edit => (edit.do === 'add sheet' ? [edit.sheet] : []))
  const values = new Map(sheets.map(sheet => [sheet, valuesOf(model, sheet)]))
  for (const { sheet, top, left } of probesIn(edits)) {
    const row = values.get(sheet)?.[top]
    if (row) row[left] = notHere
  }
  return {
    edits,
    values,
    spills: new Map(sheets.flatMap(sheet => spillsOf(model, sheet))),
  }
}

/** What shows how a host behaves is for that host to show. */
const notHere = 'compute the sheet anew to see it'

const probesIn = (edits: readonly Edit[]): readonly Area[] =>
  edits.flatMap(edit => {
    if (edit.do !== 'write') return []
    const { sheet, top, left } = edit.area
    return edit.cells.flatMap((row, down) =>
      row.flatMap((content, across) =>
        typeof content === 'object' && content?.formula.startsWith('=PLUMBLINE_')
          ? [cellAt(sheet, top + down, left + across)]
          : [],
      ),
    )
  })

const emptyWorkbook: Overview = {
  sheets: [],
  names: {},
  locale: { language: 'en-GB', decimal: '.', separator: ',' },
  now: 0,
  prefix: '',
}

let isPrepared = false

function prepare(): void {
  if (isPrepared) return
  isPrepared = true
  // Browsers have it; Node has it from 21 on.
  if (!('groupBy' in Object)) Object.assign(Object, { groupBy })
  // It tells what it does in a browser's console, which here is the user's terminal.
  console.debug = () => {}
  registerFunctions()
  registerOneStep()
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Record<string, Item[]> {
  const groups: Record<string, Item[]> = {}
  for (const item of items) {
    const key = keyOf(item)
    groups[key] = [...(groups[key] ?? []), item]
  }
  return groups
}

/** From the first cell of a sheet to the last that shows anything. */
function valuesOf({ getters }: Model, sheet: string): Cell[][] {
  const sheetId = getters.getSheetIdByName(sheet) as string
  const rows: Cell[][] = []
  for (const { row, col } of getters.getEvaluatedCellsPositions(sheetId)) {
    const { value } = getters.getEvaluatedCell({ sheetId, row, col })
    if (value === null || value === '') continue
    while (rows.length <= row) rows.push([])
    const line = rows[row] as Cell[]
    while (line.length < col) line.push(null)
    line[col] = cellOf(value)
  }
  return rows
}

function spillsOf({ getters }: Model, sheet: string): readonly (readonly [string, Area])[] {
  const sheetId = getters.getSheetIdByName(sheet) as string
  const spills = new Map<string, Area>()
  for (const position of getters.getEvaluatedCellsPositions(sheetId)) {
    const origin = getters.getArrayFormulaSpreadingOn(position)
    if (!origin) continue
    const first = cellAt(sheet, origin.row, origin.col)
    const known = spills.get(addressText(first)) ?? first
    const [bottom, right] = [Math.max(known.bottom, position.row), Math.max(known.right, position.col)]
    spills.set(addressText(first), { ...known, bottom, right })
  }
  return [...spills]
}

function cellOf(value: string | number | boolean): Cell {
  if (typeof value !== 'string' || !registries.errorTypes.has(value)) return value
  // The one code that this spreadsheet spells in its own way.
  return { error: value === '#REF' ? '#REF!' : value, reason: '' }
}
