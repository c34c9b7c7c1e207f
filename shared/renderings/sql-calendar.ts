import { calendarIn } from './calendar'

/** The calendar in DuckDB's SQL; the terms of the definitions have been decided and are written in. */
export const { periodStart, periodEnd, fiscalPeriod } = calendarIn({
  // Choices and terms arrive as they are written in SQL: in quotes.
  textIn: quoted => (quoted ?? '').replace(/^'|'$/g, ''),
  weekFrom: (date, weekday, isNext) => {
    const daysGone = `((isodow(${date}) + ${6 - weekday}) % 7)::integer`
    return `(${date} - ${daysGone}${isNext ? ' + 7' : ''})`
  },
  monthsFrom: (date, span, startMonth, isNext) => {
    const gone = span === 1 ? '' : ` - to_months(((month(${date}) + ${12 - startMonth}) % ${span})::integer)`
    return `cast(date_trunc('month', ${date})${gone}${isNext ? ` + to_months(${span})` : ''} as date)`
  },
  plusDays: (date, days) => `${date} ${days < 0 ? '-' : '+'} ${Math.abs(days)}`,
  later: (one, other) => `greatest(${one}, ${other})`,
  earlier: (one, other) => `least(${one}, ${other})`,
  year: date => `year(${date})`,
  monthsGone: (date, startMonth) => `(month(${date}) + ${12 - startMonth}) % 12`,
  weekNumber: (from, to) => `(${to} - ${from}) // 7 + 1`,
  names: {
    year: year => `cast(${year} as varchar)`,
    quarter: (year, gone) => `${year} || ' Q' || ((${gone}) // 3 + 1)`,
    month: (year, gone) => `${year} || format(' M{:02d}', ${gone} + 1)`,
    week: (quarter, number) => `${quarter} || format(' W{:02d}', ${number})`,
  },
})
