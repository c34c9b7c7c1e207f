import { escapeXml } from '../../playground/xlsx/xml'
import { type Cell, isCellError } from '../../shared/values'
import { type Area, addressText } from '../../shared/workbook/area'
import type { Chart, Series } from '../../shared/workbook/dress'

/** What a cell of the workbook shows. */
export type Shown = (sheet: string, row: number, column: number) => Cell

/**
 * A chart as DrawingML (ECMA-376 part 1, 21.2), with the values that it draws, so that a viewer which computes nothing
 * shows it too.
 */
export function chartXml(chart: Chart, shown: Shown): string {
  const first = chart.series.filter(one => !one.secondAxis)
  const second = chart.series.filter(one => one.secondAxis)
  const isScatter = chart.kind === 'scatter'
  const groups = [...groupsOf(chart, first, shown, 1), ...groupsOf(chart, second, shown, 3)]
  const axes = isScatter
    ? valueAxis({ id: 1, crosses: 2, place: 'b', between: 'midCat' }) +
      valueAxis({ id: 2, crosses: 1, place: 'l', format: chart.format, between: 'midCat' })
    : axisPair(chart, 1, false) + (second.length > 0 ? axisPair(chart, 3, true) : '')
  const legend =
    chart.series.length > 1 && chart.series.every(({ colour }) => colour !== unseen)
      ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${text(900)}</c:legend>`
      : ''
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<c:chartSpace xmlns:c="${main}/chart" xmlns:a="${main}/main"><c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="1">${fill('1F4E5F')}</a:defRPr></a:pPr><a:r><a:rPr lang="en-GB" sz="1200" b="1">${fill('1F4E5F')}</a:rPr><a:t>${escapeXml(chart.title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${groups.join('')}${axes}</c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr>${fill('FFFFFF')}<a:ln w="9525">${fill('D5DEE2')}</a:ln></c:spPr></c:chartSpace>`
}

const main = 'http://schemas.openxmlformats.org/drawingml/2006'
const unseen = 'FFFFFF'

const fill = (colour: string): string => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`
const text = (size: number): string =>
  `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${size}">${fill('5B6B73')}</a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`

/** Series of one form share a group, columns behind lines. */
function groupsOf(chart: Chart, series: readonly Series[], shown: Shown, axis: number): readonly string[] {
  const { kind } = chart
  const isLine = (one: Series) => kind === 'line' || (kind === 'combo' && one.as === 'line')
  const drawn = (some: readonly Series[], line: boolean) =>
    some.map(one => seriesXml(chart, one, chart.series.indexOf(one), line, shown)).join('')
  const axes = `<c:axId val="${axis}"/><c:axId val="${axis + 1}"/>`
  if (kind === 'scatter') {
    return [
      `<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${drawn(series, false)}${axes}</c:scatterChart>`,
    ]
  }
  const [lines, columns] = [series.filter(isLine), series.filter(one => !isLine(one))]
  const stacked = kind === 'stacked column'
  return [
    ...(columns.length > 0
      ? [
          `<c:barChart><c:barDir val="${kind === 'bar' ? 'bar' : 'col'}"/><c:grouping val="${stacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>${drawn(columns, false)}<c:gapWidth val="60"/>${stacked ? '<c:overlap val="100"/>' : ''}${axes}</c:barChart>`,
        ]
      : []),
    ...(lines.length > 0
      ? [
          `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${drawn(lines, true)}<c:marker val="1"/>${axes}</c:lineChart>`,
        ]
      : []),
  ]
}

function seriesXml(
  { kind, labels }: Chart,
  one: Series,
  index: number,
  isLine: boolean,
  shown: Shown,
): string {
  const name = `<c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeXml(one.name)}</c:v></c:tx>`
  if (kind === 'scatter') {
    const points = `<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr><c:marker><c:symbol val="circle"/><c:size val="9"/><c:spPr>${fill(one.colour)}</c:spPr></c:marker>`
    return `<c:ser>${name}${points}<c:xVal>${numbers(labels, shown)}</c:xVal><c:yVal>${numbers(one.values, shown)}</c:yVal><c:smooth val="0"/></c:ser>`
  }
  const look = isLine
    ? `<c:spPr><a:ln w="28575" cap="rnd">${fill(one.colour)}<a:round/></a:ln></c:spPr><c:marker><c:symbol val="circle"/><c:size val="5"/><c:spPr>${fill(one.colour)}</c:spPr></c:marker>`
    : `<c:spPr>${one.colour === unseen ? '<a:noFill/>' : fill(one.colour)}</c:spPr><c:invertIfNegative val="0"/>`
  return `<c:ser>${name}${look}<c:cat>${strings(labels, shown)}</c:cat><c:val>${numbers(one.values, shown)}</c:val>${isLine ? '<c:smooth val="0"/>' : ''}</c:ser>`
}

function points(area: Area, shown: Shown, read: (cell: Cell) => string | undefined): string {
  const cells: Cell[] = []
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++) cells.push(shown(area.sheet, row, column))
  const texts = cells.map(read)
  const drawn = texts.map((one, index) =>
    one === undefined ? '' : `<c:pt idx="${index}"><c:v>${one}</c:v></c:pt>`,
  )
  return `<c:ptCount val="${cells.length}"/>${drawn.join('')}`
}

function numbers(area: Area, shown: Shown): string {
  const cache = points(area, shown, cell => (typeof cell === 'number' ? String(cell) : undefined))
  return `<c:numRef><c:f>${reference(area)}</c:f><c:numCache><c:formatCode>General</c:formatCode>${cache}</c:numCache></c:numRef>`
}

function strings(area: Area, shown: Shown): string {
  const cache = points(area, shown, cell =>
    cell === null ? undefined : escapeXml(isCellError(cell) ? cell.error : String(cell)),
  )
  return `<c:strRef><c:f>${reference(area)}</c:f><c:strCache>${cache}</c:strCache></c:strRef>`
}

function reference(area: Area): string {
  const [sheet, cells] = addressText(area).split(/!(?=[A-Z]+\d)/)
  return escapeXml(`${sheet}!${(cells ?? '').replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`)
}

function axisPair(chart: Chart, id: number, isSecond: boolean): string {
  const isBar = chart.kind === 'bar'
  const place = isBar ? 'l' : 'b'
  const reversed = isBar ? 'maxMin' : 'minMax'
  const category = `<c:catAx><c:axId val="${id}"/><c:scaling><c:orientation val="${reversed}"/></c:scaling><c:delete val="${isSecond ? 1 : 0}"/><c:axPos val="${place}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr><a:ln w="9525">${fill('D5DEE2')}</a:ln></c:spPr>${text(900)}<c:crossAx val="${id + 1}"/><c:crosses val="autoZero"/></c:catAx>`
  const format = isSecond ? (chart.secondFormat ?? 'General') : chart.format
  const side = isSecond ? 'r' : isBar ? 'b' : 'l'
  return category + valueAxis({ id: id + 1, crosses: id, place: side, format, isSecond, isReversed: isBar })
}

interface ValueAxis {
  readonly id: number
  readonly crosses: number
  readonly place: 'l' | 'r' | 'b'
  readonly format?: string | undefined
  readonly isSecond?: boolean
  /** Whether the axis that it crosses begins at the far end. */
  readonly isReversed?: boolean
  readonly between?: 'between' | 'midCat'
}

function valueAxis(axis: ValueAxis): string {
  const { id, crosses, place, format = '#,##0', isSecond = false, isReversed = false } = axis
  const crossing = isSecond || isReversed ? 'max' : 'autoZero'
  const lines = isSecond
    ? ''
    : `<c:majorGridlines><c:spPr><a:ln w="6350">${fill('E8EEF0')}</a:ln></c:spPr></c:majorGridlines>`
  const marks = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
  return `<c:valAx><c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="${place}"/>${lines}<c:numFmt formatCode="${escapeXml(format)}" sourceLinked="0"/>${marks}<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${text(900)}<c:crossAx val="${crosses}"/><c:crosses val="${crossing}"/><c:crossBetween val="${axis.between ?? 'between'}"/></c:valAx>`
}
