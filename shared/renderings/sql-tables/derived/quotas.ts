import type { Written } from '../expression'
import { firstOf } from '../expression'
import type { SourceWriter } from '../source'
import type { SqlColumn } from './index'
import { wholePeriod } from './people'
import { namings, startOf } from './period-names'
import { joinFirst, refusing } from './words'

export const quotas: Readonly<Record<string, SqlColumn>> = {
  /** The day that stands for a period, where one does. */
  period_day: ({ name, dialect }) => {
    const period = name('period').sql
    const day = `cast(substring(${period}, 1, 10) as ${dialect.types.day})`
    return { sql: `case when ${dialect.matches(period, dayPattern)} then ${day} end`, type: 'date' }
  },
  quota_from: rows => bound(rows, 'from'),
  quota_to: rows => bound(rows, 'to'),
  whole_period: rows => wholePeriod(rows, 'quota_from', 'quota_to'),
  ramp_shares: rows =>
    ramped(rows, (first, last, curve) => {
      const whole = `greatest(${last} - greatest(${first}, 1) + 1, 0)`
      const less = curve.map(
        ([month, share]) => ` + case when ${month} between ${first} and ${last} then ${share} - 1 else 0 end`,
      )
      return { said: rows.name('ramp').sql, ofMonths: `${whole}${less.join('')}` }
    }),
  ramp_months: rows => ramped(rows, (first, last) => ({ said: '1', ofMonths: `${last} - ${first} + 1` })),
}

const dayPattern = '^\\d{4}-\\d\\d-\\d\\d( |$)'

/** Of a period that a day stands for, or that has a name. */
function bound(rows: SourceWriter, which: 'from' | 'to'): Written {
  const { name, dialect } = rows
  const period = name('period').sql
  const text = `upper(${period})`
  const day = name('period_day').sql
  const month = dialect.firstOfMonth(day)
  const end = (after: string): string => dialect.addDays(after, '-1')
  const ofDay = which === 'from' ? month : end(dialect.addMonths(month, monthsApart(rows)))
  const cases = namings.map(naming => {
    const found = which === 'from' ? startOf(naming, 0, text, rows) : end(startOf(naming, 1, text, rows))
    return `when ${dialect.matches(text, naming.pattern)} then ${found}`
  })
  const isKnown = namings.map(({ pattern }) => dialect.matches(text, pattern)).join(' or ')
  // A week of a quarter, and the 53rd of a year, take counting that SQL is spared.
  const what = '#VALUE! the period of a quota is not told in SQL: write its first day, or one such as 2026-Q1'
  return {
    sql: `case when ${day} is not null then ${ofDay} ${cases.join(' ')} end`,
    type: 'date',
    refused: refusing(`${period} is not null and ${day} is null and not (${isKnown})`, what, rows),
  }
}

/** How many months lie between the nearest two days that stand for periods; one where any is no first of a month. */
function monthsApart(rows: SourceWriter): string {
  const { dialect, lookInto } = rows
  const id = dialect.identifier
  const day = id('period_day')
  const quotas = lookInto('quotas', ['period_day'])
  const apart = `${dialect.monthNumber(day)} - lag(${dialect.monthNumber(day)}) over (order by ${day}) as ${id('__gap')}`
  const others = `select ${apart}, case when ${day} = ${dialect.firstOfMonth(day)} then 0 else 1 end as ${id('__inside')} from (select distinct ${day} from ${quotas} where ${day} is not null) as d`
  return `(select case when max(${id('__inside')}) = 1 then 1 else least(12, coalesce(min(${id('__gap')}), 1)) end from (${others}) as g)`
}

/** By the share that the row says, else by `quota.ramp_curve` since the month in which the rep started. */
function ramped(
  rows: SourceWriter,
  write: (
    first: string,
    last: string,
    curve: readonly (readonly [string, number])[],
  ) => { said: string; ofMonths: string },
): Written {
  const { name, dialect, terms } = rows
  const ramp = name('ramp').sql
  const curve = Object.entries(terms['quota.ramp_curve'] as Readonly<Record<string, number>>)
  const [from, to] = [name('quota_from'), name('quota_to')]
  const what = '#NUM! the ramp of a quota is no share above 0 and up to 1: 0.5 is 50 %'
  const refused = refusing(`${ramp} <= 0 or ${ramp} > 1`, what, rows)
  if (curve.length === 0) {
    const { said } = write('1', '1', [])
    return {
      sql: `case when ${ramp} is not null then ${said} else 1 end`,
      type: 'number',
      refused: firstOf(refused, from.refused),
    }
  }
  const start = joinFirst(rows, 'reps', 'rep', ['start'], name('rep').sql, {
    regardlessOfCase: true,
    where: 'start',
  })
  const began = `${start}.${dialect.identifier('__start')}`
  const since = (day: string): string => `(${dialect.monthNumber(day)} - ${dialect.monthNumber(began)} + 1)`
  const { said, ofMonths } = write(since(from.sql), since(to.sql), curve)
  return {
    sql: `case when ${ramp} is not null then ${said} when ${began} is null then 1 else ${ofMonths} end`,
    type: 'number',
    refused: firstOf(refused, from.refused),
  }
}
