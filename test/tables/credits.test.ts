import type { Terms } from '../../shared/definitions/term'
import { builtInTerms } from '../../shared/definitions/terms'
import { contextOf, type Rows } from '../../shared/tables/rows'
import type { Matrix } from '../../shared/values'
import { day, from, table } from '../support/asking'
import { question } from '../support/same-in-database'

const leads = table(
  'lead_id created_at issued_at outcome_code opportunity_id region qualified',
  ['L1', from, day('01-05'), null, null, 'West', true],
  ['L2', from, day('01-03'), null, null, 'East', true],
  ['L3', from, day('01-04'), null, 'D1', 'North', true],
  ['L4', from, day('01-01'), 'DUPLICATE', 'D1', 'South', true],
  [null, null, null, null, null, null, null],
  ['L6', from, day('01-03'), null, 'D2', 'West', true],
  ['L5', from, day('01-03'), null, 'D2', 'East', true],
  [null, from, day('01-02'), null, null, 'South', true],
  ['L7', from, day('01-09'), null, 'D9', 'East', true],
)
const deals = table(
  'deal_id created_at stage closed_at amount lead_id owner',
  ['D1', day('02-01'), 'Won', day('03-01'), 100, 'L1', 'Ana'],
  ['D2', day('02-02'), 'Open', null, 10, null, 'Ben'],
  [null, null, null, null, null, null, null],
  ['D3', day('02-03'), 'Won', day('03-02'), 5, 'L2', 'Ana'],
  ['D2', day('02-04'), 'Won', day('03-03'), 7, null, 'Cleo'],
  ['D4', day('02-05'), 'Won', day('03-04'), 3, 'L4', 'Cleo'],
  ['D5', day('02-06'), 'Won', day('03-05'), 2, 'L99', 'Cleo'],
  ['D6', day('02-07'), 'Won', day('03-06'), 1, 'L7', 'Cleo'],
)

function credits(terms: Terms = {}, tables: { leads: Matrix; deals: Matrix } = { leads, deals }): Rows {
  const opened = question(tables, {}).tables
  return contextOf(opened, { ...builtInTerms, 'lead.issued_requirements': [], ...terms }, day('06-30')).rows(
    'credits',
  )
}

/** Of each credit the deal, the lead and among how many the deal is divided. */
function told(rule: string, tables?: { leads: Matrix; deals: Matrix }): unknown[] {
  const rows = credits({ 'cohort.multi_lead_credit': rule }, tables)
  const [deal, lead, shares] = ['deal_id', 'cohort_lead', 'credit_shares'].map(rows.read)
  return Array.from({ length: rows.last }, (_, index) => [
    deal?.(index + 1),
    leads[Number(lead?.(index + 1))]?.[0],
    shares?.(index + 1),
  ])
}

test('a deal is credited to the net leads that it names or that name it', () => {
  expect(told('first')).toEqual([
    ['D1', 'L3', 1],
    ['D2', 'L5', 1],
    ['D3', 'L2', 1],
    ['D6', 'L7', 1],
  ])
  expect(told('last')).toEqual([
    ['D1', 'L1', 1],
    ['D2', 'L6', 1],
    ['D3', 'L2', 1],
    ['D6', 'L7', 1],
  ])
  expect(told('equal')).toEqual([
    ['D1', 'L3', 2],
    ['D1', 'L1', 2],
    ['D2', 'L5', 2],
    ['D2', 'L6', 2],
    ['D3', 'L2', 1],
    ['D6', 'L7', 1],
  ])
  expect(told('none')).toEqual([
    ['D3', 'L2', 1],
    ['D6', 'L7', 1],
  ])
})

test('a deal and its lead that name each other are joined once', () => {
  const rows = credits(
    { 'cohort.multi_lead_credit': 'equal' },
    {
      leads: table('lead_id created_at issued_at opportunity_id qualified outcome_code', [
        'L1',
        from,
        from,
        'D1',
        true,
        null,
      ]),
      deals: table('deal_id created_at stage closed_at amount lead_id', ['D1', from, 'Won', from, 1, 'L1']),
    },
  )
  expect([rows.last, rows.read('credit_shares')(1)]).toEqual([1, 1])
})

test('a credit reads like its deal, its columns like those of its lead first', () => {
  const rows = credits({ 'cohort.multi_lead_credit': 'first' })
  expect(rows.source).toBe('credits')
  const read = (name: string) => [1, 2, 3].map(rows.read(name))
  expect(read('cohort_at')).toEqual([day('01-04'), day('01-03'), day('01-03')])
  expect(read('amount')).toEqual([100, 10, 5])
  expect(read('won_by_now')).toEqual([true, false, true])
  expect([1, 2, 3].map(rows.column('region'))).toEqual(['North', 'East', 'East'])
  expect([1, 2, 3].map(rows.column('owner'))).toEqual(['Ana', 'Ben', 'Ana'])
  expect(['region', 'owner', 'nonsense'].map(rows.has)).toEqual([true, true, false])
  expect([1, 2, 3].map(rows.label)).toEqual(['deals row 2 (D1)', 'deals row 3 (D2)', 'deals row 5 (D3)'])
  expect([1, 2, 3].map(row => rows.standsFor?.(row))).toEqual([1, 2, 4])
  expect(rows.isRow(1)).toBe(true)
  expect(rows.knows('anything')).toBe(true)
  expect(['amount', 'stage'].map(rows.isMoney)).toEqual([true, false])
  expect(() => rows.read('nonsense')).toThrow('deals knows no nonsense')
})
