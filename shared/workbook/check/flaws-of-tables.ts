import { dayText } from '../../definitions/clock'
import { isDate } from '../../tables/cells'
import { columnCalled } from '../../tables/headers'
import { isRow } from '../../tables/is-row'
import type { TableName } from '../../tables/schema'
import { schemas } from '../../tables/schemas'
import { openTable } from '../../tables/table'
import { type Argument, type Cell, isBlank, isCellError, isMatrix, type Matrix } from '../../values'
import { addressText, cellAt } from '../area'
import { computed } from '../formulas/argument-values'
import type { Flaw } from './flaw'
import type { RangeRead } from './records-read'
import { remedyOf } from './remedy'

/** A table under its name, with the rows that stand below it in its columns. */
export interface NamedTable extends RangeRead {
  readonly table: TableName
  readonly below: Matrix
}

/** Excel on the web hands a formula 5 MB at most; some 25,000 rows of 12 columns come near it. */
const mostCells = 250_000

export function flawsOfTable(named: NamedTable, definitions: Argument, prefix: string): readonly Flaw[] {
  return [...rowProblems(named, definitions), ...rowsBelow(named), ...tooLarge(named, prefix)]
}

/** What DATA_CHECK says, lines about one thing put together. */
function rowProblems({ area, table, values }: NamedTable, definitions: Argument): readonly Flaw[] {
  const found = computed('DATA_CHECK', [values, table, definitions])
  const place = (row: number, column: number) => cellAt(area.sheet, area.top + row - 1, area.left + column)
  if (isCellError(found)) {
    const about = { detail: `${table.toUpperCase()}: ${found.reason}.`, remedy: remedyOf(found) }
    return [{ kind: 'row problem', area: place(1, 0), holds: textOf(values[0]?.[0]), ...about }]
  }
  const groups = new Map<string, (readonly Cell[])[]>()
  for (const line of isMatrix(found) ? found : []) {
    if (typeof line[0] !== 'number') continue
    const key = `${line[1]}\n${line[3]}`
    groups.set(key, [...(groups.get(key) ?? []), line])
  }
  return [...groups.values()].map(lines => {
    const [row, column, problem, remedy] = lines[0] as readonly Cell[]
    const header = values[0]?.findIndex(cell => String(cell) === String(column)) ?? -1
    const rows = lines.map(line => Number(line[0]))
    const others = rows.length === 1 ? '' : ` (rows ${listed(rows.map(each => area.top + each))})`
    return {
      ...{ kind: 'row problem' as const, area: place(Number(row), Math.max(header, 0)) },
      holds: shownCell(values[Number(row) - 1]?.[Math.max(header, 0)], isDateColumn(table, String(column))),
      detail: `${table.toUpperCase()}, ${column}: ${problem}${others}.`,
      remedy: String(remedy),
    }
  })
}

function isDateColumn(table: TableName, header: string): boolean {
  const schema = schemas[table]
  return schema.columns[columnCalled(schema, header) ?? '']?.type === 'date'
}

/** A day as people read it, where it is one. */
function shownCell(cell: Cell | undefined, isOfDates: boolean): string {
  return isOfDates && isDate(cell) ? dayText(cell) : textOf(cell)
}

const textOf = (cell: Cell | undefined): string => (isCellError(cell) ? cell.error : String(cell ?? ''))

function listed(rows: readonly number[]): string {
  const first = rows.slice(0, 5).join(', ')
  return rows.length > 5 ? `${first} and ${rows.length - 5} more` : first
}

/** Rows that came in below the range, which no formula on the name counts; a total below is none. */
function rowsBelow({ area, table, values, below }: NamedTable): readonly Flaw[] {
  const end = below.findIndex(row => row.every(isBlank))
  const rows = end < 0 ? below : below.slice(0, end)
  const opened = rows.length > 0 ? openTable([values[0] ?? [], ...rows], 1, table) : undefined
  if (!opened || isCellError(opened)) return []
  const counts = isRow(opened)
  const found = [...opened.rows.keys()].filter(row => row > 0 && counts(row))
  const [first] = found
  if (first === undefined) return []
  const name = table.toUpperCase()
  const top = area.bottom + first
  const place = { ...area, top, bottom: area.bottom + (found[found.length - 1] ?? first) }
  return [
    {
      ...{ kind: 'outside the named table', area: place, holds: textOf(rows[first - 1]?.[0]) },
      detail: `${found.length} ${found.length === 1 ? 'row stands' : 'rows stand'} below ${name} (${addressText(area)}), and no formula counts them.`,
      remedy: `Run Set up again: it lets ${name} grow.`,
    },
  ]
}

function tooLarge({ area, table }: NamedTable, prefix: string): readonly Flaw[] {
  const [rows, columns] = [area.bottom - area.top + 1, area.right - area.left + 1]
  if (prefix === '' || rows * columns <= mostCells) return []
  return [
    {
      ...{ kind: 'too large', area, holds: addressText(area) },
      detail: `${table.toUpperCase()} has ${rows} rows of ${columns} columns: Excel on the web hands a formula 5 MB at most, and soon shows an error instead.`,
      remedy:
        'Name fewer columns, move an older period to another sheet, or take the numbers from the warehouse.',
    },
  ]
}
