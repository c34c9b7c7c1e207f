import { helpers } from '@odoo/o-spreadsheet'
import { dayText } from '../shared/definitions/clock'
import { parseAddress } from '../shared/workbook/area'
import type { CsvTable } from './open-csv'
import { findName } from './place-table'
import type { WorkbookData } from './table-sheet'

/** As a serial; 0 where the table holds no day. */
export function newestDay({ columns }: CsvTable): number {
  const dates = columns.find(({ kind }) => kind === 'date' || kind === 'date and time')?.cells ?? []
  return dates.reduce<number>(
    (latest, cell) => (typeof cell === 'number' && cell > latest ? Math.floor(cell) : latest),
    0,
  )
}

/** What to do where AS_OF holds a typed day that is not the newest of a table: figures go by AS_OF. */
export function asOfNote(data: WorkbookData, table: CsvTable): string | undefined {
  const range = data.namedRanges[findName(data, 'AS_OF') ?? ''] ?? ''
  const place = parseAddress(range, '')
  const cells = data.sheets.find(({ name }) => name === place?.sheet)?.cells
  const typed = Number(place && cells?.[helpers.toXC(place.left, place.top)])
  const newest = newestDay(table)
  if (!(typed > 0) || newest === 0 || typed === newest) return undefined
  return `The figures go by AS_OF, ${dayText(typed)} in ${range}; the newest day in the file is ${dayText(newest)}. Type there the last day that your tables know.`
}
