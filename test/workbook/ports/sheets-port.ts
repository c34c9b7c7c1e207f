import { appsScript } from '../../../build/apps-script'
import { type Area, addressText, parseAddress } from '../../../shared/workbook/area'
import type { Host } from '../../../shared/workbook/steps'
import type { FakeChart, FakeDress } from '../../apps-script/fake-dress'
import {
  type FakeArea,
  type FakeCell,
  type FakeSheets,
  fakeSheets,
  type Session,
  sheetsServices,
  typeInto,
} from '../../apps-script/fake-sheets'
import { loadScript } from '../../apps-script/load'
import { type Dressed, lookOf, type OpenPort, paused } from './port'

let script: Promise<string> | undefined

/** The script as it is pushed to Google, in a bare context for each editor. */
export const openSheets: OpenPort = async (sheets, language = 'en-GB') => {
  script ??= appsScript()
  const text = await script
  const book = fakeSheets(sheets)
  book.locale = language.replace('-', '_')
  const sheetNamed = (name: string) =>
    book.sheets.find(sheet => sheet.name === name) as (typeof book.sheets)[0]
  return {
    editor: pause => paused(scriptFor(text, book).sheetsHost(), pause),
    type: (address, content) => {
      const { sheet, row, column } = placeOf(address)
      const cell: FakeCell = { value: '', formula: '', format: typeof content === 'string' ? '@' : 'General' }
      sheetNamed(sheet).cells.set(`${row} ${column}`, cell)
      if (typeof content === 'object') typeInto(book, cell, content?.formula ?? '')
      else if (typeof content === 'string') cell.value = content
      else typeInto(book, cell, content)
    },
    guard: sheet => Object.assign(sheetNamed(sheet), { guarded: true }),
    hide: sheet => Object.assign(sheetNamed(sheet), { hidden: true }),
    click: address => {
      book.selection = placeOf(address)
    },
    dressed: sheet => dressedIn(sheetNamed(sheet).dress),
  }
}

interface Script {
  readonly sheetsHost: () => Host
}

const running: { session: Session; script: Script }[] = []
let turn = 0

/** More scripts at once than any test has editors; loading one takes longer than what is asked of it. */
const mostAtOnce = 8

function scriptFor(text: string, book: FakeSheets): Script {
  turn = (turn + 1) % mostAtOnce
  const known = running[turn] ?? loaded(text, book)
  running[turn] = known
  known.session = { book, editor: {} }
  return known.script
}

function loaded(text: string, book: FakeSheets): (typeof running)[number] {
  const entry = { session: { book, editor: {} }, script: undefined as unknown as Script }
  entry.script = loadScript(
    text,
    sheetsServices(() => entry.session),
  ).context.Plumbline as Script
  return entry
}

function placeOf(address: string): FakeArea {
  const { sheet, top, left, bottom, right } = parseAddress(address, '') as Area
  return { sheet, row: top + 1, column: left + 1, rows: bottom - top + 1, columns: right - left + 1 }
}

const textOf = ({ sheet, row, column, rows, columns }: FakeArea) =>
  addressText({
    ...{ sheet, top: row - 1, left: column - 1 },
    ...{ bottom: row + rows - 2, right: column + columns - 2 },
  })

function dressedIn({ frozen, gridlines, charts, rules, validations, protections }: FakeDress): Dressed {
  return {
    ...{ frozen, gridlines, charts: charts.map(chartIn) },
    conditions: rules.flatMap(({ areas, formula, fill }) =>
      areas.map(area => ({ area: textOf(area), formula, look: lookOf(fill) })),
    ),
    choices: validations.map(({ area, rule: { from, allowsInvalid } }) => ({
      ...{ area: textOf(area), strict: !allowsInvalid },
      from: Array.isArray(from) ? from : textOf(from as FakeArea),
    })),
    guarded: protections.filter(({ warningOnly }) => warningOnly).map(({ area }) => textOf(area)),
  }
}

/** As Google draws it: the first range along the axis, a series of each other one. */
function chartIn({ kind, position, ranges, options, headers, transposed, merge }: FakeChart) {
  const [labels, ...values] = ranges as [FakeArea, ...FakeArea[]]
  const isAcross = labels.rows === 1
  if (headers !== 0 || transposed !== isAcross || (merge === 'MERGE_ROWS') !== isAcross)
    throw new Error('the chart would take its first numbers for names')
  const { title, isStacked, series, vAxes, hAxis, legend } = options as unknown as GoogleOptions
  if ((legend.position === 'none') !== (values.length === 1)) throw new Error('a legend for one series')
  const sort = kind.toLowerCase() as 'column' | 'bar' | 'line' | 'combo' | 'scatter'
  const [row = 0, column = 0] = position
  return {
    ...{ kind: isStacked ? ('stacked column' as const) : sort, title, labels: textOf(labels) },
    at: textOf({ ...labels, sheet: labels.sheet, row, column, rows: 1, columns: 1 }),
    format: hAxis?.format ?? vAxes?.[0]?.format,
    secondFormat: vAxes?.[1]?.format,
    series: values.map((area, place) => {
      const { labelInLegend, color, type, targetAxisIndex = 0 } = series[place] as GoogleSeries
      return {
        ...{ name: labelInLegend, values: textOf(area), colour: color, second: targetAxisIndex === 1 },
        isLine: sort === 'line' || type === 'line',
      }
    }),
  }
}

interface GoogleSeries {
  readonly labelInLegend: string
  readonly color: string
  readonly type?: 'line' | 'bars'
  readonly targetAxisIndex?: number
}

interface GoogleOptions {
  readonly title: string
  readonly isStacked?: boolean
  readonly series: Readonly<Record<number, GoogleSeries>>
  readonly vAxes?: Readonly<Record<number, { format?: string }>>
  readonly hAxis?: { readonly format: string }
  readonly legend: { readonly position: string }
}
