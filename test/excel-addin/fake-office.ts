/**
 * Excel's objects over a workbook in memory, with their habits: nothing happens before `sync`, what was not loaded
 * cannot be read, a batch that breaks off stays half done, what is set is read as if it were typed, and too much at
 * once is refused.
 */
import { type FakeDress, lockable, rangeDress, sheetDress, sheetSetters, undressed } from './fake-dress'

export interface FakeCell {
  value: number | string | boolean
  formula: string
  format: string
  type: 'Empty' | 'String' | 'Double' | 'Boolean' | 'Error'
}

export interface FakeSheet {
  name: string
  cells: Map<string, FakeCell>
  visibility: 'Visible' | 'Hidden'
  isProtected: boolean
  dress: FakeDress
}

export interface FakeArea {
  readonly sheet: string
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

export interface FakeBook {
  sheets: FakeSheet[]
  names: { name: string; formula: string }[]
  settings: Map<string, unknown>
  language: string
  decimalSeparator: string
  selection: FakeArea | undefined
  compute: (formula: string) => number | string | boolean
  /** Thrown by the next round trip instead of anything being done. */
  failure: { code: string; message?: string } | undefined
  /** Round trips so far, and the largest answer among them in letters. */
  roundTrips: number
  largest: number
}

export function fakeBook(names: readonly string[]): FakeBook {
  return {
    sheets: names.map(newSheet),
    names: [],
    settings: new Map(),
    language: 'en-GB',
    decimalSeparator: '.',
    selection: undefined,
    compute: formula => (formula === '=1+1' ? 2 : '#NAME?'),
    failure: undefined,
    roundTrips: 0,
    largest: 0,
  }
}

const newSheet = (name: string): FakeSheet => ({
  ...{ name, cells: new Map(), visibility: 'Visible', isProtected: false, dress: undressed() },
})

export interface Batch {
  readonly book: FakeBook
  readonly queue: (() => void)[]
  /** Letters that the answer of this round trip holds so far. */
  weight: number
}

export const failing = (code: string, message = code) => Object.assign(new Error(message), { code })

/** `Excel.run` for one editor; `pause` is awaited before each round trip, where others come in between. */
export function excelRun(book: FakeBook, pause: () => Promise<void> = async () => {}) {
  return async <Answer>(act: (context: never) => Promise<Answer>): Promise<Answer> => {
    const batch: Batch = { book, queue: [], weight: 0 }
    const sync = async () => {
      await pause()
      book.roundTrips++
      batch.weight = 0
      const steps = batch.queue.splice(0)
      const { failure } = book
      book.failure = undefined
      if (failure) throw failing(failure.code, failure.message)
      for (const step of steps) step()
      book.largest = Math.max(book.largest, batch.weight)
    }
    const answer = await act({ workbook: workbookObject(batch), sync } as never)
    await sync()
    return answer
  }
}

type State = Record<string, unknown>

/**
 * An object of the client: `state` is what it is at the moment of a round trip, undefined where there is none;
 * `writable` are properties that can be set; `rest` are methods and other objects.
 */
export function clientObject(
  batch: Batch,
  state: () => State | undefined,
  rest: object = {},
  writable: Record<string, (value: never) => void> = {},
): Record<string, unknown> {
  const loaded: State = {}
  let isNull: boolean | undefined
  const later = (act: () => void) => batch.queue.push(act)
  const loadOne = (path: string) => {
    const [name, ...more] = path.trim().split('/') as [string, ...string[]]
    if (more.length > 0) return (object[name] as { load(path: string): void }).load(more.join('/'))
    later(() => {
      const now = state()
      isNull = now === undefined
      if (now === undefined) return
      if (!(name in now)) throw failing('PropertyNotFound', `${name} is no property`)
      loaded[name] = now[name]
      batch.weight += JSON.stringify(now[name]).length
      if (batch.weight > 5_000_000) throw failing('ResponsePayloadSizeLimitExceeded')
    })
  }
  const known = Object.defineProperties(
    {
      load: (paths: string | readonly string[]) => {
        for (const path of [paths].flat().flatMap(text => text.split(','))) loadOne(path)
      },
    },
    Object.getOwnPropertyDescriptors(rest),
  ) as Record<string, unknown>
  const object: Record<string, unknown> = new Proxy(known, {
    get(_, name) {
      if (name in known || typeof name === 'symbol' || name === 'then') return known[name as string]
      if (name === 'isNullObject' && isNull !== undefined) return isNull
      if (name in loaded) return loaded[name]
      throw failing('PropertyNotLoaded', `${name} was read before it was loaded`)
    },
    set(_, name, value: never) {
      const write = writable[name as string]
      if (write === undefined) throw failing('InvalidOperation', `${String(name)} cannot be set`)
      later(() => write(value))
      return true
    },
  })
  return object
}

/** A collection: `items` are there once something of theirs was loaded. */
export function collection<Item>(
  batch: Batch,
  list: () => readonly Item[],
  asObject: (item: Item) => Record<string, unknown>,
  methods: object,
) {
  let items: Record<string, unknown>[] | undefined
  return {
    load: (paths: string | readonly string[]) => {
      const wanted = [paths].flat().flatMap(text => text.split(','))
      batch.queue.push(() => {
        items = list().map(asObject)
        const before = batch.queue.splice(0)
        for (const item of items) {
          for (const path of wanted)
            (item.load as (path: string) => void)(path.trim().replace(/^items\//, ''))
        }
        // What was asked of the items is done with the list itself, in the same round trip.
        for (const step of batch.queue.splice(0)) step()
        batch.queue.push(...before)
      })
    },
    get items() {
      if (items === undefined) throw failing('PropertyNotLoaded', 'items was read before it was loaded')
      return items
    },
    ...methods,
  }
}

function workbookObject(batch: Batch) {
  const { book } = batch
  const place = () => book.selection ?? fail('InvalidSelection')
  return {
    worksheets: sheetsObject(batch),
    names: collection(
      batch,
      () => book.names,
      named => nameObject(batch, named),
      {
        add: (name: string, range: { area: FakeArea }) =>
          batch.queue.push(() => {
            if (!/^[A-Za-z_]\w*$/.test(name)) throw failing('InvalidArgument')
            if (book.names.some(known => known.name.toUpperCase() === name.toUpperCase()))
              throw failing('ItemAlreadyExists')
            book.names.push({ name, formula: `=${absolute(range.area)}` })
          }),
      },
    ),
    settings: settingsObject(batch),
    application: clientObject(batch, () => ({ decimalSeparator: book.decimalSeparator }), {
      cultureInfo: clientObject(batch, () => ({ name: book.language })),
    }),
    getActiveCell: () => rangeObject(batch, () => ({ ...place(), rows: 1, columns: 1 })),
    getSelectedRange: () => rangeObject(batch, place),
  }
}

function settingsObject(batch: Batch) {
  const { settings } = batch.book
  const object = (key: string) =>
    clientObject(batch, () => (settings.has(key) ? { key, value: settings.get(key) } : undefined), {
      delete: () =>
        batch.queue.push(() => {
          if (!settings.delete(key)) throw failing('ItemNotFound')
        }),
    })
  return collection(batch, () => [...settings.keys()], object, {
    add: (key: string, value: unknown) => batch.queue.push(() => settings.set(key, structuredClone(value))),
    getItem: object,
    getItemOrNullObject: object,
  })
}

function nameObject(batch: Batch, named: { name: string; formula: string }) {
  const { book } = batch
  return clientObject(
    batch,
    () => ({ ...named }),
    {
      delete: () =>
        batch.queue.push(() => {
          book.names = book.names.filter(known => known.name !== named.name)
        }),
    },
    {
      formula: (formula: string) => {
        const known = book.names.find(({ name }) => name === named.name) ?? fail('ItemNotFound')
        known.formula = formula
      },
    },
  )
}

function sheetsObject(batch: Batch) {
  const { book } = batch
  const object = (name: string) => sheetObject(batch, name)
  return collection(batch, () => book.sheets.map(sheet => sheet.name), object, {
    getItem: object,
    getItemOrNullObject: object,
    add: (name: string) => {
      batch.queue.push(() => {
        if (/[\\/?*[\]:]|^'|'$|^$/.test(name) || name.length > 31) throw failing('InvalidArgument')
        if (book.sheets.some(known => known.name.toLowerCase() === name.toLowerCase()))
          throw failing('ItemAlreadyExists')
        book.sheets.push(newSheet(name))
      })
      return object(name)
    },
  })
}

function sheetObject(batch: Batch, name: string): Record<string, unknown> {
  const { book } = batch
  const find = () => book.sheets.find(sheet => sheet.name === name)
  const found = () => find() ?? fail('ItemNotFound')
  const area = (row: number, column: number, rows: number, columns: number) => () => {
    if (row < 0 || column < 0 || rows < 1 || row + rows > 1_048_576 || column + columns > 16_384)
      throw failing('InvalidArgument')
    found()
    return { sheet: name, row, column, rows, columns }
  }
  return clientObject(
    batch,
    () => {
      const sheet = find()
      return sheet && { name, visibility: sheet.visibility, position: book.sheets.indexOf(sheet) }
    },
    {
      protection: clientObject(batch, () => ({ protected: found().isProtected }), {
        protect: () =>
          batch.queue.push(() => {
            if (found().isProtected) throw failing('AccessDenied')
            found().isProtected = true
          }),
      }),
      ...sheetDress(batch, found),
      getRangeByIndexes: (row: number, column: number, rows: number, columns: number) =>
        rangeObject(batch, area(row, column, rows, columns)),
      getUsedRangeOrNullObject: (valuesOnly: boolean) =>
        rangeObject(batch, () => (valuesOnly ? filled(found()) : fail('formats count too'))),
      activate: () =>
        batch.queue.push(() => {
          if (found().visibility !== 'Visible') throw failing('GeneralException')
          book.selection = { sheet: name, row: 0, column: 0, rows: 1, columns: 1 }
        }),
      delete: () =>
        batch.queue.push(() => {
          const sheet = found()
          if (book.sheets.length === 1) throw failing('InvalidOperation')
          book.sheets = book.sheets.filter(known => known !== sheet)
          // Another sheet is shown then.
          if (book.selection?.sheet === name) {
            const [{ name: shown }] = book.sheets as [FakeSheet]
            book.selection = { sheet: shown, row: 0, column: 0, rows: 1, columns: 1 }
          }
          for (const named of book.names)
            if (named.formula.startsWith(`=${quotedName(name)}!`)) named.formula = '=#REF!'
        }),
    },
    {
      ...sheetSetters(found),
      position: (place: number) => {
        const sheet = found()
        book.sheets = book.sheets.filter(known => known !== sheet)
        book.sheets.splice(place, 0, sheet)
      },
    },
  )
}

function filled(sheet: FakeSheet): FakeArea | undefined {
  const places = [...sheet.cells]
    .filter(([, { type }]) => type !== 'Empty')
    .map(([key]) => key.split(' ').map(Number))
  if (places.length === 0) return undefined
  const [rows, columns] = [places.map(([row]) => row as number), places.map(([, column]) => column as number)]
  const [row, column] = [Math.min(...rows), Math.min(...columns)]
  return {
    sheet: sheet.name,
    row,
    column,
    rows: Math.max(...rows) - row + 1,
    columns: Math.max(...columns) - column + 1,
  }
}

function rangeObject(batch: Batch, area: () => FakeArea | undefined): Record<string, unknown> {
  const { book } = batch
  const here = () => area() ?? fail('ItemNotFound')
  const sheet = () => book.sheets.find(known => known.name === here().sheet) ?? fail('ItemNotFound')
  const looking = {
    wrapText: () => {},
    columnWidth: () => {},
    bold: () => {},
    size: () => {},
    color: () => {},
    horizontalAlignment: () => {},
  }
  const look = (rest: object = {}) => clientObject(batch, () => ({}), rest, guarded(looking, sheet))
  let worksheet: Record<string, unknown> | undefined
  let format: Record<string, unknown> | undefined
  const protection = lockable(batch, sheet, here)
  return clientObject(
    batch,
    () => {
      const now = area()
      if (now === undefined) return undefined
      const map = (find: (cell: FakeCell) => unknown) => () =>
        Array.from({ length: now.rows }, (_, row) =>
          Array.from({ length: now.columns }, (_, column) =>
            find(peek(sheet(), now.row + row, now.column + column)),
          ),
        )
      return lazily({
        values: map(({ value }) => value),
        // As Excel does: a text shows without the apostrophe that made it one.
        formulas: map(({ formula, value }) => formula || value),
        text: map(({ value }) => String(value)),
        valueTypes: map(({ type }) => type),
        numberFormat: map(({ format }) => format),
        rowIndex: () => now.row,
        columnIndex: () => now.column,
        rowCount: () => now.rows,
        columnCount: () => now.columns,
        address: () => absolute(now).replace(/\$/g, ''),
      })
    },
    {
      get area() {
        return here()
      },
      get worksheet() {
        const protection = clientObject(batch, () => ({ protected: sheet().isProtected }))
        worksheet ??= clientObject(batch, () => ({ name: here().sheet }), { protection })
        return worksheet
      },
      get format() {
        format ??= look({ font: look(), fill: look({ clear: () => {} }), protection })
        return format
      },
      ...rangeDress(batch, sheet, here),
      select: () =>
        batch.queue.push(() => {
          book.selection = here()
        }),
      // Nothing spills here.
      getSpillParentOrNullObject: () => clientObject(batch, () => undefined),
    },
    guarded(
      {
        formulas: (values: unknown) =>
          setAll(book, sheet(), here(), values, (cell, given) => typeInto(book, cell, given)),
        numberFormat: (formats: unknown) =>
          setAll(book, sheet(), here(), formats, (cell, format) => {
            cell.format = String(format)
          }),
      },
      sheet,
    ),
  )
}

/** Setters that a protected sheet refuses. */
function guarded(setters: Record<string, (value: never) => void>, sheet: () => FakeSheet) {
  const refusing = (set: (value: never) => void) => (value: never) => {
    if (sheet().isProtected) throw failing('AccessDenied')
    set(value)
  }
  return Object.fromEntries(Object.entries(setters).map(([name, set]) => [name, refusing(set)]))
}

/** A state that is worked out only as far as it is loaded. */
function lazily(state: Record<string, () => unknown>): State {
  return Object.defineProperties(
    {},
    Object.fromEntries(Object.entries(state).map(([name, get]) => [name, { get, enumerable: true }])),
  )
}

function peek(sheet: FakeSheet, row: number, column: number): FakeCell {
  return sheet.cells.get(`${row} ${column}`) ?? { value: '', formula: '', format: 'General', type: 'Empty' }
}

function setAll(
  _: FakeBook,
  sheet: FakeSheet,
  { row, column, rows, columns }: FakeArea,
  given: unknown,
  act: (cell: FakeCell, given: unknown) => void,
): void {
  const isOne = !Array.isArray(given)
  const matrix = given as unknown[][]
  if (!isOne && (matrix.length !== rows || matrix.some(line => line.length !== columns)))
    throw failing(
      'InvalidArgument',
      'The number of rows or columns in the input array does not match the range.',
    )
  for (let down = 0; down < rows; down++) {
    for (let along = 0; along < columns; along++) {
      const content = isOne ? given : matrix[down]?.[along]
      // Null leaves a cell as it is.
      if (content === null) continue
      const cell = { ...peek(sheet, row + down, column + along) }
      act(cell, content)
      sheet.cells.set(`${row + down} ${column + along}`, cell)
    }
  }
}

/** As if somebody typed it. */
export function typeInto(book: Pick<FakeBook, 'compute'>, cell: FakeCell, given: unknown): void {
  cell.formula = ''
  const become = (value: FakeCell['value'], type: FakeCell['type']) => Object.assign(cell, { value, type })
  if (typeof given === 'number' && cell.format !== '@') become(given, 'Double')
  else if (typeof given === 'boolean') become(given, 'Boolean')
  else {
    const text = String(given)
    if (text === '') become('', 'Empty')
    else if (text[0] === "'") become(text.slice(1), 'String')
    else if (cell.format === '@') become(text, 'String')
    else if (/^[=+@-]./.test(text) && !/^[+-]?[\d.]+(?:e[+-]?\d+)?$/i.test(text)) {
      cell.formula = `=${text.replace(/^[=@+]/, '')}`
      const value = book.compute(cell.formula)
      become(value, typeof value === 'number' ? 'Double' : isErrorText(value) ? 'Error' : 'String')
    } else typeLiteral(text, become)
  }
}

const isErrorText = (value: unknown) =>
  /^#(?:N\/A|NAME\?|REF!|VALUE!|DIV\/0!|NUM!|NULL!)$/.test(String(value))

function typeLiteral(text: string, become: (value: FakeCell['value'], type: FakeCell['type']) => void): void {
  const plain = text.trim().replace(/%$/, '')
  if (isErrorText(text)) become(text, 'Error')
  else if (/^(?:true|false)$/i.test(text)) become(text.toUpperCase() === 'TRUE', 'Boolean')
  else if (/^\d\d\/\d\d$/.test(text)) become(46_000, 'Double')
  else if (plain !== '' && Number.isFinite(Number(plain)) && !/^0[xbo]/i.test(plain))
    become(Number(plain), 'Double')
  else become(text, 'String')
}

function absolute({ sheet, row, column, rows, columns }: FakeArea): string {
  const corner = (down: number, along: number) => `$${letters(along)}$${down + 1}`
  const end = rows * columns === 1 ? '' : `:${corner(row + rows - 1, column + columns - 1)}`
  return `${quotedName(sheet)}!${corner(row, column)}${end}`
}

const quotedName = (sheet: string) => (/^[A-Za-z_]+$/.test(sheet) ? sheet : `'${sheet.replace(/'/g, "''")}'`)

function letters(column: number): string {
  return (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))
}

function fail(code: string): never {
  throw failing(code)
}
