import type { SourceWriter } from '../source'
import type { SqlColumn } from './index'
import { anywhere, truth } from './words'

/** Months of a customer, counted by the days on which it had been one for so many of them. */
export const customerMonths: Readonly<Record<string, SqlColumn>> = {
  customer_start: rows => {
    const { name } = rows
    const [customer, paid] = [name('customer_id').sql, name('paid')]
    const first = `min(case when ${truth(paid)} then ${dayOf(name('start').sql, rows)} end)`
    return {
      sql: `case when ${customer} is not null then ${first} over (partition by ${customer}) end`,
      type: 'date',
      refused: anywhere(paid.refused),
    }
  },
  months_before: rows => {
    const first = rows.name('customer_start')
    return {
      sql: monthsUntil(first.sql, dayOf(rows.name('start').sql, rows), rows),
      type: 'number',
      refused: first.refused,
    }
  },
  months_lived: rows => {
    const { name, dialect } = rows
    const first = name('customer_start')
    const known = dialect.addDays(name('as_of').sql, '1')
    const until = dialect.least(dayOf(name('end').sql, rows), dayOf(known, rows))
    const lived = `${monthsUntil(first.sql, until, rows)} - ${name('months_before').sql}`
    return { sql: dialect.greatest('0', lived), type: 'number', refused: first.refused }
  },
}

function dayOf(moment: string, { dialect }: SourceWriter): string {
  return `cast(${moment} as ${dialect.types.day})`
}

function monthsUntil(first: string, day: string, { dialect }: SourceWriter): string {
  const months = `(${dialect.monthNumber(day)} - ${dialect.monthNumber(first)})`
  const isWithin = `${dayOf(dialect.addMonths(first, months), { dialect } as SourceWriter)} < ${day}`
  return `case when ${day} > ${first} then ${months} + case when ${isWithin} then 1 else 0 end else 0 end`
}
