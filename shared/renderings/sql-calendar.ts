/** The calendar in DuckDB's SQL; the terms of the definitions have been decided and are written in. */

const monthsIn: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 }
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

export function periodStart(date: string, grain: string, ...calendar: readonly string[]): string {
  const start = periodFrom(date, textIn(grain), calendar, 0)
  return isCut(grain, calendar) ? `greatest(${start}, ${periodFrom(date, 'quarter', calendar, 0)})` : start
}

export function periodEnd(date: string, grain: string, ...calendar: readonly string[]): string {
  const end = `${periodFrom(date, textIn(grain), calendar, 1)} - 1`
  return isCut(grain, calendar) ? `least(${end}, ${periodFrom(date, 'quarter', calendar, 1)} - 1)` : end
}

export function fiscalPeriod(date: string, grain: string, ...calendar: readonly string[]): string {
  const day = textIn(grain) === 'week' ? dayThatDecides(date, calendar) : date
  const year = `year(${periodFrom(day, 'year', calendar, 1)} - 1)`
  const monthsGone = `(month(${day}) + ${12 - Number(calendar[0])}) % 12`
  const quarter = `${year} || ' Q' || ((${monthsGone}) // 3 + 1)`
  switch (textIn(grain)) {
    case 'week':
      return `${quarter} || format(' W{:02d}', ${weekOfQuarter(day, calendar)})`
    case 'month':
      return `${year} || format(' M{:02d}', ${monthsGone} + 1)`
    case 'quarter':
      return quarter
    default:
      return `cast(${year} as varchar)`
  }
}

/** The first day of the period, or of the one `ahead` of it. */
function periodFrom(date: string, grain: string, calendar: readonly string[], ahead: 0 | 1): string {
  const [startMonth, weekStart] = calendar
  if (grain === 'week') {
    const daysGone = `((isodow(${date}) + ${6 - weekdays.indexOf(textIn(weekStart))}) % 7)::integer`
    return `(${date} - ${daysGone}${ahead ? ' + 7' : ''})`
  }
  const span = monthsIn[grain] as number
  const gone =
    span === 1 ? '' : ` - to_months(((month(${date}) + ${12 - Number(startMonth)}) % ${span})::integer)`
  return `cast(date_trunc('month', ${date})${gone}${ahead ? ` + to_months(${span})` : ''} as date)`
}

function isCut(grain: string, calendar: readonly string[]): boolean {
  return textIn(grain) === 'week' && textIn(calendar[2]) === 'clip'
}

function dayThatDecides(date: string, calendar: readonly string[]): string {
  const rule = textIn(calendar[2])
  if (rule === 'clip') return date
  const first = periodFrom(date, 'week', calendar, 0)
  return rule === 'by_majority' ? `(${first} + 3)` : first
}

function weekOfQuarter(day: string, calendar: readonly string[]): string {
  const quarter = periodFrom(day, 'quarter', calendar, 0)
  const isClipped = textIn(calendar[2]) === 'clip'
  const [from, to] = isClipped
    ? [periodFrom(quarter, 'week', calendar, 0), periodFrom(day, 'week', calendar, 0)]
    : [quarter, day]
  return `(${to} - ${from}) // 7 + 1`
}

/** Choices and terms arrive as they are written in SQL: in quotes. */
function textIn(quoted: string | undefined): string {
  return (quoted ?? '').replace(/^'|'$/g, '')
}
