import { cellError } from '../values'
import { millisecondsAnHour, openMilliseconds } from './business-hours'
import type { Compute } from './functions'
import { type FiscalCalendar, fiscalPeriod, periodEnd, periodStart } from './periods'
import { mismatch, quantity, type Value } from './value'

/** What the functions over the calendar compute. */
export const calendarFunctions = {
  business_hours: ([start, end, open, close, weekendMask, holidays], { divide, from }) => {
    const hours = {
      open: textOf(open),
      close: textOf(close),
      weekendMask: textOf(weekendMask),
      holidays: textOf(holidays),
    }
    return divide(from(openMilliseconds(momentOf(start), momentOf(end), hours)), from(millisecondsAnHour))
  },
  period_start: ([date, grain, ...terms], { from }) =>
    from(periodStart(dayOf(date), textOf(grain), calendarOf(terms))),
  period_end: ([date, grain, ...terms], { from }) =>
    from(periodEnd(dayOf(date), textOf(grain), calendarOf(terms))),
  fiscal_period: ([date, grain, ...terms]) => fiscalPeriod(dayOf(date), textOf(grain), calendarOf(terms)),
} satisfies Record<string, Compute>

function calendarOf([startMonth, weekStart, weekQuarterRule, scheme]: readonly Value[]): FiscalCalendar {
  return {
    startMonth: numberOf(startMonth),
    weekStart: textOf(weekStart),
    weekQuarterRule: textOf(weekQuarterRule),
    scheme: textOf(scheme),
  }
}

/** Serials of 1901-01-01 and of the day after 9998-12-31: within them all spreadsheets agree, a period further too. */
const [firstDay, dayAfterLast] = [367, 2_958_101]

function momentOf(value: Value | undefined): number {
  const moment = numberOf(value)
  if (moment >= firstDay && moment < dayAfterLast) return moment
  throw cellError('#NUM!', `the number ${moment} is no date from the year 1901 to 9998`)
}

function dayOf(value: Value | undefined): number {
  return Math.floor(momentOf(value))
}

function numberOf(value: Value | undefined): number {
  return quantity(value as Value).value.toNumber()
}

function textOf(value: Value | undefined): string {
  if (typeof value === 'string') return value
  throw mismatch('the formula needs a text')
}
