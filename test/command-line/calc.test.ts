import { writeXlsx } from 'hucre'
import { folder, shell } from './run'

const file = folder()
const deals = 'templates/sample/deals.csv'

test('computes a formula without any file', async () => {
  expect(await shell('calc', '=ROI_ANNUALISED(5000, 1000, 2.5)')).toEqual({
    ...{ exit: 0, out: '0.9036539387158785\n', error: '' },
  })
})

test('computes over the table that a CSV file holds', async () => {
  const formula = 'METRIC({"WIN_RATE";"TOTAL_REVENUE"}, DATE(2026,1,1), DATE(2026,3,31), "", "", "", DEALS)'
  expect(await shell('calc', formula, deals)).toMatchObject({ exit: 0, out: '0.6\n59000\n' })
  expect((await shell('calc', formula, deals, '--as', 'json')).out).toBe(
    '[\n  [\n    0.6\n  ],\n  [\n    59000\n  ]\n]\n',
  )
})

test('prints a table as CSV in which no text is a formula', async () => {
  const path = file(
    'deals.csv',
    'deal_id,created_date,close_date,stage,amount,owner\n1,2026-01-05,2026-02-01,Closed Won,10,=1+1\n',
  )
  const formula = 'METRIC_BY("TOTAL_REVENUE", "owner", DATE(2026,1,1), DATE(2026,3,31), "", "", "", DEALS)'
  expect((await shell('calc', formula, path, '--as', 'csv')).out).toBe("'=1+1,10,1\n")
})

test('reads sheets, names, formulas and errors of an xlsx file', async () => {
  const cells = new Map([
    ['0,1', { value: 1000, type: 'formula' as const, formula: 'A1/5', formulaResult: 1000 }],
    ['1,0', { value: '#N/A', type: 'error' as const }],
  ])
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'My sheet',
        rows: [
          [5000, null],
          [null, new Date(Date.UTC(2026, 0, 31))],
        ],
        cells,
      },
    ],
    namedRanges: [{ name: 'COST', range: "'My sheet'!$B$1" }],
  })
  const path = file('book.xlsx', bytes)
  expect((await shell('calc', "ROI('My sheet'!A1, COST)", path)).out).toBe('4\n')
  expect((await shell('calc', "'My sheet'!B2", path)).out).toBe('46053\n')
  expect(await shell('calc', "ROI('My sheet'!A2, COST)", path)).toMatchObject({
    ...{ exit: 1, out: expect.stringMatching(/^#N\/A .*My sheet.*A2/) },
  })
})

test('an error has its reason, and an exit code of its own', async () => {
  expect(await shell('calc', 'ROI(1, 0)')).toEqual({
    ...{ exit: 1, out: '#DIV/0! cost is 0: ROI needs a cost above 0\n', error: '' },
  })
  expect((await shell('calc', 'ROI(1, LEADS)')).out).toContain('LEADS is neither a formula of Plumbline nor')
})

test.each([
  ['no file', file('absent.csv'), 'There is no file'],
  ['an empty one', file('empty.xlsx', ''), 'is empty'],
  ['text that calls itself a workbook', file('text.xlsx', 'hello'), 'is no xlsx workbook'],
  [
    'a protected one',
    file('locked.xlsx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2])),
    'protected by a password',
  ],
  ['dates that could be either', file('dates.csv', 'lead_id,issued_at\n1,03/04/2026\n'), '--dates day-first'],
])('refuses %s in a sentence', async (_, path, sentence) => {
  const { exit, out, error } = await shell('calc', 'ROI(2, 1)', path)
  expect({ exit, out }).toEqual({ exit: 2, out: '' })
  expect(error).toContain(sentence)
  expect(error.trim().split('\n')).toHaveLength(1)
})

test('refuses half a file, macros, and what unpacks to gigabytes', async () => {
  const whole = await writeXlsx({ sheets: [{ name: 'A', rows: [[1]] }] })
  const macros = await writeXlsx({
    sheets: [{ name: 'A', rows: [[1]] }],
    vbaProject: new Uint8Array([1, 2, 3]),
  })
  const bomb = claiming(whole, 0xf0000000)
  for (const [bytes, sentence] of [
    [whole.slice(0, whole.length / 2), 'is damaged'],
    [macros, 'carries macros'],
    [bomb, 'would unpack to'],
  ] as const) {
    const { exit, error } = await shell('calc', 'ROI(2, 1)', file('hostile.xlsx', bytes))
    expect(exit).toBe(2)
    expect(error).toContain(sentence)
  }
})

/** The same zip, whose table of contents says that its first file unpacks to so many bytes. */
function claiming(zip: Uint8Array, size: number): Uint8Array {
  const changed = zip.slice()
  const view = new DataView(changed.buffer)
  for (let at = 0; at < changed.length - 4; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue
    view.setUint32(at + 24, size, true)
    return changed
  }
  throw new Error('it is no zip')
}

test('--help shows examples, and what is not understood says where to look', async () => {
  const help = await shell('calc', '--help')
  expect(help.exit).toBe(0)
  expect(help.out).toContain('Examples:')
  const wrong = await shell('calculate')
  expect(wrong.exit).toBe(2)
  expect(wrong.error).toContain('plumbline --help')
})

test('the examples of the help are computed', async () => {
  const { out } = await shell('calc', '--help')
  expect(out).toContain('plumbline calc "ROI_ANNUALISED(5000, 1000, 2.5)"')
  const formula = /calc '(METRIC\(.*?\))' deals\.csv/.exec(out)?.[1] ?? ''
  expect((await shell('calc', formula, deals)).out).toBe('0.6\n')
})
