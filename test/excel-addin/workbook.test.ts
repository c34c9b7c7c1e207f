import { excelWorkbook } from '../../excel-addin/workbook'
import { emptyCell, installExcel, installFailingExcel } from './fake-excel'

const formula = '=PLUMB.ROI(5000, 1000)'

test('a formula goes into an empty cell, and its value comes back', async () => {
  const cell = emptyCell()
  installExcel(cell)
  expect(await excelWorkbook().insert(formula)).toEqual({
    outcome: 'inserted',
    address: 'Metrics!B2',
    shown: '4',
  })
  expect(cell.formulas).toBe(formula)
})

test('it waits for a custom function that is still calculating', async () => {
  installExcel(emptyCell({ shows: ['', '#BUSY!', '#BUSY!', '4'] }))
  expect(await excelWorkbook().insert(formula)).toMatchObject({ outcome: 'inserted', shown: '4' })
})

test('it does not wait for ever', async () => {
  installExcel(emptyCell({ shows: ['#BUSY!'] }))
  expect(await excelWorkbook().insert(formula)).toMatchObject({ outcome: 'inserted', shown: '' })
})

test.each(['=SUM(A1:A9)', 1200, 'Net leads'])('a cell that holds %p is left alone', async content => {
  const cell = emptyCell({ formulas: content })
  installExcel(cell)
  expect(await excelWorkbook().insert(formula)).toEqual({
    outcome: 'occupied',
    cell: { address: 'Metrics!B2', content: String(content) },
  })
  expect(cell.formulas).toBe(content)
})

test('what the user saw and agreed to replace is replaced', async () => {
  const cell = emptyCell({ formulas: '=A1' })
  installExcel(cell)
  const over = { address: 'Metrics!B2', content: '=A1' }
  expect(await excelWorkbook().insert(formula, over)).toMatchObject({ outcome: 'inserted' })
  expect(cell.formulas).toBe(formula)
})

test.each([
  { address: 'Metrics!B2', content: '=A2' },
  { address: 'Metrics!B3', content: '=A1' },
])('an agreement about %p does not cover another cell or content', async over => {
  const cell = emptyCell({ formulas: '=A1' })
  installExcel(cell)
  expect(await excelWorkbook().insert(formula, over)).toMatchObject({ outcome: 'occupied' })
  expect(cell.formulas).toBe('=A1')
})

test('a cell formatted as text gets the general format, or the formula would stay text', async () => {
  const cell = emptyCell({ numberFormat: '@' })
  installExcel(cell)
  await excelWorkbook().insert(formula)
  expect(cell.numberFormat).toBe('General')
})

test('Excel may write names in capitals and drop spaces', async () => {
  const cell = emptyCell()
  installExcel(cell, roundTrip => {
    if (roundTrip === 1)
      Object.defineProperty(cell, 'formulas', { get: () => '=PLUMB.ROI(5000,1000)', set() {} })
  })
  expect(await excelWorkbook().insert('=plumb.roi(5000, 1000)')).toMatchObject({ outcome: 'inserted' })
})

test('somebody who writes into the cell at the same moment is noticed', async () => {
  const cell = emptyCell()
  installExcel(cell, roundTrip => {
    if (roundTrip === 1) Object.defineProperty(cell, 'formulas', { get: () => 'mine', set() {} })
  })
  expect(await excelWorkbook().insert(formula)).toEqual({
    outcome: 'refused',
    reason: expect.stringContaining('Metrics!B2 now holds mine'),
  })
})

test('a locked cell of a protected sheet is refused by name; an unlocked one takes the formula', async () => {
  installExcel(emptyCell({ sheetProtected: true }))
  expect(await excelWorkbook().insert(formula)).toEqual({
    outcome: 'refused',
    reason: 'Metrics!B2 is locked: the sheet Metrics is protected. Choose an unlocked cell.',
  })
  installExcel(emptyCell({ sheetProtected: true, locked: false }))
  expect(await excelWorkbook().insert(formula)).toMatchObject({ outcome: 'inserted' })
})

test("another formula's spill is not broken", async () => {
  installExcel(emptyCell({ formulas: 7, spilledFrom: 'Metrics!B1' }))
  expect(await excelWorkbook().insert(formula)).toMatchObject({
    outcome: 'refused',
    reason: expect.stringContaining('Metrics!B1'),
  })
})

test.each([
  ['InvalidOperationInCellEditMode', 'A cell is being edited'],
  ['AccessDenied', 'read-only'],
  ['InvalidSelection', 'No cell is selected'],
])('when Excel says %s, a sentence says what to do', async (code, says) => {
  installFailingExcel(code)
  expect(await excelWorkbook().insert(formula)).toEqual({
    outcome: 'refused',
    reason: expect.stringContaining(says),
  })
})

test('an error that nobody foresaw is passed on in its own words', async () => {
  installFailingExcel('GeneralException', 'There was an internal error')
  expect(await excelWorkbook().insert(formula)).toEqual({
    outcome: 'refused',
    reason: 'Excel did not write the formula: There was an internal error',
  })
})
