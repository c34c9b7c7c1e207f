import { columnsIn, normalised } from '../../tables/headers'
import { missingKeys } from '../../tables/recognise'
import type { TableName } from '../../tables/schema'
import { schemas } from '../../tables/schemas'
import type { Cell } from '../../values'
import { type Area, addressText, cellAt } from '../area'
import { rangeName } from '../definitions/workbook-tables'
import type { SetUp } from '../questions'
import { type Block, type Overview, read, type Steps } from '../steps'

/** A table that is to bear its name. */
export interface NamedTable {
  readonly table: TableName
  readonly area: Area
  /** Its header row as it stands. */
  readonly header: Block
  /** As it will read. */
  readonly headers: readonly Cell[]
  readonly renamed: readonly { readonly area: Area; readonly from: string; readonly to: string }[]
}

type NotNamed =
  | { readonly outcome: 'conflict'; readonly found: Block }
  | { readonly outcome: 'refused'; readonly reason: string }

/** Reads the headers of the tables, and says why they cannot be named or renamed as it was asked. */
export function* tablesToName(
  { sheets }: Overview,
  asked: SetUp['tables'],
): Steps<readonly NamedTable[] | NotNamed> {
  const gone = asked.find(({ area }) => !sheets.some(({ name }) => name === area.sheet))
  if (gone) return refused(`There is no sheet ${gone.area.sheet} any more: look again.`)
  const double = asked.find(({ table }, index) => asked.findIndex(other => other.table === table) !== index)
  if (double) return refused(`Two tables cannot both be ${rangeName(double.table)}: leave one of them alone.`)
  const areas = asked.map(({ area }) => ({ ...area, bottom: area.top }))
  const blocks = yield* read(areas)
  const named: NamedTable[] = []
  for (const [index, one] of asked.entries()) {
    const header = { ...(blocks[index] as Block), area: areas[index] as Area }
    const found = withHeaders(one, header)
    if ('outcome' in found) return found
    named.push(found)
  }
  return named
}

function withHeaders(
  { area, table, headers }: SetUp['tables'][number],
  header: Block,
): NamedTable | NotNamed {
  const cells: Cell[] = [...(header.values[0] ?? [])]
  const renamed: { area: Area; from: string; to: string }[] = []
  for (const { place, from, to } of headers) {
    const cell = cellAt(area.sheet, area.top, area.left + place)
    if (place > area.right - area.left || String(cells[place] ?? '') !== from) {
      return { outcome: 'conflict', found: header }
    }
    if (!Object.keys(schemas[table].columns).includes(to)) {
      return refused(`There is no column ${to} in ${table}: choose another.`)
    }
    if ((header.formulas[0]?.[place] ?? '') !== '') {
      return refused(`${addressText(cell)} holds a formula: type the header ${to} there yourself.`)
    }
    if (cells[place] === to) continue
    cells[place] = to
    renamed.push({ area: cell, from, to })
  }
  const fault = faultIn(table, cells, renamed)
  return fault ? refused(fault) : { table, area, header, headers: cells, renamed }
}

function faultIn(
  table: TableName,
  headers: readonly Cell[],
  renamed: NamedTable['renamed'],
): string | undefined {
  const names = headers.map(normalised)
  const missing = missingKeys(schemas[table], names)
  if (missing.length > 0) {
    return `${rangeName(table)} would lack ${missing.join(', ')}: say which of its columns that is.`
  }
  // The name itself goes before its synonyms, so that a column that was sure would be read no more.
  const double = renamed.find(
    ({ to }) => names.filter(name => columnsIn(schemas[table], [name]).has(to)).length > 1,
  )
  return double && `Two columns of ${rangeName(table)} would be ${double.to}: choose one.`
}

function refused(reason: string): NotNamed {
  return { outcome: 'refused', reason }
}
