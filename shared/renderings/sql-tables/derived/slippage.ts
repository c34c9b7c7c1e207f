import type { Written } from '../expression'
import type { SourceWriter } from '../source'
import type { SqlColumn } from './index'

export const slippage: Readonly<Record<string, SqlColumn>> = {
  due_at_start: rows => {
    const { period, dialect } = rows
    const id = dialect.identifier
    const before = expected(rows, `h.${id('entered_at')} < ${period('from')}`, 'desc')
    return withHistory(rows, `coalesce(${before}, ${expected(rows, undefined, 'asc')})`)
  },
  due_at_end: rows => {
    const { period, dialect } = rows
    const end = dialect.addDays(period('to'), '1')
    return withHistory(rows, expected(rows, `h.${dialect.identifier('entered_at')} < ${end}`, 'desc'))
  },
}

/** What was expected at a moment can only be told by a history that keeps it. */
function withHistory(rows: SourceWriter, sql: string): Written {
  if (rows.other('stage_history').has('expected_close')) return { sql, type: 'date' }
  const what =
    '#N/A stage_history has no expected_close, so nobody knows what was due: export the Close Date of the opportunity history with it'
  return { sql: 'null', type: 'date', refused: rows.dialect.text(what) }
}

/** The closing that the first or last row of the deal's history expects for which a condition holds. */
function expected(rows: SourceWriter, condition: string | undefined, order: 'asc' | 'desc'): string {
  const { name, dialect, lookInto, other } = rows
  const id = dialect.identifier
  const history = lookInto('stage_history', ['deal_id', 'entered_at', 'expected_close', '__row'])
  const known = other('stage_history').read(
    'present(expected_close) and days(entered_at, known_until) >= 0',
  ).sql
  const conditions = [
    `h.${id('deal_id')} is not distinct from b.${name('deal_id').sql}`,
    known,
    ...(condition ? [condition] : []),
  ]
  return `(select h.${id('expected_close')} from ${history} as h where ${conditions.join(' and ')} order by h.${id('entered_at')} ${order}, h.${id('__row')} ${order} limit 1)`
}
