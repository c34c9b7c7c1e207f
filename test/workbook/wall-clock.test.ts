import { serialOfText } from '../../shared/formula/calendar'
import { wallClock } from '../../shared/workbook/wall-clock'

test('a clock on the wall is a serial, to the second', () => {
  expect(wallClock(new Date(2026, 0, 1))).toBe(46_023)
  expect(wallClock(new Date(2026, 5, 30, 18, 0, 0, 999))).toBe(46_203.75)
  expect(Math.floor(wallClock(new Date(2024, 1, 29, 23, 59, 59)))).toBe(serialOfText('2024-02-29'))
})
