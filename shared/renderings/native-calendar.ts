import { serialOfText } from '../formula/calendar'
import { calendarIn } from './calendar'

/** The calendar in built-in functions; the terms of the definitions have been decided and are written in. */

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

export const { periodStart, periodEnd, fiscalPeriod } = calendarIn({
  textIn,
  weekFrom: (date, weekday, isNext) => {
    const first = `${date}-MOD(${date}-${2 + weekday},7)`
    return isNext ? `${first}+7` : `(${first})`
  },
  monthsFrom: (date, span, startMonth, isNext) => {
    const gone = span === 1 ? '' : `-MOD(MONTH(${date})-${startMonth},${span})`
    return `DATE(YEAR(${date}),MONTH(${date})${gone}${isNext ? `+${span}` : ''},1)`
  },
  plusDays: (date, days) => `${date}${days < 0 ? '' : '+'}${days}`,
  later: (one, other) => `MAX(${one},${other})`,
  earlier: (one, other) => `MIN(${one},${other})`,
  year: date => `YEAR(${date})`,
  monthsGone: (date, startMonth) => `MOD(MONTH(${date})-${startMonth},12)`,
  weekNumber: (from, to) => `INT((${to}-${from})/7)+1`,
  names: {
    year: year => `TEXT(${year},"0")`,
    quarter: (year, gone) => `${year}&" Q"&(INT(${gone}/3)+1)`,
    month: (year, gone) => `${year}&" M"&TEXT(${gone}+1,"00")`,
    week: (quarter, number) => `${quarter}&" W"&TEXT(${number},"00")`,
  },
})

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
