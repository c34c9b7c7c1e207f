import { metrics } from '../shared/metrics/index'
import { page, setRowHeights, underline } from './sample-look'
import type { SheetData, WorkbookData } from './table-sheet'

/** From and to of each quarter, as serials: 2026-01-01 is 46023. */
const quarters = [
  ['Q1 2026', 46023, 46112],
  ['Q2 2026', 46113, 46203],
  ['Q3 2026', 46204, 46295],
  ['Q4 2026', 46296, 46387],
] as const

/** What is asked, and how its answer is shown. */
const asked = [
  ['NET_LEADS_ISSUED', '0'],
  ['TOTAL_COST', '#,##0'],
  ['COST_PER_NET_LEAD', '#,##0.00'],
  ['TOTAL_REVENUE', '#,##0'],
  ['WIN_RATE', '0.0%'],
  ['AVERAGE_DEAL_SIZE', '#,##0'],
  ['SALES_CYCLE_LENGTH', '0.0'],
] as const

const firstRow = 7
const lastRow = firstRow + asked.length - 1

export function metricsSheet(data: WorkbookData): SheetData {
  const { sheet, write } = page(data, 'metrics', 'Metrics', [210, 110, 110, 110, 110, 24, 330])
  write('A1', 'Metrics by quarter', 'title')
  write('A2', 'One formula, in B7, fills the table from the named ranges LEADS, DEALS and COSTS.', 'lead')
  write('A4', 'Metric', 'header')
  write('F4:G4', undefined, 'header')
  write('G4', 'In words', 'header')
  write('A5', 'from', 'small')
  write('A6', 'to', 'small')
  for (const [index, [name, from, to]] of quarters.entries()) {
    const column = 'BCDE'[index]
    write(`${column}4`, name, 'headerRight')
    write(`${column}5`, String(from), 'smallRight', 'yyyy-mm-dd')
    write(`${column}6`, String(to), 'smallRight', 'yyyy-mm-dd')
  }
  for (const [index, [name, format]] of asked.entries()) {
    const row = firstRow + index
    write(`A${row}`, name, 'row')
    write(`B${row}:E${row}`, undefined, 'number', format)
    write(`G${row}`, inShort(name), 'words')
    underline(data, sheet, `A${row}:G${row}`)
  }
  const names = `A${firstRow}:A${lastRow}`
  write(`B${firstRow}`, `=METRIC(${names}, B5:E5, B6:E6, "", AS_OF, "", LEADS, DEALS, COSTS)`)
  write(
    `A${lastRow + 1}`,
    'Point at an error to read its reason. Change a name in column A to ask for another metric.',
    'small',
  )
  setRowHeights(sheet, {
    1: 38,
    4: 28,
    ...Object.fromEntries(asked.map((_, index) => [firstRow + index, 36])),
  })
  sheet.figures.push(chart())
  return sheet
}

/** The first clause of what the metric says about itself. */
function inShort(name: string): string | undefined {
  return metrics.find(metric => metric.name === name)?.about.split(/[.:;]/)[0]
}

function chart(): SheetData['figures'][number] {
  const row = (name: string) => firstRow + asked.findIndex(([metric]) => metric === name)
  const series = (name: string) => `Metrics!A${row(name)}:E${row(name)}`
  return {
    id: 'revenue-and-leads',
    tag: 'chart',
    col: 0,
    row: lastRow + 2,
    offset: { x: 0, y: 0 },
    width: 650,
    height: 300,
    data: {
      chartId: 'revenue-and-leads',
      type: 'combo',
      title: { text: 'Revenue and net leads by quarter', bold: true, fontSize: 14, color: '#1F4E5F' },
      legendPosition: 'bottom',
      dataSource: {
        type: 'range',
        dataSetsHaveTitle: true,
        labelRange: 'Metrics!A4:E4',
        dataSets: [
          { dataSetId: 'revenue', dataRange: series('TOTAL_REVENUE') },
          { dataSetId: 'leads', dataRange: series('NET_LEADS_ISSUED') },
        ],
      },
      dataSetStyles: {
        revenue: { label: 'Revenue', backgroundColor: '#2F6F86', yAxisId: 'y', type: 'bar' },
        leads: { label: 'Net leads', backgroundColor: '#E0A030', yAxisId: 'y1', type: 'line' },
      },
      axesDesign: { y: { title: { text: 'Revenue' } }, y1: { title: { text: 'Net leads' } } },
    },
  }
}
