import { helpers } from '@odoo/o-spreadsheet'
import { type CsvTable, openCsv } from '../../playground/open-csv'
import { placeTable, rangeNameFor } from '../../playground/place-table'
import { literal } from '../../playground/table-sheet'

async function table(text: string): Promise<CsvTable> {
  const outcome = await openCsv(new TextEncoder().encode(text), { askDateOrder: async () => undefined })
  if ('refused' in outcome) throw new Error(outcome.refused)
  return outcome.table
}

test.each([
  ['sales_pipeline.csv', 'SALES_PIPELINE'],
  ['Q1 export (2).csv', 'Q1_EXPORT_2'],
  ['Q1.csv', 'TABLE_Q1'],
  ['2026.csv', 'TABLE_2026'],
  ['true.csv', 'TABLE_TRUE'],
  ['R1.csv', 'TABLE_R1'],
  ['Übersicht – März.csv', 'UBERSICHT_MARZ'],
  ['客户.csv', 'TABLE'],
  ['.csv', 'TABLE'],
])('a table from %s is called %s', (file, name) => {
  expect(rangeNameFor(helpers.createEmptyWorkbookData(), file)).toBe(name)
})

test.each([
  ["it's [new]: a/b?.csv", "it's new a b"],
  ["'quoted'.csv", 'quoted'],
  [`${'long '.repeat(20)}.csv`, 'long long long long long l'],
  ['***.csv', 'Table'],
])('the sheet of %s is called %s', async (file, name) => {
  const data = helpers.createEmptyWorkbookData()
  expect(placeTable(data, file, await table('a\n1\n'), 'X').sheetName).toBe(name)
})

test('a second file of one name gets a sheet and a name of its own', async () => {
  const data = helpers.createEmptyWorkbookData()
  const first = placeTable(data, 'deals.csv', await table('a\n1\n'), rangeNameFor(data, 'deals.csv'))
  const second = placeTable(data, 'deals.csv', await table('a\n2\n'), rangeNameFor(data, 'deals.csv'))
  expect([first, second].map(({ sheetName, rangeName }) => [sheetName, rangeName])).toEqual([
    ['deals', 'DEALS'],
    ['deals 2', 'DEALS_2'],
  ])
})

test('a name that is taken over stands for the new table and says what it was', async () => {
  const data = helpers.createEmptyWorkbookData()
  data.namedRanges = { Deals: 'Sheet1!A1:B2' }
  const placement = placeTable(data, 'mine.csv', await table('a,b\n1,2\n3,4\n'), 'DEALS')
  expect(placement).toMatchObject({ rangeName: 'Deals', formerRange: 'Sheet1!A1:B2' })
  expect(data.namedRanges).toEqual({ Deals: 'mine!A1:B3' })
})

test.each([
  [5, '5'],
  [0.1, '0.1'],
  [true, 'TRUE'],
  ['Ana', 'Ana'],
  ['3 Main Street', '3 Main Street'],
  ['=1', "'=1"],
  ["'", "''"],
  ['00123', "'00123"],
  ['12%', "'12%"],
  ['2026-01-05', "'2026-01-05"],
  ['1/2', "'1/2"],
  ['false', "'false"],
])('a cell that holds exactly %p contains %s', (value, content) => {
  expect(literal(value)).toBe(content)
})
