/**
 * Stands where Microsoft's library stands in the task pane's page: Excel's objects over a workbook in memory, and
 * formulas computed by the functions that the add-in registers.
 */
import { excelHost, type Run } from '../../excel-addin/host/host'
import { helps } from '../../shared/help'
import type { answer } from '../../shared/workbook/answer'
import { type Area, addressText, cellAt, parseAddress } from '../../shared/workbook/area'
import { answerLater } from '../../shared/workbook/run'
import { excelRun, type FakeBook, type FakeCell, fakeBook, typeInto } from '../excel-addin/fake-office'
import { recalculate, type Shown } from './recalculate'

declare global {
  var sampleTables: Readonly<Record<string, readonly (readonly unknown[])[]>>
  var plumblineAnswer: typeof answer | undefined
  var excel: typeof doubles
}

class FunctionError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message)
  }
}

type Fn = (...passed: readonly unknown[]) => unknown
const functions = new Map<string, Fn>()
const errorCodes = {
  ...{ divisionByZero: '#DIV/0!', notAvailable: '#N/A', invalidNumber: '#NUM!', invalidValue: '#VALUE!' },
  ...{ invalidName: '#NAME?', invalidReference: '#REF!', nullReference: '#NULL!' },
}

const book: FakeBook = fakeBook([...Object.keys(globalThis.sampleTables), 'Board'])
book.compute = () => '#BUSY!'
for (const [sheet, rows] of Object.entries(globalThis.sampleTables))
  for (const [row, cells] of rows.entries())
    for (const [column, value] of cells.entries())
      if (value !== null) type(cellAt(sheet, row, column), typeof value === 'string' ? `'${value}` : value)

function sheetNamed(name: string) {
  const sheet = book.sheets.find(known => known.name === name)
  if (sheet === undefined) throw new Error(`there is no sheet ${name}`)
  return sheet
}

function type({ sheet, top, left }: Area, content: unknown): void {
  const cell: FakeCell = { value: '', formula: '', format: 'General', type: 'Empty' }
  typeInto(book, cell, content)
  sheetNamed(sheet).cells.set(`${top} ${left}`, cell)
}

const areaOf = (name: string) => {
  const formula = book.names.find(known => known.name.toUpperCase() === name)?.formula
  return formula === undefined ? undefined : parseAddress(formula.slice(1), '')
}

/** As many arguments as are declared, what was left out as null; what repeats as one list; the invocation last. */
function called(name: string, args: readonly unknown[]): Shown {
  const fn = functions.get(name)
  const declared = helps.find(help => help.name === name)?.parameters
  if (fn === undefined || declared === undefined) return '#NAME?'
  const last = declared.length - 1
  const passed = declared.map((parameter, place) =>
    parameter.repeating && place === last ? args.slice(last) : (args[place] ?? null),
  )
  try {
    const result = fn(...passed, { invocation: true })
    const value = Array.isArray(result) ? result[0][0] : result
    return value instanceof FunctionError ? value.code : value
  } catch (error) {
    return (error as FunctionError).code ?? '#VALUE!'
  }
}

function settle(): void {
  recalculate<unknown>({
    cells: () =>
      book.sheets.flatMap(({ name, cells }) =>
        [...cells].flatMap(([key, { formula }]) => (formula === '' ? [] : [{ sheet: name, key, formula }])),
      ),
    put: (sheet, key, value) => {
      const cell = sheetNamed(sheet).cells.get(key)
      if (cell === undefined) return
      cell.value = value
      cell.type = typeof value === 'number' ? 'Double' : String(value).startsWith('#') ? 'Error' : 'String'
    },
    areaOf,
    keyOf: ({ top, left }) => `${top} ${left}`,
    read: ({ sheet, top, left, bottom, right }) =>
      Array.from({ length: bottom - top + 1 }, (_, row) =>
        Array.from({ length: right - left + 1 }, (_, column) => {
          const cell = sheetNamed(sheet).cells.get(`${top + row} ${left + column}`)
          if (cell === undefined || cell.type === 'Empty') return null
          return cell.type === 'Error' ? new FunctionError(String(cell.value)) : cell.value
        }),
      ),
    literal: value => value,
    date: day => Date.parse(day) / 86_400_000 + 25_569,
    number: given => (Array.isArray(given) ? given[0][0] : given) as number,
    call: called,
  })
}

/** Excel computes by itself: what was written before the next round trip, and what goes by it after the batch. */
const run = excelRun(book, async () => {
  if (book.sheets.some(({ cells }) => [...cells.values()].some(({ value }) => value === '#BUSY!'))) settle()
})
const runInExcel: Run = async batch => {
  const answer = await run(batch as never)
  settle()
  return answer as never
}

const other = excelHost(runInExcel)

const doubles = {
  type: (contents: Readonly<Record<string, string | number>>) => {
    for (const [address, content] of Object.entries(contents))
      type(parseAddress(address, '') as Area, content)
    settle()
  },
  select: (address: string) => {
    const { sheet, top, left, bottom, right } = parseAddress(address, '') as Area
    book.selection = { sheet, row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 }
  },
  selection: () => {
    const { sheet, row, column, rows, columns } = book.selection ?? {
      ...{ sheet: '', row: 0, column: 0, rows: 1, columns: 1 },
    }
    return addressText({ sheet, top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 })
  },
  state: () => ({
    names: Object.fromEntries(
      book.names.map(({ name }) => {
        const area = areaOf(name.toUpperCase())
        return [name, area === undefined ? '' : addressText(area)]
      }),
    ),
    cells: Object.fromEntries(
      book.sheets.flatMap(({ name, cells }) =>
        [...cells].flatMap(([key, { value, formula, type: kind }]) => {
          const [row = 0, column = 0] = key.split(' ').map(Number)
          return kind === 'Empty' ? [] : [[addressText(cellAt(name, row, column)), { formula, value }]]
        }),
      ),
    ),
  }),
  ask: (question: string, asked: unknown) => {
    const core = globalThis.plumblineAnswer as typeof answer
    return answerLater(core(question, asked), other)
  },
}

Object.assign(globalThis, {
  excel: doubles,
  CustomFunctions: {
    associate: (name: string, fn: Fn) => functions.set(name, fn),
    Error: FunctionError,
    ErrorCode: errorCodes,
  },
  // With options first, or without any.
  Excel: { run: (first: never, second?: never) => runInExcel(second ?? first) },
  Office: {
    HostType: { Excel: 'Excel' },
    onReady: (tell: (info: object) => void) => setTimeout(tell, 0, { host: 'Excel' }),
    context: { requirements: { isSetSupported: () => true } },
  },
})
