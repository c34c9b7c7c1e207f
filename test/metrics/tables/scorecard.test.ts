import { formulas } from '../../../shared/formulas'
import { isOnTables, metricsByName } from '../../../shared/metrics/by-name'
import { metricOnTables } from '../../../shared/metrics/on-tables/metric-function'
import { roles } from '../../../shared/metrics/scorecard'
import type { Argument, Matrix } from '../../../shared/values'
import { definitions } from '../../support/definitions'
import { coreMatrix, sampleTable, serial } from '../../support/tables'

const [from, to] = [serial('2026-01-01'), serial('2026-03-31')]
const tables = (['leads', 'deals', 'costs'] as const).map(name => coreMatrix(sampleTable(name)))
const scorecard = (...args: Argument[]) => formulas.find(({ name }) => name === 'SCORECARD')?.compute(args)

describe.each(Object.entries(roles))('the scorecard of %s', (role, names) => {
  test('names metrics of tables, once each, some that speak of what is coming and some of what has happened', () => {
    expect(new Set(names).size).toBe(names.length)
    const declared = names.map(name => metricsByName.get(name))
    expect(declared.every(metric => metric && isOnTables(metric))).toBe(true)
    const classes = declared.map(metric => metric?.indicator)
    expect(classes).toEqual(expect.arrayContaining(['leading', 'lagging']))
  })

  test('holds what METRIC says of each, where its tables are given', () => {
    const rows = scorecard(role, from, to, '', '', '', ...tables) as Matrix
    expect(rows.length).toBeGreaterThan(1)
    for (const [name, , value] of rows) {
      expect(value).toEqual(metricOnTables([name, from, to, '', '', '', ...tables]))
    }
    expect(rows.map(([name]) => name)).toEqual(names.filter(name => rows.some(([own]) => own === name)))
  })
})

test('periods stand side by side, however they are given', () => {
  const [starts, ends] = [
    [from, serial('2026-04-01')],
    [to, serial('2026-06-30')],
  ]
  const across = scorecard('Sales Manager', [starts], [ends], '', '', '', ...tables) as Matrix
  expect(across[0]).toHaveLength(4)
  const down = scorecard(
    'sales_manager',
    starts.map(day => [day]),
    ends.map(day => [day]),
    '',
    '',
    '',
    ...tables,
  )
  expect(down).toEqual(across)
})

test('a team says itself what leads and what lags', () => {
  const rows = scorecard(
    'rep',
    from,
    to,
    '',
    '',
    definitions({ 'metric.class': 'WIN_RATE: leading' }),
    ...tables,
  )
  expect((rows as Matrix).find(([name]) => name === 'WIN_RATE')?.[1]).toBe('leading')
})

test('one metric is a row too, and errors stand in their own cell', () => {
  const nothing: Matrix = [(tables[2] as Matrix)[0] as readonly string[]]
  expect(scorecard('finance', from, to, '', '', '', nothing)).toEqual([['TOTAL_COST', 'lagging', 0]])
  const none: Matrix = [(tables[1] as Matrix)[0] as readonly string[]]
  const rows = scorecard('product', from, to, '', '', '', none) as Matrix
  expect(rows[0]).toMatchObject(['NEW_REVENUE_SHARE', 'lagging', { error: '#DIV/0!' }])
})

test.each<[string, Argument[], string]>([
  ['an unknown role', ['executives', from, to, '', '', '', ...tables], 'did you mean executive'],
  ['no role', ['', from, to, '', '', '', ...tables], 'choose one of'],
  ['a name from the prototype', ['constructor', from, to, '', '', '', ...tables], 'role is'],
  ['tables that no metric of it reads', ['product', from, to, '', '', '', tables[2]], 'give DEALS'],
  ['no table', ['product', from, to, '', '', ''], 'no table is given'],
])('%s is refused with a sentence', (_what, args, says) => {
  expect(scorecard(...args)).toMatchObject({ error: '#VALUE!', reason: expect.stringContaining(says) })
})
