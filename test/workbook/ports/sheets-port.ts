import { appsScript } from '../../../build/apps-script'
import { type Area, parseAddress } from '../../../shared/workbook/area'
import type { Host } from '../../../shared/workbook/steps'
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
import { type OpenPort, paused } from './port'

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
