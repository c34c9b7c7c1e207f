import { civilDate, serialOf } from '../formula/calendar'
import {
  type FiscalCalendar,
  fiscalMonthStart,
  fiscalPeriod,
  periodEnd,
  periodStart,
} from '../formula/periods'
import { type Cell, type CellError, cellError, isBlank, isCellError, shown } from '../values'
import { isDay } from './clock'

/** A period by its name. `month` is of the calendar, `fiscal month` the n-th of the fiscal year. */
export interface PeriodName {
  readonly grain: 'year' | 'quarter' | 'month' | 'fiscal month' | 'week' | 'week of quarter'
  /** A fiscal year is named for the year in which it ends. */
  readonly year: number
  /** Of the quarter, month or week; of a year, 1. */
  readonly number: number
  readonly quarter?: number
}

/** First and last day, both counted in, as serials. */
export interface Span {
  readonly from: number
  readonly to: number
}

type Found = Omit<PeriodName, 'grain'> | undefined

const patterns: readonly [PeriodName['grain'], RegExp, (parts: readonly number[]) => Found][] = [
  ['year', /^(?:FY[ -]?)?(\d{4})$/, ([year = 0]) => ({ year, number: 1 })],
  ['quarter', /^(?:FY)?(\d{4})[ -]?Q([1-4])$/, ([year = 0, number = 0]) => ({ year, number })],
  ['quarter', /^Q([1-4])[ -]?(?:FY)?(\d{4})$/, ([number = 0, year = 0]) => ({ year, number })],
  ['month', /^(\d{4})-(\d\d)$/, ([year = 0, number = 0]) => upTo(12, { year, number })],
  ['fiscal month', /^(\d{4})[ -]?M(\d{1,2})$/, ([year = 0, number = 0]) => upTo(12, { year, number })],
  ['week', /^(\d{4})-?W(\d{1,2})$/, ([year = 0, number = 0]) => upTo(weeksOf(year), { year, number })],
  [
    'week of quarter',
    /^(\d{4})[ -]?Q([1-4])[ -]?W(\d{1,2})$/,
    ([year = 0, quarter = 0, number = 0]) => upTo(15, { year, quarter, number }),
  ],
]

/**
 * Reads `2026-Q1` or `Q1 2026`, `FY2026`, `2026-03`, `2026-W05` (a week by ISO 8601), and what FISCAL_PERIOD gives:
 * `2026 Q1`, `2026 M03`, `2026 Q1 W14`. Spreadsheets take `2026-03` for the first of March, and 2026 for a number.
 */
export function parsePeriod(cell: Cell | undefined): PeriodName | CellError {
  if (isCellError(cell)) return cell
  const text = String(cell).trim().toUpperCase()
  for (const [grain, pattern, read] of patterns) {
    const parts = pattern.exec(text)
    const found = parts && read(parts.slice(1).map(Number))
    if (found && found.year > 1901 && found.year < 9998) return { grain, ...found }
  }
  if (typeof cell === 'number' && isDay(cell)) {
    const { year, month, day } = civilDate(cell)
    if (day === 1) return { grain: 'month', year, number: month }
  }
  return cellError(
    '#VALUE!',
    `period is ${isBlank(cell) ? 'blank' : shown(cell)}: write 2026-Q1, FY2026, 2026-03 or 2026-W05`,
  )
}

function upTo(most: number, found: Exclude<Found, undefined>): Found {
  return found.number >= 1 && found.number <= most ? found : undefined
}

/** Its one canonical name: two names of one period have the same, but for months of a shifted fiscal year. */
export function periodText({ grain, year, number, quarter }: PeriodName): string {
  const two = String(number).padStart(2, '0')
  switch (grain) {
    case 'year':
      return `FY${year}`
    case 'quarter':
      return `${year}-Q${number}`
    case 'month':
      return `${year}-${two}`
    case 'fiscal month':
      return `${year}-M${two}`
    case 'week':
      return `${year}-W${two}`
    case 'week of quarter':
      return `${year}-Q${quarter}-W${two}`
  }
}

/** Its days; undefined for a week that its quarter does not have. */
export function spanOf(name: PeriodName, calendar: FiscalCalendar): Span | undefined {
  const { grain, year, number, quarter = 0 } = name
  const fiscalStart = (month: number): number => fiscalMonthStart(year, month, calendar)
  switch (grain) {
    case 'year':
      return { from: fiscalStart(0), to: fiscalStart(12) - 1 }
    case 'quarter':
      return { from: fiscalStart(3 * number - 3), to: fiscalStart(3 * number) - 1 }
    case 'month':
      return { from: serialOf(year, number, 1), to: serialOf(year, number + 1, 1) - 1 }
    case 'fiscal month':
      return { from: fiscalStart(number - 1), to: fiscalStart(number) - 1 }
    case 'week':
      return { from: firstMonday(year) + 7 * (number - 1), to: firstMonday(year) + 7 * number - 1 }
    case 'week of quarter': {
      // Counting is FISCAL_PERIOD's matter, so it is asked; a week holds a day within a week of its place.
      const wanted = `${year} Q${quarter} W${String(number).padStart(2, '0')}`
      const about = fiscalStart(3 * quarter - 3) + 7 * (number - 1)
      for (let day = about - 7; day <= about + 7; day++) {
        if (fiscalPeriod(day, 'week', calendar) !== wanted) continue
        return { from: periodStart(day, 'week', calendar), to: periodEnd(day, 'week', calendar) }
      }
      return undefined
    }
  }
}

/** The Monday of the first week by ISO 8601: the one that holds 4 January. */
function firstMonday(year: number): number {
  const fourth = serialOf(year, 1, 4)
  // Serial 2 was a Monday.
  return fourth - ((fourth - 2) % 7)
}

function weeksOf(year: number): number {
  return (firstMonday(year + 1) - firstMonday(year)) / 7
}
