import { byFunction, knownComponents } from '../../../tables/derived/cost-sets'
import { worded } from '../../../tables/derived/words'
import type { Written } from '../expression'
import type { SourceWriter } from '../source'
import type { SqlColumn } from './index'
import { isAnyOf, refusing, wordOf } from './words'

export const costs: Readonly<Record<string, SqlColumn>> = {
  component_word: wordOf('component'),
  cost_component: rows => {
    const word = rows.name('component_word').sql
    const known = isAnyOf(word, [...knownComponents(rows.rows)], rows)
    const what = '#VALUE! costs have a component that is in no cost definition: rename it, or add it to one'
    return { sql: word, type: 'text', refused: refusing(`not ${known}`, what, rows) }
  },
  unmapped: rows => ({
    sql: `not ${isAnyOf(rows.name('component_word').sql, [...knownComponents(rows.rows)], rows)}`,
    type: 'flag',
  }),
  in_component_set: rows => memberOf(rows, 'asked.component_set', 'marketing_investment'),
  in_seen_components: rows => memberOf(rows, 'asked.seen_components', 'ad_spend'),
  incurred_from: rows => span(rows, 'from'),
  incurred_to: rows => span(rows, 'to'),
  span_days: rows => daysFrom(rows, name => rows.name(name).sql),
  days_inside: rows => {
    const { dialect, name, period } = rows
    const inside: Readonly<Record<string, string>> = {
      incurred_from: dialect.greatest(name('incurred_from').sql, period('from')),
      incurred_to: dialect.least(name('incurred_to').sql, period('to')),
    }
    return daysFrom(rows, name => inside[name] as string)
  },
}

function memberOf(rows: SourceWriter, term: string, usual: string): Written {
  const named = typeof rows.terms[term] === 'string' ? String(rows.terms[term]) : usual
  const set = worded(named)
  if (byFunction.includes(set) || set === 'unmapped') return rows.name(set)
  if (Array.isArray(rows.terms[`cost.${set}`])) return rows.read(`cost_component in cost.${set}`)
  const component = rows.name('cost_component')
  return { ...component, sql: isAnyOf(component.sql, named.split(',').map(worded), rows), type: 'flag' }
}

/** What it was paid for, where costs count when incurred; else the month of its date, or that day. */
function span(rows: SourceWriter, bound: 'from' | 'to'): Written {
  const { name, terms, dialect } = rows
  const day = (column: string): string => `cast(${name(column).sql} as ${dialect.types.day})`
  const date = day('date')
  const month = dialect.firstOfMonth(date)
  const monthBound = bound === 'from' ? month : dialect.addDays(dialect.addMonths(month, '1'), '-1')
  const usual = terms['cost.weekly_spread'] !== 'none' ? monthBound : date
  if (terms['cost.timing'] === 'paid') return { sql: usual, type: 'date' }
  const [first, last] = [day('period_from'), day('period_to')]
  const isSaid = `${first} is not null and ${last} is not null`
  const what = '#VALUE! the period of a cost ends before it begins; correct one of the dates'
  return {
    sql: `case when ${date} is null then null when ${isSaid} then ${bound === 'from' ? first : last} else ${usual} end`,
    type: 'date',
    refused: refusing(`${date} is not null and ${last} < ${first}`, what, rows),
  }
}

function daysFrom({ name, dialect }: SourceWriter, bound: (name: string) => string): Written {
  const days = `${dialect.days(bound('incurred_from'), bound('incurred_to'))} + 1`
  const { refused, sql } = name('incurred_from')
  return { sql: `case when ${sql} is not null then ${days} end`, type: 'number', refused }
}
