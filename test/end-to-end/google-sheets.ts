import type { Browser } from 'playwright-core'
import { addressText, cellAt } from '../../shared/workbook/area'
import type { Ask } from '../../shared/workbook/questions'
import { type FakeSheets, fakeSheets, sheetsServices, typeInto } from '../apps-script/fake-sheets'
import { instantOf, loadScript } from '../apps-script/load'
import { runInPage } from './google-script-run'
import { area, board, type EndToEndHost, samples } from './host'
import { recalculate, type Shown } from './recalculate'
import { watch } from './watched'

/** What is pushed to Google. */
export interface Built {
  readonly script: string
  readonly page: string
}

const address = 'https://sidebar.example/'

/** The built page, whose `google.script.run` leads to the built script over Google's services in memory. */
export async function openGoogleSheets(browser: Browser, built: Built): Promise<EndToEndHost> {
  const book = fakeSheets([...Object.keys(samples), board])
  book.compute = () => 'Loading...'
  for (const [sheet, rows] of Object.entries(samples)) {
    for (const [row, cells] of rows.entries())
      for (const [column, value] of cells.entries()) {
        const format = isDay(rows[0]?.[column]) && row > 0 ? 'yyyy-mm-dd hh:mm' : 'General'
        put(book, sheet, row, column, { value: (value ?? '') as Shown, formula: '', format })
      }
  }
  const services = withCurrentCell(
    sheetsServices(() => ({ book, editor })),
    book,
  )
  let editor = {}
  const server = loadScript(built.script, services)
  const settle = () => recalculate(cellsOf(book, server))
  const call = (who: object, name: string, given: readonly unknown[]): unknown => {
    editor = who
    try {
      return server.call(name, given)
    } finally {
      settle()
    }
  }

  const context = await browser.newContext({ viewport: { width: 300, height: 700 } })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const trouble = watch(context, url => url === address || url.startsWith('blob:'))
  const page = await context.newPage()
  const own = {}
  await page.exposeFunction('server', (name: string, given: readonly unknown[]) => call(own, name, given))
  await page.addInitScript(runInPage)
  await page.route('**', route =>
    route.request().url() === address
      ? route.fulfill({ contentType: 'text/html', body: built.page })
      : route.abort(),
  )
  await page.goto(address)

  const other = {}
  const somebodyElse = (async (question: string, asked: unknown) =>
    JSON.parse(call(other, 'plumblineAsk', [question, JSON.stringify(asked)]) as string)) as Ask
  return {
    ...{ page, sidebar: page.mainFrame(), prefix: '', somebodyElse, trouble },
    enterSidebar: async () => {},
    select: async text => {
      const { sheet, top, left, bottom, right } = area(text)
      const [rows, columns] = [bottom - top + 1, right - left + 1]
      book.active = sheet
      book.selection = { sheet, row: top + 1, column: left + 1, rows, columns }
    },
    type: async contents => {
      for (const [text, content] of Object.entries(contents)) {
        const { sheet, top, left } = area(text)
        const cell = { value: '', formula: '', format: 'General' }
        typeInto(book, cell, content)
        put(book, sheet, top, left, cell)
      }
      settle()
    },
    state: async () => ({
      names: Object.fromEntries(
        book.names.flatMap(({ name, range }) => (range === null ? [] : [[name, textOf(range)]])),
      ),
      cells: Object.fromEntries(
        book.sheets.flatMap(({ name, cells }) =>
          [...cells].flatMap(([key, { value, formula }]) => {
            const [row = 0, column = 0] = key.split(' ').map(Number)
            const filled = value !== '' || formula !== ''
            return filled ? [[addressText(cellAt(name, row - 1, column - 1)), { formula, value }]] : []
          }),
        ),
      ),
    }),
    selection: async () => (book.selection === null ? '' : textOf(book.selection)),
    close: () => context.close(),
  }
}

/** What insertion asks of the one cell that is selected, besides. */
function withCurrentCell(services: Record<string, unknown>, book: FakeSheets): Record<string, unknown> {
  const app = services.SpreadsheetApp as { getActiveSpreadsheet(): { getCurrentCell(): object | null } }
  const getActiveSpreadsheet = () => {
    const spreadsheet = app.getActiveSpreadsheet()
    const current = spreadsheet.getCurrentCell()
    return { ...spreadsheet, getCurrentCell: () => current && { ...current, ...currentCell(book) } }
  }
  return { ...services, SpreadsheetApp: { ...app, getActiveSpreadsheet } }
}

function currentCell(book: FakeSheets): object {
  const place = { ...(book.selection as Place), rows: 1, columns: 1 }
  const known = book.sheets.find(({ name }) => name === place.sheet)?.cells
  const key = `${place.row} ${place.column}`
  const cell = () => known?.get(key) ?? { value: '', formula: '', format: 'General' }
  return {
    getA1Notation: () => textOf(place).replace(/^.*!/, ''),
    getFormula: () => cell().formula,
    getValue: () => cell().value,
    getDisplayValue: () => String(cell().value),
    getNumberFormat: () => cell().format,
    setFormula: (formula: string) => known?.set(key, { ...cell(), formula, value: 'Loading...' }),
  }
}

/** Columns that a CRM exports days in. */
export const isDay = (header: unknown) => /_at$|date|period_/.test(String(header))

type Place = NonNullable<FakeSheets['selection']>

const textOf = ({ sheet, row, column, rows, columns }: Place) =>
  addressText({
    ...{ sheet, top: row - 1, left: column - 1 },
    ...{ bottom: row + rows - 2, right: column + columns - 2 },
  })

interface Cell {
  value: Shown
  formula: string
  format: string
}

function put(book: FakeSheets, name: string, row: number, column: number, cell: Cell): void {
  const sheet = book.sheets.find(known => known.name === name)
  if (sheet === undefined) throw new Error(`there is no sheet ${name}`)
  sheet.rows = Math.max(sheet.rows, row + 1)
  sheet.columns = Math.max(sheet.columns, column + 1)
  sheet.cells.set(`${row + 1} ${column + 1}`, cell)
}

/** Custom functions are called as Google calls them: dates as instants, an error by throwing. */
function cellsOf(book: FakeSheets, server: ReturnType<typeof loadScript>) {
  const sheetNamed = (name: string) => book.sheets.find(sheet => sheet.name === name)
  const spreadsheet = () => server.context.SpreadsheetApp.getActiveSpreadsheet()
  return {
    cells: () =>
      book.sheets.flatMap(({ name, cells }) =>
        [...cells].flatMap(([key, { formula }]) => (formula === '' ? [] : [{ sheet: name, key, formula }])),
      ),
    put: (sheet: string, key: string, value: Shown) => {
      const cell = sheetNamed(sheet)?.cells.get(key)
      if (cell) cell.value = value
    },
    areaOf: (name: string) => {
      const range = book.names.find(known => known.name === name)?.range
      return range ? area(textOf(range)) : undefined
    },
    keyOf: ({ top, left }: { top: number; left: number }) => `${top + 1} ${left + 1}`,
    read: ({ sheet, top, left, bottom, right }: ReturnType<typeof area>): unknown => {
      const values = spreadsheet()
        .getSheetByName(sheet)
        .getRange(top + 1, left + 1, bottom - top + 1, right - left + 1)
        .getValues()
      return top === bottom && left === right ? values[0][0] : values
    },
    literal: (value: number | string): unknown => value,
    date: (day: string): unknown => server.inside.date(instantOf(day, book.timeZone)),
    number: (given: unknown) => given as number,
    call: (name: string, args: readonly unknown[]): Shown => {
      if (typeof server.context[name] !== 'function') return '#NAME?'
      try {
        const result = server.call(name, args)
        return (Array.isArray(result) ? result[0][0] : result) as Shown
      } catch {
        return '#ERROR!'
      }
    },
  }
}
