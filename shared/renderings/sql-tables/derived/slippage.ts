import type { Written } from '../expression'
import type { SourceWriter } from '../source'
import type { SqlColumn } from './index'

export const slippage: Readonly<Record<string, SqlColumn>> = {
  due_at_start: rows => {
    const known = expected(rows, rows.period('from'), 'last')
    return withHistory(rows, `coalesce(${known}, ${expected(rows, endOf(rows), 'first')})`)
  },
  due_at_end: rows => withHistory(rows, expected(rows, endOf(rows), 'last')),
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
function expected(rows: SourceWriter, before: string, which: 'first' | 'last'): string {
  const { name, dialect, lookInto, other } = rows
  const id = dialect.identifier
  const history = lookInto('stage_history', ['deal_id', 'entered_at', 'expected_close', '__row'])
  const own = other('stage_history').read(
    'present(expected_close) and days(entered_at, known_until) >= 0',
  ).sql
  const deal = `coalesce(${id('deal_id')}, '')`
  const inOrder = `over (partition by ${deal} order by ${id('entered_at')}, ${id('__row')})`
  const listed = [
    `${deal} as ${id('__deal')}`,
    `${id('expected_close')} as ${id('__close')}`,
    `${id('entered_at')} as ${id('__at')}`,
    `lead(${id('entered_at')}) ${inOrder} as ${id('__next')}`,
    `row_number() ${inOrder} as ${id('__nth')}`,
  ]
  const found = rows.join(`(select ${listed.join(', ')} from ${history} where ${own})`, alias => {
    const [next, nth] = [`${alias}.${id('__next')}`, `${alias}.${id('__nth')}`]
    const isWanted = which === 'first' ? `${nth} = 1` : `(${next} is null or ${next} >= ${before})`
    const isOfDeal = `${alias}.${id('__deal')} = coalesce(${name('deal_id').sql}, '')`
    return `${isOfDeal} and ${alias}.${id('__at')} < ${before} and ${isWanted}`
  })
  return `${found}.${id('__close')}`
}
