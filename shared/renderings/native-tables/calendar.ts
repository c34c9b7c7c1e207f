import { serialOfText } from '../../formula/calendar'
import type { Source } from './source'

/** The serial of a Monday, from which days are counted. */
const aMonday = 2

/** Working days from the day after one to another, both whole, as the core counts them. */
export function workingDays(from: string, to: string, source: Source): string {
  return `(${workingDaysBefore(`${to}+1`, source)}-${workingDaysBefore(`${from}+1`, source)})`
}

/** Working days before a whole day; a multiple of weeks is left out of all of them alike. */
function workingDaysBefore(day: string, { state: { context } }: Source): string {
  const isFree = [...String(context.terms['calendar.weekend_mask'])].map(free => free === '1')
  const aWeek = isFree.filter(free => !free).length
  const inWeek = `MOD(${day}-${aMonday},7)`
  const lost = isFree.flatMap((free, weekday) => (free && weekday < 6 ? [`-(${inWeek}>${weekday})`] : []))
  const holidays = [...new Set((context.terms['calendar.holidays'] as readonly string[] | undefined) ?? [])]
    .map(serialOfText)
    .filter(serial => isFree[(((serial - aMonday) % 7) + 7) % 7] === false)
    .map(serial => `-(${day}>${serial})`)
  return `(INT((${day}-${aMonday})/7)*${aWeek}+${inWeek}${lost.join('')}${holidays.join('')})`
}

/** Seconds from one moment to another within opening hours; -1 where the second is before the first. */
export function openSeconds(from: string, to: string, source: Source): string {
  const seconds = `ROUND((${openDays(to, source)}-${openDays(from, source)})*86400,0)`
  return `(${seconds}*(${to}>=${from})-(${to}<${from}))`
}

/** What a clock shows, in days, that runs only while the company is open. */
function openDays(moment: string, source: Source): string {
  const { terms } = source.state.context
  const [open, close] = [timeOf(terms['calendar.open']), timeOf(terms['calendar.close'])]
  const before = workingDaysBefore(`INT(${moment})`, source)
  const isWorking = `(${workingDaysBefore(`INT(${moment})+1`, source)}>${before})`
  const time = `MOD(${moment},1)`
  const today = `((${time}>${open})*(${time}<=${close})*(${time}-${open})+(${time}>${close})*(${close}-${open}))`
  return `(${before}*(${close}-${open})+${isWorking}*${today})`
}

/** As a fraction of a day that a formula computes to the last digit. */
function timeOf(text: unknown): string {
  const [hours = 0, minutes = 0] = String(text).split(':').map(Number)
  return `${hours * 60 + minutes}/1440`
}
