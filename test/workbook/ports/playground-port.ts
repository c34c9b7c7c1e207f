import { helpers, Model } from '@odoo/o-spreadsheet'
import { registerOneStep } from '../../../playground/workbook/edits'
import { playgroundHost } from '../../../playground/workbook/host'
import { type Area, parseAddress } from '../../../shared/workbook/area'
import { type Dressed, lookOf, type OpenPort, paused } from './port'

const german = {
  ...{ name: 'German', code: 'de_DE', thousandsSeparator: '.', decimalSeparator: ',', weekStart: 1 },
  ...{ dateFormat: 'dd.mm.yyyy', timeFormat: 'hh:mm:ss', formulaArgSeparator: ';' },
}

/** Browsers have it; Node has it from 21 on. */
function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Record<string, Item[]> {
  const groups: Record<string, Item[]> = {}
  for (const item of items) groups[keyOf(item)] = [...(groups[keyOf(item)] ?? []), item]
  return groups
}

/** The spreadsheet that the playground shows, without its page. */
export const openPlayground: OpenPort<{ model: Model }> = async (sheets, language = 'en-GB') => {
  if (!('groupBy' in Object)) Object.assign(Object, { groupBy })
  registerOneStep()
  const data = helpers.createEmptyWorkbookData()
  data.sheets = sheets.map((name, index) => helpers.createEmptySheet(`sheet${index}`, name))
  const model = new Model(data)
  const english = { ...model.getters.getLocale(), code: 'en_GB' }
  model.dispatch('UPDATE_LOCALE', { locale: language === 'de-DE' ? german : english })
  const idOf = (name: string) => model.getters.getSheetIdByName(name) as string
  return {
    model,
    editor: pause =>
      paused(
        playgroundHost(
          () => model,
          () => false,
        ),
        pause,
      ),
    type: (address, content) => {
      const { sheet, top, left } = parseAddress(address, '') as Area
      const position = { sheetId: idOf(sheet), col: left, row: top }
      model.dispatch('UPDATE_CELL', { ...position, content: typed(content) })
    },
    dressed: sheet => dressedIn(model, idOf(sheet)),
    guard: sheet => model.dispatch('LOCK_SHEET', { sheetId: idOf(sheet) }),
    hide: sheet => model.dispatch('HIDE_SHEET', { sheetId: idOf(sheet) }),
    click: address => {
      const { top, left, bottom, right } = parseAddress(address, '') as Area
      model.selection.selectZone({ cell: { col: left, row: top }, zone: { top, left, bottom, right } })
    },
  }
}

function typed(content: string | number | boolean | null | { formula: string }): string {
  if (typeof content === 'string') return `'${content}`
  if (typeof content === 'object') return content?.formula ?? ''
  return typeof content === 'boolean' ? String(content).toUpperCase() : String(content)
}

/** The spreadsheet leaves the sheet out where it is the one that is spoken of. */
const withSheet = (sheet: string) => (xc: string) => (xc.includes('!') ? xc : `${sheet}!${xc}`)

function dressedIn(model: Model, sheetId: string): Dressed {
  const { getters } = model
  const { xSplit: columns, ySplit: rows } = getters.getPaneDivisions(sheetId)
  const xcOf = withSheet(getters.getSheetName(sheetId))
  return {
    ...{ frozen: { rows, columns }, gridlines: getters.getGridLinesVisibility(sheetId) },
    charts: getters.getChartIds(sheetId).map(id => chartIn(model, sheetId, id)),
    conditions: getters.getConditionalFormats(sheetId).flatMap(({ ranges, rule }) => {
      const { values, style } = rule as unknown as { values: string[]; style: { fillColor: string } }
      return ranges.map(area => ({
        area: xcOf(area),
        formula: values[0] ?? '',
        look: lookOf(style.fillColor),
      }))
    }),
    choices: getters.getDataValidationRules(sheetId).flatMap(({ ranges, criterion, isBlocking = false }) =>
      ranges.map(range => ({
        ...{ area: xcOf(getters.getRangeString(range, sheetId)), strict: isBlocking },
        from: criterion.type === 'isValueInRange' ? String(criterion.values[0]) : criterion.values,
      })),
    ),
  }
}

interface ChartData {
  readonly type: 'bar' | 'line' | 'combo' | 'scatter'
  readonly stacked?: boolean
  readonly horizontal?: boolean
  readonly title: { readonly text: string }
  readonly legendPosition: string
  readonly dataSource: {
    readonly labelRange: string
    readonly dataSetsHaveTitle: boolean
    readonly dataSets: readonly { readonly dataSetId: string; readonly dataRange: string }[]
  }
  readonly dataSetStyles: Record<
    string,
    { label: string; backgroundColor: string; yAxisId: string; type?: string }
  >
}

function chartIn({ getters }: Model, sheetId: string, id: string): Dressed['charts'][number] {
  const xcOf = withSheet(getters.getSheetName(sheetId))
  const { type, stacked, horizontal, title, legendPosition, dataSource, dataSetStyles } =
    getters.getChartDefinition(id) as unknown as ChartData
  const { dataSets, labelRange, dataSetsHaveTitle } = dataSource
  if ((legendPosition === 'none') !== (dataSets.length === 1)) throw new Error('a legend for one series')
  if (dataSetsHaveTitle) throw new Error('the chart would take its first numbers for names')
  const { col, row } = getters.getFigures(sheetId).find(figure => figure.id === id) as {
    col: number
    row: number
  }
  const bars = horizontal ? 'bar' : stacked ? 'stacked column' : 'column'
  return {
    ...{ kind: type === 'bar' ? bars : type, title: title.text, labels: xcOf(labelRange) },
    at: `${getters.getSheetName(sheetId)}!${helpers.toXC(col, row)}`,
    series: dataSets.map(({ dataSetId, dataRange }) => {
      const {
        label,
        backgroundColor,
        yAxisId,
        type: own = type,
      } = dataSetStyles[dataSetId] as never as ChartData['dataSetStyles'][string]
      return {
        ...{ name: label, values: xcOf(dataRange), colour: backgroundColor },
        ...{ isLine: own === 'line', second: yAxisId === 'y1' },
      }
    }),
  }
}
