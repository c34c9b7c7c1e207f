import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isCellError } from '../../shared/values'
import { parseAddress } from '../../shared/workbook/area'
import { evaluate } from '../../shared/workbook/formulas/evaluate'
import type { Evaluated } from '../../shared/workbook/questions'
import { answerNow } from '../../shared/workbook/run'
import { selection, show } from '../../shared/workbook/selection'
import { ask } from '../support/asking'
import { type SampleWorkbook, sampleWorkbook } from './sample-workbook'

function german(): SampleWorkbook {
  const workbook = sampleWorkbook()
  workbook.locale = { language: 'de-DE', decimal: ',', separator: ';' }
  return workbook
}

function evaluated(name: string, args: readonly string[], workbook = sampleWorkbook()): Evaluated {
  return answerNow(evaluate({ name, args }), workbook.host)
}

test.each<[string, readonly string[], string, unknown]>([
  ['ROI', ['5000', '1000'], '=ROI(5000, 1000)', { number: 4, unit: 'fraction' }],
  ['ROI', ['=B2', 'Metrics!B3'], '=ROI(B2, Metrics!B3)', { number: 4, unit: 'fraction' }],
  ['ROI', ['SUM(B2:B3) + 0.1', '10%'], '=ROI(SUM(B2:B3) + 0.1, 10%)', { number: 60000, unit: 'fraction' }],
  ['ROI', ['ROI(3,1)', '1'], '=ROI(ROI(3,1), 1)', { number: 1, unit: 'fraction' }],
  ['ROI', ['5000', '0'], '=ROI(5000, 0)', { error: '#DIV/0!', reason: expect.stringContaining('cost is 0') }],
  [
    'PERIOD_START',
    ['2026-02-14', 'quarter'],
    '=PERIOD_START(DATE(2026,2,14), "quarter", DEFINITIONS)',
    { number: 46023, unit: 'date' },
  ],
  ['IS_LOCKED', ['2026-Q1'], '=IS_LOCKED("2026-Q1", "", DEFINITIONS)', { text: 'FALSE' }],
  [
    'AVERAGE_DEAL_SIZE',
    ['{20000;24000;15000}', '', ''],
    '=AVERAGE_DEAL_SIZE({20000;24000;15000}, "", DEFINITIONS)',
    { number: 59000 / 3, unit: 'money' },
  ],
])('%s of %j is %s', (name, args, formula, value) => {
  expect(evaluated(name, args)).toEqual({ formula, shown: formula, faults: [], value })
})

test('a formula goes by the team’s definitions, where the workbook has some and none are given', () => {
  const args = ['WIN_RATE', '2026-01-01', '2026-03-31', '', '', '', 'DEALS']
  const workbook = sampleWorkbook()
  expect(evaluated('METRIC', args, workbook).formula).toBe(
    '=METRIC("WIN_RATE", DATE(2026,1,1), DATE(2026,3,31), "", "", DEFINITIONS, DEALS)',
  )
  delete workbook.names.DEFINITIONS
  expect(evaluated('METRIC', args, workbook).formula).toBe(
    '=METRIC("WIN_RATE", DATE(2026,1,1), DATE(2026,3,31), "", "", "", DEALS)',
  )
})

test('a metric of tables is what METRIC gives, however its arguments were typed', () => {
  const args = ['WIN_RATE', '2026-01-01', 'EOMONTH(Metrics!B1,2)', 'owner=Ana', '', 'definitions', 'DEALS']
  const found = evaluated('METRIC', args)
  const tables = [sampleWorkbook().matrix('DEALS')]
  expect(found.faults).toEqual([])
  expect(found.formula).toBe(
    '=METRIC("WIN_RATE", DATE(2026,1,1), EOMONTH(Metrics!B1,2), "owner=Ana", "", definitions, DEALS)',
  )
  expect(found.value).toEqual({ number: ask('WIN_RATE', tables, { where: 'owner=Ana' }), unit: 'fraction' })
})

test('many metrics are rows of values, each with its unit', () => {
  const found = evaluated('METRIC', [
    '{"WIN_RATE";"TOTAL_COST"}',
    '2026-01-01',
    '2026-03-31',
    '',
    '',
    '',
    'DEALS',
    'COSTS',
  ])
  expect(found.value).toEqual([
    [{ number: expect.any(Number), unit: 'fraction' }],
    [{ number: expect.any(Number), unit: 'money' }],
  ])
})

test('where a comma is the decimal, formulas are read and shown so, and stored as everywhere', () => {
  const found = evaluated('ROI', ['5000,5', 'SUM({500\\500,5;0\\0})'], german())
  expect(found).toEqual({
    formula: '=ROI(5000.5, SUM({500,500.5;0,0}))',
    shown: '=ROI(5000,5; SUM({500\\500,5;0\\0}))',
    faults: [],
    value: { number: (5000.5 - 1000.5) / 1000.5, unit: 'fraction' },
  })
})

test('Excel puts its namespace before the name', () => {
  const workbook = sampleWorkbook()
  workbook.prefix = 'PLUMB.'
  expect(evaluated('ROI', ['5000', '', '1'], workbook).formula).toBe('=PLUMB.ROI(5000, "", 1)')
})

test.each([
  ['5,000', 'marks between its thousands'],
  ['31/01/2026', 'two ways'],
  ['1.2.2026', 'two ways'],
  ['1 +', 'breaks off'],
  ['1),HYPERLINK("x"', 'not understood'],
  ['"no end', 'not understood'],
  ['}', 'not understood'],
  ['ROI(2,1', 'not understood'],
  ['{1;2)', 'not understood'],
  ['1)+(1', 'not understood'],
  ['1;2', 'not understood'],
  ['Nowhere!A1', 'is not in this workbook'],
  ['Deals!A:K', 'whole columns'],
  ['NOW()', 'AS_OF'],
  ['TODAY()-30', 'AS_OF'],
  ['SUM(1,unknown_name)', 'no name “unknown_name”'],
])('the argument %s is refused with its place: %s', (text, says) => {
  const found = evaluated('ROI', ['1', text])
  expect(found.faults).toEqual([{ place: 1, reason: expect.stringContaining(says) }])
  expect(found.formula).toBe('=ROI(1, "")')
  expect(isCellError(found.value)).toBe(true)
})

test.each([
  ['5.000', 'marks between its thousands'],
  ['5000.5', 'not understood'],
])('where a comma is the decimal, %s is refused', (text, says) => {
  expect(evaluated('ROI', [text, '1'], german()).faults).toEqual([
    { place: 0, reason: expect.stringContaining(says) },
  ])
})

test('what only the spreadsheet computes is no fault, and is said', () => {
  const found = evaluated('ROI', ['VLOOKUP("a",Deals!A1:K9,2)', '1000'])
  expect(found.faults).toEqual([])
  expect(found.value).toEqual({ error: '#N/A', reason: expect.stringContaining('VLOOKUP') })
})

test('a cell that shows an error is named', () => {
  const workbook = sampleWorkbook()
  workbook.put('Metrics!B2', { error: '#REF!', reason: '' })
  expect(evaluated('ROI', ['B2', 'B3'], workbook).value).toEqual({
    error: '#REF!',
    reason: 'Metrics!B2 holds #REF!: mend that cell first',
  })
})

test('there is no formula of any other name', () => {
  expect(() => evaluated('constructor', [])).toThrow('no formula constructor')
})

const hostile = join(__dirname, '../../../shared/spec/hostile_inputs.json')
;(existsSync(hostile) ? test : test.skip)(
  'hostile texts as arguments give a value or a fault, and one call',
  () => {
    const texts = Object.values(JSON.parse(readFileSync(hostile, 'utf8')) as Record<string, unknown>)
      .flat()
      .map(String)
    expect(texts.length).toBeGreaterThan(50)
    for (const text of texts) {
      const found = evaluated('METRIC', [text, '2026-01-01', '2026-03-31', text, '', '', 'DEALS'])
      expect(found.formula).toMatch(/^=METRIC\(.+, DEALS\)$/s)
      if (found.faults.length === 0) expect(found.value).toBeDefined()
    }
  },
)

test.each([
  ['Deals!A1:C5', 'Deals!A1:C5'],
  ['Metrics!B2', 'Metrics!B2'],
])('the selection %s is written %s', (address, text) => {
  const workbook = sampleWorkbook()
  const area = parseAddress(address, '')
  if (!area) throw new Error(address)
  answerNow(show({ area }), workbook.host)
  expect(answerNow(selection(), workbook.host)).toEqual({ text, area })
})

test('a range that has a name is written by it, and whole columns end with their sheet', () => {
  const workbook = sampleWorkbook()
  const deals = workbook.names.DEALS
  if (!deals) throw new Error('no DEALS')
  workbook.selected = { cell: deals, area: { ...deals, bottom: 1_048_575 } }
  expect(answerNow(selection(), workbook.host)).toEqual({ text: 'DEALS', area: deals })
  workbook.selected = undefined
  expect(answerNow(selection(), workbook.host)).toBeUndefined()
})
