import type { SqlScope } from './expression'

/** A Monday before which no database has a day: days are counted from it, so that none is below 0. */
const firstMonday = '0001-01-01'

/** Working days from the day after one moment's to another's, as the core counts them. */
export function workingDays(from: string, to: string, scope: SqlScope): string {
  return `(${workingDaysBefore(`${dayNumber(to, scope)} + 1`, scope)} - ${workingDaysBefore(`${dayNumber(from, scope)} + 1`, scope)})`
}

/** Seconds from one moment to another within opening hours; -1 where the second is before the first. */
export function openSeconds(from: string, to: string, scope: SqlScope): string {
  const open = `${openMilliseconds(to, scope)} - (${openMilliseconds(from, scope)})`
  return `case when ${to} < ${from} then -1 when ${to} >= ${from} then floor((${open}) / 1000.0 + 0.5) end`
}

function dayNumber(moment: string, { dialect }: SqlScope): string {
  return dialect.days(dialect.date(firstMonday), moment)
}

/** Working days before the day of a number, since the first Monday. */
function workingDaysBefore(day: string, { dialect, terms }: SqlScope): string {
  const isWorkday = [...String(terms['calendar.weekend_mask'])].map(free => free === '0')
  const aWeek = isWorkday.filter(works => works).length
  const weekday = `mod(${day}, 7)`
  const weeks = `((${day}) - ${weekday}) / 7.0`
  const holidays = [...new Set((terms['calendar.holidays'] as readonly string[] | undefined) ?? [])].filter(
    text => isWorkday[daysSinceFirstMonday(text) % 7] === true,
  )
  const lost = holidays.map(
    text =>
      ` - case when ${dialect.days(dialect.date(firstMonday), dialect.date(text))} < ${day} then 1 else 0 end`,
  )
  return `(${weeks} * ${aWeek} + ${workedBefore(weekday, isWorkday)}${lost.join('')})`
}

/** How many days of a week are worked before one of its days, Monday being 0. */
function workedBefore(weekday: string, isWorkday: readonly boolean[]): string {
  const first = isWorkday.indexOf(false)
  if (first >= 0 && !isWorkday.includes(true, first))
    return `case when ${weekday} < ${first} then ${weekday} else ${first} end`
  const cases = isWorkday.map(
    (_, index) => `when ${index} then ${isWorkday.slice(0, index).filter(works => works).length}`,
  )
  return `case ${weekday} ${cases.join(' ')} end`
}

function daysSinceFirstMonday(text: string): number {
  return (Date.parse(`${text}T00:00Z`) - Date.parse(`${firstMonday}T00:00Z`)) / 86_400_000
}

/** What a clock shows that runs only while the company is open. */
function openMilliseconds(moment: string, scope: SqlScope): string {
  const { dialect, terms } = scope
  const [open, close] = [timeOf(terms['calendar.open']), timeOf(terms['calendar.close'])]
  const day = dayNumber(moment, scope)
  const before = workingDaysBefore(day, scope)
  const isWorking = `${workingDaysBefore(`${day} + 1`, scope)} > ${before}`
  const time = dialect.milliseconds(`cast(${moment} as ${dialect.types.day})`, moment)
  const today = `${dialect.least(dialect.greatest(time, String(open)), String(close))} - ${open}`
  return `${before} * ${close - open} + case when ${isWorking} then ${today} else 0 end`
}

function timeOf(text: unknown): number {
  const [hours = 0, minutes = 0] = String(text).split(':').map(Number)
  return (hours * 60 + minutes) * 60_000
}
