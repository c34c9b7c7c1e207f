import { anyColumn, findsColumn } from '../../shared/tables/any-column'
import { openTable, type Table } from '../../shared/tables/table'
import { type Cell, type CellError, cellError, isCellError } from '../../shared/values'
import { fails } from '../support/asking'

const opened = (...headers: Cell[]): Table => {
  const keys = ['deal_id', 'created_at', 'stage', 'amount']
  const deal = ['D1', 46_000, 'Won', 5]
  const error = cellError('#N/A', 'it is gone')
  const cells = ['Ana', 'yes', 'Mars', error, 'left'].slice(0, headers.length)
  const table = openTable([[...keys, ...headers], [...deal, ...cells], deal], 1, 'deals')
  if (isCellError(table)) throw new Error(table.reason)
  return table
}

/** What stands in the first deal's column; an error as a value. */
function read(table: Table, column: string): unknown {
  try {
    return anyColumn(table, column)(1)
  } catch (failure) {
    return failure as CellError
  }
}

const deals = opened('Sales Rep', 'Is Closed Won', 'Moon (day)', 'Site', 'Side')

test.each<[string, string, Cell]>([
  ['its canonical name', 'owner', 'Ana'],
  ['its canonical name in other letters', 'Is Won', true],
  ['the header that stands there', 'Sales Rep', 'Ana'],
  ['a synonym that stands nowhere', 'Opportunity Owner', 'Ana'],
  ['a synonym that other kinds of tables use', 'rep', 'Ana'],
  ['a header that its schema does not know', 'MOON', 'Mars'],
])('a column is found by %s', (_how, column, cell) => {
  expect(findsColumn(deals, column)).toBe(true)
  expect(read(deals, column)).toEqual(cell)
})

test('a header that stands there goes before a column that is called so', () => {
  const both = opened('Owner', 'Won', 'Rep')
  expect([read(both, 'owner'), read(both, 'rep')]).toEqual(['Ana', 'Mars'])
})

test('a column is typed by its canonical name, and as it stands by any other header', () => {
  expect([read(deals, 'is_won'), read(deals, 'Is Closed Won')]).toEqual([true, 'yes'])
})

test('what is empty there is nothing', () => {
  expect(anyColumn(deals, 'moon')(2)).toBe(null)
  expect(anyColumn(deals, 'moon')(9)).toBe(null)
})

test('an error in a cell stays what it is', () => {
  expect(read(deals, 'Site')).toEqual(cellError('#N/A', 'it is gone'))
})

test.each([
  ['onwer', 'deals has no column “onwer”; did you mean owner?'],
  ['sibe', 'deals has no column “sibe”; did you mean Site, Side?'],
  ['probability', 'deals has no column “probability”'],
  ['colour of the sky', 'deals has no column “colour of the sky”'],
  ['', 'deals has no column “”'],
])('the column “%s” is missed, with what is like it', (column, reason) => {
  expect(findsColumn(deals, column)).toBe(false)
  expect(read(deals, column)).toEqual({ error: '#VALUE!', reason })
})

test('no name finds no column, also where a header is empty', () => {
  const table = opened('')
  expect(findsColumn(table, ' ')).toBe(false)
  expect(read(table, ' ')).toEqual(fails('#VALUE!', 'deals has no column “ ”'))
})
