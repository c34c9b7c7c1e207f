import { excelHost } from '../../../excel-addin/host/host'
import { type Area, addressText, parseAddress } from '../../../shared/workbook/area'
import type { FakeChart } from '../../excel-addin/fake-dress'
import {
  excelRun,
  type FakeArea,
  type FakeBook,
  type FakeSheet,
  fakeBook,
  typeInto,
} from '../../excel-addin/fake-office'
import { type Dressed, lookOf, type OpenPort } from './port'

/** The host of the task pane over Excel's objects; a pause falls before each round trip. */
export const openExcel: OpenPort<{ book: FakeBook }> = async (sheets, language = 'en-GB') => {
  const book = fakeBook(sheets)
  Object.assign(book, { language, decimalSeparator: language === 'de-DE' ? ',' : '.' })
  const sheetNamed = (name: string) => book.sheets.find(sheet => sheet.name === name) as FakeSheet
  return {
    book,
    editor: pause => excelHost(excelRun(book, pause), async () => pause?.()),
    type: (address, content) => {
      const { sheet, row, column } = placeOf(address)
      const cell = { value: '', formula: '', format: 'General', type: 'Empty' as const }
      const typed = typeof content === 'string' ? `'${content}` : content
      typeInto(book, cell, typeof typed === 'object' ? (typed?.formula ?? '') : typed)
      sheetNamed(sheet).cells.set(`${row} ${column}`, cell)
    },
    guard: sheet => Object.assign(sheetNamed(sheet), { isProtected: true }),
    hide: sheet => Object.assign(sheetNamed(sheet), { visibility: 'Hidden' }),
    click: address => {
      book.selection = placeOf(address)
    },
    dressed: sheet => dressedIn(sheetNamed(sheet)),
  }
}

function placeOf(address: string): FakeArea {
  const { sheet, top, left, bottom, right } = parseAddress(address, '') as Area
  return { sheet, row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 }
}

const textOf = ({ sheet, row, column, rows, columns }: FakeArea) =>
  addressText({ sheet, top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 })

function dressedIn({ dress, isProtected }: FakeSheet): Dressed {
  const { frozen, gridlines, charts, rules, validations, locks, print } = dress
  const [everything, ...guarded] = locks
  if (isProtected && (everything?.area !== 'all' || everything.locked))
    throw new Error('all cells are guarded')
  const headerRows = Number(/^\$1:\$(\d+)$/.exec(print.titleRows)?.[1] ?? 0)
  return {
    ...{ frozen, gridlines, charts: charts.map(chartIn) },
    conditions: rules.map(({ area, formula, fill }) => ({ area: textOf(area), formula, look: lookOf(fill) })),
    choices: validations.map(({ area, source, style }) => ({
      ...{ area: textOf(area), strict: style === 'Stop' },
      from: typeof source === 'string' ? source.split(',') : textOf(source),
    })),
    guarded: isProtected ? guarded.map(({ area }) => textOf(area as FakeArea)) : [],
    print: { landscape: print.orientation === 'Landscape', headerRows },
  }
}

const kinds = {
  Line: 'line',
  ColumnClustered: 'column',
  ColumnStacked: 'stacked column',
  BarClustered: 'bar',
  XYScatter: 'scatter',
} as const

function chartIn({
  kind,
  title,
  position,
  format,
  secondFormat,
  series,
  legend,
}: FakeChart): Dressed['charts'][number] {
  if (legend !== series.length > 1) throw new Error('a legend for one series')
  const isMixed = series.some(one => one.kind === 'Line')
  return {
    kind: isMixed ? 'combo' : kinds[kind as keyof typeof kinds],
    ...{ title, format: format || undefined, secondFormat: secondFormat || undefined },
    ...{ at: textOf(position[0] as FakeArea), labels: textOf(series[0]?.labels as FakeArea) },
    series: series.map(({ name, values, colour = '', kind: own = kind, axisGroup }) => ({
      ...{ name, values: textOf(values as FakeArea), colour, second: axisGroup === 'Secondary' },
      isLine: own === 'Line',
    })),
  }
}
