import type { Written } from '../expression'
import type { SourceWriter } from '../source'
import type { SqlColumn } from './index'

export const slippage: Readonly<Record<string, SqlColumn>> = {
  due_at_start: rows => {
    const known = expected(rows, rows.period('from'), 'desc')
    return withHistory(rows, `coalesce(${known}, ${expected(rows, endOf(rows), 'asc')})`)
  },
  due_at_end: rows => withHistory(rows, expected(rows, endOf(rows), 'desc')),
}

function endOf({ dialect, period }: SourceWriter): string {
  return dialect.addDays(period('to'), '1')
}

/** What was expected at a moment can only be told by a history that keeps it. */
function withHistory(rows: SourceWriter, sql: string): Written {
  if (rows.other('stage_history').has('expected_close')) return { sql, type: 'date' }
  const what =
    '#N/A stage_history has no expected_close, so nobody knows what was due: export the Close Date of the opportunity history with it'
  return { sql: 'null', type: 'date', refused: rows.dialect.text(what) }
}

/** What the deal's history expects in its first or last row before a moment. */
function expected(rows: SourceWriter, before: string, order: 'asc' | 'desc'): string {
  const { name, dialect, lookInto, other } = rows
  const [id, at, row] = ['deal_id', 'entered_at', '__row'].map(dialect.identifier) as [string, string, string]
  const history = lookInto('stage_history', ['deal_id', 'entered_at', 'expected_close', '__row'])
  const conditions = [
    `coalesce(h.${id}, '') = coalesce(b.${name('deal_id').sql}, '')`,
    other('stage_history').read('present(expected_close) and days(entered_at, known_until) >= 0').sql,
    `h.${at} < ${before}`,
  ]
  const found = `select h.${dialect.identifier('expected_close')} from ${history} as h where ${conditions.join(' and ')}`
  return `(${found} order by h.${at} ${order}, h.${row} ${order} limit 1)`
}
