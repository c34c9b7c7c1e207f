import fc from 'fast-check'
import type { RowValue } from '../../shared/tables/cells'
import type { ColumnType, TableName } from '../../shared/tables/schema'
import { schemas } from '../../shared/tables/schemas'
import { byPresence, isSeen } from '../../shared/tables/selection'
import { columnReader, openTable, type Table } from '../../shared/tables/table'
import { type Cell, type CellError, cellError, isCellError } from '../../shared/values'
import { hostileInputs } from '../support/reference'

/** A column of each type, in a table that has it. */
const columnOf: Record<ColumnType, [TableName, string, string?]> = {
  id: ['deals', 'account_id'],
  text: ['deals', 'owner'],
  date: ['deals', 'closed_at'],
  number: ['deals', 'cogs'],
  fraction: ['deals', 'probability'],
  flag: ['deals', 'is_won'],
  period: ['quotas', 'period'],
}

const keyCells: Partial<Record<TableName, readonly Cell[]>> = {
  deals: ['D1', 46_000, 'Won', 5],
  quotas: ['Ana', 46_000, 5],
}

/** Reads one cell of a column, as row 2 of its table; an error as `#VALUE! its reason`. */
function read(type: ColumnType, cell: Cell, header?: string): RowValue | string {
  const [name, column] = columnOf[type]
  const keys = Object.keys(schemas[name].columns).filter(key => schemas[name].columns[key]?.key)
  const others = keys.filter(key => key !== column)
  const beside = (keyCells[name] ?? []).filter((_, index) => keys[index] !== column)
  // The row below is whole, so that the one that is read is not taken for a footer.
  const below = [keyCells[name]?.[keys.indexOf(column)] ?? null, ...beside]
  const table = openTable([[header ?? column, ...others], [cell, ...beside], below], 1, name)
  if (isCellError(table)) throw new Error(table.reason)
  return caught(() => columnReader(table, column)(1))
}

function caught(ask: () => RowValue): RowValue {
  try {
    return ask()
  } catch (thrown) {
    if (!isCellError(thrown)) throw thrown
    return `${thrown.error} ${thrown.reason}`
  }
}

test.each<[ColumnType, Cell, RowValue]>([
  ['id', '0065000000E1aBcAAA', '0065000000E1aBcAAA'],
  ['id', ' d1 ', 'd1'],
  ['id', 12345, '12345'],
  ['id', 999_999_999_999_999, '999999999999999'],
  ['id', '00123', '00123'],
  ['id', '12345678901234567890', '12345678901234567890'],
  ['id', true, 'TRUE'],
  ['text', ' Ana ', 'Ana'],
  ['text', 7, '7'],
  ['text', 1e15, '1000000000000000'],
  ['text', false, 'FALSE'],
  ['date', 46_000.5, 46_000.5],
  ['date', 1, 1],
  ['date', 2_958_465.5, 2_958_465.5],
  ['number', 0, 0],
  ['number', -5.5, -5.5],
  ['number', 1e300, 1e300],
  ['fraction', 0, 0],
  ['fraction', 0.4, 0.4],
  ['fraction', 1, 1],
  ['flag', true, true],
  ['flag', false, false],
  ['flag', ' Yes ', true],
  ['flag', 'no', false],
  ['flag', 'TRUE', true],
  ['flag', 'False', false],
  ['flag', 1, true],
  ['flag', 0, false],
  ['flag', '1', true],
  ['flag', '0', false],
  ['period', '2026-Q1', '2026-Q1'],
  ['period', ' Q1 2026 ', 'Q1 2026'],
  ['period', 46_000, 46_000],
  ['period', 2_958_465, 2_958_465],
])('%s: %j is read as %j', (type, cell, value) => {
  expect(read(type, cell)).toBe(value)
})

describe('blank', () => {
  const types = Object.keys(columnOf) as ColumnType[]

  test.each(types)('%s: an empty cell, "", spaces', type => {
    for (const cell of [null, '', '  ', '\u00a0\t']) expect([cell, read(type, cell)]).toEqual([cell, null])
  })

  test.each<ColumnType>(['id', 'text', 'date', 'period'])(
    '%s: the 0 that a reference to an empty cell gives',
    type => {
      expect(read(type, 0)).toBe(null)
      expect(read(type, -0)).toBe(null)
    },
  )

  test('a row that ends early', () => {
    const table = openTable(
      [
        ['deal_id', 'created_at', 'stage', 'amount', 'owner'],
        ['D1', 46_000, 'Won', 5],
      ],
      1,
    )
    expect(columnReader(table as Table, 'owner')(1)).toBe(null)
    expect(columnReader(table as Table, 'owner')(2)).toBe(null)
  })

  test.each(Object.values(columnOf))('below the last row of %s: %s', (name, column) => {
    const headers = Object.keys(schemas[name].columns)
    expect(columnReader(openTable([headers], 1, name) as Table, column)(1)).toBe(null)
  })
})

describe('a cell that is not of its type says which, and what to do', () => {
  const lost = 'the id has lost digits: format the column as text and paste it again'
  const typed = 'a date is needed. Type it as a date; text is never guessed, since 03/04 has two meanings'
  const stamp = 'that is no date; a time stamp in seconds or milliseconds must be turned into one'
  const outside = 'it lies in 0…1; where the column is in percent, put (%) into its header'

  test.each<[ColumnType, Cell, string]>([
    ['id', 1e15, `#VALUE! deals row 2: account_id is 1000000000000000: ${lost}`],
    ['id', -1e15, `#VALUE! deals row 2: account_id is -1000000000000000: ${lost}`],
    ['id', 12_345_678_901_234_567_000, `#VALUE! deals row 2: account_id is 12345678901234567000: ${lost}`],
    ['date', '03/04/2026', `#VALUE! deals row 2: closed_at is the text “03/04/2026”: ${typed}`],
    ['date', true, `#VALUE! deals row 2: closed_at is TRUE: ${typed}`],
    ['date', -1, `#VALUE! deals row 2: closed_at is -1: ${stamp}`],
    ['date', 2_958_466, `#VALUE! deals row 2: closed_at is 2958466: ${stamp}`],
    ['date', 1_767_225_600_000, `#VALUE! deals row 2: closed_at is 1767225600000: ${stamp}`],
    ['number', '1,200', '#VALUE! deals row 2: cogs is the text “1,200”: a number is needed'],
    ['number', '5', '#VALUE! deals row 2: cogs is the text “5”: a number is needed'],
    ['number', true, '#VALUE! deals row 2: cogs is TRUE: a number is needed'],
    ['fraction', '40%', '#VALUE! deals row 2: probability is the text “40%”: a number is needed'],
    ['fraction', true, '#VALUE! deals row 2: probability is TRUE: a number is needed'],
    ['fraction', 75, `#NUM! deals row 2: probability is 75: ${outside}`],
    ['fraction', 1.01, `#NUM! deals row 2: probability is 1.01: ${outside}`],
    ['fraction', -0.1, `#NUM! deals row 2: probability is -0.1: ${outside}`],
    ['flag', 'perhaps', '#VALUE! deals row 2: is_won is the text “perhaps”: TRUE or FALSE is needed'],
    ['flag', 2, '#VALUE! deals row 2: is_won is 2: TRUE or FALSE is needed'],
    [
      'period',
      -5,
      '#VALUE! quotas row 2: period is -5: a period is needed: a day of it, or its name, such as 2026-Q1',
    ],
    [
      'period',
      2_958_466,
      '#VALUE! quotas row 2: period is 2958466: a period is needed: a day of it, or its name, such as 2026-Q1',
    ],
  ])('%s: %j', (type, cell, refusal) => {
    expect(read(type, cell)).toBe(refusal)
  })

  test.each(Object.keys(columnOf) as ColumnType[])('%s: an error of the cell itself goes through', type => {
    expect(read(type, cellError('#N/A', 'not there'))).toBe('#N/A not there')
  })

  test.each<ColumnType>(['id', 'date', 'number', 'fraction'])('%s: what is no number at all', type => {
    for (const cell of [Number.NaN, Number.POSITIVE_INFINITY]) expect(read(type, cell)).toMatch(/^#/)
  })
})

describe('a header in percent', () => {
  test.each(['Probability (%)', 'Probability [%]', 'probability %'])('%s holds hundredths', header => {
    expect(read('fraction', 40, header)).toBe(0.4)
    expect(read('fraction', 1, header)).toBe(0.01)
    expect(read('fraction', 100, header)).toBe(1)
    expect(read('fraction', 101, header)).toBe('#NUM! deals row 2: probability is 101: it lies in 0…100')
    expect(read('fraction', -1, header)).toMatch('#NUM!')
  })

  test('moves the decimal point exactly', () => {
    expect(read('fraction', 0.07, 'Probability (%)')).toBe(0.0007)
    expect(read('fraction', 1e-9, 'Probability (%)')).toBe(1e-11)
    expect(read('fraction', 0, 'Probability (%)')).toBe(0)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), number => {
        const percent = number / 100_000
        expect(read('fraction', percent, 'Probability (%)')).toBe(number / 10_000_000)
      }),
    )
  })
})

describe('columns', () => {
  const open = (...headers: string[]): Table => {
    const table = openTable(
      [
        [...headers, 'deal_id', 'created_at', 'stage', 'amount'],
        ['x', 'D1', 1, 'Won', 5],
      ],
      1,
    )
    if (isCellError(table)) throw new Error(table.reason)
    return table
  }
  const reason = (table: Table, column: string): string => {
    try {
      columnReader(table, column)
      return 'none'
    } catch (thrown) {
      expect((thrown as CellError).error).toBe('#VALUE!')
      return (thrown as CellError).reason
    }
  }

  test('that are missing are named, with a header that is near', () => {
    expect(reason(open('Ownr'), 'owner')).toBe(
      'deals has no column owner; is it “Ownr”? Rename that header to owner',
    )
    expect(reason(open('Whatever'), 'forecast_category')).toBe(
      'deals has no column forecast_category: add one, or rename a header to forecast_category',
    )
  })

  test('that may be missing are blank in every row', () => {
    expect(columnReader(open('Whatever'), 'refund')(1)).toBe(null)
  })

  test('that are there twice are both named', () => {
    expect(reason(open('Sales Rep', 'Sales Agent'), 'owner')).toBe(
      'deals: the columns “Sales Rep” and “Sales Agent” both mean owner; rename or remove one',
    )
    expect(reason(open('Owner', 'owner'), 'owner')).toContain('“Owner” and “owner”')
  })

  test('that no schema has are a mistake of ours', () => {
    expect(() => columnReader(open('Whatever'), 'moon')).toThrow(
      new RangeError('deals declares no column moon'),
    )
  })

  test('of texts and ids tell quickly whether a cell is filled', () => {
    const cells: Cell[] = ['Ana', ' Ana', 'Élise', '~', '!', '\u007f', 7, true, '', ' ', '\t', null, 0]
    const rows = cells.map(cell => ['D1', 46_000, 'Won', 5, cell, cell])
    const table = openTable(
      [['deal_id', 'created_at', 'stage', 'amount', 'owner', 'account'], ...rows],
      1,
    ) as Table
    const fail = (row: number): void => {
      throw new Error(`row ${row} is wrong`)
    }
    const filled = (column: string, type: ColumnType, read: (row: number) => RowValue): Cell[] => {
      const select = byPresence({ rows: table.rows, place: table.headers.indexOf(column), type }, read)
      const found = Int32Array.from([...cells.keys(), 98], index => index + 1)
      return [...found.slice(0, select(found, found.length, fail))].map(row => cells[row - 1] as Cell)
    }
    for (const [column, type] of [
      ['owner', 'text'],
      ['account', 'id'],
    ] as const) {
      const read = columnReader(table, column === 'account' ? 'account_id' : column)
      expect(filled(column, type, row => read(row) !== null)).toEqual(cells.slice(0, 8))
      // At a glance: the reader is only asked where the cell itself does not tell.
      expect(filled(column, type, () => false)).toEqual(['Ana', '~', '!', 7])
    }
    // No text is a date, whatever it begins with.
    expect(filled('owner', 'date', () => false)).toEqual([7])
  })

  test('of flags and fractions are read to tell whether they are filled', () => {
    const types: ColumnType[] = ['id', 'text', 'date', 'number', 'fraction', 'flag', 'period']
    const seen = types.filter(type => isSeen({ rows: [], place: 0, type }))
    expect(seen).toEqual(['id', 'text', 'date', 'number', 'period'])
  })
})

const hostile = hostileInputs()
const testHostile = hostile ? test.each(Object.keys(hostile)) : test.skip.each(['hostile inputs'])

testHostile('%s: whatever stands in a cell is read, blank or refused by name', group => {
  for (const text of hostile?.[group] ?? []) {
    for (const type of Object.keys(columnOf) as ColumnType[]) {
      const value = read(type, text)
      const isRefused = typeof value === 'string' && /^#VALUE! \w+ row 2: \w+ is the text /.test(value)
      const isText = type === 'id' || type === 'text' || type === 'period'
      if (isText) expect(value).toBe(text.trim() === '' ? null : text.trim())
      else if (type === 'flag')
        expect(isRefused || value === null || text.trim().toLowerCase() === 'true').toBe(true)
      else expect(isRefused || value === null).toBe(true)
    }
  }
})

testHostile('%s: as headers, they open nothing and break nothing', group => {
  const headers = hostile?.[group] ?? []
  expect(isCellError(openTable([headers, headers.map(() => 1)], 1))).toBe(true)
  const beside = openTable([[...headers, 'deal_id', 'created_at', 'stage', 'amount']], 1)
  expect((beside as Table).schema.name).toBe('deals')
})
