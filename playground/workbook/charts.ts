import type { Model } from '@odoo/o-spreadsheet'
import { type Area, addressText } from '../../shared/workbook/area'
import type { Chart, Series } from '../../shared/workbook/dress'
import { accepted, type Dispatch } from './edits'
import { newId } from './overview'

/** Numbers along an axis are written as the cells are that they come from. */
export function addChart(model: Model, dispatch: Dispatch, sheetId: string, chart: Chart): void {
  const id = newId()
  const definition = {
    ...kindOf(chart),
    title: { text: chart.title, bold: true, fontSize: 12, color: '#1F4E5F' },
    legendPosition: chart.series.length > 1 ? 'bottom' : 'none',
    dataSource: {
      ...{ type: 'range', dataSetsHaveTitle: false, labelRange: addressText(chart.labels) },
      dataSets: chart.series.map(({ values }, place) => ({
        ...{ dataSetId: String(place), dataRange: addressText(values) },
      })),
    },
    dataSetStyles: Object.fromEntries(chart.series.map((one, place) => [place, styleOf(one, chart.kind)])),
  }
  const { top: row, left: col } = chart.over
  const place = { col, row, offset: { x: 0, y: 0 }, size: sizeOf(model, sheetId, chart.over) }
  const command = { chartId: id, figureId: id, sheetId, ...place, definition }
  accepted(dispatch('CREATE_CHART', command as never), `the chart ${chart.title}`)
}

function kindOf({ kind }: Chart): object {
  const line = { labelsAsText: false, stacked: false, cumulative: false, aggregated: false }
  if (kind === 'line' || kind === 'scatter') return { type: kind, ...line }
  if (kind === 'combo') return { type: 'combo', aggregated: false }
  return {
    ...{ type: 'bar', stacked: kind === 'stacked column', aggregated: false, horizontal: kind === 'bar' },
  }
}

function styleOf({ name, as, secondAxis, colour }: Series, kind: Chart['kind']): object {
  return {
    ...{ label: name, backgroundColor: `#${colour}`, yAxisId: secondAxis ? 'y1' : 'y' },
    ...(kind === 'combo' && { type: as === 'line' ? 'line' : 'bar' }),
  }
}

/** In pixels. */
function sizeOf({ getters }: Model, sheetId: string, { top, left, bottom, right }: Area) {
  let [width, height] = [0, 0]
  for (let column = left; column <= right; column++) width += getters.getColSize(sheetId, column)
  for (let row = top; row <= bottom; row++) height += getters.getRowSize(sheetId, row)
  return { width, height }
}
