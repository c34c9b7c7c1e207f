import type { SourceWriter } from '../source'

/** A way to name a period: where its year and its number stand, and how long it is. */
export interface Naming {
  readonly pattern: string
  readonly year: number
  readonly number?: number
  /** Months, or days of a week. */
  readonly length: number
  readonly of: 'fiscal year' | 'calendar year' | 'year of weeks'
}

const year = '([12]\\d{3})'
export const namings: readonly Naming[] = [
  { pattern: `^(FY[ -]?)?${year}$`, year: 2, length: 12, of: 'fiscal year' },
  { pattern: `^(FY)?${year}[ -]?Q([1-4])$`, year: 2, number: 3, length: 3, of: 'fiscal year' },
  { pattern: `^Q([1-4])[ -]?(FY)?${year}$`, year: 3, number: 1, length: 3, of: 'fiscal year' },
  { pattern: `^${year}-(0[1-9]|1[0-2])$`, year: 1, number: 2, length: 1, of: 'calendar year' },
  { pattern: `^${year}[ -]?M(0?[1-9]|1[0-2])$`, year: 1, number: 2, length: 1, of: 'fiscal year' },
  { pattern: `^${year}-?W(0?[1-9]|[1-4]\\d|5[0-2])$`, year: 1, number: 2, length: 7, of: 'year of weeks' },
]

/** The first day of a period, or of the one `ahead` of it. */
export function startOf(naming: Naming, ahead: 0 | 1, text: string, rows: SourceWriter): string {
  const { pattern, year: at, number: place, length, of } = naming
  const { dialect } = rows
  const captured = (group: number): string => `cast(${dialect.captured(text, pattern, group)} as integer)`
  const before =
    place === undefined ? String(ahead * length) : `(${captured(place)} - ${1 - ahead}) * ${length}`
  if (of === 'fiscal year') return fiscalMonthStart(captured(at), before, rows)
  if (of === 'calendar year')
    return dialect.addMonths(century(rows), `(${captured(at)} - 1900) * 12 + ${before}`)
  return dialect.addDays(weekOfFourth(`(${captured(at)} - 1900) * 12`, 0, rows), before)
}

/** The first day of a month of a fiscal year, counted from 0; the 12th is the first of the next. */
function fiscalMonthStart(ofYear: string, month: string, rows: SourceWriter): string {
  const { dialect, terms } = rows
  const start = Number(terms['calendar.fiscal_start_month'])
  // A fiscal year is named for the year in which it ends.
  const toStart = start === 1 ? 0 : start - 13
  if (terms['calendar.scheme'] === 'gregorian') {
    return dialect.addMonths(century(rows), `(${ofYear} - 1900) * 12 + ${toStart} + ${month}`)
  }
  const weeks = String(terms['calendar.scheme']).split('-').map(Number)
  const weeksBefore = Array.from(
    { length: 12 },
    (_, index) =>
      `when ${index} then ${weeks.slice(0, index % 3).reduce((sum, count) => sum + count, 13 * Math.floor(index / 3))}`,
  )
  const years = `cast(floor((${month}) / 12.0) as integer)`
  const first = weekOfFourth(
    `(${ofYear} + ${years} - 1900) * 12 + ${toStart}`,
    weekdays.indexOf(String(terms['calendar.week_start'])),
    rows,
  )
  return dialect.addDays(first, `7 * case (${month}) - 12 * ${years} ${weeksBefore.join(' ')} end`)
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** The first day of the week that holds the fourth of a month, of so many months since 1900, which began on a Monday. */
function weekOfFourth(months: string, weekStart: number, rows: SourceWriter): string {
  const { dialect } = rows
  const fourth = dialect.days(century(rows), dialect.addDays(dialect.addMonths(century(rows), months), '3'))
  return dialect.addDays(century(rows), `floor((${fourth} - ${weekStart}) / 7.0) * 7 + ${weekStart}`)
}

function century({ dialect }: SourceWriter): string {
  return dialect.date('1900-01-01')
}
