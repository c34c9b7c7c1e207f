import { serialOfText } from '../formula/calendar'

/** The calendar in built-in functions; the terms of the definitions have been decided and are written in. */

const monthsIn: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 }
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

export function businessHours(
  start: string,
  end: string,
  ...[opening, closing, mask, holidays]: readonly string[]
): string {
  const [open, close] = [timeOf(opening), timeOf(closing)]
  const listed = datesIn(textIn(holidays))
  const days = (from: string, to: string): string => `NETWORKDAYS.INTL(${from},${to},${mask}${listed})`
  const onLastDay = `IF(${days(end, end)},MEDIAN(MOD(${end},1),${close},${open}),${close})`
  const onFirstDay = `MEDIAN(${days(start, start)}*MOD(${start},1),${close},${open})`
  const inDays = `(${days(start, end)}-1)*(${close}-${open})+${onLastDay}-${onFirstDay}`
  // Rounded to the millisecond: the fractions of a day that a serial holds are a little off.
  return `ROUND((${inDays})*86400000,0)/3600000`
}

export function periodStart(date: string, grain: string, ...calendar: readonly string[]): string {
  const start = periodFrom(date, textIn(grain), calendar, 0)
  return isCut(grain, calendar) ? `MAX(${start},${periodFrom(date, 'quarter', calendar, 0)})` : start
}

export function periodEnd(date: string, grain: string, ...calendar: readonly string[]): string {
  const end = `${periodFrom(date, textIn(grain), calendar, 1)}-1`
  return isCut(grain, calendar) ? `MIN(${end},${periodFrom(date, 'quarter', calendar, 1)}-1)` : `(${end})`
}

export function fiscalPeriod(date: string, grain: string, ...calendar: readonly string[]): string {
  const day = textIn(grain) === 'week' ? dayThatDecides(date, calendar) : date
  const year = `YEAR(${periodFrom(day, 'year', calendar, 1)}-1)`
  const monthsGone = `MOD(MONTH(${day})-${calendar[0]},12)`
  const quarter = `${year}&" Q"&(INT(${monthsGone}/3)+1)`
  switch (textIn(grain)) {
    case 'week':
      return `${quarter}&" W"&TEXT(${weekOfQuarter(day, calendar)},"00")`
    case 'month':
      return `${year}&" M"&TEXT(${monthsGone}+1,"00")`
    case 'quarter':
      return quarter
    default:
      return `TEXT(${year},"0")`
  }
}

/** The first day of the period, or of the one `ahead` of it. */
function periodFrom(date: string, grain: string, calendar: readonly string[], ahead: 0 | 1): string {
  const [startMonth, weekStart] = calendar
  if (grain === 'week') {
    const monday = `${date}-MOD(${date}-${2 + weekdays.indexOf(textIn(weekStart))},7)`
    return ahead ? `${monday}+7` : `(${monday})`
  }
  const span = monthsIn[grain] as number
  const gone = span === 1 ? '' : `-MOD(MONTH(${date})-${startMonth},${span})`
  return `DATE(YEAR(${date}),MONTH(${date})${gone}${ahead ? `+${span}` : ''},1)`
}

function isCut(grain: string, calendar: readonly string[]): boolean {
  return textIn(grain) === 'week' && textIn(calendar[2]) === 'clip'
}

function dayThatDecides(date: string, calendar: readonly string[]): string {
  const rule = textIn(calendar[2])
  if (rule === 'clip') return date
  const first = periodFrom(date, 'week', calendar, 0)
  return rule === 'by_majority' ? `(${first}+3)` : first
}

function weekOfQuarter(day: string, calendar: readonly string[]): string {
  const quarter = periodFrom(day, 'quarter', calendar, 0)
  const isClipped = textIn(calendar[2]) === 'clip'
  const [from, to] = isClipped
    ? [periodFrom(quarter, 'week', calendar, 0), periodFrom(day, 'week', calendar, 0)]
    : [quarter, day]
  return `INT((${to}-${from})/7)+1`
}

function timeOf(time: string | undefined): string {
  const [hours = 0, minutes = 0] = textIn(time).split(':').map(Number)
  return `TIME(${hours},${minutes},0)`
}

function datesIn(list: string): string {
  const dates = list.split(',').filter(date => date.trim() !== '')
  return dates.length === 0 ? '' : `,{${dates.map(date => serialOfText(date.trim())).join(';')}}`
}

/** Choices and terms arrive as they are written in a formula: in quotes. */
function textIn(quoted: string | undefined): string {
  return (quoted ?? '').replace(/^"|"$/g, '')
}
