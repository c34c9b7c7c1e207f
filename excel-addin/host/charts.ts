/// <reference types="office-js" />
import { type Area, cellAt } from '../../shared/workbook/area'
import type { Chart, Series } from '../../shared/workbook/dress'

const kinds = {
  ...{ line: 'Line', column: 'ColumnClustered', 'stacked column': 'ColumnStacked' },
  ...{ bar: 'BarClustered', combo: 'ColumnClustered', scatter: 'XYScatter' },
} as const

/**
 * Adds a chart, series by series: what Excel makes of a range by itself goes by what stands in its cells, which our
 * formulas have not filled yet.
 */
export async function addChart(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { kind, title, over, labels, series, format, secondFormat }: Chart,
  rangeAt: (area: Area) => Excel.Range,
): Promise<void> {
  const corner = (row: number, column: number) => rangeAt(cellAt(over.sheet, row, column))
  const chart = sheet.charts.add(kinds[kind] as Excel.ChartType, corner(over.top, over.left))
  chart.series.load('items')
  await context.sync()
  for (const guessed of chart.series.items) guessed.delete()
  chart.setPosition(corner(over.top, over.left), corner(over.bottom, over.right))
  chart.title.text = title
  chart.legend.visible = series.length > 1
  chart.legend.position = 'Bottom'
  for (const one of series) {
    const added = chart.series.add(one.name)
    added.setXAxisValues(rangeAt(labels))
    added.setValues(rangeAt(one.values))
    draw(added, one, kind)
  }
  if (format !== undefined) chart.axes.valueAxis.numberFormat = format
  if (secondFormat !== undefined) chart.axes.getItem('Value', 'Secondary').numberFormat = secondFormat
}

function draw(added: Excel.ChartSeries, { as, secondAxis, colour }: Series, kind: Chart['kind']): void {
  const isLine = kind === 'line' || (kind === 'combo' && as === 'line')
  if (kind === 'combo' && isLine) added.chartType = 'Line'
  if (secondAxis) added.axisGroup = 'Secondary'
  if (isLine) added.format.line.color = `#${colour}`
  else if (kind === 'scatter') added.markerBackgroundColor = `#${colour}`
  else added.format.fill.setSolidColor(`#${colour}`)
}
