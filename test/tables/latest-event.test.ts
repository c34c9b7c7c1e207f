import { builtInTerms } from '../../shared/definitions/terms'
import { events, firstEvent, latestEvent } from '../../shared/tables/latest-event'
import { contextOf } from '../../shared/tables/rows'
import type { TableName } from '../../shared/tables/schema'
import { schemas } from '../../shared/tables/schemas'
import type { Table } from '../../shared/tables/table'
import type { Cell, Matrix } from '../../shared/values'
import { day, from, table } from '../support/asking'
import type { Tables } from '../support/database'
import { question } from '../support/same-in-database'

const opened = (tables: Tables) => question(tables, {}).tables
const latest = (tables: Tables): number => latestEvent(contextOf(opened(tables), builtInTerms, undefined))
const first = (name: TableName, rows: Matrix) => firstEvent(opened({ [name]: rows }).get(name) as Table)

const dated = Object.entries(events).flatMap(([name, columns]) =>
  (columns ?? []).map(column => [name as TableName, column] as const),
)

/** A table whose keys are there, with this in one column. */
function withCells(name: TableName, column: string, ...cells: readonly Cell[]): Matrix {
  const { columns } = schemas[name]
  const names = [...new Set([...Object.keys(columns).filter(each => columns[each]?.key), column])]
  return [
    names,
    ...cells.map(cell =>
      names.map(each => (each === column ? cell : columns[each]?.type === 'date' ? null : 'x')),
    ),
  ]
}

test.each(dated)('%s tell of a day by %s', (name, column) => {
  const rows = withCells(name, column, day('02-01') + 0.5, day('03-01') + 0.9, null, 'soon')
  expect(latest({ [name]: rows })).toBe(day('03-01'))
  expect(first(name, rows)).toBe(day('02-01'))
})

test('these are columns of dates', () => {
  for (const [name, column] of dated) expect(schemas[name].columns[column]?.type).toBe('date')
  expect(dated).toHaveLength(15)
})

const header = 'deal_id created_at stage closed_at amount'

test('a closing is one once the deal is not open, however it is called', () => {
  const deals = table(
    header,
    ['A', from, 'Won', day('02-01') + 0.25, 1],
    ['B', from, 'Prospecting', day('05-01'), 1],
  )
  expect(latest({ deals })).toBe(day('02-01'))
  // Of a stage that nobody has defined, nothing can be told.
  expect(latest({ deals: table(header, ['A', from, 'Nirvana', day('05-01'), 1]) })).toBe(from)
  expect(first('deals', deals)).toBe(from)
})

test('nothing that is recorded is no day', () => {
  expect(latest({ deals: table(header) })).toBe(0)
  expect(first('deals', table(header))).toBeUndefined()
  const reps = table('rep start end', ['Ana', from, null])
  expect(latest({ reps })).toBe(0)
  expect(first('reps', reps)).toBeUndefined()
})

test('of several tables it is the latest of all', () => {
  const costs = table('date component amount', [day('04-05'), 'labour', 1])
  const deals = table(header, ['A', from, 'Won', day('02-01'), 1])
  expect(latest({ deals, costs })).toBe(day('04-05'))
  expect(latest({ costs, deals })).toBe(day('04-05'))
})

test('what is no fault of a cell is not hidden', () => {
  const broken = new Proxy([], {
    get: (_, name) => {
      if (name === 'length') return 2
      throw new RangeError('broken')
    },
  })
  const costs = { ...(opened({ costs: table('date component amount') }).get('costs') as Table), rows: broken }
  expect(() => firstEvent(costs)).toThrow('broken')
})
