import { helpers } from '@odoo/o-spreadsheet'
import { dayText } from '../shared/definitions/clock'
import { builtInTerms } from '../shared/definitions/terms'
import { latestEvent } from '../shared/tables/latest-event'
import { contextOf } from '../shared/tables/rows'
import { openTable } from '../shared/tables/table'
import { isCellError, type Matrix } from '../shared/values'
import { parseAddress } from '../shared/workbook/area'
import { findName } from './place-table'
import type { WorkbookData } from './table-sheet'

/** What to do where AS_OF holds a typed day that is not the last that a table knows of: figures go by AS_OF. */
export function asOfNote(data: WorkbookData, last: number): string | undefined {
  const range = data.namedRanges[findName(data, 'AS_OF') ?? ''] ?? ''
  const place = parseAddress(range, '')
  const cells = data.sheets.find(({ name }) => name === place?.sheet)?.cells
  const typed = Number(place && cells?.[helpers.toXC(place.left, place.top)])
  if (!(typed > 0) || last === 0 || typed === last) return undefined
  return `The figures go by AS_OF, ${dayText(typed)} in ${range}; the file knows things up to ${dayText(last)}. Type there the last day that all your tables know.`
}

/** Of what the table records as having happened, as a serial; 0 where it records nothing. */
export function lastDay(rows: Matrix): number {
  const opened = openTable(rows, 1)
  if (isCellError(opened)) return 0
  return latestEvent(contextOf(new Map([[opened.schema.name, opened]]), builtInTerms, undefined))
}
