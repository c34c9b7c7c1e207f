import { formulas } from '../../../shared/formulas'
import { moneyText, percentText } from '../../../shared/metrics/return/shown-number'
import { comparison } from '../../../shared/metrics/return/story-comparison'
import type { Cell, Matrix } from '../../../shared/values'
import { definitions } from '../../support/definitions'
import { coreMatrix, sampleTable, serial } from '../../support/tables'

const [leads, deals, costs] = (['leads', 'deals', 'costs'] as const).map(name =>
  coreMatrix(sampleTable(name)),
) as [Matrix, Matrix, Matrix]
const terms = {
  'display.money_decimals': 0,
  'display.percent_decimals': 2,
  'display.rounding_mode': 'half_up',
  'currency.reporting': 'workbook',
}

interface Asked {
  readonly format?: string
  readonly test?: string
  readonly terms?: Readonly<Record<string, Cell>>
  readonly asOf?: string
  readonly where?: string
  readonly quarter?: readonly [string, string]
  readonly someLeads?: Matrix
}
const story = (asked: Asked = {}) => {
  const [from, to] = asked.quarter ?? ['2026-01-01', '2026-03-31']
  return formulas
    .find(({ name }) => name === 'QUARTER_STORY')
    ?.compute([
      ...[
        asked.someLeads ?? leads,
        deals,
        costs,
        serial(from),
        serial(to),
        asked.format ?? '',
        asked.test ?? '',
      ],
      ...[asked.terms ? definitions(asked.terms) : '', serial(asked.asOf ?? '2026-06-30'), asked.where ?? ''],
    ])
}

describe('the sample quarter', () => {
  test('in a sentence', () => {
    expect(story({ test: 'answer within two hours.' })).toBe(
      'We invested 33,000, issued 7 net sales leads, created 5 opportunities, won 2 deals, and generated 27,000 ' +
        'gross profit (as of 2026-06-30, window 180 d, 0 % of the cohort mature, built-in definitions). ' +
        'There is no period before to compare with. Next test: answer within two hours.',
    )
  })

  test('as numbers of one cohort', () => {
    expect(story({ format: 'array' })).toEqual([
      ['X', 33_000, 'invested'],
      ['Y', 7, 'net sales leads issued'],
      ['Z', 5, 'opportunities created'],
      ['N', 2, 'deals won'],
      ['G', 27_000, 'generated'],
    ])
  })

  test('under the definitions of a team', () => {
    const told = story({
      terms: { 'margin.basis': 'revenue', 'cohort.window_days': 'median x 2', 'conversion.method': 'period' },
      asOf: '2026-07-31',
    })
    expect(told).toContain('created 5 opportunities, won 2 deals, and generated 50,000 revenue')
    expect(told).toContain('window median x 2 of won cycles, 100 % of the cohort mature, definitions v3')
  })

  test('one of a thing is one', () => {
    expect(story({ where: 'lead_id=L01' })).toMatchObject({ error: '#VALUE!' })
    const one = [leads[0] as readonly Cell[], ...leads.filter(([id]) => id === 'L01')]
    expect(story({ someLeads: one })).toContain(
      'issued 1 net sales lead, created 1 opportunity, won 1 deal, and generated 12,000',
    )
  })

  test('of nothing says so, and the first error says of which number it is', () => {
    const none = [leads[0] as readonly Cell[]]
    expect(story({ someLeads: none })).toContain('issued 0 net sales leads, created 0 opportunities')
    expect(story({ someLeads: none })).not.toContain('mature')
    const undated = leads.map((row, index) =>
      index === 1 ? row.map((cell, at) => (at === 2 ? 'soon' : cell)) : row,
    )
    expect(story({ someLeads: undated })).toMatchObject({
      error: '#VALUE!',
      reason: expect.stringMatching(/^NET_LEADS_ISSUED: .*soon/),
    })
  })

  test('the quarter after is set against it, as both were at the same age', () => {
    const told = story({ quarter: ['2026-04-01', '2026-06-30'], asOf: '2026-09-30' })
    expect(told).toContain('issued 1 net sales lead, created 1 opportunity, won 1 deal, and generated 6,000')
    // By 30 June, at the same age, the first quarter had won 2 of 5; D04 came only in August.
    expect(told).toContain(
      'Improved: cost per net lead (4,714 to 0), leads that became opportunities (71.43 % to 100 %), ' +
        'opportunities won (40 % to 100 %). Did not: return per win (13,500 to 6,000).',
    )
  })
})

test('links that cannot be compared are left out, those that are equal are unchanged', () => {
  const chain = { X: 100, Y: 10, Z: 5, N: 0, G: 0 }
  expect(comparison(chain, { ...chain, X: 90 }, terms)).toBe(
    'Did not: cost per net lead (9 to 10). Unchanged: leads that became opportunities, opportunities won.',
  )
  expect(comparison({ ...chain, Y: 0 }, { ...chain, Z: 0 }, terms)).toBe('')
})

describe('numbers in sentences', () => {
  test.each<[number, Readonly<Record<string, string | number>>, string]>([
    [0, {}, '0'],
    [1234567.5, {}, '1,234,568'],
    [-999.5, {}, '-1,000'],
    [-0.4, {}, '0'],
    [2.5, { 'display.rounding_mode': 'half_even' }, '2'],
    [3.5, { 'display.rounding_mode': 'half_even' }, '4'],
    [1.005, { 'display.money_decimals': 2 }, '1.01'],
    [0.05, { 'display.money_decimals': 2 }, '0.05'],
    [1000, { 'display.money_decimals': 1 }, '1,000.0'],
    [-27000, { 'currency.reporting': 'EUR' }, 'EUR -27,000'],
  ])('%s as money with %j', (money, more, expected) => {
    expect(moneyText(money, { ...terms, ...more })).toBe(expected)
  })

  test.each<[number, number, string]>([
    [0, 2, '0 %'],
    [1, 0, '100 %'],
    [4 / 7, 2, '57.14 %'],
    [0.145, 1, '14.5 %'],
    [0.145, 0, '15 %'],
    [0.1, 3, '10 %'],
    [-0.125, 1, '-12.5 %'],
  ])('%s as a share with %s decimals', (share, decimals, expected) => {
    expect(percentText(share, { ...terms, 'display.percent_decimals': decimals })).toBe(expected)
  })
})
