import { monthsOf } from '../../../shared/tables/derived/customers'
import type { Cell } from '../../../shared/values'
import { day, from, table } from '../../support/asking'
import { perRow } from '../../support/derived'
import { serial } from '../../support/tables'

const quarter = { from, to: day('03-31') }

describe('whether a deal was won from a new customer', () => {
  const columns = 'deal_id created_at stage closed_at amount account_id deal_type'
  const won = (at: Cell, account: Cell, type: Cell = null, stage: Cell = 'Won'): Cell[] => [
    ...['D', from, stage, at, 1, account, type],
  ]
  const rows = [
    won(day('02-01'), 'A'),
    won(day('01-15') + 0.5, 'A'),
    won(day('01-15'), 'B'),
    won(day('01-15') + 0.4, 'B'),
    won(day('01-01'), 'A', null, 'Lost'),
    columns.split(' ').map(() => null),
    won(day('03-01'), 'C', 'Upsell'),
    won(day('03-01'), 'D', 'Existing Business'),
    won(day('03-01'), null, 'new'),
    won(day('03-01'), null, 'Renewal'),
    won(day('03-01'), null),
    won(null, 'E'),
    won(day('01-01'), 'F', null, 'Open'),
  ]
  const untold =
    '#N/A deals row 12 (D) was won, but from a new customer or not nobody can tell: fill in account_id or deal_type'

  test('goes by what the account bought before, of two on one day the upper row', () => {
    const deals = table(columns, ...rows)
    const expected = [false, true, true, false, false, expect.anything(), false, false, true, false, untold]
    expect(perRow('new_customer', { deals })).toEqual([...expected, false, false])
    expect(perRow('customer_since', { deals })).toEqual([
      ...[day('01-15'), day('01-15'), day('01-15'), day('01-15'), day('01-15'), null],
      ...[day('03-01'), day('03-01'), null, null, null, null, null],
    ])
  })

  test('or anew once it bought nothing for so many months', () => {
    const spaced = [
      won(serial('2025-01-31'), 'A'),
      won(serial('2025-12-31'), 'A'),
      won(serial('2026-12-31'), 'A'),
      won(serial('2028-01-01'), 'A'),
      won(day('03-01'), 'B', 'Existing Business'),
      won(day('03-01'), 'C', 'renewal'),
    ]
    const deals = table(columns, ...spaced)
    const terms = { 'customer.new_rule': 'none_in_months(12)' }
    expect(perRow('new_customer', { deals }, { terms })).toEqual([true, false, false, true, true, false])
    expect(perRow('new_customer', { deals })).toEqual([true, false, false, false, false, false])
  })

  test('goes by its type alone where nothing names an account', () => {
    const deals = table(columns, ...rows).map(row => row.filter((_, place) => place !== 5))
    expect(perRow('new_customer', { deals }).slice(6)).toEqual([
      ...[false, false, true, false],
      expect.stringContaining('nobody can tell'),
      expect.stringContaining('nobody can tell'),
      false,
    ])
    expect(
      perRow('customer_since', {
        deals: table('deal_id created_at stage closed_at amount', ['D', from, 'Won', from, 1]),
      })[0],
    ).toContain('account_id')
    const typeless = table('deal_id created_at stage closed_at amount', ['D', from, 'Won', from, 1])
    expect(perRow('new_customer', { deals: typeless })[0]).toContain('deal_type')
    const known = table('deal_id created_at stage closed_at amount account_id', [
      'D',
      from,
      'Won',
      from,
      1,
      'A',
    ])
    expect(perRow('new_customer', { deals: known })).toEqual([true])
  })
})

test('a rule on months is one to the letter', () => {
  const said = [
    'none_in_months(12)',
    'none_in_months()',
    'first_won_ever',
    'x none_in_months(2)',
    'none_in_months(2) y',
  ]
  expect(said.map(monthsOf)).toEqual([12, undefined, undefined, undefined, undefined])
})

describe('subscriptions', () => {
  const columns = 'customer_id start end amount term_months type'
  const subscription = (
    id: Cell,
    start: Cell,
    end: Cell,
    amount: Cell,
    months: Cell = 1,
    type: Cell = 'recurring',
  ) => [id, start, end, amount, months, type] as Cell[]
  const of = (...rows: Cell[][]) => ({ subscriptions: table(columns, ...rows) })

  test('are charged in one of three ways', () => {
    const types = ['Subscription', 'One-time', 'metered', 'magic', null]
    const rows = types.map(type => subscription('A', from, null, 1, 1, type))
    expect(perRow('charge', of(...rows))).toEqual([
      ...['recurring', 'one_off', 'usage'],
      '#VALUE! subscriptions row 5 (A): type is “magic”: write recurring, one_off or usage',
      '#VALUE! subscriptions row 6 (A): type is blank: write recurring, one_off or usage',
    ])
  })

  test('are for a number of months', () => {
    const rows = [12, 0, -1, null].map(months => subscription('A', from, null, 1, months))
    const remedy = 'write the months that the amount is for, 12 for a year'
    expect(perRow('months', of(...rows))).toEqual([
      12,
      `#DIV/0! subscriptions row 3 (A): term_months is 0: ${remedy}`,
      `#NUM! subscriptions row 4 (A): term_months is -1: ${remedy}`,
      '#N/A subscriptions row 5 (A): term_months is blank: fill it in',
    ])
  })

  test('move a customer once in a period, by what it pays before and at its end', () => {
    const before = serial('2025-06-01')
    const rows: Cell[][] = [
      subscription('Same', before, null, 10),
      subscription('More', before, null, 10),
      subscription('More', day('02-01'), null, 5),
      subscription('Less', before, day('02-01'), 10),
      subscription('Less', day('02-01'), null, 60, 12),
      subscription('Gone', before, day('02-01'), 10),
      subscription('New', day('02-01'), null, 10),
      subscription('Back', before, serial('2025-09-01'), 10),
      subscription('Back', day('02-01'), null, 10),
      subscription('Free', before, null, 0),
      subscription('Free', day('02-01'), null, 10),
      subscription('Ceased', before, day('02-01'), 10),
      subscription('Ceased', day('02-01'), null, 0),
      columns.split(' ').map(() => null),
      subscription('Later', day('04-01'), null, 10),
      subscription('Trial', before, serial('2025-09-01'), 0),
      subscription('Trial', day('02-01'), null, 10),
    ]
    const moves = new Map<Cell, unknown>()
    const told = perRow('movement', of(...rows), { period: quarter, asOf: day('06-30') })
    for (const [index, [id]] of rows.entries()) if (id !== null) moves.set(id as Cell, told[index])
    expect(Object.fromEntries(moves)).toEqual({
      ...{ Same: 'expansion', More: 'expansion', Less: 'contraction', Gone: 'churn', New: 'new' },
      ...{ Back: 'reactivation', Free: 'new', Ceased: 'churn', Later: null, Trial: 'new' },
    })
  })

  test('are counted in months since their customer began', () => {
    const rows = [
      subscription('A', day('03-15') + 0.5, null, 1),
      subscription('A', serial('2024-11-30'), serial('2025-02-28'), 1),
      subscription('A', null, null, 1),
      subscription('B', day('01-31'), null, 1),
      columns.split(' ').map(() => null),
      subscription(null, from, null, 1),
      subscription('D', serial('2020-01-01'), null, 0),
      subscription('D', serial('2020-02-01'), null, 1, 1, 'usage'),
      subscription('E', day('03-16'), null, 1),
      subscription('E', day('03-16'), day('04-16'), 1),
      subscription('D', day('04-15'), null, 1),
    ]
    const tables = of(...rows)
    const asOf = day('04-15')
    expect(perRow('customer_start', tables, { asOf })).toEqual([
      ...[serial('2024-11-30'), serial('2024-11-30'), serial('2024-11-30'), day('01-31'), null, null],
      ...[day('04-15'), day('04-15'), day('03-16'), day('03-16'), day('04-15')],
    ])
    // From 30 November 2024 to 15 March 2026 are 15 whole months and a part of one.
    expect(perRow('months_before', tables, { asOf })).toEqual([16, ...Array(10).fill(0)])
    // Until 16 April are 16 whole months and a part, of 31 January three begun.
    expect(perRow('months_lived', tables, { asOf })).toEqual([1, 3, 17, 3, 0, 0, 1, 1, 1, 1, 1])
  })
})

describe('surveys', () => {
  const columns = 'respondent kind score at question'
  const surveys = (...rows: Cell[][]) => ({ surveys: table(columns, ...rows) })
  const answer = (
    who: Cell,
    score: Cell,
    at: Cell = from,
    question: Cell = null,
    kind: Cell = 'csat',
  ): Cell[] => [...[who, kind, score, at, question]]

  test('tell who was asked once somebody did not answer', () => {
    expect(perRow('asked', surveys(answer('A', 5), answer(null, 4), answer('B', null)))).toEqual([
      true,
      false,
      true,
    ])
    expect(perRow('asked', surveys(answer('A', 5)))).toEqual([
      '#N/A surveys holds answers only, not who was asked: add a row with a blank score for each who was asked and did not answer',
    ])
  })

  test('count what each answered last, to each question regardless of case', () => {
    const rows = surveys(
      answer('A', 1, from, 'Speed'),
      answer('A', 5, from + 1, 'speed'),
      answer('A', 2, from, 'Care'),
      answer('B', 4, from),
      answer('B', 3, from),
      answer('B', 5, from),
      answer(null, 2),
      answer(null, 4),
    )
    expect(perRow('csat_score', rows, { period: quarter })).toEqual([null, 3.5, null, null, 3, null, 2, 4])
    const reversed = surveys(answer('B', 3, from + 1), answer('B', 5, from))
    expect(perRow('csat_score', reversed, { period: quarter })).toEqual([3, null])
  })

  test('of NPS take one answer of each, whatever the question', () => {
    const nps = (who: string, score: number, at: number, question: Cell) =>
      answer(who, score, at, question, 'nps')
    const rows = surveys(nps('A', 9, from, 'x'), nps('A', 3, from + 2, 'y'), nps('B', 7, from, null))
    expect(perRow('latest_nps', rows, { period: quarter })).toEqual([false, true, true])
  })

  test('refuse an answer that lies off the scale', () => {
    const rows = surveys(answer('A', 0), answer('B', 6), answer('C', 1), answer('D', 5))
    const lies = (row: number, score: number): string =>
      `#NUM! surveys row ${row} (${row === 2 ? 'A' : 'B'}): score is ${score}: answers lie on the scale from 1 to 5`
    expect(perRow('csat_score', rows, { period: quarter })).toEqual([lies(2, 0), lies(3, 6), 1, 5])
  })
})
