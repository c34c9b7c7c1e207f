/** A template's main page in small, drawn from the very edits that make it: cells as bars, tiles, charts. */
import type { Area } from '../shared/workbook/area'
import type { Chart } from '../shared/workbook/dress'
import { fills, weights } from '../shared/workbook/looks'
import type { Edit, Look } from '../shared/workbook/steps'

export interface Shape {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly fill: string
}

const [rowHeight, letterWidth, usualLetters] = [17, 7, 11]
const [ink, quiet, paper, line] = ['#c3ced3', '#dde4e7', '#ffffff', '#e3e9ec']

/** In pixels of the page, from its top left corner; what lies under comes first. */
export function pageShapes(edits: readonly Edit[], sheet: string): readonly Shape[] {
  const own = edits.filter(
    edit => ('area' in edit ? edit.area?.sheet : 'sheet' in edit && edit.sheet) === sheet,
  )
  const letters = own.flatMap(edit => (edit.do === 'widths' ? edit.letters : []))
  const left = (column: number): number =>
    column <= 0 ? 0 : left(column - 1) + (letters[column - 1] ?? usualLetters) * letterWidth
  const box = (top: number, from: number, bottom: number, to: number) => ({
    ...{ x: left(from), y: top * rowHeight },
    ...{ width: left(to + 1) - left(from), height: (bottom - top + 1) * rowHeight },
  })
  const looks = own.flatMap(edit => (edit.do === 'look' ? [edit] : []))
  const lookAt = (row: number, column: number): Look =>
    Object.assign({}, ...looks.filter(({ area }) => covers(area, row, column)).map(({ look }) => look))
  const grounds = looks.flatMap(({ area, look }): Shape[] => {
    const fill = look.fill ? fills[look.fill] : look.weight && weights[look.weight].fill
    return fill ? [{ ...box(area.top, area.left, area.bottom, area.right), fill: `#${fill}` }] : []
  })
  const texts = own.flatMap(edit => {
    if (edit.do !== 'write') return []
    return edit.cells.flatMap((cells, row) =>
      cells.flatMap((content, column): Shape[] => {
        if (content === null || content === undefined || content === '') return []
        const [top, from] = [edit.area.top + row, edit.area.left + column]
        return [textBar(content, lookAt(top, from), box(top, from, top, from))]
      }),
    )
  })
  const charts = own.flatMap(edit => (edit.do === 'dress' ? (edit.dress.charts ?? []) : []))
  return [
    ...grounds,
    ...texts,
    ...charts.flatMap(chart => {
      const { top, left: from, bottom, right } = chart.over
      return chartShapes(chart, box(top, from, bottom, right))
    }),
  ]
}

type Box = Omit<Shape, 'fill'>

function covers(area: Area, row: number, column: number): boolean {
  return area.top <= row && row <= area.bottom && area.left <= column && column <= area.right
}

/** A bar as long as the text; what a formula comes to is short. */
function textBar(content: unknown, { weight, align }: Look, { x, y, width, height }: Box): Shape {
  const { size, colour } = weights[weight ?? 'plain']
  const long = typeof content === 'string' ? content.length * (size / 10) * 6 : 44 * (size / 10)
  const bar = Math.min(long, width - 8)
  const free = { left: 4, centre: (width - bar) / 2, right: width - bar - 4 }[align ?? 'left']
  const isQuiet = weight === 'quiet'
  const fill = colour && !isQuiet ? `#${colour}` : isQuiet ? quiet : ink
  const thick = Math.min(size * 0.7, height - 6)
  return { x: x + free, y: y + (height - thick) / 2, width: bar, height: thick, fill }
}

/** Made up: what stands in the cells is known to nobody yet. */
const heights = [0.42, 0.55, 0.5, 0.68, 0.62, 0.85]

function chartShapes({ kind, series }: Chart, { x, y, width, height }: Box): readonly Shape[] {
  const ground = [
    { x: x + 2, y: y + 2, width: width - 4, height: height - 4, fill: line },
    { x: x + 4, y: y + 4, width: width - 8, height: height - 8, fill: paper },
  ]
  const step = (width - 40) / heights.length
  const room = height * 0.7
  const drawn = series.flatMap(({ colour, as }, place) => {
    const isLine = kind === 'line' || kind === 'scatter' || as === 'line'
    return heights.map((share, index): Shape => {
      const tall = room * share * (isLine ? 1.05 - place * 0.25 : 1 - place * 0.3)
      const at = { x: x + 20 + index * step, y: y + height - 12 - tall, fill: `#${colour}` }
      return isLine ? { ...at, width: step, height: 5 } : { ...at, width: step * 0.6, height: tall }
    })
  })
  return [...ground, ...drawn]
}

const namespace = 'http://www.w3.org/2000/svg'

/** As a picture that says nothing which is not said beside it. */
export function drawThumbnail(shapes: readonly Shape[]): SVGSVGElement {
  const svg = document.createElementNS(namespace, 'svg')
  const width = Math.max(480, ...shapes.map(shape => shape.x + shape.width + 16))
  svg.setAttribute('viewBox', `0 0 ${width} ${width * 0.75}`)
  svg.setAttribute('preserveAspectRatio', 'xMidYMin slice')
  svg.setAttribute('aria-hidden', 'true')
  for (const shape of shapes) {
    const rect = document.createElementNS(namespace, 'rect')
    for (const [name, value] of Object.entries(shape))
      rect.setAttribute(name, typeof value === 'number' ? String(Math.round(value)) : value)
    rect.setAttribute('rx', '2')
    svg.append(rect)
  }
  return svg
}
