import fc from 'fast-check'
import { type PeriodName, parsePeriod, periodText, spanOf } from '../../shared/definitions/period-name'
import { fiscalPeriod, periodEnd, periodStart } from '../../shared/formula/periods'
import { type Cell, isCellError } from '../../shared/values'
import { serial } from '../support/tables'

const calendar = { startMonth: 1, weekStart: 'monday', weekQuarterRule: 'clip', scheme: 'gregorian' }
const fromJuly = { ...calendar, startMonth: 7 }

function parsed(cell: Cell): PeriodName {
  const name = parsePeriod(cell)
  if (isCellError(name)) throw new Error(name.reason)
  return name
}

test.each<[Cell, string, string, string]>([
  ['2026-Q1', '2026-Q1', '2026-01-01', '2026-03-31'],
  ['2026 q4', '2026-Q4', '2026-10-01', '2026-12-31'],
  ['2026Q2', '2026-Q2', '2026-04-01', '2026-06-30'],
  ['Q1 2026', '2026-Q1', '2026-01-01', '2026-03-31'],
  ['Q3-FY2026', '2026-Q3', '2026-07-01', '2026-09-30'],
  ['FY2026', 'FY2026', '2026-01-01', '2026-12-31'],
  [' fy 2026 ', 'FY2026', '2026-01-01', '2026-12-31'],
  ['2026', 'FY2026', '2026-01-01', '2026-12-31'],
  [2026, 'FY2026', '2026-01-01', '2026-12-31'],
  ['2024-02', '2024-02', '2024-02-01', '2024-02-29'],
  ['2026-12', '2026-12', '2026-12-01', '2026-12-31'],
  [serial('2026-03-01'), '2026-03', '2026-03-01', '2026-03-31'],
  ['2026 M03', '2026-M03', '2026-03-01', '2026-03-31'],
  ['Q1FY2026', '2026-Q1', '2026-01-01', '2026-03-31'],
  ['2026M03', '2026-M03', '2026-03-01', '2026-03-31'],
  ['2026Q1W14', '2026-Q1-W14', '2026-03-30', '2026-03-31'],
  ['2026-W05', '2026-W05', '2026-01-26', '2026-02-01'],
  ['2026-W01', '2026-W01', '2025-12-29', '2026-01-04'],
  ['2026W53', '2026-W53', '2026-12-28', '2027-01-03'],
  ['2027-W1', '2027-W01', '2027-01-04', '2027-01-10'],
  ['2026 Q1 W14', '2026-Q1-W14', '2026-03-30', '2026-03-31'],
  ['2026 Q1 W01', '2026-Q1-W01', '2026-01-01', '2026-01-04'],
])('%j is %s, from %s to %s', (cell, text, from, to) => {
  expect(periodText(parsed(cell))).toBe(text)
  expect(periodText(parsed(text))).toBe(text)
  expect(spanOf(parsed(cell), calendar)).toEqual({ from: serial(from), to: serial(to) })
})

test.each([
  ['2026-Q1', '2025-07-01', '2025-09-30'],
  ['2026-Q3', '2026-01-01', '2026-03-31'],
  ['FY2026', '2025-07-01', '2026-06-30'],
  ['2026 M01', '2025-07-01', '2025-07-31'],
  ['2026-M12', '2026-06-01', '2026-06-30'],
  ['2026-03', '2026-03-01', '2026-03-31'],
])('where the year begins in July, %s is from %s to %s', (text, from, to) => {
  expect(spanOf(parsed(text), fromJuly)).toEqual({ from: serial(from), to: serial(to) })
})

test.each<[Cell]>([
  ['Q5 2026'],
  ['2026-Q0'],
  ['2026-13'],
  ['2026-00'],
  ['2026-3'],
  ['2025-W53'],
  ['2026-W54'],
  ['2026-W00'],
  ['26-Q1'],
  ['FY26'],
  ['2026 M13'],
  ['2026 M0'],
  ['2026-Q1-W16'],
  ['2026-Q1-W0'],
  ['x2026'],
  ['2026x'],
  ['x2026-Q1'],
  ['2026-Q1x'],
  ['xQ1 2026'],
  ['Q1 2026x'],
  ['x2026-03'],
  ['2026-03x'],
  ['x2026-M03'],
  ['2026-M03x'],
  ['x2026-W03'],
  ['2026-W03x'],
  ['x2026-Q1-W03'],
  ['2026-Q1-W03x'],
  ['1901'],
  ['9998'],
  [1901],
  [serial('2026-03-02')],
  [46_000.5],
  [serial('2026-03-01') + 0.5],
  [61],
  [serial('9999-01-01')],
  [true],
  ['next quarter'],
])('%j is no period', cell => {
  expect(parsePeriod(cell)).toMatchObject({
    error: '#VALUE!',
    reason: expect.stringContaining('write 2026-Q1, FY2026, 2026-03 or 2026-W05'),
  })
})

test('years of four digits are known from 1902 to 9997', () => {
  expect(parsed('1902')).toEqual({ grain: 'year', year: 1902, number: 1 })
  expect(parsed('9997')).toEqual({ grain: 'year', year: 9997, number: 1 })
})

test('blank is refused, an error passes through', () => {
  for (const blank of [null, '', undefined]) {
    expect(parsePeriod(blank)).toMatchObject({
      error: '#VALUE!',
      reason: expect.stringContaining('period is blank: write'),
    })
  }
  expect(parsePeriod({ error: '#REF!', reason: 'x' })).toMatchObject({ error: '#REF!' })
})

test('a week that the quarter does not have has no days', () => {
  expect(spanOf(parsed('2026 Q1 W15'), calendar)).toBeUndefined()
})

test('every name that FISCAL_PERIOD gives leads back to its period', () => {
  const calendars = fc.record({
    startMonth: fc.integer({ min: 1, max: 12 }),
    weekStart: fc.constantFrom('monday', 'sunday', 'thursday'),
    weekQuarterRule: fc.constantFrom('clip', 'by_start', 'by_majority'),
    scheme: fc.constantFrom('gregorian', '4-4-5', '4-5-4', '5-4-4'),
  })
  const day = fc.integer({ min: serial('2000-01-01'), max: serial('2040-12-31') })
  fc.assert(
    fc.property(day, fc.constantFrom('week', 'month', 'quarter', 'year'), calendars, (date, grain, own) => {
      expect(spanOf(parsed(fiscalPeriod(date, grain, own)), own)).toEqual({
        from: periodStart(date, grain, own),
        to: periodEnd(date, grain, own),
      })
    }),
    { numRuns: 500 },
  )
})
