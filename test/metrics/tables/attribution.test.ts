import fc from 'fast-check'
import { formulas } from '../../../shared/formulas'
import { metricOnTables } from '../../../shared/metrics/on-tables/metric-function'
import { models } from '../../../shared/metrics/return/attribution'
import { type Argument, type Cell, isCellError, type Matrix } from '../../../shared/values'
import { definitions } from '../../support/definitions'
import { serial } from '../../support/tables'

const [from, to] = [serial('2026-01-01'), serial('2026-03-31')]
const dealHeader = 'deal_id created_at stage closed_at amount lead_id'.split(' ')
const touchHeader = 'lead_id at campaign channel'.split(' ')

const deal = (
  id: string,
  closed: number,
  amount: number,
  lead: string | null = id,
  stage = 'Won',
): Cell[] => [...[id, from - 20, stage, from + closed, amount, lead]]
const touch = (lead: string, day: number, campaign: string | null): Cell[] => [
  lead,
  from + day,
  campaign,
  'email',
]
const deals = (...rows: Cell[][]): Matrix => [dealHeader, ...rows]
const touches = (...rows: Cell[][]): Matrix => [touchHeader, ...rows]

interface Asked {
  readonly lookback?: Cell
  readonly halfLife?: Cell
  readonly leads?: Argument
  readonly terms?: Readonly<Record<string, Cell>>
  readonly asOf?: Cell
  readonly where?: string
}
const credit = (someDeals: Matrix, someTouches: Matrix, model: Cell, asked: Asked = {}) =>
  formulas
    .find(({ name }) => name === 'ATTRIBUTED_REVENUE')
    ?.compute([
      ...[
        someDeals,
        someTouches,
        asked.leads ?? '',
        from,
        to,
        model,
        asked.lookback ?? '',
        asked.halfLife ?? '',
      ],
      ...[definitions(asked.terms ?? {}), asked.asOf ?? '', asked.where ?? ''],
    ])

describe('one deal of 10,000', () => {
  const sold = deals(deal('D', 30, 10_000))
  const three = touches(touch('D', 16, 'Spring'), touch('D', 23, 'Webinar'), touch('D', 30, 'Call'))

  test.each<[string, [string, number][]]>([
    [
      'first',
      [
        ['Spring', 10_000],
        ['Call', 0],
        ['Webinar', 0],
      ],
    ],
    [
      'last',
      [
        ['Call', 10_000],
        ['Spring', 0],
        ['Webinar', 0],
      ],
    ],
    ['linear', ['Call', 'Spring', 'Webinar'].map(name => [name, 10_000 / 3])],
    [
      'u',
      [
        ['Call', 4000],
        ['Spring', 4000],
        ['Webinar', 2000],
      ],
    ],
    [
      'decay',
      [
        ['Call', 40_000 / 7],
        ['Webinar', 20_000 / 7],
        ['Spring', 10_000 / 7],
      ],
    ],
  ])('by model %s', (model, expected) => {
    expect(credit(sold, three, model)).toEqual(expected)
    expect(credit(sold, three, '', { terms: { 'attribution.model': model } })).toEqual(expected)
  })

  test('by model w: the first touch, that of the lead, that of the opportunity, and the others', () => {
    const four = touches(
      touch('D', -60, 'First'),
      touch('D', -40, 'Lead'),
      touch('D', -25, 'Opportunity'),
      touch('D', 5, 'Other'),
    )
    const leads: Matrix = ['lead_id created_at'.split(' '), ['D', from - 39]]
    expect(credit(sold, four, 'w', { leads, lookback: 100 })).toEqual([
      ['First', 3000],
      ['Lead', 3000],
      ['Opportunity', 3000],
      ['Other', 1000],
    ])
    expect(credit(sold, four, 'w')).toMatchObject({
      error: '#VALUE!',
      reason: expect.stringContaining('LEADS'),
    })
  })

  test('a touch that is first and last gets all, two share', () => {
    expect(credit(sold, touches(touch('D', 1, 'Only')), 'u')).toEqual([['Only', 10_000]])
    expect(credit(sold, touches(touch('D', 1, 'One'), touch('D', 2, 'Two')), 'u')).toEqual([
      ['One', 5000],
      ['Two', 5000],
    ])
  })

  test('half-lives may be longer', () => {
    const two = touches(touch('D', 16, 'Spring'), touch('D', 30, 'Call'))
    expect(credit(sold, two, 'decay', { halfLife: 14 })).toEqual([
      ['Call', 20_000 / 3],
      ['Spring', 10_000 / 3],
    ])
  })
})

describe('edges', () => {
  const sold = deals(deal('D', 30, 100), deal('E', 31, 50, null), deal('F', 31, 7, 'F', 'Lost'))

  test('what no touch went before stands last, whatever it comes to', () => {
    expect(credit(sold, touches(touch('D', 1, 'Spring')), 'linear')).toEqual([
      ['Spring', 100],
      ['(unattributed)', 50],
    ])
    expect(credit(sold, touches(touch('X', 1, 'Spring')), 'linear')).toEqual([['(unattributed)', 150]])
  })

  test.each([
    [-60, 90, 'Spring'],
    [-61, 90, '(unattributed)'],
    [30, 90, 'Spring'],
    [31, 90, '(unattributed)'],
    [30, 0, 'Spring'],
  ])('a touch on day %s with a lookback of %s days goes to %s', (day, lookback, expected) => {
    const rows = credit(deals(deal('D', 30, 100)), touches(touch('D', day, 'Spring')), 'last', { lookback })
    expect(rows).toEqual([[expected, 100]])
  })

  test('touches are found by the opportunity that a lead names', () => {
    const leads: Matrix = ['lead_id created_at opportunity_id'.split(' '), ['L', from, 'E']]
    const rows = credit(deals(deal('E', 30, 100, null)), touches(touch('L', 1, 'Spring')), 'last', { leads })
    expect(rows).toEqual([['Spring', 100]])
  })

  test('campaigns are one however they are written; touches without one are blank', () => {
    const two = touches(touch('D', 1, 'Spring'), touch('D', 2, 'SPRING '), touch('D', 3, null))
    expect(credit(deals(deal('D', 30, 90)), two, 'linear')).toEqual([
      ['Spring', 60],
      ['(blank)', 30],
    ])
  })

  test('as_of and where choose the deals', () => {
    const two = deals(deal('D', 10, 100), deal('E', 30, 50))
    const all = touches(touch('D', 1, 'Spring'), touch('E', 1, 'Autumn'))
    expect(credit(two, all, 'last', { asOf: from + 29 })).toEqual([['Spring', 100]])
    expect(credit(two, all, 'last', { where: 'deal_id=E' })).toEqual([['Autumn', 50]])
  })

  test.each<[string, Cell, Asked, string]>([
    ['no model', '', {}, '#N/A'],
    ['model none', 'none', {}, '#N/A'],
    ['an unknown model', 'z', {}, '#VALUE!'],
    ['a half-life of 0', 'decay', { halfLife: 0 }, '#NUM!'],
    ['a lookback below 0', 'last', { lookback: -1 }, '#NUM!'],
  ])('%s is refused', (_what, model, asked, error) => {
    expect(credit(sold, touches(touch('D', 1, 'Spring')), model, asked)).toMatchObject({ error })
  })

  test('a won deal without an amount, or no way to its touches, is an error', () => {
    const blank = deals(['D', from, 'Won', from + 1, null, 'D'])
    expect(credit(blank, touches(touch('D', 1, 'Spring')), 'last')).toMatchObject({ error: '#N/A' })
    const unlinked: Matrix = [dealHeader.slice(0, 5), ['D', from, 'Won', from + 1, 5]]
    expect(credit(unlinked, touches(touch('D', 1, 'Spring')), 'last')).toMatchObject({ error: '#VALUE!' })
    expect(credit(deals(), touches(touch('D', 1, 'Spring')), 'last')).toMatchObject({ error: '#N/A' })
  })
})

describe('any journeys', () => {
  const someDeals = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 89 }), fc.integer({ min: 1, max: 999_999 })),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  const someTouches = fc.array(
    fc.tuple(fc.nat({ max: 6 }), fc.integer({ min: -100, max: 100 }), fc.constantFrom('a', 'b', 'c', 'd')),
    { maxLength: 20 },
  )

  test('what is credited is what was sold, in any order of rows', () => {
    fc.assert(
      fc.property(someDeals, someTouches, fc.constantFrom(...Object.keys(models)), (sold, made, model) => {
        const dealRows = sold.map(([day, cents], index) => deal(`D${index}`, day, cents / 100))
        const touchRows = made.map(([of, day, campaign]) => touch(`D${of}`, day, campaign))
        const leads: Matrix = ['lead_id created_at'.split(' '), ['D0', from]]
        const rows = credit(deals(...dealRows), touches(...touchRows), model, { leads }) as Matrix
        expect(rows.flat().some(isCellError)).toBe(false)
        const whole = metricOnTables(['TOTAL_REVENUE', from, to, '', '', '', deals(...dealRows)])
        const sum = rows.reduce((total, [, money]) => total + Number(money), 0)
        expect(sum).toBeCloseTo(whole as number, 7)
        expect(
          credit(deals(...dealRows.reverse()), touches(...touchRows.reverse()), model, { leads }),
        ).toEqual(rows)
      }),
      { numRuns: 150 },
    )
  })

  test('weights are whole numbers whose sum is exact', () => {
    const ages = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 200 })
    fc.assert(
      fc.property(
        ages,
        fc.constantFrom(...Object.values(models)),
        fc.integer({ min: 1, max: 60 }),
        (days, model, life) => {
          const middle = Math.floor((days.length - 1) / 2)
          const journey = { ages: days, leadTouch: () => middle, dealTouch: () => middle }
          const weights = model(journey, life)
          expect(weights.every(weight => Number.isInteger(weight) && weight >= 0)).toBe(true)
          const sum = weights.reduce((total, weight) => total + weight, 0)
          expect(sum).toBeGreaterThan(0)
          expect(sum).toBeLessThanOrEqual(2 ** 53)
        },
      ),
    )
  })
})
