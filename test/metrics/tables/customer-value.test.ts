import fc from 'fast-check'
import { metricOnTables } from '../../../shared/metrics/on-tables/metric-function'
import type { Argument, Cell, Matrix } from '../../../shared/values'
import { definitions } from '../../support/definitions'
import { serial } from '../../support/tables'

const [from, to] = [serial('2026-01-01'), serial('2026-03-31')]
const header = 'deal_id created_at stage closed_at amount cogs refund refund_at account_id deal_type'.split(
  ' ',
)
const deal = (
  account: string | null,
  closed: number,
  amount: number,
  cogs: Cell = 0,
  refund?: number,
): Cell[] => [
  ...[`${account} ${closed}`, from - 200, 'Won', from + closed, amount, cogs],
  ...[refund ?? null, refund === undefined ? null : from + closed + 10, account, 'New'],
]
const ask = (
  metric: Argument,
  rows: readonly Cell[][],
  { asOf = '', terms = {} }: { asOf?: Cell; terms?: Record<string, Cell> } = {},
) => metricOnTables([metric, from, to, '', asOf, definitions(terms), [header, ...rows] as Matrix])

const sold = [
  deal('old', -100, 1000),
  deal('old', 5, 900),
  deal('new', 5, 20_000, 8000),
  deal('new', 200, 3000, 0, 500),
  deal('fresh', 80, 15_500, 3000),
  deal('next', 120, 77),
]

test('is the profit to date of the customers first won in the period, for each of them', () => {
  expect(ask([['CUSTOMER_PROFIT'], ['CLV_HISTORIC']], sold)).toEqual([[27_000], [13_500]])
})

test('grows with what is known', () => {
  const by = (day: number) => ask('CLV_HISTORIC', sold, { asOf: from + day })
  expect([by(5), by(80), by(200), by(210)]).toEqual([12_000, 12_250, 13_750, 13_500])
})

test('is counted as the definitions say', () => {
  expect(ask('CUSTOMER_PROFIT', sold, { terms: { 'margin.basis': 'revenue' } })).toBe(38_000)
  const unknown = [deal('new', 5, 100, null)]
  expect(ask('CUSTOMER_PROFIT', unknown)).toMatchObject({ error: '#N/A' })
  expect(ask('CUSTOMER_PROFIT', unknown, { terms: { 'margin.default_rate': 0.3 } })).toBe(30)
})

test('of nobody is a division by 0, and needs accounts', () => {
  expect(ask('CLV_HISTORIC', [deal('old', -100, 5)])).toMatchObject({ error: '#DIV/0!' })
  const nameless: Matrix = [header.slice(0, 8), ...sold.map(row => row.slice(0, 8))]
  expect(metricOnTables(['CLV_HISTORIC', from, to, '', '', '', nameless])).toMatchObject({
    error: '#VALUE!',
    reason: expect.stringContaining('account_id'),
  })
})

test('is what a plain walk through accounts finds', () => {
  const deals = fc.array(
    fc.tuple(
      fc.constantFrom('a', 'b', 'c'),
      fc.integer({ min: -60, max: 160 }),
      fc.integer({ min: 0, max: 999 }),
    ),
    { minLength: 1, maxLength: 10 },
  )
  fc.assert(
    fc.property(deals, made => {
      const counted = ['a', 'b', 'c'].filter(account => {
        const days = made.filter(([own]) => own === account).map(([, day]) => day)
        const first = Math.min(...days)
        return days.length > 0 && first >= 0 && first <= to - from
      })
      const profit = made.reduce((sum, [own, , amount]) => sum + (counted.includes(own) ? amount : 0), 0)
      const rows = made.map(([account, day, amount]) => deal(account, day, amount))
      expect(ask('CUSTOMER_PROFIT', rows)).toBe(profit)
      const value = ask('CLV_HISTORIC', rows)
      if (counted.length === 0) expect(value).toMatchObject({ error: '#DIV/0!' })
      else expect(value).toBe(profit / counted.length)
    }),
  )
})
