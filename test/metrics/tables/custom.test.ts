import fc from 'fast-check'
import { metricBy } from '../../../shared/metrics/on-tables/metric-by'
import { metricOnTables } from '../../../shared/metrics/on-tables/metric-function'
import { metricExplain } from '../../../shared/renderings/explanation'
import { metricParts } from '../../../shared/renderings/metric-parts'
import { type Argument, type Cell, isCellError, type Matrix, type Result } from '../../../shared/values'
import { definitionHeader, definitionRows, definitions } from '../../support/definitions'
import { coreMatrix, sampleTable, serial } from '../../support/tables'

const [leads, deals, costs] = (['leads', 'deals', 'costs'] as const).map(name =>
  coreMatrix(sampleTable(name)),
) as [Matrix, Matrix, Matrix]
const [from, to] = [serial('2026-01-01'), serial('2026-03-31')]
const all = [leads, deals, costs]

function ask(metric: string, given: Argument, start: Argument = from, end: Argument = to): Result {
  return metricOnTables([metric, start, end, '', '', given, ...all])
}

const own = (formula: string, more: Readonly<Record<string, Cell>> = {}) =>
  ask('MY_METRIC', definitions({ 'metric.my_metric': formula, ...more }))
const fails = (error: string, says: string) => ({ error, reason: expect.stringContaining(says) })

describe('a metric of one’s own', () => {
  const efficiency = definitions({ 'metric.sales_efficiency': 'total_revenue / cost_of_sales' })

  test('is computed from metrics by their names', () => {
    expect(ask('SALES_EFFICIENCY', efficiency)).toBe(59_000 / 27_000)
    expect(ask('sales_efficiency', efficiency)).toBe(59_000 / 27_000)
  })

  test('is taken apart, explained and divided as any other', () => {
    const args = [from, to, '', '', efficiency, ...all]
    expect(metricParts(['SALES_EFFICIENCY', ...args])).toEqual([
      ['numerator', 59_000, null],
      ['denominator', 27_000, null],
      ['total_revenue', 59_000, 1],
      ['cost_of_sales', 27_000, 1],
      ['result', 59_000 / 27_000, null],
    ])
    const told = metricExplain(['SALES_EFFICIENCY', ...args])
    expect(told).toContain('59000 / 27000')
    expect(told).toContain('metric.sales_efficiency: total_revenue / cost_of_sales')
    const doubled = definitions({ 'metric.per_deal': 'total_revenue / win_rate.won' })
    expect(metricBy(['PER_DEAL', 'owner', from, to, '', '', doubled, deals])).toEqual([
      ['Ana', 17_500, 2],
      ['Ben', 24_000, 1],
    ])
  })

  test.each<[string, string, number]>([
    ['what a metric is measured by', 'net_leads / 7', 1],
    ['a set of cost components', 'marketing_investment / net_leads_issued', 33_000 / 7],
    ['a set and a sum of another', 'cac_cost - marketing_investment - cost_of_sales', 0],
    ['a numeric term', 'total_revenue * clv.discount_rate_annual', 5900],
    ['text in quotes beside a name of the same word', 'if("net_leads" = "net_leads", net_leads, 0)', 7],
    ['another of one’s own, put in brackets', '10 / halves', 10 / (59_000 / 2)],
    ['another of one’s own by its full name', 'metric.halves * 2', 59_000],
  ])('may speak of %s', (_what, formula, expected) => {
    expect(own(formula, { 'metric.halves': 'total_revenue / 2' })).toBe(expected)
  })

  test('may speak of a set of one’s own, exactly as TOTAL_COST has it', () => {
    const terms = { 'cost.people': 'labour, salaries', 'metric.my_metric': 'people / total_revenue' }
    expect(ask('MY_METRIC', definitions(terms))).toBe(29_000 / 59_000)
  })

  test.each<[string, string, string, string]>([
    ['an unknown name', 'totl_revenue / 2', '#VALUE!', 'did you mean total_revenue'],
    ['an unknown term', 'net_leads * clv.discount_rate', '#VALUE!', 'did you mean clv.discount_rate_annual'],
    ['a term that is no number', 'net_leads * win_rate.variant', '#VALUE!', 'is no number'],
    ['a term that is blank', 'net_leads * roi.hurdle_rate', '#N/A', 'is blank'],
    ['a name with several meanings', 'won / 2', '#VALUE!', 'such as opp_to_win_rate.won, win_rate.won'],
    ['a metric that is typed only', 'roi_irr', '#VALUE!', 'not computed from tables'],
    ['itself', 'my_metric + 1', '#VALUE!', 'metric.my_metric → metric.my_metric'],
    [
      'money and a count added up',
      'total_revenue + net_leads',
      '#VALUE!',
      'metric.my_metric does not add up',
    ],
    ['a root of money', 'total_revenue ^ 0.5', '#VALUE!', 'a root or high power of money'],
    ['a condition', 'net_leads > 3', '#VALUE!', 'does not add up'],
    ['a division by nothing', 'total_revenue / (net_leads - net_leads)', '#DIV/0!', '0'],
  ])('that speaks of %s says so', (_what, formula, error, says) => {
    expect(own(formula)).toEqual(fails(error, says))
  })

  test('names the circle that two of them make', () => {
    expect(own('second * 2', { 'metric.second': 'my_metric / 2' })).toEqual(
      fails('#VALUE!', 'metric.my_metric → metric.second → metric.my_metric'),
    )
  })

  test('passes the error of a metric that it names on', () => {
    const empty = definitions({ 'metric.twice': 'win_rate * 2' })
    expect(ask('TWICE', empty, serial('2030-01-01'), serial('2030-03-31'))).toEqual(
      fails('#DIV/0!', 'no deal was decided'),
    )
  })

  test('is found by those who misspell it', () => {
    expect(ask('SALES_EFICIENCY', efficiency)).toEqual(fails('#VALUE!', 'SALES_EFFICIENCY'))
    expect(metricExplain(['SALES_EFICIENCY', from, to, '', '', efficiency, ...all])).toContain(
      'SALES_EFFICIENCY',
    )
  })
})

describe('in time', () => {
  const quarters = [[from, serial('2026-04-01')]]
  const ends = [[to, serial('2026-06-30')]]
  const changing: Matrix = [
    definitionHeader,
    ...definitionRows({ 'metric.pace': 'win_rate.won' }, { from: '2026-01-01', version: 1 }),
    ...definitionRows({ 'metric.pace': 'win_rate.won * 10' }, { from: '2026-04-01', version: 2 }),
  ]

  test('each period has the formula that was in force', () => {
    expect(ask('PACE', changing, quarters, ends)).toEqual([[3, 20]])
    expect(ask('PACE@restated', changing, quarters, ends)).toEqual([[30, 20]])
    expect(ask('PACE@v1', changing, quarters, ends)).toEqual([[3, 2]])
  })

  test('one that spans two formulas has none', () => {
    expect(ask('PACE', changing, from, serial('2026-06-30'))).toEqual(fails('#N/A', 'v1 and v2'))
  })

  test('one before the first formula has none either', () => {
    const late: Matrix = [
      definitionHeader,
      ...definitionRows({ 'refund.timing': 'refund_date' }, { from: '2020-01-01', version: 1 }),
      ...definitionRows({ 'metric.pace': 'win_rate.won' }, { from: '2026-04-01', version: 2 }),
    ]
    expect(ask('PACE', late, quarters, ends)).toEqual([[fails('#N/A', 'not defined yet'), 2]])
  })
})

test('any formula gives a number or says what is wrong with it', () => {
  const word = fc.constantFrom(
    ...['won', 'win_rate', 'total_revenue', 'net_leads', 'cost_of_sales', 'my_metric', 'nonsense', '"text"'],
    ...[
      'sum(won)',
      'days(won, won)',
      'median(cycle_days)',
      'percentile(cycle_days, 2)',
      'stage.map',
      '2',
      '0.5',
    ],
  )
  const operator = fc.constantFrom('+', '-', '*', '/', '^', '>', 'and')
  const formula = fc
    .tuple(word, fc.array(fc.tuple(operator, word), { maxLength: 3 }))
    .map(([first, rest]) => rest.reduce((text, [sign, next]) => `(${text}) ${sign} ${next}`, first))
  fc.assert(
    fc.property(formula, text => {
      const value = own(text)
      expect(
        typeof value === 'number' ? Number.isFinite(value) : isCellError(value) || value === 'text',
      ).toBe(true)
    }),
    { numRuns: 200 },
  )
})
