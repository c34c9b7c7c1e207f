import fc from 'fast-check'
import { metricOnTables } from '../../shared/metrics/on-tables/metric-function'
import { type Argument, type Cell, isCellError, type Matrix } from '../../shared/values'
import { referenceFile } from '../support/reference'
import { coreMatrix, readTable, sampleTable, serial } from '../support/tables'

const [from, to] = [serial('2026-01-01'), serial('2026-03-31')]
const [leads, deals, costs] = (['leads', 'deals', 'costs'] as const).map(name =>
  coreMatrix(sampleTable(name)),
) as [Matrix, Matrix, Matrix]

function ask(
  metric: Argument,
  tables: readonly Matrix[],
  options: { where?: string; asOf?: number; from?: Argument; to?: Argument } = {},
): Argument {
  return metricOnTables([
    metric,
    options.from ?? from,
    options.to ?? to,
    options.where ?? '',
    options.asOf ?? '',
    '',
    ...tables,
  ])
}

/** A small table from its header and rows. */
function table(header: string, ...rows: Cell[][]): Matrix {
  return [header.split(' '), ...rows]
}

const day = (text: string) => serial(`2026-${text}`)

describe('leads', () => {
  const header = 'lead_id created_at issued_at owner qualified outcome_code outcome_at email is_test'
  const lead = (
    id: string,
    issued: string,
    more: Partial<{ code: Cell; coded: Cell; email: Cell; test: Cell; owner: Cell; qualified: Cell }> = {},
  ): Cell[] => [
    id,
    day(issued),
    day(issued),
    more.owner === undefined ? 'Ana' : more.owner,
    more.qualified ?? true,
    more.code ?? null,
    more.coded ?? null,
    more.email ?? null,
    more.test ?? null,
  ]
  const net = (...rows: Cell[][]) => ask('NET_LEADS_ISSUED', [table(header, ...rows)])

  test('count when qualified, issued and owned', () => {
    expect(
      net(lead('1', '01-05'), lead('2', '01-05', { owner: null }), lead('3', '01-05', { qualified: false })),
    ).toBe(1)
  })

  test('of one email count once, the earliest issue; without an email by id', () => {
    expect(
      net(lead('1', '02-01', { email: 'A@x.example' }), lead('2', '01-05', { email: 'a@x.example' })),
    ).toBe(1)
    expect(net(lead('1', '01-05'), lead('1', '01-06'), lead('2', '01-06'))).toBe(2)
    const issuedBefore = [
      lead('1', '01-05', { email: 'a@x.example' }),
      ['0', day('01-01') - 90, day('01-01') - 90, 'Ana', true, null, null, 'a@x.example', null],
    ]
    expect(net(...issuedBefore)).toBe(0)
  })

  test.each([
    ['on the fifth working day', '01-12', 0],
    ['on the sixth', '01-13', 1],
    ['without a date', null, 0],
  ])('coded invalid %s of the dispute window', (_when, coded, expected) => {
    expect(
      net(lead('1', '01-05', { code: 'Invalid', coded: coded === null ? null : day(coded as string) })),
    ).toBe(expected)
  })

  test('coded after as_of are not known to be invalid yet', () => {
    const rows = [table(header, lead('1', '01-05', { code: 'INVALID', coded: day('01-07') }))]
    expect(ask('NET_LEADS_ISSUED', rows, { asOf: day('01-06') })).toBe(1)
    expect(ask('NET_LEADS_ISSUED', rows, { asOf: day('01-07') })).toBe(0)
  })

  test('that are tests do not count', () => {
    expect(net(lead('1', '01-05', { test: 'yes' }), lead('2', '01-05', { test: false }))).toBe(1)
  })
})

describe('deals', () => {
  const header = 'deal_id created_at stage closed_at amount'
  const revenue = (...rows: Cell[][]) => ask('TOTAL_REVENUE', [table(header, ...rows)])

  test('closed at any time of the last day are within the period', () => {
    expect(
      revenue(['1', from, 'Won', to + 0.999, 5], ['2', from, 'Won', to + 1, 7], ['3', from, 'Won', from, 11]),
    ).toBe(16)
  })

  test('amounts add up exactly', () => {
    expect(
      revenue(
        ['1', from, 'Won', to, 0.1],
        ['2', from, 'Won', to, 0.2],
        ['3', from, 'Won', to, 1e16],
        ['4', from, 'Won', to, -1e16],
      ),
    ).toBe(0.3)
  })

  test('the flags of the CRM go before the name of the stage', () => {
    const flagged = (stage: Cell, isWon: Cell, isClosed: Cell) =>
      ask('WIN_RATE', [
        table(
          `${header} is_won is_closed`,
          ['1', from, stage, to, 5, isWon, isClosed],
          ['2', from, 'Won', to, 5, true, true],
        ),
      ])
    expect(flagged('Lezárt', false, true)).toBe(0.5)
    expect(flagged('Lezárt', true, true)).toBe(1)
    expect(flagged('Lezárt', false, false)).toBe(1)
  })

  test('all unknown stages are listed', () => {
    expect(revenue(['1', from, 'Signed', to, 5], ['2', from, 'Ghosted', to, 7])).toMatchObject({
      error: '#VALUE!',
      reason: expect.stringContaining('“Signed” (row 2), “Ghosted” (row 3)'),
    })
  })

  test('of two currencies are not added', () => {
    const mixed = table(
      `${header} currency`,
      ['1', from, 'Won', to, 5, 'EUR'],
      ['2', from, 'Won', to, 7, 'usd'],
      ['3', from, 'Open', to, 7, 'CHF'],
    )
    expect(ask('TOTAL_REVENUE', [mixed])).toMatchObject({
      error: '#VALUE!',
      reason: expect.stringContaining('EUR and USD'),
    })
    expect(ask('TOTAL_REVENUE', [mixed], { where: 'currency=EUR' })).toBe(5)
  })

  test('a refund counts on its own day, or with its deal where it has none', () => {
    const refunded = (on: Cell) =>
      ask('TOTAL_REVENUE', [table(`${header} refund refund_at`, ['1', from, 'Won', to, 50, 8, on])])
    expect(refunded(null)).toBe(42)
    expect(refunded(to + 1)).toBe(50)
  })

  test('that close before they begin have no cycle', () => {
    const rows = table(
      header,
      ['1', to, 'Won', to - 1, 5],
      ['2', to - 10, 'Won', to, 5],
      ['3', null, 'Won', to, 5],
    )
    expect(ask('SALES_CYCLE_LENGTH', [rows])).toBe(10)
  })

  test('begin with the creation of their lead where the leads are given', () => {
    expect(ask('SALES_CYCLE_LENGTH', [deals], { where: 'deal_id=D01' })).toBe(40)
    expect(ask('SALES_CYCLE_LENGTH', [deals, leads], { where: '' })).toBe(59)
  })

  test('ids are compared to the letter and the digit, other text is not', () => {
    const rows = table(
      header,
      ['0051x00000AbCdE', from, 'Won', to, 5],
      ['0051x00000ABCDE', from, 'won', to, 7],
    )
    expect(ask('TOTAL_REVENUE', [rows], { where: 'deal_id=0051x00000AbCdE' })).toBe(5)
    expect(ask('TOTAL_REVENUE', [rows], { where: 'stage=WON' })).toBe(12)
  })
})

test('rows in any order give the same', () => {
  const names = [
    'NET_LEADS_ISSUED',
    'TOTAL_COST',
    'COST_PER_NET_LEAD',
    'TOTAL_REVENUE',
    'WIN_RATE',
    'AVERAGE_DEAL_SIZE',
    'SALES_CYCLE_LENGTH',
  ]
  const asked = names.map(name => [name])
  const usual = ask(asked, [leads, deals, costs])
  const shuffled = (matrix: Matrix) =>
    fc
      .shuffledSubarray([...matrix.slice(1)], { minLength: matrix.length - 1 })
      .map(rows => [matrix[0] as readonly Cell[], ...rows])
  fc.assert(
    fc.property(shuffled(leads), shuffled(deals), shuffled(costs), (...tables) => {
      expect(ask(asked, tables)).toEqual(usual)
    }),
    { numRuns: 50 },
  )
})

test('the parts of a period add up to the whole', () => {
  const quarters = [[serial('2026-01-01'), serial('2026-04-01'), serial('2026-07-01')]]
  const ends = [[serial('2026-03-31'), serial('2026-06-30'), serial('2026-12-31')]]
  const parts = ask('TOTAL_REVENUE', [deals], { from: quarters, to: ends }) as Matrix
  const whole = ask('TOTAL_REVENUE', [deals], { to: serial('2026-12-31') })
  expect(parts.flat().reduce<number>((sum, part) => sum + Number(part), 0)).toBe(whole)
})

test.each<[string, Argument[], string]>([
  ['no argument at all', [], 'no table is given'],
  ['no table', ['WIN_RATE', from, to, '', '', ''], 'no table is given'],
  ['a number for a table', ['WIN_RATE', from, to, '', '', '', 5], 'give a range with its header row'],
  ['the same table twice', ['WIN_RATE', from, to, '', '', '', deals, deals], 'two of the tables are deals'],
  [
    'a table that lacks a column',
    [
      'WIN_RATE',
      from,
      to,
      '',
      '',
      '',
      [
        ['deal_id', 'created_at', 'amount'],
        ['1', from, 5],
      ],
    ],
    'has no column stage',
  ],
  ['a table of nothing', ['WIN_RATE', from, to, '', '', '', [[null, null]]], 'no headers'],
  ['a blank metric', ['', from, to, '', '', '', deals], 'metric is blank'],
  ['as_of as text', ['WIN_RATE', from, to, '', 'today', '', deals], 'as_of is the text “today”'],
  ['where without an equals sign', ['WIN_RATE', from, to, 'Ana', '', '', deals], 'column=value'],
  ['where as a number', ['WIN_RATE', from, to, 7, '', '', deals], 'column=value'],
  ['more ends than beginnings', ['WIN_RATE', from, [[to, to]], '', '', '', deals], 'as many of each'],
  [
    'definitions without a column',
    ['WIN_RATE', from, to, '', '', [['term'], ['x']], deals],
    'definitions has no column value',
  ],
  ['a name from the prototype', ['constructor', from, to, '', '', '', deals], 'there is no metric'],
])('%s is refused with a sentence', (_what, args, says) => {
  expect(metricOnTables(args)).toMatchObject({ error: '#VALUE!', reason: expect.stringContaining(says) })
})

test('200,000 rows are counted', () => {
  const header: Cell[][] = [['deal_id', 'created_at', 'stage', 'closed_at', 'amount']]
  const rows = Array.from({ length: 200_000 }, (_, index) => [
    `D${index}`,
    from,
    index % 3 ? 'Won' : 'Lost',
    to,
    1.5,
  ])
  expect(ask([['TOTAL_REVENUE'], ['WIN_RATE']], [header.concat(rows)])).toEqual([
    [199_999.5],
    [133_333 / 200_000],
  ])
})

const pipeline = referenceFile('data', 'crm-opportunities', 'sales_pipeline.csv')
const onRealData = pipeline ? test : test.skip
onRealData('a real CRM export of 8,800 opportunities gives the published figures', () => {
  const opportunities = coreMatrix(readTable(pipeline as string))
  const starts = ['01', '04', '07', '10'].map(month => serial(`2017-${month}-01`))
  const ends = ['03-31', '06-30', '09-30', '12-31'].map(end => serial(`2017-${end}`))
  const names = ['WIN_RATE', 'TOTAL_REVENUE', 'AVERAGE_DEAL_SIZE', 'SALES_CYCLE_LENGTH'].map(name => [name])
  const [won, lost, value, cycle] = [
    [531, 1254, 1257, 1196],
    [116, 778, 790, 789],
    [1134672, 3086111, 2982255, 2802496],
    [74, 52, 49, 51],
  ] as const
  expect(ask(names, [opportunities], { from: [starts], to: [ends] })).toEqual([
    won.map((count, index) => count / (count + (lost[index] as number))),
    value,
    value.map((amount, index) => amount / (won[index] as number)),
    cycle,
  ])
  const whole = ask(names, [opportunities], {
    from: serial('2016-01-01'),
    to: serial('2017-12-31'),
  }) as Matrix
  expect(whole.flat()).toEqual([0.6315005215318135, 10_005_534, 2360.9093912222747, 57])
  expect(whole.flat().some(isCellError)).toBe(false)
})

test('a metric of metrics is rounded once, at its end', () => {
  // By parts each rounded first it is 500.00000000000006.
  expect(ask('SALES_VELOCITY', [deals], { asOf: serial('2026-06-30') })).toBe(500)
})
