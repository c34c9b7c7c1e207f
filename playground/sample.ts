/** The workbook that a newcomer sees: a small company's first quarter of 2026, and its metrics by quarter. */
import { helpers } from '@odoo/o-spreadsheet'
import costsCsv from '../templates/sample/costs.csv'
import dealsCsv from '../templates/sample/deals.csv'
import leadsCsv from '../templates/sample/leads.csv'
import { openCsv } from './open-csv'
import { metricsSheet } from './sample-metrics'
import { sampleRanges } from './sample-ranges'
import { asOfCell, startSheet } from './sample-start'
import { tableRange, tableSheet, type WorkbookData } from './table-sheet'

const tables = [
  { id: 'leads', name: 'Leads', csv: leadsCsv },
  { id: 'deals', name: 'Deals', csv: dealsCsv },
  { id: 'costs', name: 'Costs', csv: costsCsv },
]

export async function sampleWorkbook(): Promise<WorkbookData> {
  const data = helpers.createEmptyWorkbookData()
  data.sheets = [startSheet(data)]
  for (const { id, name, csv } of tables) {
    const outcome = await openCsv(new TextEncoder().encode(csv), { askDateOrder: async () => undefined })
    if ('refused' in outcome) throw new Error(`${name}: ${outcome.refused}`)
    const { table } = outcome
    data.sheets.push(tableSheet(data, id, name, table))
    sampleRanges[name.toUpperCase()] = `${name}!${tableRange(table.columns.length, table.rowCount)}`
  }
  data.sheets.push(metricsSheet(data))
  data.namedRanges = { AS_OF: asOfCell, ...sampleRanges }
  return data
}
