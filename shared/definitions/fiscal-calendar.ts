import type { FiscalCalendar } from '../formula/periods'
import type { Terms } from './term'

/** How definitions cut the year. */
export function fiscalCalendarOf(terms: Terms): FiscalCalendar {
  return {
    startMonth: Number(terms['calendar.fiscal_start_month']),
    weekStart: String(terms['calendar.week_start']),
    weekQuarterRule: String(terms['calendar.week_quarter_rule']),
    scheme: String(terms['calendar.scheme']),
  }
}
