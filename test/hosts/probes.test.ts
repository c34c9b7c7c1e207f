/** What the Self-test's functions say of each host's runtime, as far as it is here. */
import { helpers, Model } from '@odoo/o-spreadsheet'
import { functionsScript } from '../../build/excel-addin'
import { registerProbes } from '../../playground/probes'
import { functions } from '../../shared/functions'
import { arrival, probes } from '../../shared/probes'
import { excelMetadata } from '../../shared/renderings/excel-functions'
import { builtAppsScript, loadScript } from '../apps-script/load'
import { browserPath } from '../support/browser'
import { type ExcelRuntime, openExcelRuntime } from './excel-runtime'

const thrown = 'Thrown on purpose by PLUMBLINE_RETURNS'

test('they are no functions of the catalogue', () => {
  const names = probes.map(({ name }) => name)
  expect(functions.filter(({ name }) => names.includes(name))).toEqual([])
})

test('Excel is told of them as of any function of ours', () => {
  const { functions: described } = excelMetadata(
    probes,
    page => `https://plumbline.example/help.html#${page}`,
  )
  expect(described).toMatchObject([
    { name: 'PLUMBLINE_ARRIVES', parameters: [{ name: 'value', dimensionality: 'matrix', optional: true }] },
    { name: 'PLUMBLINE_RETURNS', parameters: [{ name: 'what', dimensionality: 'matrix' }] },
  ])
})

test.each<[unknown, string]>([
  [undefined, 'nothing (undefined)'],
  [null, 'blank (null)'],
  ['', 'empty text'],
  ['a', 'text “a”'],
  [0, 'number 0'],
  [false, 'boolean FALSE'],
  [new Date(0), 'date object 1970-01-01T00:00:00.000Z'],
  [new Error('#N/A'), 'error object “#N/A”'],
  [{ code: '#N/A' }, 'error #N/A'],
  [{ basicValue: 1 }, 'object with basicValue'],
  [[[1, null]], 'matrix of 1 × 2 (rows × columns): number 1; blank (null)'],
  [[[1], [2], [3], [4], [5], [6], [7]], expect.stringMatching(/^matrix of 7 × 1 .*number 6; …$/)],
  [[], 'matrix of 0 × 0 (rows × columns): '],
])('%p is put into words', (given, words) => {
  expect(arrival(given)).toEqual(words)
})

describe('in Google Sheets', () => {
  let sheet: ReturnType<typeof loadScript>
  let script: string
  beforeAll(async () => {
    script = (await builtAppsScript()).script
    sheet = loadScript(script)
  })

  test('arguments are told as they come', () => {
    const { inside } = sheet
    const told = (...given: unknown[]) => sheet.call('PLUMBLINE_ARRIVES', given)
    expect(told()).toBe('nothing (no argument)')
    expect(told(inside.date(0))).toBe('date object 1970-01-01T00:00:00.000Z')
    expect(told(inside.rows([[1, '']]))).toBe('matrix of 1 × 2 (rows × columns): number 1; empty text')
    expect(told(inside.error('#N/A'))).toBe('error object “#N/A”')
  })

  test('odd results are given back as they are', () => {
    const given = (what: string) => sheet.call('PLUMBLINE_RETURNS', [what])
    expect([given('NaN'), given('null'), given('undefined')]).toEqual([Number.NaN, null, undefined])
    expect(given('date').getTime()).toBe(Date.UTC(2026, 0, 31))
    expect(() => given('throw')).toThrow(thrown)
    expect(given('throw in spill')[1][0].message).toBe(thrown)
    expect(() => given('toString')).toThrow(
      'Ask for one of NaN, null, undefined, date, throw, throw in spill.',
    )
  })

  test('they are not offered while a formula is typed', () => {
    expect(script).not.toMatch(/\*\/\nfunction PLUMBLINE_/)
  })
})

const withBrowser = browserPath === '' ? describe.skip : describe

withBrowser('in Excel (needs a browser)', () => {
  let excel: ExcelRuntime
  beforeAll(async () => {
    excel = await openExcelRuntime(await functionsScript())
  })
  afterAll(() => excel?.close())

  const one = async (name: string, given: unknown) => (await excel.call([{ name, parameters: [given] }]))[0]

  test('arguments are told as they come', async () => {
    const told = (given: unknown) => one('PLUMBLINE_ARRIVES', given)
    expect(await told(null)).toEqual({ value: [['blank (null)']] })
    expect(await told([[5, null]])).toEqual({
      value: [['matrix of 1 × 2 (rows × columns): number 5; blank (null)']],
    })
    expect(await told([[{ type: 'CustomFunctionError', code: '#N/A' }]])).toEqual({
      value: [['matrix of 1 × 1 (rows × columns): error #N/A']],
    })
  })

  test('odd results arrive as the runtime passes them on', async () => {
    const given = (what: string) => one('PLUMBLINE_RETURNS', [[what]])
    expect(await given('NaN')).toEqual({ value: [[null]] })
    expect(await given('null')).toEqual({ value: [[null]] })
    expect(await given('undefined')).toEqual({ value: [[null]] })
    expect(await given('date')).toEqual({ value: [['2026-01-31T00:00:00.000Z']] })
    expect(await given('throw')).toMatchObject({ error: expect.any(String) })
    expect(await given('throw in spill')).toMatchObject({ value: [[1], [{ code: '#N/A' }], [3]] })
  })
})

describe('in the playground', () => {
  beforeAll(() => {
    jest.spyOn(console, 'debug').mockImplementation(() => {})
    // The spreadsheet tells of what a function threw.
    jest.spyOn(console, 'error').mockImplementation(() => {})
    registerProbes()
  })

  function shown(formula: string, row = 0) {
    const data = helpers.createEmptyWorkbookData()
    const cells = { A1: formula, F1: '5', F2: "'a", G2: 'TRUE' }
    data.sheets = [{ ...helpers.createEmptySheet('s', 'S'), cells }]
    const { value, message } = new Model(data).getters.getEvaluatedCell({ sheetId: 's', col: 0, row })
    return message ?? value
  }

  test('arguments are told as they come', () => {
    expect(shown('=PLUMBLINE_ARRIVES(F1)')).toBe('number 5')
    expect(shown('=PLUMBLINE_ARRIVES(F9)')).toBe('blank (null)')
    expect(shown('=PLUMBLINE_ARRIVES()')).toBe('nothing (undefined)')
    expect(shown('=PLUMBLINE_ARRIVES(F1:G2)')).toBe(
      'matrix of 2 × 2 (rows × columns): number 5; blank (null); text “a”; boolean TRUE',
    )
  })

  test('odd results harm no other cell', () => {
    for (const what of ['NaN', 'null', 'undefined', 'date', 'throw', 'throw in spill'])
      expect(() => shown(`=PLUMBLINE_RETURNS("${what}")`)).not.toThrow()
    expect(shown('=PLUMBLINE_RETURNS("throw in spill")', 1)).toBe(thrown)
    expect(shown('=PLUMBLINE_RETURNS("throw in spill")', 2)).toBe(3)
  })
})
