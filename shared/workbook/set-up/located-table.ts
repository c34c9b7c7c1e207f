import type { TableName } from '../../tables/schema'
import { schemas } from '../../tables/schemas'
import { type Cell, isBlank, type Matrix } from '../../values'
import type { Area } from '../area'
import type { ChosenTable, FoundColumn } from '../questions'
import { type Block, type Overview, read, type SheetInfo, type Steps } from '../steps'
import { matchColumns } from './column-match'
import { headerRows } from './header-rows'
import { tableEnds } from './table-ends'
import { kindOf } from './table-kind'

/** A table that begins somewhere in the workbook. */
export interface TableHead {
  readonly sheet: SheetInfo
  /** Of the header, in the sheet. */
  readonly row: number
  readonly left: number
  readonly right: number
  readonly headers: readonly Cell[]
  /** Some rows below it. */
  readonly body: Matrix
  readonly table: TableName | undefined
  readonly fitting: readonly TableName[]
  /** What each header was taken for; nothing where the kind is open. */
  readonly columns: readonly FoundColumn[]
}

/** One whose last row is known. */
export interface LocatedTable extends TableHead {
  readonly area: Area
}

/** A part of a sheet in which a table may begin. */
interface Region {
  readonly sheet: SheetInfo
  readonly top: number
  readonly left: number
  readonly right: number
}

/** Rows in which a header is looked for: titles and filters above it are few. */
const windowRows = 20
const mostBelow = 12

/**
 * Finds the tables of the workbook, by the first rows of each sheet, and of what lies below a table that has ended.
 * @param chosen what the user says ranges are
 */
export function* locatedTables(
  { sheets }: Overview,
  skipped: readonly Area[],
  chosen: readonly ChosenTable[],
): Steps<readonly LocatedTable[]> {
  const located: LocatedTable[] = []
  let regions: readonly Region[] = sheets
    .filter(({ name, rows }) => rows > 0 && !skipped.some(({ sheet }) => sheet === name))
    .map(sheet => ({ sheet, top: 0, left: 0, right: sheet.columns - 1 }))
  for (let round = 0; round < mostBelow && regions.length > 0; round++) {
    const blocks = yield* read(regions.map(windowOf))
    const heads = regions.flatMap((region, index) => headsIn(region, blocks[index] as Block, chosen))
    if (round === 0) heads.push(...(yield* chosenHeads(sheets, chosen, heads)))
    const ends = yield* tableEnds(heads)
    located.push(...heads.map((head, index) => withEnd(head, ends[index] as number)))
    regions = heads.flatMap((head, index) => below(head, ends[index] as number, heads))
  }
  return located.sort((a, b) => order(a, sheets) - order(b, sheets) || a.row - b.row || a.left - b.left)
}

function windowOf({ sheet, top, left, right }: Region): Area {
  return { sheet: sheet.name, top, left, right, bottom: top + windowRows - 1 }
}

function headsIn(region: Region, block: Block, chosen: readonly ChosenTable[]): TableHead[] {
  return headerRows(block).map(({ row, left, right }) => {
    const headers = (block.values[row] ?? []).slice(left, right + 1)
    const body = block.values.slice(row + 1).map(cells => cells.slice(left, right + 1))
    const place = { row: region.top + row, left: region.left + left, right: region.left + right }
    return headOf(region.sheet, place, headers, body, chosen)
  })
}

type Place = Pick<TableHead, 'row' | 'left' | 'right'>

function headOf(
  sheet: SheetInfo,
  place: Place,
  headers: readonly Cell[],
  body: Matrix,
  chosen: readonly ChosenTable[],
): TableHead {
  const said = chosen.find(({ area }) => {
    return area.sheet === sheet.name && area.top === place.row && area.left === place.left
  })?.table
  const found = kindOf(headers, body)
  const table = said ?? found.table
  const fitting = said && !found.fitting.includes(said) ? [said, ...found.fitting] : found.fitting
  const columns = table
    ? matchColumns(schemas[table], headers, body)
    : matchColumns(nothingKnown, headers, body)
  return { sheet, ...place, headers, body, table, fitting, columns }
}

const nothingKnown = { name: 'leads', row: '', columns: {}, rules: {} } as const

/** What the user pointed at and was not found by its headers. */
function* chosenHeads(
  sheets: readonly SheetInfo[],
  chosen: readonly ChosenTable[],
  found: readonly TableHead[],
): Steps<readonly TableHead[]> {
  const others = chosen.filter(({ area }) => {
    return !found.some(
      head => head.sheet.name === area.sheet && head.row === area.top && head.left === area.left,
    )
  })
  const blocks = yield* read(others.map(({ area }) => ({ ...area, bottom: area.top + windowRows - 1 })))
  return others.flatMap(({ area }, index) => {
    const sheet = sheets.find(({ name }) => name === area.sheet)
    const [headers = [], ...body] = blocks[index]?.values ?? []
    if (!sheet || headers.every(isBlank)) return []
    return [
      headOf(
        sheet,
        { row: area.top, left: area.left, right: area.left + headers.length - 1 },
        headers,
        body,
        chosen,
      ),
    ]
  })
}

function withEnd(head: TableHead, bottom: number): LocatedTable {
  const { sheet, row, left, right } = head
  return { ...head, area: { sheet: sheet.name, top: row, left, bottom, right } }
}

/** Where another table may stand: below this one, as wide as the sheet where it stands alone. */
function below(head: TableHead, end: number, heads: readonly TableHead[]): readonly Region[] {
  const { sheet, left, right } = head
  if (end + 2 >= sheet.rows) return []
  const isAlone = heads.filter(other => other.sheet.name === sheet.name).length === 1
  return [{ sheet, top: end + 1, ...(isAlone ? { left: 0, right: sheet.columns - 1 } : { left, right }) }]
}

function order({ sheet }: TableHead, sheets: readonly SheetInfo[]): number {
  return sheets.findIndex(({ name }) => name === sheet.name)
}
