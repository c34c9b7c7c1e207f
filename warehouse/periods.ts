import { dayText } from '../shared/definitions/clock'
import { civilDate } from '../shared/formula/calendar'
import { type FiscalCalendar, fiscalPeriod, periodEnd, periodStart } from '../shared/formula/periods'
import type { Period } from '../shared/tables/rows'
import { Refused } from '../shared/workbook/steps'

export const grains = ['week', 'month', 'quarter', 'year'] as const
export type Grain = (typeof grains)[number]

export interface NamedPeriod extends Period {
  readonly name: string
}

/** More would be a mistake of a year. */
const most = 600

/** The weeks, months, quarters or years that lie between two days and touch them. */
export function periodsBetween(
  from: number,
  to: number,
  grain: Grain,
  calendar: FiscalCalendar,
): readonly NamedPeriod[] {
  const found: NamedPeriod[] = []
  for (let start = periodStart(from, grain, calendar); start <= to; ) {
    const end = periodEnd(start, grain, calendar)
    found.push({ name: nameOf(start, grain, calendar), from: start, to: end })
    if (found.length > most)
      throw new Refused(`From ${dayText(from)} to ${dayText(to)} are more than ${most} ${grain}s.`)
    start = end + 1
  }
  return found
}

/** Refuses days that would leave a part of a period under the name of the whole. */
export function refuseParts(
  periods: readonly NamedPeriod[],
  { from, to }: { readonly from?: number | undefined; readonly to?: number | undefined },
  grain: Grain,
): void {
  const [first, last] = [periods[0]?.from, periods[periods.length - 1]?.to]
  if (from !== undefined && first !== undefined && from !== first)
    throw new Refused(
      `--from ${dayText(from)} is not the first day of a ${grain}: ${dayText(first)} is, or leave out --by ${grain}.`,
    )
  if (to !== undefined && last !== undefined && to !== last)
    throw new Refused(
      `--to ${dayText(to)} is not the last day of a ${grain}: ${dayText(last)} is, or leave out --by ${grain}.`,
    )
}

/** `2026-01` for a month of the calendar; else as FISCAL_PERIOD names it: `2026-Q1`, `2026-M03`, `2026-Q1 W05`. */
function nameOf(day: number, grain: Grain, calendar: FiscalCalendar): string {
  if (grain === 'month' && calendar.scheme === 'gregorian') {
    const { year, month } = civilDate(day)
    return `${year}-${String(month).padStart(2, '0')}`
  }
  const name = fiscalPeriod(day, grain, calendar)
  return grain === 'year' ? `FY${name}` : name.replace(' ', '-')
}
