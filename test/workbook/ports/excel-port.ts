import { excelHost } from '../../../excel-addin/host/host'
import { type Area, parseAddress } from '../../../shared/workbook/area'
import {
  excelRun,
  type FakeArea,
  type FakeBook,
  type FakeSheet,
  fakeBook,
  typeInto,
} from '../../excel-addin/fake-office'
import type { OpenPort } from './port'

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
  }
}

function placeOf(address: string): FakeArea {
  const { sheet, top, left, bottom, right } = parseAddress(address, '') as Area
  return { sheet, row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 }
}
