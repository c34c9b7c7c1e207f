/**
 * Google's spreadsheet services over a workbook in memory, with their habits: what is set is read as if it were typed,
 * dates come as instants, sheets end, an error comes as its text, and nobody edits what is protected.
 */
import { chartServices, dressServices, type FakeDress, rangeDress, sheetDress, undressed } from './fake-dress'
import { clockServices, instantOf } from './load'

export interface FakeCell {
  value: number | string | boolean
  formula: string
  format: string
}

export interface FakeSheet {
  name: string
  cells: Map<string, FakeCell>
  rows: number
  columns: number
  hidden: boolean
  guarded: boolean
  dress: FakeDress
}

export interface FakeSheets {
  sheets: FakeSheet[]
  names: { name: string; range: FakeArea | null }[]
  locale: string
  timeZone: string
  active: string
  selection: FakeArea | null
  /** Who holds the document's lock. */
  lock: object | null
  /** Whether a cell of plain text, too, takes a leading apostrophe for a sign. */
  eatsApostrophes: boolean
  /** What formulas show. */
  compute: (formula: string) => number | string | boolean
  /** Called before each `setValues`, to fail or to let somebody write in between. */
  beforeWrite: (sheet: FakeSheet) => void
}

export interface FakeArea {
  sheet: string
  row: number
  column: number
  rows: number
  columns: number
}

export function fakeSheets(names: readonly string[]): FakeSheets {
  return {
    sheets: names.map(newSheet),
    names: [],
    locale: 'en_GB',
    timeZone: 'Europe/Berlin',
    active: names[0] as string,
    selection: null,
    lock: null,
    eatsApostrophes: true,
    compute: formula => (formula === '=1+1' ? 2 : '#NAME?'),
    beforeWrite: () => {},
  }
}

const newSheet = (name: string): FakeSheet => ({
  ...{ name, cells: new Map(), rows: 20, columns: 6, hidden: false, guarded: false, dress: undressed() },
})

/** Whose script runs, on which spreadsheet. */
export interface Session {
  readonly book: FakeSheets
  readonly editor: object
}

/** The services as an editor's script sees them. */
export function sheetsServices(session: () => Session): Record<string, unknown> {
  return {
    SpreadsheetApp: {
      getActiveSpreadsheet: () => spreadsheetService(session().book),
      flush: () => {},
      ProtectionType: { SHEET: 'SHEET', RANGE: 'RANGE' },
      ...dressServices,
    },
    Charts: chartServices,
    LockService: { getDocumentLock: () => documentLock(session()) },
    Utilities: clockServices('').services.Utilities,
  }
}

function documentLock({ book, editor }: Session) {
  return {
    tryLock: () => {
      book.lock ??= editor
      return book.lock === editor
    },
    releaseLock: () => {
      if (book.lock === editor) book.lock = null
    },
  }
}

function spreadsheetService(book: FakeSheets) {
  const spreadsheet = {
    getSheets: () => book.sheets.map(sheet => sheetService(book, sheet)),
    getSheetByName: (name: string) => {
      const sheet = book.sheets.find(known => known.name === name)
      return sheet ? sheetService(book, sheet) : null
    },
    getSpreadsheetLocale: () => book.locale,
    getSpreadsheetTimeZone: () => book.timeZone,
    getNamedRanges: () => book.names.map(named => namedService(book, named)),
    setNamedRange: (name: string, range: { area: FakeArea }) => {
      book.names = [...book.names.filter(known => known.name !== name), { name, range: range.area }]
    },
    getActiveSheet: () => spreadsheet.getSheetByName(book.active),
    setActiveSheet: (sheet: { getName(): string }) => {
      book.active = sheet.getName()
    },
    getCurrentCell: () => book.selection && rangeService(book, { ...book.selection, rows: 1, columns: 1 }),
    getActiveRange: () => book.selection && rangeService(book, book.selection),
    setActiveRange: (range: { area: FakeArea }) => {
      book.selection = range.area
    },
    insertSheet: (name: string, place: number) => {
      if (book.sheets.some(known => known.name.toLowerCase() === name.toLowerCase()))
        throw new Error(`A sheet with the name "${name}" already exists. Please enter another name.`)
      book.sheets.splice(place, 0, newSheet(name))
      book.active = name
    },
    deleteSheet: (sheet: { getName(): string }) => {
      if (book.sheets.length === 1) throw new Error("You can't remove all the sheets in a document.")
      const name = sheet.getName()
      book.sheets = book.sheets.filter(known => known.name !== name)
      // Another sheet is shown then.
      const [{ name: shown }] = book.sheets as [FakeSheet]
      if (book.active === name) book.active = shown
      if (book.selection?.sheet === name)
        book.selection = { sheet: shown, row: 1, column: 1, rows: 1, columns: 1 }
      book.names = book.names.map(named => (named.range?.sheet === name ? { ...named, range: null } : named))
    },
  }
  return spreadsheet
}

function sheetService(book: FakeSheets, sheet: FakeSheet) {
  const edge = (place: 0 | 1) =>
    Math.max(
      0,
      ...[...sheet.cells]
        .filter(([, { value, formula }]) => value !== '' || formula !== '')
        .map(([key]) => Number(key.split(' ')[place])),
    )
  return {
    getName: () => sheet.name,
    getType: () => ({ toString: () => 'GRID' }),
    getLastRow: () => edge(0),
    getLastColumn: () => edge(1),
    getMaxRows: () => sheet.rows,
    getMaxColumns: () => sheet.columns,
    insertRowsAfter: (_: number, count: number) => {
      sheet.rows += count
    },
    insertColumnsAfter: (_: number, count: number) => {
      sheet.columns += count
    },
    isSheetHidden: () => sheet.hidden,
    getProtections: () => (sheet.guarded ? [{ canEdit: () => false }] : []),
    ...sheetDress(sheet, () => refuseGuarded(sheet)),
    getRange: (row: number, column: number, rows: number, columns: number) => {
      if (row < 1 || column < 1 || rows < 1 || columns < 1) throw new Error('The starting row is too small.')
      if (row + rows - 1 > sheet.rows || column + columns - 1 > sheet.columns)
        throw new Error('The coordinates of the range are outside the dimensions of the sheet.')
      return rangeService(book, { sheet: sheet.name, row, column, rows, columns })
    },
  }
}

function namedService(book: FakeSheets, named: { name: string; range: FakeArea | null }) {
  return {
    getName: () => named.name,
    getRange: () => named.range && rangeService(book, named.range),
    setRange: (range: { area: FakeArea }) => {
      named.range = range.area
    },
    remove: () => {
      book.names = book.names.filter(known => known !== named)
    },
  }
}

function rangeService(book: FakeSheets, area: FakeArea): object {
  const sheet = book.sheets.find(known => known.name === area.sheet) as FakeSheet
  const cellAt = (row: number, column: number): FakeCell => {
    const key = `${area.row + row} ${area.column + column}`
    const known = sheet.cells.get(key) ?? { value: '', formula: '', format: 'General' }
    sheet.cells.set(key, known)
    return known
  }
  const map = <Found>(find: (cell: FakeCell) => Found) =>
    Array.from({ length: area.rows }, (_, row) =>
      Array.from({ length: area.columns }, (_, column) => find(cellAt(row, column))),
    )
  const forEach = <Given>(rows: Given[][], act: (cell: FakeCell, given: Given) => void) => {
    if (rows.length !== area.rows || rows.some(row => row.length !== area.columns))
      throw new Error('The number of rows or columns in the data does not match the range.')
    refuseGuarded(sheet)
    for (const [row, cells] of rows.entries())
      for (const [column, given] of cells.entries()) act(cellAt(row, column), given)
  }
  const look = () => refuseGuarded(sheet)
  const service = {
    area,
    getSheet: () => sheetService(book, sheet),
    getRow: () => area.row,
    getColumn: () => area.column,
    getNumRows: () => area.rows,
    getNumColumns: () => area.columns,
    getCell: (row: number, column: number) =>
      rangeService(book, {
        ...{ sheet: area.sheet, row: area.row + row - 1, column: area.column + column - 1 },
        ...{ rows: 1, columns: 1 },
      }),
    getFormulas: () => map(cell => cell.formula),
    getNumberFormats: () => map(cell => cell.format),
    getValues: () => map(cell => handed(book, cell)),
    setNumberFormats: (formats: string[][]) =>
      forEach(formats, (cell, format) => {
        cell.format = format
      }),
    setNumberFormat: (format: string) => {
      refuseGuarded(sheet)
      map(cell => {
        cell.format = format
      })
    },
    setValues: (values: unknown[][]) => {
      book.beforeWrite(sheet)
      forEach(values, (cell, value) => typeInto(book, cell, value))
    },
    setValue: (value: unknown) => forEach([[value]], (cell, given) => typeInto(book, cell, given)),
    clearContent: () => forEach([['']], (cell, given) => typeInto(book, cell, given)),
    ...{ setWrap: look, setFontWeight: look, setFontSize: look, setFontColor: look, setBackground: look },
    ...{ setHorizontalAlignment: look, ...rangeDress(sheet, area, look) },
  }
  return service
}

function refuseGuarded({ guarded }: FakeSheet): void {
  if (guarded) throw new Error('You are trying to edit a protected cell or object.')
}

/** A value as a script gets it: an instant where the format is one of dates. */
function handed({ timeZone }: FakeSheets, { value, format }: FakeCell): unknown {
  if (typeof value !== 'number' || !/y/.test(format)) return value
  const shown = new Date(Math.round((value - 25_569) * 86_400_000))
    .toISOString()
    .slice(0, 23)
    .replace('T', ' ')
  return new Date(instantOf(shown, timeZone))
}

/** As if somebody typed it. */
export function typeInto(book: FakeSheets, cell: FakeCell, given: unknown): void {
  const text = String(given)
  cell.formula = ''
  if (typeof given !== 'string') {
    // A number in a cell of plain text becomes a text.
    cell.value = cell.format === '@' ? text : (given as number | boolean)
    return
  }
  const isSign = text[0] === "'" && (cell.format !== '@' || book.eatsApostrophes)
  if (isSign) cell.value = text.slice(1)
  else if (cell.format === '@') cell.value = text
  else if (/^[=+-]./.test(text) && !/^[+-]?\d+$/.test(text)) {
    const formula = text[0] === '=' ? text : `=${text}`
    cell.formula = /^(?:en|ja)_/.test(book.locale) ? withCommas(formula) : formula
    cell.value = book.compute(cell.formula)
  } else cell.value = asTyped(text)
  if (typeof cell.value === 'number' && /^\d\d\/\d\d$/.test(text)) cell.format = 'dd/mm'
}

function asTyped(text: string): number | string | boolean {
  if (/^(true|false)$/i.test(text)) return text.toUpperCase() === 'TRUE'
  if (/^\d\d\/\d\d$/.test(text)) return 46_000
  const plain = text.trim().replace(/%$/, '')
  return plain !== '' && Number.isFinite(Number(plain)) && !/^0[xbo]/i.test(plain) ? Number(plain) : text
}

/** Google takes a semicolon between arguments in every locale; in an array constant it ends a row. */
const withCommas = (formula: string) =>
  formula
    .split(/(\{[^}]*\}|"[^"]*")/)
    .map((part, place) => (place % 2 === 0 ? part.replace(/;/g, ',') : part))
    .join('')
