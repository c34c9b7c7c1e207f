import { formulas } from '../../../shared/formulas'
import { metricOnTables } from '../../../shared/metrics/on-tables/metric-function'
import type { Argument, Cell, Matrix } from '../../../shared/values'
import { definitions } from '../../support/definitions'
import { coreMatrix, sampleTable, serial } from '../../support/tables'

const [from, to] = [serial('2026-01-01'), serial('2026-03-31')]
const [leads, deals, costs] = (['leads', 'deals', 'costs'] as const).map(name =>
  coreMatrix(sampleTable(name)),
) as [Matrix, Matrix, Matrix]

interface Asked {
  readonly terms?: Readonly<Record<string, Cell>>
  readonly basis?: string
  readonly someDeals?: Matrix
  readonly someCosts?: Matrix
  readonly someLeads?: Argument
  readonly activities?: Argument
  readonly where?: string
}
const by = (
  level: Argument,
  { terms = {}, basis = '', someDeals = deals, someCosts = costs, ...more }: Asked = {},
) =>
  formulas
    .find(({ name }) => name === 'ROI_BY')
    ?.compute([
      ...[someDeals, someCosts, more.someLeads ?? '', more.activities ?? '', from, to, level, basis],
      ...[definitions(terms), '', more.where ?? ''],
    ])
const whole = (metric: string) => metricOnTables([metric, from, to, '', '', '', deals, costs])
const sumOf = (rows: Matrix, column: number) => rows.reduce((sum, row) => sum + Number(row[column]), 0)

describe('the sample quarter', () => {
  test('of the team is what METRIC says', () => {
    expect(by('team')).toEqual([['team', 59_000, 60_000, -1 / 60]])
    expect(whole('ROI')).toBe(-1 / 60)
    expect(whole('REVENUE_COST_RATIO')).toBe(59 / 60)
  })

  test('of reps with equal shares of what nobody is named for', () => {
    expect(by('rep', { terms: { 'cost.rep_allocation': 'equal' } })).toEqual([
      ['Ana', 35_000, 30_000, 1 / 6],
      ['Ben', 24_000, 30_000, -0.2],
    ])
  })

  test('of reps, what nobody is named for left apart', () => {
    expect(by('Rep')).toMatchObject([
      ['Ana', 35_000, 0, { error: '#DIV/0!' }],
      ['Ben', 24_000, 0, { error: '#DIV/0!' }],
      ['(unallocated)', 0, 60_000, null],
    ])
  })

  test('shared by revenue or by leads', () => {
    expect(by('rep', { terms: { 'cost.rep_allocation': 'pro_rata_revenue' } })).toEqual([
      ['Ana', 35_000, (60_000 * 35) / 59, -1 / 60],
      ['Ben', 24_000, (60_000 * 24) / 59, -1 / 60],
    ])
    const byLeads = { terms: { 'cost.rep_allocation': 'pro_rata_leads' } }
    expect(by('rep', { ...byLeads, someLeads: leads })).toEqual([
      ['Ana', 35_000, (60_000 * 4) / 7, 1 / 48],
      ['Ben', 24_000, (60_000 * 3) / 7, -1 / 15],
    ])
    expect(by('rep', byLeads)).toMatchObject([
      ['Ana', 35_000, { error: '#VALUE!', reason: expect.stringContaining('LEADS') }, { error: '#VALUE!' }],
      ['Ben', 24_000, { error: '#VALUE!' }, { error: '#VALUE!' }],
    ])
  })

  test('in gross profit', () => {
    expect(by('team', { basis: 'gross_profit' })).toEqual([['team', 37_000, 60_000, -23 / 60]])
  })

  test('an unknown level is refused', () => {
    expect(by('planet')).toMatchObject({ error: '#VALUE!', reason: expect.stringContaining('planet') })
    expect(by('')).toMatchObject({ error: '#VALUE!' })
  })
})

describe('reps and campaigns', () => {
  const dealRows = (...rows: readonly (readonly [string | null, number, string, number])[]): Matrix => [
    'deal_id created_at stage closed_at amount owner campaign region deal_type'.split(' '),
    ...rows.map(([owner, day, stage, amount], index): Cell[] => [
      ...[`D${index}`, from + day, stage, stage === 'Open' ? null : from + day + 1, amount],
      ...[owner, owner && `${owner}'s`, owner && 'West', 'New'],
    ]),
  ]
  const costRows = (...rows: readonly (readonly [string | null, number])[]): Matrix => [
    'date component amount rep campaign'.split(' '),
    ...rows.map(([rep, amount]): Cell[] => [from, 'salaries', amount, rep, rep && `${rep}'s`]),
  ]
  const someDeals = dealRows(['Ana', 3, 'Won', 900], ['ben', 4, 'Lost', 70], ['Cleo', -90, 'Won', 800])
  const someCosts = costRows(['Ana', 100], ['Ben', 50], [null, 30])

  test('bear their own cost and a share of the rest, also those who won nothing', () => {
    expect(by('rep', { someDeals, someCosts, terms: { 'cost.rep_allocation': 'equal' } })).toEqual([
      ['Ana', 900, 115, 785 / 115],
      ['ben', 0, 65, -1],
    ])
    expect(by('campaign', { someDeals, someCosts, terms: { 'cost.campaign_allocation': 'equal' } })).toEqual([
      ["Ana's", 900, 115, 785 / 115],
      ["ben's", 0, 65, -1],
    ])
  })

  test('share by activities', () => {
    const activities: Matrix = [
      ['activity_id', 'at', 'type', 'rep'],
      ['1', from, 'call', 'Ana'],
      ['2', from, 'call', 'Ben'],
      ['3', from, 'call', 'Ben'],
      ['4', to + 1, 'call', 'Ana'],
    ]
    const asked = { someDeals, someCosts, activities, terms: { 'cost.rep_allocation': 'pro_rata_activity' } }
    expect(by('rep', asked)).toEqual([
      ['Ana', 900, 110, 790 / 110],
      ['ben', 0, 70, -1],
    ])
  })

  test('where there is nothing to share by, the rest stays apart', () => {
    const lost = dealRows(['Ana', 3, 'Lost', 900])
    expect(
      by('rep', { someDeals: lost, someCosts, terms: { 'cost.rep_allocation': 'pro_rata_revenue' } }),
    ).toEqual([
      ['Ana', 0, 100, -1],
      ['Ben', 0, 50, -1],
      ['(unallocated)', 0, 30, null],
    ])
  })

  test('what was won by nobody stands in a row of its own', () => {
    const orphan = dealRows(['Ana', 3, 'Won', 900], [null, 3, 'Won', 40])
    expect(by('rep', { someDeals: orphan, someCosts: costRows(['Ana', 100]) })).toMatchObject([
      ['Ana', 900, 100, 8],
      ['(blank)', 40, 0, { error: '#DIV/0!' }],
    ])
  })

  test('segments take the costs that name them', () => {
    expect(by('region', { someDeals, someCosts })).toMatchObject([
      ['West', 900, 0, { error: '#DIV/0!' }],
      ['(unallocated)', 0, 180, null],
    ])
  })

  test.each(['none', 'equal', 'pro_rata_revenue'])('add up to the team with “%s”', rule => {
    const many = dealRows(
      ['Ana', 3, 'Won', 901],
      ['Ben', 4, 'Won', 77],
      ['Cleo', 5, 'Won', 13],
      ['Dan', 6, 'Open', 9],
    )
    const spent = costRows(['Ana', 100], ['Ed', 50], [null, 100])
    const asked = { someDeals: many, someCosts: spent, terms: { 'cost.rep_allocation': rule } }
    const [rows, [team]] = [by('rep', asked) as Matrix, by('team', asked) as [Cell[]]]
    expect(sumOf(rows, 1)).toBeCloseTo(team[1] as number, 10)
    expect(sumOf(rows, 2)).toBeCloseTo(team[2] as number, 10)
    const turned = { ...asked, someDeals: [many[0] as Cell[], ...many.slice(1).reverse()] }
    expect(by('rep', turned)).toEqual(rows)
  })

  test('of an empty period there is nothing to say', () => {
    expect(by('rep', { someDeals: dealRows(), someCosts: costRows() })).toMatchObject({ error: '#N/A' })
  })
})
