import { type Cell, isCellError } from '../../shared/values'
import { type Area, addressText, parseAddress } from '../../shared/workbook/area'
import type { Dress } from '../../shared/workbook/dress'
import {
  type Block,
  type Content,
  type Edit,
  type Host,
  type Locale,
  type Overview,
  Refused,
  type Selected,
} from '../../shared/workbook/steps'

/** What a fake sheet is made of: plain values as they are, a formula with the value that it shows. */
export type FakeCell = Cell | { readonly formula: string; readonly value?: Cell } | undefined

export interface FakeSheet {
  cells: FakeCell[][]
  hidden?: boolean
  guarded?: boolean
  dress?: Dress
}

export interface FakeWorkbook {
  readonly host: Host
  /** In the order of their tabs; tests may change it all at any time, as another editor would. */
  sheets: Map<string, FakeSheet>
  names: Record<string, Area | undefined>
  locale: Locale
  now: number
  prefix: '' | 'PLUMB.'
  selected: Selected | undefined
  /** Held by somebody else when true at the start. */
  locked: boolean
  /** Formulas get their values from here when an edit writes them. */
  compute: (formula: string, area: Area) => Cell
  /** Called before each step: throws as a host would, or lets somebody else write in between. */
  before: (step: keyof Host, given: unknown) => void
  /** Called before each edit of `apply`. */
  beforeEdit: (edit: Edit) => void
  /** All edits that were applied. */
  readonly applied: Edit[]
  /** `Leads!B2` */
  value: (address: string) => Cell
  formula: (address: string) => string
  put: (address: string, cell: FakeCell) => void
  /** Name and area in text, for short assertions: `LEADS → Leads!A1:K13`. */
  namesAsText: () => string[]
}

/**
 * A workbook in memory that does all that a host has to, without computing: `{ Leads: [['lead_id'], ['L-1']] }`.
 * Texts stay texts, whatever they begin with.
 */
export function fakeWorkbook(
  sheets: Record<string, FakeSheet | readonly (readonly FakeCell[])[]>,
): FakeWorkbook {
  const workbook: FakeWorkbook = {
    host: undefined as unknown as Host,
    sheets: new Map(Object.entries(sheets).map(([name, sheet]) => [name, asSheet(sheet)])),
    names: {},
    locale: { language: 'en-GB', decimal: '.', separator: ',' },
    now: 46_204.5,
    prefix: '',
    selected: undefined,
    locked: false,
    compute: () => null,
    before: () => {},
    beforeEdit: () => {},
    applied: [],
    value: address => valueIn(cellOf(workbook, at(address))),
    formula: address => formulaIn(cellOf(workbook, at(address))),
    put: (address, cell) => put(workbook, at(address), cell),
    namesAsText: () =>
      Object.entries(workbook.names).map(
        ([name, area]) => `${name} → ${area ? addressText(area) : 'nowhere'}`,
      ),
  }
  return Object.assign(workbook, { host: fakeHost(workbook) })
}

function fakeHost(workbook: FakeWorkbook): Host {
  const watched =
    <Given extends unknown[], Answer>(name: keyof Host, act: (...given: Given) => Answer) =>
    (...given: Given): Answer => {
      workbook.before(name, given[0])
      return act(...given)
    }
  return {
    overview: watched('overview', () => overviewOf(workbook)),
    read: watched('read', (areas: readonly Area[]) => areas.map(area => blockOf(workbook, area))),
    selected: watched('selected', () => workbook.selected),
    select: watched('select', (area: Area) => {
      sheetOf(workbook, area.sheet)
      workbook.selected = { cell: { ...area, bottom: area.top, right: area.left }, area }
    }),
    apply: watched('apply', (edits: readonly Edit[]) => {
      for (const edit of edits) {
        workbook.beforeEdit(edit)
        applyEdit(workbook, edit)
        workbook.applied.push(edit)
      }
    }),
    lock: watched('lock', () => {
      if (workbook.locked) return false
      workbook.locked = true
      return true
    }),
    unlock: watched('unlock', () => {
      workbook.locked = false
    }),
  }
}

function overviewOf({ sheets, names, locale, now, prefix }: FakeWorkbook): Overview {
  return {
    sheets: [...sheets].map(([name, sheet]) => ({
      name,
      ...extent(sheet),
      hidden: sheet.hidden ?? false,
      guarded: sheet.guarded ?? false,
    })),
    names: { ...names },
    ...{ locale, now, prefix },
  }
}

function extent({ cells }: FakeSheet): { rows: number; columns: number } {
  let [rows, columns] = [0, 0]
  for (const [row, line] of cells.entries()) {
    for (const [column, cell] of (line ?? []).entries()) {
      if (isEmpty(cell)) continue
      rows = Math.max(rows, row + 1)
      columns = Math.max(columns, column + 1)
    }
  }
  return { rows, columns }
}

const isEmpty = (cell: FakeCell) => cell === null || cell === undefined || cell === ''

function blockOf(workbook: FakeWorkbook, asked: Area): Block {
  const { rows, columns } = extent(sheetOf(workbook, asked.sheet))
  const area = {
    ...asked,
    bottom: Math.min(asked.bottom, rows - 1),
    right: Math.min(asked.right, columns - 1),
  }
  const map = <Found>(find: (cell: FakeCell) => Found) =>
    Array.from({ length: Math.max(area.bottom - area.top + 1, 0) }, (_, row) =>
      Array.from({ length: Math.max(area.right - area.left + 1, 0) }, (_, column) =>
        find(cellOf(workbook, { ...area, top: area.top + row, left: area.left + column })),
      ),
    )
  return { area, values: map(valueIn), formulas: map(formulaIn) }
}

function applyEdit(workbook: FakeWorkbook, edit: Edit): void {
  const { names } = workbook
  if (edit.do === 'add sheet') addSheet(workbook, edit.sheet, edit.after)
  if (edit.do === 'remove sheet') removeSheet(workbook, edit.sheet, edit.charts ?? 0)
  if (edit.do === 'write') write(workbook, edit.area, edit.cells)
  if (edit.do === 'look') guardedCheck(workbook, edit.area.sheet)
  if (edit.do === 'widths') sheetOf(workbook, edit.sheet)
  if (edit.do === 'dress') sheetOf(workbook, edit.sheet).dress = edit.dress
  if (edit.do === 'name') pointName(names, edit.name, edit.area)
}

function pointName(names: FakeWorkbook['names'], written: string, area: Area | undefined): void {
  const name = written.toUpperCase()
  if (!/^[A-Z_]\w*$/.test(name)) throw new Refused(`${written} cannot be a name.`)
  if (area) names[name] = area
  else delete names[name]
}

function addSheet(workbook: FakeWorkbook, name: string, after?: string): void {
  if (workbook.sheets.has(name)) throw new Refused(`There is already a sheet ${name}.`)
  const tabs = [...workbook.sheets]
  const place = after === undefined ? -1 : tabs.findIndex(([tab]) => tab === after)
  tabs.splice(place < 0 ? tabs.length : place + 1, 0, [name, { cells: [] }])
  workbook.sheets = new Map(tabs)
}

function removeSheet({ sheets }: FakeWorkbook, name: string, charts: number): void {
  if ((sheets.get(name)?.dress?.charts?.length ?? 0) > charts) throw new Refused(`${name} holds a chart.`)
  if (!sheets.delete(name)) throw missing(name)
}

function write(workbook: FakeWorkbook, area: Area, cells: readonly (readonly Content[])[]): void {
  guardedCheck(workbook, area.sheet)
  for (const [row, contents] of cells.entries()) {
    for (const [column, content] of contents.entries()) {
      if (content === undefined) continue
      const place = { ...area, top: area.top + row, left: area.left + column }
      const isFormula = typeof content === 'object' && content !== null
      const value = isFormula ? workbook.compute(content.formula, place) : null
      put(workbook, place, isFormula ? { formula: content.formula, value } : content)
    }
  }
}

function guardedCheck(workbook: FakeWorkbook, sheet: string): void {
  if (sheetOf(workbook, sheet).guarded) throw new Refused(`The sheet ${sheet} is protected.`)
}

function put(workbook: FakeWorkbook, { sheet, top, left }: Area, cell: FakeCell): void {
  const { cells } = sheetOf(workbook, sheet)
  while (cells.length <= top) cells.push([])
  const row = cells[top] as FakeCell[]
  while (row.length <= left) row.push(null)
  row[left] = cell
}

function cellOf(workbook: FakeWorkbook, { sheet, top, left }: Area): FakeCell {
  return sheetOf(workbook, sheet).cells[top]?.[left]
}

function sheetOf({ sheets }: FakeWorkbook, name: string): FakeSheet {
  const sheet = sheets.get(name)
  if (sheet === undefined) throw missing(name)
  return sheet
}

const missing = (sheet: string) => new Refused(`There is no sheet ${sheet} any more.`)

function asSheet(sheet: FakeSheet | readonly (readonly FakeCell[])[]): FakeSheet {
  const { cells, ...more } = 'cells' in sheet ? sheet : { cells: sheet }
  return { ...more, cells: cells.map(row => [...row]) }
}

function at(address: string): Area {
  const area = parseAddress(address, '')
  if (area === undefined) throw new Error(`${address} is no address`)
  return area
}

function valueIn(cell: FakeCell): Cell {
  if (cell === undefined || cell === '') return null
  return typeof cell === 'object' && cell !== null && 'formula' in cell ? (cell.value ?? null) : cell
}

function formulaIn(cell: FakeCell): string {
  return typeof cell === 'object' && cell !== null && !isCellError(cell) ? cell.formula : ''
}
