import { type Area, addressText } from '../../shared/workbook/area'
import type { Chart, Choices, Condition, Print, Series } from '../../shared/workbook/dress'
import { withoutHoles } from '../../shared/workbook/holes'
import type { Content, Edit, Look } from '../../shared/workbook/steps'

/** A part of a page, drawn with its first cell at a corner. */
export type Part = (corner: Corner) => Drawn

export interface Corner {
  readonly sheet: string
  readonly top: number
  readonly left: number
}

/** What a part puts on the page. Its cells begin at its corner, all else says where it is. */
export interface Drawn {
  /** `null` is left blank, `undefined` is left to a formula that fills it. */
  readonly cells: readonly (readonly Content[])[]
  /** Rows that it takes, where it is more than its cells: a chart, a list that grows. */
  readonly rows?: number
  readonly looks?: readonly (readonly [Area, Look])[]
  readonly charts?: readonly DrawnChart[]
  readonly conditions?: readonly Condition[]
  /** A text in place of a list is the anchor of the cells that hold it. */
  readonly choices?: readonly (Omit<Choices, 'from'> & { readonly from: readonly string[] | string })[]
  /** Cells that people fill in. */
  readonly inputs?: readonly Area[]
  readonly names?: Readonly<Record<string, Area>>
  /** Cells that formulas and charts of any page find by a name in small letters. */
  readonly anchors?: Readonly<Record<string, Area>>
}

/** A chart of cells that are known by their anchors. */
export interface DrawnChart extends Omit<Chart, 'labels' | 'series'> {
  readonly labels: string
  readonly series: readonly (Omit<Series, 'values'> & { readonly values: string })[]
}

export interface Page {
  readonly sheet: string
  /** In letters, from the first column on. */
  readonly widths: readonly number[]
  readonly parts: readonly Part[]
  readonly print?: Print
  readonly frozen?: { readonly rows: number; readonly columns: number }
}

/** Cells of a part, counted from its corner. */
export const at = (
  { sheet, top, left }: Corner,
  row: number,
  column: number,
  rows = 1,
  columns = 1,
): Area => ({
  ...{ sheet, top: top + row, left: left + column },
  ...{ bottom: top + row + rows - 1, right: left + column + columns - 1 },
})

/** The pages of a workbook as edits, each part below the one before it, with a row between. */
export function drawPages(pages: readonly Page[]): readonly Edit[] {
  const placed = pages.map(page => ({ page, drawn: placeParts(page) }))
  const anchorsOf = (drawn: readonly Placed[]): Anchors =>
    Object.assign({}, ...drawn.map(({ part }) => part.anchors))
  // What a page calls so itself goes before what others do, and of those the first.
  const all: Anchors = Object.assign({}, ...placed.map(({ drawn }) => anchorsOf(drawn)).reverse())
  return placed.flatMap(({ page, drawn }) => pageEdits(page, drawn, { ...all, ...anchorsOf(drawn) }))
}

interface Placed {
  readonly top: number
  readonly part: Drawn
}

const [firstRow, firstColumn] = [1, 1]

function placeParts({ sheet, parts }: Page): readonly Placed[] {
  let top = firstRow
  return parts.map(part => {
    const drawn = { top, part: part({ sheet, top, left: firstColumn }) }
    top += (drawn.part.rows ?? drawn.part.cells.length) + 1
    return drawn
  })
}

type Anchors = Readonly<Record<string, Area>>

function pageEdits(page: Page, placed: readonly Placed[], anchors: Anchors): readonly Edit[] {
  const { sheet, widths } = page
  const all = <Item>(read: (part: Drawn) => readonly Item[] | undefined): readonly Item[] =>
    placed.flatMap(({ part }) => read(part) ?? [])
  const writes = placed.flatMap(({ top, part }): Edit[] => {
    if (part.cells.length === 0) return []
    const width = Math.max(...part.cells.map(row => row.length))
    const area = { ...{ sheet, top, left: firstColumn }, bottom: top + part.cells.length - 1, right: width }
    const cells = part.cells.map(row =>
      Array.from({ length: width }, (_, column) =>
        resolved(column < row.length ? row[column] : null, sheet, anchors),
      ),
    )
    return [{ do: 'write', area, cells }]
  })
  const inputs = all(part => part.inputs)
  const charts = all(part => part.charts)
  return [
    { do: 'add sheet', sheet },
    ...writes,
    ...all(part => part.looks).map(([area, look]): Edit => ({ do: 'look', area, look })),
    ...inputs.map((area): Edit => ({ do: 'look', area, look: { fill: 'input' } })),
    { do: 'widths', sheet, letters: widths },
    ...all(part => Object.entries(part.names ?? {})).map(
      ([name, area]): Edit => ({ do: 'name', name, area }),
    ),
    {
      do: 'dress',
      sheet,
      dress: {
        gridlines: false,
        ...(page.frozen && { frozen: page.frozen }),
        charts: charts.map(chart => withAreas(chart, anchors)),
        conditions: all(part => part.conditions),
        choices: all(part => part.choices).map(
          ({ from, ...rest }): Choices => ({
            ...rest,
            from: typeof from === 'string' ? (anchors[from] as Area) : from,
          }),
        ),
        guarded: guarded(writes, inputs),
        print: page.print ?? { landscape: true, headerRows: 0 },
      },
    },
  ]
}

function resolved(content: Content, sheet: string, anchors: Anchors): Content {
  if (typeof content !== 'object' || content === null) return content
  return {
    formula: content.formula.replace(/\{([a-z][\w.]*)\}/g, (whole, anchor: string) => {
      const area = anchors[anchor]
      if (!area) return whole
      const address = addressText(area)
      return area.sheet === sheet ? address.slice(address.lastIndexOf('!') + 1) : address
    }),
  }
}

function withAreas({ labels, series, ...chart }: DrawnChart, anchors: Anchors): Chart {
  const area = (anchor: string): Area => anchors[anchor] as Area
  return {
    ...chart,
    labels: area(labels),
    series: series.map(one => ({ ...one, values: area(one.values) })),
  }
}

/** All that is written but the cells that people fill in. */
function guarded(writes: readonly Edit[], inputs: readonly Area[]): readonly Area[] {
  const isInput = (row: number, column: number): boolean =>
    inputs.some(
      ({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right,
    )
  return writes.flatMap(write => {
    if (write.do !== 'write') return []
    const cells = write.cells.map((row, down) =>
      row.map((content, across) =>
        content === null || isInput(write.area.top + down, write.area.left + across) ? undefined : true,
      ),
    )
    return withoutHoles({ ...write, cells }).map(({ area }) => area)
  })
}
