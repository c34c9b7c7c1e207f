import { type LockRow, lockCells } from '../../shared/definitions/locks'
import { snapshotColumns } from '../../shared/definitions/snapshot'
import { namesOnTables } from '../../shared/metrics/by-name'
import { metrics } from '../../shared/metrics/index'
import { signatureOf } from '../../shared/metrics/on-tables/own-function'
import { type Cell, isCellError, isMatrix, type Matrix } from '../../shared/values'
import { addressText, parseAddress } from '../../shared/workbook/area'
import type { Level, Why } from '../../shared/workbook/questions'
import { answerNow } from '../../shared/workbook/run'
import { why } from '../../shared/workbook/why/why'
import { call, from, to } from '../support/asking'
import type { FakeCell } from './fake-host'
import { type SampleWorkbook, sampleWorkbook } from './sample-workbook'

function whyIn(workbook: SampleWorkbook, address = 'Metrics!E5'): Why {
  const cell = parseAddress(address, '')
  if (!cell) throw new Error(address)
  return answerNow(why({ cell }), workbook.host)
}

/** Why a formula in E5 of the sheet Metrics shows a value. */
function whyOf(formula: string, value: Cell = null, workbook = sampleWorkbook()): Why {
  workbook.put('Metrics!E5', { formula, value })
  return whyIn(workbook)
}

const only = ({ levels }: Why): Level => {
  expect(levels).toHaveLength(1)
  return levels[0] as Level
}

test('a metric of numbers is worked out, with its parts and units', () => {
  const told = whyOf('=ROI(B2,Metrics!$B$3)', 4)
  expect(told).toMatchObject({ formula: '=ROI(B2,Metrics!$B$3)', value: { number: 4, unit: 'fraction' } })
  expect(told.nothing).toBeUndefined()
  expect(only(told)).toMatchObject({
    ...{ depth: 0, name: 'ROI', call: 'ROI(B2,Metrics!$B$3)', title: 'Return on investment' },
    calculation: '(5000 - 1000) / 1000 = 4',
    value: { number: 4, unit: 'fraction' },
    parts: [
      { name: 'numerator', value: { number: 4000, unit: 'money' } },
      { name: 'returns', value: { number: 5000, unit: 'money' } },
      { name: 'cost', value: { number: 1000, unit: 'money' } },
      { name: 'margin', value: { number: 1 } },
    ],
  })
})

test.each([
  ['=IF(ROI(B2,B3)>1,"ok","no")', 'ok', [['ROI(B2,B3)', 0, 4]]],
  ['=SUM(ROI(B2,B3),1)', 5, [['ROI(B2,B3)', 0, 4]]],
  [
    '=PLUMB.ROI(ROI(B2,B3),PLUMB.ROI(2,1))',
    3,
    [
      ['PLUMB.ROI(ROI(B2,B3),PLUMB.ROI(2,1))', 0, 3],
      ['ROI(B2,B3)', 1, 4],
      ['PLUMB.ROI(2,1)', 1, 1],
    ],
  ],
  ['=_xldudf_PLUMB_ROI(1+1,{1})*2', 2, [['_xldudf_PLUMB_ROI(1+1,{1})', 0, 1]]],
  ['=LET(x,ROI(B2,B3),x*2)', 8, [['ROI(B2,B3)', 0, 4]]],
  [
    '=ROI(A1:INDEX(B:B,1),1)+ROI(2,1)',
    1,
    [
      ['ROI(A1:INDEX(B:B,1),1)', 0, '#N/A'],
      ['ROI(2,1)', 0, 1],
    ],
  ],
])('every call of ours in %s is a level', (formula, value, levels) => {
  expect(
    whyOf(formula, value).levels.map(level => [
      level.call,
      level.depth,
      'number' in level.value ? level.value.number : isCellError(level.value) && level.value.error,
    ]),
  ).toEqual(levels)
})

test('an argument that only the spreadsheet computes is said, with what can be done', () => {
  expect(only(whyOf('=ROI(VLOOKUP("a",Deals!A1:B9,2),B3)', 4))).toMatchObject({
    foreign: 'VLOOKUP("a",Deals!A1:B9,2)',
    value: { error: '#N/A' },
    remedy: expect.stringContaining('Put it into a cell of its own'),
  })
  expect(whyOf('=VLOOKUP("a",Deals!A1:B9,2)', 4).nothing).toBe('foreign')
})

test('a name that LET gives hides that of the workbook', () => {
  const told = whyOf('=LET(DEALS,5,ROI(DEALS,1))', 4)
  expect(only(told).foreign).toBe('DEALS')
})

describe('every metric of tables', () => {
  const tables = ['LEADS', 'DEALS', 'COSTS']
  const workbook = sampleWorkbook()
  const matrices = tables.map(workbook.matrix)
  const definitions = workbook.matrix('DEFINITIONS')
  const rest = `DATE(2026,3,31),"","",DEFINITIONS,${tables.join(',')}`

  test.each(namesOnTables())('%s is explained as METRIC_EXPLAIN and METRIC_PARTS do', name => {
    const args = [name, from, to, '', '', definitions, ...matrices]
    const value = call('METRIC', ...args) as Cell
    const told = whyOf(`=METRIC("${name}",DATE(2026,1,1),${rest})`, value, workbook)
    const level = only(told)
    const explained = call('METRIC_EXPLAIN', ...args) as string
    expect(told.nothing).toBeUndefined()
    if (isCellError(value)) {
      expect(level.value).toEqual(value)
      expect(level.remedy).toMatch(/^[A-Z“].*[.?!]$/s)
      return
    }
    expect(`${name} = ${level.calculation}`).toBe(explained.split('\n')[0])
    const parts = call('METRIC_PARTS', ...args) as Matrix
    expect(level.parts.map(part => [part.name, told1(part.value), many(part.n)])).toEqual(
      toldOnce(parts).map(([name, part, n]) => [name, part, many(n)]),
    )
    for (const { reason, rows } of level.leftOut) expect(explained).toContain(`${rows} ${reason}`)
    const said = level.leftOut.reduce((sum, { rows }) => sum + rows, 0)
    const counted = [...explained.matchAll(/(?:left out: |, )(\d+) /g)]
    expect(said > 0).toBe(counted.length > 0)
    for (const { term, version } of level.definitions)
      expect(version).toBe(term === 'win_rate.variant' ? 1 : 0)
    expect(level.label).toMatch(/· current, definitions v1|· current, built-in/)
  })
})

/** Without the result, and without a numerator or denominator that is a part by another name. */
function toldOnce(parts: Matrix): Matrix {
  const derived = ['numerator', 'denominator', 'result']
  const own = parts.filter(([name]) => !derived.includes(String(name)))
  return parts.filter(
    ([name, value]) =>
      own.some(part => part[0] === name) || (name !== 'result' && own.every(part => part[1] !== value)),
  )
}

/** METRIC_PARTS counts single numbers too. */
const many = (n: Cell | undefined): Cell => (n === 1 ? null : (n ?? null))

function told1(value: Level['value']): Cell {
  return 'number' in value ? value.number : isCellError(value) ? value : value.text
}

test.each(
  metrics
    .filter(({ onTablesOnly }) => onTablesOnly)
    .slice(0, 12)
    .map(metric => [metric.name, metric] as const),
)('%s as a formula of its own is explained as METRIC is', (name, metric) => {
  const { tables, period } = signatureOf(metric)
  if (tables.some(table => !['leads', 'deals', 'costs'].includes(table))) return
  const workbook = sampleWorkbook()
  const ranges = tables.map(table => table.toUpperCase())
  const dates = period === 'none' ? [] : ['DATE(2026,1,1)', 'DATE(2026,3,31)']
  const own = only(whyOf(`=${name}(${[...ranges, ...dates].join(',')})`, null, workbook))
  const args = [`"${name}"`, ...(period === 'none' ? ['""', '""'] : dates), '""', '""', '""', ...ranges]
  const asked = only(whyOf(`=METRIC(${args.join(',')})`, null, workbook))
  expect({ ...own, call: '', name: '' }).toEqual({ ...asked, call: '', name: '' })
})

test('rows that were left out can be shown', () => {
  const level = only(whyOf('=NET_LEADS_ISSUED(LEADS,DATE(2026,1,1),DATE(2026,3,31),DEFINITIONS)', 7))
  expect(level.leftOut.length).toBeGreaterThan(0)
  for (const { table, rows, shown } of level.leftOut) {
    expect(table).toBe('leads')
    expect(shown.reduce((sum, { top, bottom }) => sum + bottom - top + 1, 0)).toBe(rows)
    for (const area of shown) expect(addressText(area)).toMatch(/^Leads!A\d+:L\d+$/)
  }
  // L08 is a duplicate of L06, and stands in the ninth row.
  expect(level.leftOut.flatMap(({ shown }) => shown.map(addressText))).toContain('Leads!A9:L9')
})

test('of a cohort the deals that were left out can be shown, each once', () => {
  const formula = '=COHORT_WINS(LEADS,DEALS,DATE(2026,1,1),DATE(2026,3,31),DEFINITIONS)'
  const { leftOut } = only(whyOf(formula))
  expect(leftOut.length).toBeGreaterThan(0)
  const deals = sampleWorkbook().matrix('DEALS')
  for (const { table, rows, shown } of leftOut) {
    expect(table).toBe('deals')
    expect(shown.length).toBeGreaterThan(0)
    expect(shown.reduce((sum, { top, bottom }) => sum + bottom - top + 1, 0)).toBeLessThanOrEqual(rows)
    // What no cohort has, such as an upsell, is never credited to a lead.
    for (const { top } of shown) expect(deals[top]?.[1]).not.toBe(null)
  }
})

test('definitions are told with the version that says so, and what the call says itself', () => {
  const level = only(whyOf('=METRIC("WIN_RATE",DATE(2026,1,1),DATE(2026,3,31),"","",DEFINITIONS,DEALS)'))
  expect(level.definitions).toContainEqual({
    term: 'win_rate.variant',
    title: 'Win rate: variant',
    words: 'won of all closed, disqualified ones included',
    version: 1,
  })
  expect(level.definitions.find(({ term }) => term === 'win_rate.basis')?.version).toBe(0)
})

test('without a period to its name a number has the label of its first month', () => {
  const level = only(
    whyOf('=METRIC("WIN_RATE@restated",DATE(2026,1,5),DATE(2026,3,3),"","",DEFINITIONS,DEALS)'),
  )
  expect(level.label).toBe(
    'Win rate (won ÷ all closed, count) · restated, definitions v1 (unsealed) (effective 2020-01-01)',
  )
})

describe('cells of a spilled array', () => {
  const spilled = (): SampleWorkbook => {
    const workbook = sampleWorkbook()
    const rows: FakeCell[][] = [['Metric', 'From', 'Q1', 'Q2']]
    workbook.sheets.set('Board', { cells: rows })
    const dates = (...days: number[]) => days
    rows.push([null, null, ...dates(46023, 46113)], [null, null, ...dates(46112, 46203)])
    const formula = '=METRIC(A5:A6,C2:D2,C3:D3,"","",DEFINITIONS,DEALS,COSTS)'
    const values = call(
      'METRIC',
      [['WIN_RATE'], ['TOTAL_COST']],
      [[46023, 46113]],
      [[46112, 46203]],
      ...['', '', workbook.matrix('DEFINITIONS'), workbook.matrix('DEALS'), workbook.matrix('COSTS')],
    ) as Matrix
    rows.push([], ['WIN_RATE', null, { formula, value: values[0]?.[0] ?? null }, values[0]?.[1]])
    rows.push(['TOTAL_COST', null, values[1]?.[0], values[1]?.[1]])
    return workbook
  }

  test.each([
    ['C5', 'WIN_RATE', 46023],
    ['D5', 'WIN_RATE', 46113],
    ['C6', 'TOTAL_COST', 46023],
    ['D6', 'TOTAL_COST', 46113],
  ])('%s explains %s', (cell, metric, start) => {
    const workbook = spilled()
    const told = whyIn(workbook, `Board!${cell}`)
    const tables = ['DEFINITIONS', 'DEALS', 'COSTS'].map(workbook.matrix) as [Matrix, Matrix, Matrix]
    const value = call('METRIC', metric, start, start + 90 - (start === 46023 ? 1 : 0), '', '', ...tables)
    expect(told.nothing).toBeUndefined()
    expect(told.spilledFrom && addressText(told.spilledFrom)).toBe(cell === 'C5' ? undefined : 'Board!C5')
    expect(told1(only(told).value)).toEqual(value)
    expect(only(told).about).toBe(metrics.find(({ name }) => name === metric)?.about)
  })

  test('a number beside it was typed', () => {
    const workbook = spilled()
    workbook.put('Board!E5', 7)
    workbook.put('Board!C8', 7)
    expect(whyIn(workbook, 'Board!E5')).toMatchObject({ nothing: 'typed', levels: [] })
    expect(whyIn(workbook, 'Board!C8').nothing).toBe('typed')
    expect(whyIn(workbook, 'Board!F9').nothing).toBe('empty')
  })

  test('a metric over a column of numbers explains its row', () => {
    const workbook = sampleWorkbook()
    workbook.put('Metrics!D1', { formula: '=ROI(A1:A3,10)', value: 0 })
    for (const [row, value] of [20, 30, 0].entries()) workbook.put(`Metrics!A${row + 1}`, value)
    workbook.put('Metrics!D1', { formula: '=ROI(A1:A3,10)', value: 1 })
    workbook.put('Metrics!D2', 2)
    workbook.put('Metrics!D3', -1)
    expect(only(whyIn(workbook, 'Metrics!D2')).calculation).toBe('(30 - 10) / 10 = 2')
    expect(only(whyIn(workbook, 'Metrics!D3')).calculation).toBe('(0 - 10) / 10 = -1')
    expect(only(whyOf('=SUM(ROI(A1:A3,10))', 2, workbook)).value).toEqual({ text: '3 values' })
  })

  test('a row of METRIC_BY explains its group', () => {
    const workbook = sampleWorkbook()
    const formula = '=METRIC_BY("WIN_RATE","owner",DATE(2026,1,1),DATE(2026,3,31),"","","",DEALS)'
    const rows = call(
      'METRIC_BY',
      'WIN_RATE',
      'owner',
      from,
      to,
      '',
      '',
      '',
      workbook.matrix('DEALS'),
    ) as Matrix
    workbook.sheets.set('By', { cells: rows.map(row => [...row]) })
    workbook.put('By!A1', { formula, value: rows[0]?.[0] ?? null })
    const told = whyIn(workbook, 'By!B2')
    expect(told.nothing).toBeUndefined()
    expect(told1(only(told).value)).toEqual(rows[1]?.[1])
    expect(
      only(told).calculation.endsWith(`= ${String(rows[1]?.[1])}`) || isCellError(rows[1]?.[1] ?? null),
    ).toBe(true)
  })
})

describe('a locked period', () => {
  const hash = ''
  const row: LockRow = {
    ...{ period: '2026-Q1', from, to, status: 'locked', version: 1, asOf: to },
    ...{ lockedBy: 'finance', reason: '', recordedAt: 46122, hash, at: 2 },
  }
  const lockedWorkbook = (): SampleWorkbook => {
    const workbook = sampleWorkbook()
    const locks = [
      'period from to status version as_of locked_by reason recorded_at'.split(' '),
      lockCells(row).slice(0, -1),
    ]
    const snapshot = [
      Object.keys(snapshotColumns).slice(0, -1),
      ['2026-Q1', 'WIN_RATE', '', 0.25, 1, 4, 4, 1, to, 'deals: 10', 'deals: x', 46122],
    ]
    for (const [name, rows] of Object.entries({ Locks: locks, Snapshot: snapshot })) {
      workbook.sheets.set(name, { cells: rows.map(cells => [...cells]) })
      workbook.names[name.toUpperCase()] = {
        sheet: name,
        top: 0,
        left: 0,
        bottom: 1,
        right: (rows[0]?.length ?? 1) - 1,
      }
    }
    return workbook
  }

  test('tells what was reported and what it comes to now', () => {
    const workbook = lockedWorkbook()
    const formula = '=METRIC("WIN_RATE",DATE(2026,1,1),DATE(2026,3,31),"","",DEFINITIONS,DEALS)'
    const value = call(
      'METRIC',
      'WIN_RATE',
      from,
      to,
      '',
      '',
      workbook.matrix('DEFINITIONS'),
      workbook.matrix('DEALS'),
    ) as Cell
    const level = only(whyOf(formula, value, workbook))
    expect(level.locked).toEqual({
      period: '2026-Q1',
      asReported: { number: 0.25, unit: 'fraction' },
      restated: { number: value, unit: 'fraction' },
    })
    expect(level.label).toBe('Win rate (won ÷ all closed, count) · current, definitions v1 (unsealed)')
  })

  test('a locked value is told as it was recorded', () => {
    const formula =
      '=METRIC("WIN_RATE",DATE(2026,1,1),DATE(2026,3,31),"","",DEFINITIONS,DEALS,LOCKS,SNAPSHOT)'
    const level = only(whyOf(formula, 0.25, lockedWorkbook()))
    expect(level).toMatchObject({
      calculation: '1 / 4 = 0.25',
      label: 'Win rate (won ÷ all closed, count) · as reported, definitions v1 (unsealed), locked 2026-04-10',
      leftOut: [],
    })
    expect(level.definitions.find(({ term }) => term === 'win_rate.variant')?.version).toBe(1)
  })
})

test('RESTATED is explained on its basis', () => {
  const level = only(whyOf('=RESTATED("WIN_RATE","2026-Q1","v1","","",DEFINITIONS,DEALS)'))
  expect(level.label).toBe('Win rate (won ÷ all closed, count) · pinned, definitions v1 (unsealed)')
  expect(level.calculation).toMatch(/ = 0\.\d+$/)
})

test.each([
  ['=ROI(B2,0)', { error: '#DIV/0!', reason: '' }, '#DIV/0!', 'ROI needs a cost above 0.'],
  ['=ROI(B9,"x")', { error: '#VALUE!', reason: '' }, '#VALUE!', 'A number is needed.'],
  ['=ROI(Deals!#REF!,1)', { error: '#REF!', reason: '' }, '#REF!', '#REF! is written in the formula.'],
])('the error of %s has its cause and its remedy', (formula, shown, error, remedy) => {
  const told = whyOf(formula, shown)
  expect(told.nothing).toBeUndefined()
  expect(only(told)).toMatchObject({ value: { error }, remedy })
})

test.each<[Cell, boolean]>([
  [4, false],
  [4.0000000000001, false],
  [3, true],
  ['4', true],
  [{ error: '#NAME?', reason: '' }, true],
  [{ error: '#REF!', reason: '' }, true],
  ['Loading...', true],
])('a cell that should show 4 and shows %p was not recalculated: %s', (value, stale) => {
  expect(whyOf('=ROI(B2,B3)', value).nothing).toBe(stale ? 'not recalculated' : undefined)
})

test('an error of ours is the same however a host shows it', () => {
  for (const value of [{ error: '#ERROR!', reason: '' }, '#DIV/0! cost is 0: ROI needs a cost above 0']) {
    expect(whyOf('=ROI(B2,0)', value).nothing).toBeUndefined()
  }
})

test('in German, formulas and numbers have their commas', () => {
  const workbook = sampleWorkbook()
  workbook.locale = { language: 'de-DE', decimal: ',', separator: ';' }
  const told = whyOf('=IF(ROI(B2,1000.5)>1.5,"a,b","no")', 'a,b', workbook)
  expect(told.formula).toBe('=IF(ROI(B2;1000,5)>1,5;"a,b";"no")')
  expect(only(told)).toMatchObject({
    call: 'ROI(B2;1000,5)',
    calculation: '(5000 - 1000,5) / 1000,5 = 3,997501249375312',
  })
})

test('the selected cell is asked about where none is given', () => {
  const workbook = sampleWorkbook()
  workbook.put('Metrics!F10', { formula: '=ROI(2,1)', value: 1 })
  expect(answerNow(why({}), workbook.host).levels).toHaveLength(1)
  workbook.selected = undefined
  expect(() => answerNow(why({}), workbook.host)).toThrow('select the one')
})

test('tables and texts of ours have a level too', () => {
  const level = only(whyOf('=METRIC_LABEL("WIN_RATE","2026-Q1")'))
  expect(level).toMatchObject({ name: 'METRIC_LABEL', value: { text: expect.stringContaining('Win rate') } })
  const check = only(whyOf('=DATA_CHECK(DEALS)'))
  expect(check.value).toBeDefined()
  expect(isMatrix(call('DATA_CHECK', sampleWorkbook().matrix('DEALS')))).toBe(true)
})
