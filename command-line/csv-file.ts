import { openCsv } from '../playground/open-csv'
import { recogniseTable } from '../shared/tables/recognise'
import type { Cell } from '../shared/values'
import { Refused } from '../shared/workbook/steps'
import type { WorkbookCells } from './file-host'

export type DateOrder = 'day first' | 'month first'

/** Reads a CSV file as a workbook of one sheet; a table that is recognised gets its name (`LEADS`). */
export async function readCsvFile(
  name: string,
  bytes: Uint8Array,
  order: DateOrder | undefined,
): Promise<WorkbookCells> {
  const outcome = await openCsv(bytes, {
    askDateOrder: async columns => {
      if (order) return order
      const [column] = columns
      throw new Refused(
        `${name}: the dates in ${column?.name} (such as ${column?.examples[0]}) can be read in two ways. Add --dates day-first or --dates month-first.`,
      )
    },
  })
  if ('refused' in outcome) throw new Refused(`${name}: ${outcome.refused}`)
  const { columns, rowCount } = outcome.table
  const header: Cell[] = columns.map(column => column.name)
  const rows = Array.from({ length: rowCount }, (_, row) => columns.map(({ cells }) => cells[row] ?? null))
  const sheet = name.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '')
  const table = recogniseTable(header)
  const area = { sheet, top: 0, left: 0, bottom: rowCount, right: columns.length - 1 }
  return {
    sheets: new Map([
      [sheet, { values: [header, ...rows], columns: columns.length, formulas: new Map(), hidden: false }],
    ]),
    names: table ? { [table.toUpperCase()]: area } : {},
  }
}
