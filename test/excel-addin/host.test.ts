import { excelHost } from '../../excel-addin/host/host'
import { areaIn } from '../../excel-addin/host/overview'
import { sentenceOf } from '../../excel-addin/host/refusals'
import { excelWorkbook } from '../../excel-addin/workbook'
import { answer } from '../../shared/workbook/answer'
import { type Area, parseAddress } from '../../shared/workbook/area'
import type { Edit } from '../../shared/workbook/steps'
import { excelRun, type FakeBook, fakeBook } from './fake-office'

const at = (address: string) => parseAddress(address, 'Leads') as Area
const writeA1: readonly Edit[] = [{ do: 'write', area: at('A1'), cells: [['x']] }]

function open(): { book: FakeBook; host: ReturnType<typeof excelHost> } {
  const book = fakeBook(['Leads', 'Notes'])
  return { book, host: excelHost(excelRun(book), async () => {}) }
}

describe('saving without a lock of Excel’s', () => {
  const flag = (age: number) => ({ at: Date.now() - age })

  test('somebody else’s flag is respected, and ours is taken down', async () => {
    const { book, host } = open()
    book.settings.set('plumbline.saving.theirs', flag(10_000))
    expect(await host.lock()).toBe(false)
    expect([...book.settings.keys()]).toEqual(['plumbline.saving.theirs'])
  })

  test('a flag from a clock that is ahead is respected', async () => {
    const { book, host } = open()
    book.settings.set('plumbline.saving.theirs', flag(-600_000))
    expect(await host.lock()).toBe(false)
  })

  test('a flag that was left behind is cleared away', async () => {
    const { book, host } = open()
    book.settings.set('plumbline.saving.crashed', flag(61_000)).set('of another add-in', flag(61_000))
    expect(await host.lock()).toBe(true)
    await host.unlock()
    expect([...book.settings.keys()]).toEqual(['of another add-in'])
  })

  test('a flag that nobody can read is respected', async () => {
    const { book, host } = open()
    book.settings.set('plumbline.saving.odd', 'yes')
    expect(await host.lock()).toBe(false)
  })

  test('nothing is written under a flag that has grown old, as others take it for dead', async () => {
    const { book, host } = open()
    await host.lock()
    const now = Date.now()
    const clock = jest.spyOn(Date, 'now').mockReturnValue(now + 31_000)
    await expect(host.apply(writeA1)).rejects.toThrow('took too long')
    clock.mockRestore()
    expect(book.sheets[0]?.cells.size).toBe(0)
    await host.apply(writeA1)
    expect(book.sheets[0]?.cells.get('0 0')?.value).toBe('x')
  })

  test('a flag that a pane could not take down does not stand in its own way', async () => {
    const { book, host } = open()
    await host.lock()
    book.failure = { code: 'InvalidOperationInCellEditMode' }
    await expect(host.unlock()).rejects.toThrow('A cell is being edited')
    expect(book.settings.size).toBe(1)
    expect(await host.lock()).toBe(true)
    expect(book.settings.size).toBe(1)
  })

  test('of two questions of one pane only one saves', async () => {
    const { host } = open()
    expect(await Promise.all([host.lock(), host.lock()])).toEqual([true, false])
    await host.unlock()
    expect(await host.lock()).toBe(true)
  })

  test('a flag that could not be raised is no lock', async () => {
    const { book, host } = open()
    book.failure = { code: 'InvalidOperationInCellEditMode' }
    await expect(host.lock()).rejects.toThrow('A cell is being edited')
    expect(await host.lock()).toBe(true)
  })

  test('a flag that is gone already needs no taking down', async () => {
    const { book, host } = open()
    await host.lock()
    book.settings.clear()
    await expect(host.unlock()).resolves.toBeUndefined()
  })
})

test('large areas are read and written in parts that Excel hands over', async () => {
  const { book, host } = open()
  const cells = Array.from({ length: 9_000 }, (_, row) =>
    Array.from({ length: 12 }, (_, column) => `deal ${row}, column ${column}, won in a long negotiation`),
  )
  await host.apply([{ do: 'write', area: at('A1:L9000'), cells }])
  const [block] = await host.read([at('A1:L9000')])
  expect(block?.values).toEqual(cells)
  expect(block?.formulas.flat().some(Boolean)).toBe(false)
  expect(book.largest).toBeGreaterThan(100_000)
  expect(book.largest).toBeLessThan(3_000_000)
})

test('small edits, however many, go in one batch', async () => {
  const { book, host } = open()
  await host.overview()
  const before = book.roundTrips
  await host.apply([
    { do: 'add sheet', sheet: 'Definitions', after: 'Leads' },
    { do: 'write', area: at('Definitions!A1:B1'), cells: [['term', 'value']] },
    { do: 'name', name: 'DEFINITIONS', area: at('Definitions!A1:B9') },
    { do: 'look', area: at('Definitions!A1:B1'), look: { weight: 'header' } },
  ])
  expect(book.roundTrips - before).toBeLessThanOrEqual(4)
  expect(book.sheets.map(({ name }) => name)).toEqual(['Leads', 'Definitions', 'Notes'])
  expect(book.names).toEqual([{ name: 'DEFINITIONS', formula: '=Definitions!$A$1:$B$9' }])
})

test('a cell of plain text takes a number, a formula and a text as what they are', async () => {
  const { book, host } = open()
  for (const column of [0, 1, 2])
    book.sheets[0]?.cells.set(`0 ${column}`, { value: '1', formula: '', format: '@', type: 'String' })
  await host.apply([{ do: 'write', area: at('A1:C1'), cells: [[5, { formula: '=1+1' }, "'=1+1"]] }])
  expect(await host.read([at('A1:C1')])).toMatchObject([
    { values: [[5, 2, "'=1+1"]], formulas: [['', '=1+1', '']] },
  ])
})

test('a guarded sheet is refused before anything is written, also beside others', async () => {
  const { book, host } = open()
  Object.assign(book.sheets[1] as object, { isProtected: true })
  const edits = [...writeA1, { do: 'write', area: at('Notes!A1'), cells: [['y']] }] as const
  await expect(host.apply(edits)).rejects.toThrow('The sheet Notes is protected')
  expect(book.sheets[0]?.cells.size).toBe(0)
})

test('a name that stands for something else than a range is left alone', async () => {
  const { book, host } = open()
  book.names.push({ name: 'Leads', formula: '=42' })
  await expect(host.apply([{ do: 'name', name: 'LEADS', area: at('A1') }])).rejects.toThrow('no range')
  expect(book.names).toEqual([{ name: 'Leads', formula: '=42' }])
})

test('a sheet with a chart on it is not removed, a hidden one not selected', async () => {
  const { book, host } = open()
  book.sheets[1]?.dress.charts.push({} as never)
  Object.assign(book.sheets[1] as object, { visibility: 'Hidden' })
  await expect(host.apply([{ do: 'remove sheet', sheet: 'Notes' }])).rejects.toThrow('holds a chart')
  await expect(host.select(at('Notes!A1'))).rejects.toThrow('is hidden')
  expect(book.sheets).toHaveLength(2)
})

test.each([
  ['=Leads!$A$1:$K$13', 'Leads!A1:K13'],
  ["='It''s me'!$B$2", "'It''s me'!B2"],
  ['=Leads!$A:$C', 'Leads!A1:C1048576'],
  ['=42', undefined],
  ['=#REF!', undefined],
  ['=[Other.xlsx]Leads!$A$1', undefined],
  ['=Leads!$A$1:$A$9,Leads!$C$1', undefined],
  ['=LAMBDA(x,x+1)', undefined],
])('a name for %s is one for %s', (formula, address) => {
  expect(areaIn(formula)).toEqual(address && parseAddress(address, ''))
})

test.each(['InvalidOperationInCellEditMode', 'AccessDenied', 'ResponsePayloadSizeLimitExceeded'])(
  'when Excel says %s, a sentence says so',
  async code => {
    const { book, host } = open()
    book.failure = { code, message: 'internal' }
    const failing = async () => host.read([at('A1')])
    await expect(failing()).rejects.toThrow(sentenceOf({ code }))
    expect(sentenceOf({ code })).toMatch(/^[A-Z].+[.]$/)
    expect(sentenceOf({ code })).not.toContain(code)
  },
)

test('an error that nobody foresaw is passed on in its own words', () => {
  expect(sentenceOf(new Error('It is raining'))).toBe('Excel could not do it: It is raining.')
  expect(sentenceOf(undefined)).toBe('Excel could not do it: no reason given.')
})

describe('the pane’s questions', () => {
  const undo = { expected: [], names: [], edits: writeA1 }

  function install(core: typeof answer | undefined): FakeBook {
    const book = fakeBook(['Leads'])
    const run = excelRun(book)
    const Excel = { run: (...given: unknown[]) => run(given.at(-1) as never) }
    const Office = { context: { requirements: { isSetSupported: () => true } } }
    Object.assign(globalThis, { Excel, Office, plumblineAnswer: core })
    return book
  }

  test('are answered by the core that the functions brought', async () => {
    const book = install(answer)
    const done = await excelWorkbook().ask('undo', { undo })
    expect(done).toMatchObject({ outcome: 'done' })
    expect(book.sheets[0]?.cells.get('0 0')?.value).toBe('x')
    expect(book.settings.size).toBe(0)
  })

  test('say so where the functions are not there, or Excel is not', async () => {
    install(undefined)
    expect(await excelWorkbook().ask('undo', { undo })).toMatchObject({
      reason: expect.stringContaining('formulas'),
    })
    install(answer).failure = { code: 'InvalidOperationInCellEditMode' }
    expect(await excelWorkbook().ask('undo', { undo })).toEqual({
      error: '#VALUE!',
      reason: 'A cell is being edited. Press Enter or Esc in the sheet, then try again.',
    })
  })

  test('a refusal of the pane is one for the core too, though they are two scripts', async () => {
    const foreign = Object.assign(new Error('The sheet is protected.'), { name: 'Refused' })
    const core = answer('undo', { undo })
    core.next()
    expect(core.throw(foreign).value).toEqual({ error: '#VALUE!', reason: 'The sheet is protected.' })
  })
})
