import { formulas } from '../../../shared/formulas'
import { metricOnTables } from '../../../shared/metrics/on-tables/metric-function'
import type { Cell, Matrix } from '../../../shared/values'
import { definitions } from '../../support/definitions'
import { coreMatrix, sampleTable, serial } from '../../support/tables'

const [from, to] = [serial('2026-01-01'), serial('2026-03-31')]
const header = 'deal_id created_at stage closed_at amount deal_type lead_id refund refund_at'.split(' ')
const leads: Matrix = [
  'lead_id created_at source'.split(' '),
  ['web', from, 'Website'],
  ['friend', from, 'Customer Referral'],
]
const deals: Matrix = [
  header,
  ...(
    [
      ['won', 0, 'Won', 40, 100, 'New', 'web'],
      ['upsold', 0, 'Won', 20, 30, 'Upsell', 'web', 4, 50],
      ['recommended', 5, 'Won', 15, 70, 'New', 'friend'],
      ['renewed', 0, 'Won', 1, 500, 'Renewal', 'web', 20, 2],
      ['renewed by a friend', 0, 'Won', 1, 7, 'Renewal', 'friend'],
      ['lost', 0, 'Lost', 60, 11, 'New', 'web'],
      ['later', 0, 'Won', 200, 13, 'New', 'friend'],
    ] as Cell[][]
  ).map(([id, created, stage, closed, amount, type, lead, refund, refunded]): Cell[] => [
    ...([id, from + Number(created), stage, from + Number(closed), amount, type, lead] as Cell[]),
    refund ?? null,
    refunded === undefined ? null : from + Number(refunded),
  ]),
]
const indirect = (terms: Readonly<Record<string, Cell>> = {}, someDeals = deals) =>
  formulas
    .find(({ name }) => name === 'CONTRIBUTION_INDIRECT')
    ?.compute([leads, someDeals, from, to, definitions(terms)])
const direct = (someDeals = deals) =>
  metricOnTables(['CONTRIBUTION_DIRECT', from, to, '', '', '', someDeals, leads])

test('direct is what was sold that is neither a renewal nor a referral, less refunds', () => {
  expect(direct()).toBe(126)
  const [sampleLeads, sampleDeals] = [coreMatrix(sampleTable('leads')), coreMatrix(sampleTable('deals'))]
  const own = formulas.find(({ name }) => name === 'CONTRIBUTION_DIRECT')
  expect(own?.compute([sampleDeals, sampleLeads, from, to])).toBe(59_000)
})

test('indirect are referrals, renewals and what referrals are better at', () => {
  expect(indirect()).toEqual([
    ['referral', 70, 'money', 0],
    ['renewal', 487, 'money', 0],
    ['referred_opportunities', 3, 'deals', null],
    ['win_rate_uplift', 0.25, 'fraction', null],
    ['cycle_days_saved', 12, 'days', null],
  ])
})

test('direct, referrals and renewals make all of the revenue', () => {
  const money = (indirect() as Matrix).filter(([, , unit]) => unit === 'money')
  const sum = money.reduce((total, [, value]) => total + Number(value), Number(direct()))
  expect(sum).toBe(metricOnTables(['TOTAL_REVENUE', from, to, '', '', '', deals]))
})

test('weights come from the definitions', () => {
  const rows = indirect({ 'indirect.weights': 'referral: 0.5' }) as Matrix
  expect(rows.map(([, , , weight]) => weight)).toEqual([0.5, 0, null, null, null])
})

test('what there is nothing to compare of is an error in its own row', () => {
  const none = [header, ...deals.slice(1).filter(row => row[6] === 'web')]
  expect((indirect({}, none) as Matrix).map(([, value]) => value)).toMatchObject([
    0,
    480,
    0,
    { error: '#DIV/0!' },
    { error: '#N/A' },
  ])
})
