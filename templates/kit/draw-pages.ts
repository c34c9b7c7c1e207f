import { type Area, addressText } from '../../shared/workbook/area'
import type { Chart, Choices } from '../../shared/workbook/dress'
import { withoutHoles } from '../../shared/workbook/holes'
import type { Content, Edit } from '../../shared/workbook/steps'
import type { Drawn, DrawnChart, Page } from './page'

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
