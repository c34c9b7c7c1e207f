import { addressText, cellAt, parseAddress } from '../../../shared/workbook/area'
import { conditionFormula, isList } from '../../../shared/workbook/dress'
import { fakeWorkbook } from '../fake-host'
import { type OpenPort, paused } from './port'

export const openFake: OpenPort = async (sheets, language = 'en-GB') => {
  const workbook = fakeWorkbook(Object.fromEntries(sheets.map(name => [name, []])))
  if (language === 'de-DE') workbook.locale = { language, decimal: ',', separator: ';' }
  workbook.compute = formula => (formula === '=1+1' ? 2 : { error: '#NAME?', reason: '' })
  let holder: object | undefined
  return {
    editor: pause => {
      const me = {}
      const host = {
        ...workbook.host,
        lock: () => {
          holder ??= me
          return holder === me
        },
        unlock: () => {
          if (holder === me) holder = undefined
        },
      }
      return paused(host, pause)
    },
    type: (address, content) => {
      const isFormula = typeof content === 'object' && content !== null
      const value = isFormula ? workbook.compute(content.formula, parseAddress(address, '') as never) : null
      workbook.put(address, isFormula ? { ...content, value } : content)
    },
    guard: sheet => Object.assign(workbook.sheets.get(sheet) as object, { guarded: true }),
    hide: sheet => Object.assign(workbook.sheets.get(sheet) as object, { hidden: true }),
    dressed: sheet => {
      const {
        frozen,
        gridlines,
        charts = [],
        conditions = [],
        choices = [],
        guarded,
        print,
      } = workbook.sheets.get(sheet)?.dress ?? {}
      return {
        ...{ frozen: frozen ?? { rows: 0, columns: 0 }, gridlines: gridlines ?? true, print },
        charts: charts.map(({ kind, title, over, labels, series, format, secondFormat }) => ({
          ...{ kind, title, at: addressText(cellAt(over.sheet, over.top, over.left)) },
          ...{ labels: addressText(labels), format, secondFormat },
          series: series.map(({ name, values, colour, as, secondAxis = false }) => ({
            ...{ name, values: addressText(values), colour: `#${colour}`, second: secondAxis },
            isLine: kind === 'line' || as === 'line',
          })),
        })),
        conditions: conditions.map(one => ({
          ...{ area: addressText(one.area), formula: conditionFormula(one), look: one.look },
        })),
        choices: choices.map(({ area, from, strict }) => ({
          ...{ area: addressText(area), from: isList(from) ? from : addressText(from), strict },
        })),
        guarded: guarded?.map(addressText),
      }
    },
    click: address => {
      const area = parseAddress(address, '') as never as NonNullable<typeof workbook.selected>['area']
      workbook.selected = { cell: { ...area, bottom: area.top, right: area.left }, area }
    },
  }
}
