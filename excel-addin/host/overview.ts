/// <reference types="office-js" />
import { type Area, parseAddress, sheetText } from '../../shared/workbook/area'
import type { Overview } from '../../shared/workbook/steps'
import { wallClock } from '../../shared/workbook/wall-clock'

export async function overview(context: Excel.RequestContext): Promise<Overview> {
  const { worksheets, names, application } = context.workbook
  worksheets.load('items/name,items/visibility')
  names.load('items/name,items/formula')
  application.load('decimalSeparator')
  application.cultureInfo.load('name')
  await context.sync()
  const sheets = worksheets.items.map(sheet => {
    sheet.protection.load('protected')
    return { sheet, used: usedRange(sheet) }
  })
  await context.sync()
  const decimal = application.decimalSeparator === ',' ? ',' : '.'
  return {
    sheets: sheets.map(({ sheet, used }) => ({
      name: sheet.name,
      ...endOf(used),
      hidden: sheet.visibility !== 'Visible',
      guarded: sheet.protection.protected,
    })),
    names: Object.fromEntries(names.items.map(({ name, formula }) => [name.toUpperCase(), areaIn(formula)])),
    // Excel tells no script what stands between arguments: a `;` where a comma is in numbers.
    locale: { language: application.cultureInfo.name, decimal, separator: decimal === ',' ? ';' : ',' },
    now: wallClock(new Date()),
    prefix: 'PLUMB.',
  }
}

/** Queues the question how far a sheet is filled; formats alone do not count. */
export function usedRange(sheet: Excel.Worksheet): Excel.Range {
  const used = sheet.getUsedRangeOrNullObject(true)
  used.load('rowIndex,rowCount,columnIndex,columnCount')
  return used
}

export function endOf(used: Excel.Range): { rows: number; columns: number } {
  return used.isNullObject
    ? { rows: 0, columns: 0 }
    : { rows: used.rowIndex + used.rowCount, columns: used.columnIndex + used.columnCount }
}

const lastRow = 1_048_576

/** What a name stands for, if that is one range: `=Leads!$A$1:$K$13`, or whole columns. */
export function areaIn(formula: unknown): Area | undefined {
  const text = String(formula).replace(/^=/, '')
  const wholeColumns = /^(.+!\$?[A-Z]{1,3}):(\$?[A-Z]{1,3})$/i.exec(text)
  const address = wholeColumns ? `${wholeColumns[1]}$1:${wholeColumns[2]}$${lastRow}` : text
  const area = parseAddress(address, '')
  return area && area.sheet !== '' && !area.sheet.includes('[') ? area : undefined
}

/** As a name's formula says it: with dollars, or it would mean something else in every cell. */
export function formulaOf(
  { sheet, top, left, bottom, right }: Area,
  letters: (column: number) => string,
): string {
  const corner = (row: number, column: number) => `$${letters(column)}$${row + 1}`
  return `=${sheetText(sheet)}!${corner(top, left)}:${corner(bottom, right)}`
}
