import { existsSync, readFileSync } from 'node:fs'
import type { DateOrder } from '../../playground/csv/dates'
import { type CsvTable, openCsv, type UndecidedColumn } from '../../playground/open-csv'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const never = async (): Promise<DateOrder | undefined> => {
  throw new Error('nobody should have been asked')
}

async function read(source: string | Uint8Array, order?: DateOrder): Promise<CsvTable> {
  const bytes = typeof source === 'string' ? bytesOf(source) : source
  const outcome = await openCsv(bytes, { askDateOrder: order ? async () => order : never })
  if ('refused' in outcome) throw new Error(outcome.refused)
  return outcome.table
}

const cellsOf = (table: CsvTable) => table.columns.map(column => column.cells)
const utf16 = (text: string, ...mark: number[]) =>
  Uint8Array.from([
    ...mark,
    ...[...text].flatMap(sign => [sign.charCodeAt(0) % 256, sign.charCodeAt(0) >> 8]),
  ])

describe('what a column is', () => {
  const columns: [string, string[], string, unknown[]][] = [
    ['whole numbers', ['1', '20', '-3'], 'number', [1, 20, -3]],
    ['decimals', ['1.5', '.25', '2'], 'number', [1.5, 0.25, 2]],
    ['a negative zero is zero', ['-0', '1'], 'number', [0, 1]],
    ['thousands that leave no doubt', ['1,234.56', '12'], 'number', [1234.56, 12]],
    ['thousands of thousands', ['1,234,567', '1,000'], 'number', [1234567, 1000]],
    ['thousands set apart by spaces', ['1 234', '12 345 678'], 'number', [1234, 12345678]],
    ['decimal commas', ['1,5', '12,25', '3'], 'number', [1.5, 12.25, 3]],
    ['decimal commas and grouping dots', ['1.234,56', '7,5'], 'number', [1234.56, 7.5]],
    ['1,234 alone is one or a thousand', ['1,234', '2,500'], 'text', ['1,234', '2,500']],
    ['points and commas mixed', ['1.5', '2,5'], 'text', ['1.5', '2,5']],
    ['a decimal comma beside a text', ['1,5', 'n/a', '2,5'], 'text', ['1,5', 'n/a', '2,5']],
    ['a plain number beside a text', ['1.5', 'n/a', '2.5'], 'number', [1.5, 'n/a', 2.5]],
    ['one currency everywhere', ['$1,234.50', '-$3'], 'number', [1234.5, -3]],
    ['a currency after the number', ['5 EUR', '7,5 EUR'], 'number', [5, 7.5]],
    ['two currencies', ['$5', '€5'], 'text', ['$5', '€5']],
    ['a currency on some', ['$5', '6'], 'text', ['$5', '6']],
    ['percentages', ['12%', '12.5 %'], 'number', [0.12, 0.125]],
    ['percentages on some', ['12%', '0.5'], 'text', ['12%', '0.5']],
    ['accountants’ brackets', ['(100)', '50', '60'], 'number', ['(100)', 50, 60]],
    ['leading zeros', ['00123', '456'], 'text', ['00123', '456']],
    ['more digits than a number holds', ['12345678901234567890', '1'], 'text', ['12345678901234567890', '1']],
    ['a part number with an E', ['7e30', '8e31'], 'text', ['7e30', '8e31']],
    ['phone numbers', ['+4479', '+4480'], 'text', ['+4479', '+4480']],
    ['booleans', ['TRUE', 'false', ''], 'boolean', [true, false, null]],
    ['a boolean beside a text', ['TRUE', 'maybe'], 'text', ['TRUE', 'maybe']],
    ['ISO dates', ['2026-01-05', ''], 'date', [46027, null]],
    [
      'ISO date-times',
      ['2026-01-05 09:30', '2026-01-05T18:00:00Z'],
      'date and time',
      [46027.395833333336, 46027.75],
    ],
    ['years first', ['2026/1/5', '2026.01.06'], 'date', [46027, 46028]],
    ['months by name', ['5 Jan 2026', 'January 6, 2026'], 'date', [46027, 46028]],
    ['days proven first', ['03/04/2017', '25/04/2017'], 'date', [42828, 42850]],
    ['months proven first', ['03/04/2017', '04/25/2017 1:30 PM'], 'date and time', [42798, 42850.5625]],
    ['no order needed', ['03/03/2017', '04/04/2017'], 'date', [42797, 42829]],
    ['orders that contradict', ['25/04/2017', '04/25/2017'], 'text', ['25/04/2017', '04/25/2017']],
    [
      'a day that is none',
      ['2026-02-28', '', '2026-03-01', '2026-02-30'],
      'date',
      [46081, null, 46082, '2026-02-30'],
    ],
    ['a date beside a text', ['2026-01-05', '2026-01-06', 'soon'], 'date', [46027, 46028, 'soon']],
    ['years of two digits', ['03/04/17', '25/04/17'], 'text', ['03/04/17', '25/04/17']],
    ['nothing', ['', ' '], 'empty', [null, null]],
    ['spaces around numbers', [' 5 ', '6'], 'number', [5, 6]],
    ['spaces in text', [' a ', 'b'], 'text', [' a ', 'b']],
  ]

  test.each(columns)('%s', async (_, values, kind, cells) => {
    const table = await read(`x|y\n${values.map(value => `${value}|.`).join('\n')}\n`)
    expect([table.columns[0]?.kind, table.columns[0]?.cells]).toEqual([kind, cells])
  })

  test.each(['opportunity_id', 'Record ID', 'OwnerId', 'Phone', 'Zip code', 'Order number'])(
    '%s names something: its digits stay text',
    async header => {
      const table = await read(`${header},amount\n123,5\n456,6\n`)
      expect(table.columns.map(({ kind }) => kind)).toEqual(['text', 'number'])
    },
  )

  test.each(['Number of employees', 'paid', 'valid', 'Amount'])('%s names nothing', async header => {
    expect((await read(`${header},x\n123,a\n456,b\n`)).columns[0]?.kind).toBe('number')
  })

  test('where the comma separates columns, a dot is a decimal point', async () => {
    expect(cellsOf(await read('a,b\n1.234,x\n2.500,y\n'))[0]).toEqual([1.234, 2.5])
    expect(cellsOf(await read('a;b\n1.234;x\n2.500;y\n'))[0]).toEqual(['1.234', '2.500'])
  })

  test('says why a column stayed text and which values could not be read', async () => {
    const { columns } = await read(
      'ref,when,net\n007,2026-01-05,"1,234"\n008,soon,"2,345"\n009,2026-01-06,"3,456"\n',
    )
    expect(columns.map(({ note }) => note)).toEqual([
      'kept as text: it holds leading zeros',
      'one value is no date: “soon”',
      'kept as text: 1,234 could be a whole number of thousands or a number with three decimals',
    ])
  })
})

describe('dates that need a word from the user', () => {
  const file = 'deal,opened,closed\nD1,03/04/2017,05/06/2017\nD2,07/08/2017,25/06/2017\n'

  test('one question names the columns that leave a doubt, and no others', async () => {
    const asked: (readonly UndecidedColumn[])[] = []
    await openCsv(bytesOf(file), {
      askDateOrder: async columns => {
        asked.push(columns)
        return undefined
      },
    })
    expect(asked).toEqual([[{ name: 'opened', examples: ['03/04/2017', '07/08/2017'] }]])
  })

  test.each([
    ['day first', [42828, 42954]],
    ['month first', [42798, 42924]],
  ] as const)('%s', async (order, opened) => {
    const cells = cellsOf(await read(file, order))
    expect(cells[1]).toEqual(opened)
    expect(cells[2]).toEqual([42891, 42911])
  })

  test('without an answer they stay text', async () => {
    const outcome = await openCsv(bytesOf(file), { askDateOrder: async () => undefined })
    expect('table' in outcome && outcome.table.columns[1]).toMatchObject({
      kind: 'text',
      cells: ['03/04/2017', '07/08/2017'],
    })
  })
})

describe('how files are written', () => {
  const plain = 'name,amount\nAna,1\nBen,2\n'
  const files: [string, Uint8Array][] = [
    ['UTF-8', bytesOf(plain)],
    ['a byte order mark', bytesOf(`\ufeff${plain}`)],
    ['Windows line ends', bytesOf(plain.replaceAll('\n', '\r\n'))],
    ['old Mac line ends', bytesOf(plain.replaceAll('\n', '\r'))],
    ['no line end at the end', bytesOf(plain.trimEnd())],
    ['semicolons', bytesOf(plain.replaceAll(',', ';'))],
    ['tabs', bytesOf(plain.replaceAll(',', '\t'))],
    ['bars', bytesOf(plain.replaceAll(',', '|'))],
    ['Excel’s hint', bytesOf(`sep=;\n${plain.replaceAll(',', ';')}`)],
    ['everything in quotes', bytesOf(plain.replace(/\w+/g, '"$&"'))],
    ['UTF-16 with a mark', utf16(plain, 0xff, 0xfe)],
    ['UTF-16 without one', utf16(plain)],
    ['empty lines around it', bytesOf(`\n\n${plain}\n,\n\n`)],
  ]

  test.each(files)('%s', async (_, bytes) => {
    const table = await read(bytes)
    expect(table.columns.map(({ name }) => name)).toEqual(['name', 'amount'])
    expect(cellsOf(table)).toEqual([
      ['Ana', 'Ben'],
      [1, 2],
    ])
  })

  test('a field may hold the delimiter, quotes and line breaks', async () => {
    expect(cellsOf(await read('note,n\n"a, ""b""\nc",1\n'))).toEqual([['a, "b"\nc'], [1]])
  })

  test('decimal commas do not pass for delimiters', async () => {
    expect(cellsOf(await read('a;b\n1,5;2,5\n3,5;4,25\n'))).toEqual([
      [1.5, 3.5],
      [2.5, 4.25],
    ])
  })

  test('what is not UTF-8 is read as Windows-1252, and that is said', async () => {
    const table = await read(Uint8Array.from([...bytesOf('name,x\nJos'), 0xe9, ...bytesOf(',1\n')]))
    expect(table.columns[0]?.cells).toEqual(['José'])
    expect(table.notes.join()).toContain('Windows-1252')
  })

  test('short and long rows keep all their cells, and that is said', async () => {
    const table = await read('a,b\n1\n2,3,4\n5,6\n')
    expect(cellsOf(table)).toEqual([
      [1, 2, 5],
      [null, 3, 6],
      [null, 4, null],
    ])
    expect(table.notes).toEqual([
      '1 row has more cells than the header.',
      '1 row has fewer cells than the header.',
    ])
  })

  test('two columns of one name stay two, and that is said', async () => {
    const table = await read('a,a\n1,2\n')
    expect(table.columns.map(({ name }) => name)).toEqual(['a', 'a'])
    expect(table.notes).toEqual(['More than one column is headed a.'])
  })

  test('a header alone is a table without rows, and that is said', async () => {
    const table = await read('a,b\n')
    expect([table.rowCount, table.notes]).toEqual([0, ['It has a header and no rows under it.']])
  })

  test.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['empty lines', bytesOf('\n\n,,\n'), 'no table'],
    ['an archive or workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 1]), 'zip'],
    ['a PDF', bytesOf('%PDF-1.7'), 'PDF'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), 'picture'],
    ['bytes of zero', bytesOf('a,b\n1,\u0000\n'), 'binary'],
  ])('%s is refused with a sentence', async (_, bytes, word) => {
    const outcome = await openCsv(bytes, { askDateOrder: never })
    expect(outcome).toEqual({ refused: expect.stringContaining(word) })
  })

  test('a reading can be cancelled', async () => {
    const controller = new AbortController()
    const big = `a,b\n${'1,2\n'.repeat(1_000_000)}`
    const reading = openCsv(bytesOf(big), {
      askDateOrder: never,
      signal: controller.signal,
      onProgress: () => controller.abort(),
    })
    await expect(reading).rejects.toThrow(/abort/i)
  })

  test('progress goes from the beginning to the end', async () => {
    const seen: number[] = []
    await openCsv(bytesOf(`a,b\n${'1,2\n'.repeat(1_000_000)}`), {
      askDateOrder: never,
      onProgress: done => seen.push(done),
    })
    expect(seen.length).toBeGreaterThan(3)
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    expect(seen.at(-1)).toBe(1)
  })
})

const hostileFile = '../shared/spec/hostile_inputs.json'
;(existsSync(hostileFile) ? describe : describe.skip)('hostile inputs (needs ../shared)', () => {
  type Hostile = Record<'formula_injection_text' | 'numbers_as_text' | 'html' | 'names_and_unicode', string[]>
  const hostile: Hostile = existsSync(hostileFile) ? JSON.parse(readFileSync(hostileFile, 'utf8')) : {}
  const asFile = (values: string[]) =>
    `text,n\n${values.map(value => `"${value.replaceAll('"', '""')}",1`).join('\n')}\n`
  const isText = (value: string) => !value.includes('\u0000')

  test.each(['formula_injection_text', 'html', 'names_and_unicode'] as const)(
    '%s stays the text it is',
    async list => {
      const values = (hostile[list] ?? []).filter(isText)
      // Half a character cannot be written to a file at all.
      const written = values.map(value =>
        new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOf(value)),
      )
      const table = await read(asFile(values))
      expect(table.columns[0]?.cells).toEqual(written.map(value => (value === '' ? null : value)))
    },
  )

  test('text that reads like a formula stays text even where it is alone in its column', async () => {
    for (const value of (hostile.formula_injection_text ?? []).filter(isText)) {
      const cell = (await read(asFile([value]))).columns[0]?.cells[0]
      expect(cell).toBe(value === 'TRUE' ? true : value)
    }
  })

  test('numbers that a person must judge stay text beside each other', async () => {
    const values = hostile.numbers_as_text ?? []
    expect((await read(asFile(values))).columns[0]?.cells).toEqual(values)
  })
})

const pipeline = '../shared/data/crm-opportunities/sales_pipeline.csv'
;(existsSync(pipeline) ? test : test.skip)('8,800 real opportunities (needs ../shared)', async () => {
  const { columns, rowCount } = await read(readFileSync(pipeline))
  expect(rowCount).toBe(8800)
  expect(Object.fromEntries(columns.map(({ name, kind }) => [name, kind]))).toEqual({
    opportunity_id: 'text',
    sales_agent: 'text',
    product: 'text',
    account: 'text',
    deal_stage: 'text',
    engage_date: 'date',
    close_date: 'date',
    close_value: 'number',
  })
  expect(columns.every(({ note }) => note === undefined)).toBe(true)
})
