import {
  civilDate,
  days360,
  monthsAfter,
  serialOf,
  serialOfText,
  yearPosition,
} from '../../shared/formula/calendar'
import { evaluate, type Inputs } from '../../shared/formula/evaluate'
import { treeOf } from '../../shared/formula/trees'

test.each<[string, number]>([
  ['1901-01-01', 367],
  ['1970-01-01', 25_569],
  ['2024-02-29', 45_351],
  ['2026-01-01', 46_023],
  ['9998-12-31', 2_958_100],
  ['2026-01-01 12:00', 46_023.5],
  ['2026-01-01 18:36', 46_023.775],
])('%s is the serial %d', (text, serial) => {
  expect(serialOfText(text)).toBe(serial)
  const { year, month, day } = civilDate(serial)
  expect([year, month, day]).toEqual(text.slice(0, 10).split('-').map(Number))
})

test('months and days beyond their end run on', () => {
  expect(serialOf(2026, 13, 1)).toBe(serialOf(2027, 1, 1))
  expect(serialOf(2026, 0, 1)).toBe(serialOf(2025, 12, 1))
  expect(serialOf(2026, 3, 0)).toBe(serialOf(2026, 2, 28))
})

test.each([
  ['2026-01-15', 1, '2026-02-15'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-03-31', 3, '2026-06-30'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-05-01', 0, '2026-05-01'],
  ['2026-05-31', -3, '2026-02-28'],
])('%s and %d months is %s', (date, months, after) => {
  expect(monthsAfter(serialOfText(date), months)).toBe(serialOfText(after))
})

// As DAYS360 counts by its American rule.
test.each([
  ['2026-01-01', '2026-01-31', 30],
  ['2026-01-30', '2026-03-31', 60],
  ['2026-01-31', '2026-03-31', 60],
  ['2026-01-31', '2026-02-28', 28],
  ['2026-01-29', '2026-03-31', 62],
  ['2026-01-15', '2026-03-31', 76],
  ['2026-02-28', '2026-03-28', 28],
  ['2026-02-28', '2026-03-31', 30],
  ['2024-02-28', '2024-03-01', 3],
  ['2024-02-29', '2025-02-28', 358],
  ['2024-01-01', '2026-07-01', 900],
  ['2025-12-31', '2026-01-01', 1],
  ['2026-05-10', '2026-05-09', -1],
])('from %s to %s there are %d days of a year of 360', (start, end, days) => {
  expect(days360(serialOfText(start), serialOfText(end))).toBe(days)
})

test.each([
  ['2026-01-01', 2026, 0, 365],
  ['2026-12-31', 2026, 364, 365],
  ['2024-01-01', 2024, 0, 366],
  ['2024-12-31 23:00', 2024, 365, 366],
])('%s is in %d after %d of %d days', (date, year, day, days) => {
  expect(yearPosition(serialOfText(date))).toEqual({ year, day, days })
})

const terms: Inputs = {
  open: '09:00',
  close: '17:00',
  mask: '0000011',
  holidays: '2026-01-06',
  month: 4,
  week: 'monday',
  rule: 'clip',
  scheme: 'gregorian',
}

function value(formula: string, inputs: Inputs): unknown {
  return evaluate(treeOf(formula), { ...terms, ...inputs })
}

const hours = 'business_hours(start, end, open, close, mask, holidays)'
const at = (text: string): number => serialOfText(text)

test('business hours are those of working days', () => {
  const given = { start: at('2026-01-05 16:30'), end: at('2026-01-07 10:00') }
  expect(value(hours, given)).toBe(1.5)
  expect(value(hours, { ...given, holidays: '' })).toBe(9.5)
  expect(value(hours, { ...given, holidays: ' , 2026-01-06 ,' })).toBe(1.5)
  expect(value(hours, { ...given, holidays: '', mask: '0100000' })).toBe(1.5)
  expect(value(hours, { ...given, holidays: '', close: '18:15' })).toBe(12)
  expect(value(hours, { ...given, start: at('2026-01-05 17:00'), end: at('2026-01-07 09:00') })).toBe(0)
})

test.each<[string, number | string]>([
  ['period_start(date, "week", month, week, rule, scheme)', at('2026-05-11')],
  ['period_end(date, "week", month, week, rule, scheme)', at('2026-05-17')],
  ['period_start(date, "month", month, week, rule, scheme)', at('2026-05-01')],
  ['period_end(date, "month", month, week, rule, scheme)', at('2026-05-31')],
  ['period_start(date, "quarter", month, week, rule, scheme)', at('2026-04-01')],
  ['period_end(date, "quarter", month, week, rule, scheme)', at('2026-06-30')],
  ['period_start(date, "year", month, week, rule, scheme)', at('2026-04-01')],
  ['period_end(date, "year", month, week, rule, scheme)', at('2027-03-31')],
  ['fiscal_period(date, "month", month, week, rule, scheme)', '2027 M02'],
  ['fiscal_period(date, "quarter", month, week, rule, scheme)', '2027 Q1'],
  ['fiscal_period(date, "year", month, week, rule, scheme)', '2027'],
])('%s of 13 May 2026, noon, is %s where the year begins in April', (formula, expected) => {
  expect(value(formula, { date: at('2026-05-13 12:00') })).toBe(expected)
})

test.each(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'])(
  'weeks that begin on %s do',
  week => {
    const start = Number(
      value('period_start(date, "week", month, week, rule, scheme)', { date: at('2026-05-13'), week }),
    )
    const name = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' })
    expect(name.format((start - 25_569) * 86_400_000).toLowerCase()).toBe(week)
  },
)

const monthOf = 'period_start(date, "month", month, week, rule, scheme)'

test('dates are those that all spreadsheets agree on', () => {
  expect(value(monthOf, { date: at('1901-01-01') })).toBe(at('1901-01-01'))
  expect(value(monthOf, { date: at('9998-12-31 23:59') })).toBe(at('9998-12-01'))
  for (const date of [366, 366.9, 2_958_101, 0, -1]) {
    expect(value(monthOf, { date })).toEqual({
      error: '#NUM!',
      reason: `the number ${date} is no date from the year 1901 to 9998`,
    })
  }
})

test('what is no date or no text is an error', () => {
  expect(value(monthOf, { date: 'May' })).toMatchObject({ error: '#VALUE!' })
  expect(value(monthOf, { date: 46_000, week: 1 })).toEqual({
    error: '#VALUE!',
    reason: 'the formula needs a text',
  })
})
