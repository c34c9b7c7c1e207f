import { helpers, Model } from '@odoo/o-spreadsheet'
import { registerOneStep } from '../../../playground/workbook/edits'
import { playgroundHost } from '../../../playground/workbook/host'
import { type Area, parseAddress } from '../../../shared/workbook/area'
import { type OpenPort, paused } from './port'

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
