import { serialOfText } from '../../formula/calendar'
import type { Source } from './source'

/** The serial of a Monday, from which days are counted. */
const aMonday = 2

/** Working days from the day after one to another, both whole, as the core counts them. */
export function workingDays(from: string, to: string, source: Source): string {
  return `(${workingDaysUntil(to, 1, source)}-${workingDaysUntil(from, 1, source)})`
}

/** Working days before so many days after a whole day, counted from one long ago. */
function workingDaysUntil(day: string, after: 0 | 1, source: Source): string {
  const { isFree, holidays } = weekOf(source)
  const aWeek = isFree.filter(free => !free).length
  const since = `(${day}-${aMonday - after})`
  const inWeek = `MOD(${day}-${aMonday - after},7)`
  const lost = isFree.flatMap((free, weekday) => (free && weekday < 6 ? [`-(${inWeek}>${weekday})`] : []))
  const closed = holidays.map(serial => `-(${day}>${serial - after})`)
  return `(INT(${since}/7)*${aWeek}+${inWeek}${lost.join('')}${closed.join('')})`
}

/** Which days are free, Monday first, and the holidays that are not. */
function weekOf({ state: { context } }: Source) {
  const isFree = [...String(context.terms['calendar.weekend_mask'])].map(free => free === '1')
  const listed = (context.terms['calendar.holidays'] as readonly string[] | undefined) ?? []
  const holidays = [...new Set(listed)]
    .map(serialOfText)
    .filter(serial => isFree[(((serial - aMonday) % 7) + 7) % 7] === false)
  return { isFree, holidays }
}

/** Seconds from one moment to another within opening hours; -1 where the second is before the first. */
export function openSeconds(from: string, to: string, source: Source): string {
  const seconds = `ROUND((${openDays(to, source)}-${openDays(from, source)})*86400,0)`
  return `((${to}>=${from})*${seconds}-(${to}<${from}))`
}

/** What a clock shows, in days, that runs only while the company is open. */
function openDays(moment: string, source: Source): string {
  const { terms } = source.state.context
  const [open, close] = [timeOf(terms['calendar.open']), timeOf(terms['calendar.close'])]
  const { isFree, holidays } = weekOf(source)
  const day = `INT(${moment})`
  const free = isFree.flatMap((isOff, weekday) => (isOff ? [`(MOD(${day}-${aMonday},7)<>${weekday})`] : []))
  const working = [...free, ...holidays.map(serial => `(${day}<>${serial})`)]
  const time = `MOD(${moment},1)`
  const today = `((${time}>${open})*(${time}<=${close})*(${time}-${open})+(${time}>${close})*(${close}-${open}))`
  return `(${workingDaysUntil(day, 0, source)}*(${close}-${open})+${[...working, today].join('*')})`
}

/** Seconds from a first moment to a second if that is later, else 0. */
export function openSecondsAfter(from: string, to: string, source: Source): string {
  return `((${to}>${from})*ROUND((${openDays(to, source)}-${openDays(from, source)})*86400,0))`
}

/** As a fraction of a day that a formula computes to the last digit. */
function timeOf(text: unknown): string {
  const [hours = 0, minutes = 0] = String(text).split(':').map(Number)
  return `${hours * 60 + minutes}/1440`
}
