import type { Area } from '../../shared/workbook/area'
import type { Chart, Series } from '../../shared/workbook/dress'
import { hex } from './looks'
import { areaRange } from './read'

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet
type Sheet = GoogleAppsScript.Spreadsheet.Sheet

/** The options of each kind of chart are those of Google's chart gallery. */
export function addChart(spreadsheet: Spreadsheet, sheet: Sheet, chart: Chart): void {
  const { labels, series, over, title } = chart
  const isAcross = labels.top === labels.bottom
  const strategies = Charts.ChartMergeStrategy
  const builder = sheet
    .newChart()
    .setChartType(kindOf(chart))
    .setMergeStrategy(isAcross ? strategies.MERGE_ROWS : strategies.MERGE_COLUMNS)
    .setTransposeRowsAndColumns(isAcross)
    .setNumHeaders(0)
    .setPosition(over.top + 1, over.left + 1, 0, 0)
  for (const area of [labels, ...series.map(({ values }) => values)]) {
    builder.addRange(areaRange(spreadsheet, area))
  }
  const options = {
    ...{ title, titleTextStyle: { fontSize: 12, bold: true }, ...sizeOf(sheet, over) },
    ...{ legend: { position: series.length > 1 ? 'bottom' : 'none' }, series: seriesOptions(chart) },
    ...(chart.kind === 'stacked column' && { isStacked: true }),
    ...axesOf(chart),
  }
  for (const [option, value] of Object.entries(options)) builder.setOption(option, value)
  sheet.insertChart(builder.build())
}

function kindOf({ kind }: Chart) {
  const { LINE, COLUMN, BAR, COMBO, SCATTER } = Charts.ChartType
  const kinds = { line: LINE, column: COLUMN, 'stacked column': COLUMN, bar: BAR, combo: COMBO }
  return kind === 'scatter' ? SCATTER : kinds[kind]
}

/** By their places, from 0. */
function seriesOptions({ kind, series }: Chart): Record<number, object> {
  return Object.fromEntries(series.map((one, place) => [place, optionsOf(one, kind)]))
}

function optionsOf({ name, as, secondAxis, colour }: Series, kind: Chart['kind']): object {
  return {
    ...{ labelInLegend: name, color: hex(colour) },
    ...(kind === 'combo' && { type: as === 'line' ? 'line' : 'bars' }),
    ...(secondAxis && { targetAxisIndex: 1 }),
  }
}

/** The bars of a bar chart lie, so that its numbers are along the bottom. */
function axesOf({ kind, format, secondFormat }: Chart): object {
  if (kind === 'bar') return format === undefined ? {} : { hAxis: { format } }
  const formats = [format, secondFormat].map(one => (one === undefined ? {} : { format: one }))
  return { vAxes: Object.fromEntries(formats.entries()) }
}

/** In pixels. */
function sizeOf(sheet: Sheet, { top, left, bottom, right }: Area): { width: number; height: number } {
  let [width, height] = [0, 0]
  for (let column = left; column <= right; column++) width += sheet.getColumnWidth(column + 1)
  for (let row = top; row <= bottom; row++) height += sheet.getRowHeight(row + 1)
  return { width, height }
}
