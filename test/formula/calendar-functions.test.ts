import fc from 'fast-check'
import { openMilliseconds } from '../../shared/formula/business-hours'
import { serialOfText } from '../../shared/formula/calendar'
import { type FiscalCalendar, fiscalPeriod, periodEnd, periodStart } from '../../shared/formula/periods'

const calendarYear: FiscalCalendar = {
  startMonth: 1,
  weekStart: 'monday',
  weekQuarterRule: 'clip',
  scheme: 'gregorian',
}
const day = fc.integer({ min: 36_526, max: 51_136 })
const grain = fc.constantFrom('week', 'month', 'quarter', 'year')
const calendar = fc.record<FiscalCalendar>({
  startMonth: fc.integer({ min: 1, max: 12 }),
  weekStart: fc.constantFrom('monday', 'saturday', 'sunday'),
  weekQuarterRule: fc.constantFrom('clip', 'by_start', 'by_majority'),
  scheme: fc.constantFrom('gregorian', '4-4-5', '4-5-4', '5-4-4'),
})

function days(from: string, to: string): number[] {
  const [first, last] = [serialOfText(from), serialOfText(to)]
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

test('the first quarter of 2026 touches 14 weeks from Monday, and they add up to it', () => {
  const quarter = days('2026-01-01', '2026-03-31')
  const starts = [...new Set(quarter.map(date => periodStart(date, 'week', calendarYear)))]
  const lengths = starts.map(start => periodEnd(start, 'week', calendarYear) - start + 1)
  expect(starts).toHaveLength(14)
  expect([starts[0], lengths[0], lengths[13]]).toEqual([serialOfText('2026-01-01'), 4, 2])
  expect(lengths.reduce((sum, length) => sum + length)).toBe(90)
})

test('periods follow each other without a gap, and each has one name', () => {
  fc.assert(
    fc.property(day, grain, calendar, (date, of, by) => {
      const [start, end] = [periodStart(date, of, by), periodEnd(date, of, by)]
      expect(start <= date && date <= end).toBe(true)
      expect([periodStart(start, of, by), periodEnd(start, of, by)]).toEqual([start, end])
      expect(periodStart(end + 1, of, by)).toBe(end + 1)
      const names = [start, date, end, end + 1].map(each => fiscalPeriod(each, of, by))
      expect(names.slice(0, 3)).toEqual([names[0], names[0], names[0]])
      expect((names[0] as string) < (names[3] as string)).toBe(true)
    }),
    { numRuns: 3000 },
  )
})

test('weeks that quarters cut lie within their quarter, quarters within their year', () => {
  fc.assert(
    fc.property(day, calendar, (date, by) => {
      const cut = { ...by, weekQuarterRule: 'clip' }
      expect(periodStart(date, 'week', cut)).toBeGreaterThanOrEqual(periodStart(date, 'quarter', cut))
      expect(periodEnd(date, 'week', cut)).toBeLessThanOrEqual(periodEnd(date, 'quarter', cut))
      expect(fiscalPeriod(date, 'week', cut)).toContain(fiscalPeriod(date, 'quarter', cut))
      expect(fiscalPeriod(date, 'quarter', by)).toContain(fiscalPeriod(date, 'year', by))
    }),
  )
})

test.each([
  ['2026-03-31', 'year', { startMonth: 4 }, '2026'],
  ['2026-04-01', 'year', { startMonth: 4 }, '2027'],
  ['2026-04-01', 'quarter', { startMonth: 4 }, '2027 Q1'],
  ['2026-03-31', 'month', { startMonth: 4 }, '2026 M12'],
  ['2026-01-31', 'quarter', { startMonth: 2 }, '2026 Q4'],
  // 29 December 2025 to 4 January 2026 begins in December, and has its Thursday in January.
  ['2026-01-01', 'week', { weekQuarterRule: 'by_start' }, '2025 Q4 W13'],
  ['2026-01-01', 'week', { weekQuarterRule: 'by_majority' }, '2026 Q1 W01'],
  ['2026-01-04', 'week', { weekStart: 'sunday' }, '2026 Q1 W02'],
] as const)('%s lies in the %s of %j that is named %s', (date, of, terms, name) => {
  expect(fiscalPeriod(serialOfText(date), of, { ...calendarYear, ...terms })).toBe(name)
})

const office = { open: '09:00', close: '17:00', weekendMask: '0000011', holidays: '' }
const hour = 3_600_000

function hoursOf(start: string, end: string, others: Partial<typeof office> = {}): number {
  return openMilliseconds(serialOfText(start), serialOfText(end), { ...office, ...others }) / hour
}

test.each([
  ['2026-01-05 09:00', '2026-01-05 17:00', {}, 8],
  ['2026-01-05 17:00', '2026-01-06 09:00', {}, 0],
  ['2026-04-02 16:00', '2026-04-07 10:00', {}, 18],
  ['2026-04-02 16:00', '2026-04-07 10:00', { holidays: '2026-04-03, 2026-04-06' }, 2],
  ['2026-04-02 16:00', '2026-04-07 10:00', { holidays: '2026-04-03, 2026-04-03, 2026-04-04' }, 10],
  ['2026-04-03 10:00', '2026-04-03 12:00', { holidays: '2026-04-03' }, 0],
  ['2026-01-09 12:00', '2026-01-12 12:00', { weekendMask: '0000110' }, 11],
  ['2026-01-05 00:00', '2026-01-12 00:00', { open: '08:30', close: '12:15', weekendMask: '0000000' }, 26.25],
] as const)('from %s to %s under %j there are %d business hours', (start, end, terms, hours) => {
  expect(hoursOf(start, end, terms)).toBe(hours)
})

test('business hours add up over any moment in between, and count every minute once', () => {
  const moment = fc.integer({ min: 46_014 * 1440, max: 46_026 * 1440 })
  fc.assert(
    fc.property(fc.tuple(moment, moment, moment), moments => {
      const [a, b, c] = moments.sort((x, y) => x - y).map(minutes => minutes / 1440) as [
        number,
        number,
        number,
      ]
      const terms = { ...office, holidays: '2025-12-25, 2026-01-01' }
      expect(openMilliseconds(a, b, terms) + openMilliseconds(b, c, terms)).toBe(
        openMilliseconds(a, c, terms),
      )
      const minutes = Array.from(
        { length: Math.round((b - a) * 1440) },
        (_, index) => a + (index + 0.5) / 1440,
      )
      const open = minutes.filter(isOpen).length
      expect(openMilliseconds(a, b, terms)).toBe(open * 60_000)
    }),
    { numRuns: 20 },
  )
})

/** By the calendar of JavaScript, minute by minute. */
function isOpen(serial: number): boolean {
  const date = new Date(Math.round((serial - 25_569) * 86_400_000))
  const isHoliday = ['2025-12-25', '2026-01-01'].includes(date.toISOString().slice(0, 10))
  return (
    ![0, 6].includes(date.getUTCDay()) && !isHoliday && date.getUTCHours() >= 9 && date.getUTCHours() < 17
  )
}

describe('a fiscal year of weeks', () => {
  const calendar = { startMonth: 2, weekStart: 'sunday', weekQuarterRule: 'clip', scheme: '4-5-4' }
  const on = serialOfText

  // The National Retail Federation's 4-5-4 calendar: fiscal 2023 had 53 weeks, from 29 January 2023 to 3 February 2024.
  test.each([
    ['2023-01-29', '2023-01-29', '2023-02-25', 1],
    ['2023-03-15', '2023-02-26', '2023-04-01', 2],
    ['2024-02-03', '2023-12-31', '2024-02-03', 12],
    ['2024-02-04', '2024-02-04', '2024-03-02', 1],
    ['2025-02-01', '2025-01-05', '2025-02-01', 12],
  ])('cuts the month of %s as retailers do', (date, from, to, month) => {
    expect(periodStart(on(date), 'month', calendar)).toBe(on(from))
    expect(periodEnd(on(date), 'month', calendar)).toBe(on(to))
    expect(fiscalPeriod(on(date), 'month', calendar).slice(-2)).toBe(String(month).padStart(2, '0'))
  })

  test('has quarters of thirteen weeks, the last of fourteen where the year has 53', () => {
    for (let date = on('2020-01-01'); date < on('2030-01-01'); date += 17) {
      const weeks = (periodEnd(date, 'quarter', calendar) + 1 - periodStart(date, 'quarter', calendar)) / 7
      const inYear = (periodEnd(date, 'year', calendar) + 1 - periodStart(date, 'year', calendar)) / 7
      const isLast = fiscalPeriod(date, 'quarter', calendar).endsWith('Q4')
      expect([weeks, inYear]).toEqual([isLast ? inYear - 39 : 13, inYear === 53 ? 53 : 52])
    }
  })

  test('has months that follow one another without a gap', () => {
    for (const scheme of ['4-4-5', '4-5-4', '5-4-4']) {
      let date = on('2024-01-01')
      for (let month = 0; month < 40; month++) {
        const end = periodEnd(date, 'month', { ...calendar, scheme })
        expect(periodStart(end, 'month', { ...calendar, scheme })).toBe(
          periodStart(date, 'month', { ...calendar, scheme }),
        )
        expect(periodStart(end + 1, 'month', { ...calendar, scheme })).toBe(end + 1)
        date = end + 1
      }
    }
  })
})
