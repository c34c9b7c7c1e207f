import type { WriteSheet } from 'hucre'
import { type Area, addressText } from '../../shared/workbook/area'
import type { Dress } from '../../shared/workbook/dress'
import { conditionColours } from '../../shared/workbook/looks'

/** What dresses a sheet, but its charts, as hucre writes it. */
export function dressed(dress: Dress, sheet: string): Partial<WriteSheet> {
  const { frozen, gridlines, conditions = [], choices = [], guarded, print } = dress
  return {
    ...(frozen && { freezePane: frozen }),
    ...(gridlines === false && { view: { showGridLines: false } }),
    conditionalRules: conditions.map(({ area, when, look }, index) => {
      const { text, fill } = conditionColours[look]
      return {
        ...{ type: 'expression', priority: index + 1, formula: when, range: local(area) },
        style: {
          font: { color: { rgb: text } },
          fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fill }, bgColor: { rgb: fill } },
        },
      }
    }),
    dataValidations: choices.map(({ area, from, strict }) => ({
      ...{ type: 'list', range: local(area), allowBlank: true, showErrorMessage: true },
      errorStyle: strict ? 'stop' : 'warning',
      ...(isArea(from) ? { formula1: absolute(from, sheet) } : { values: [...from] }),
    })),
    // Without a password: against a slip, not against a person.
    ...(guarded && guarded.length > 0 && { protection: { sheet: true, objects: true, formatColumns: true } }),
    ...(print && {
      pageSetup: {
        paperSize: 'a4',
        orientation: print.landscape ? 'landscape' : 'portrait',
        ...{ fitToPage: true, fitToWidth: 1 },
        // A list goes on from page to page, all else is one.
        fitToHeight: print.headerRows > 0 ? 0 : 1,
        ...(print.headerRows > 0 && { printTitlesRow: `$1:$${print.headerRows}` }),
      },
      headerFooter: { oddFooter: '&L&A&R&P / &N' },
    }),
  }
}

const isArea = (from: readonly string[] | Area): from is Area => 'sheet' in from

function absolute(area: Area, sheet: string): string {
  const text = addressText(area).replace(/([A-Z]+)(\d+)(?=(:|$))/g, '$$$1$$$2')
  return area.sheet === sheet ? text.slice(text.lastIndexOf('!') + 1) : text
}

/** An area of the sheet itself: `B2:D9`. */
export const local = (area: Area): string => addressText({ ...area, sheet: 'S' }).slice(2)
