import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { fiscalCalendarOf } from '../../shared/definitions/fiscal-calendar'
import { definitionCells, momentText } from '../../shared/definitions/row'
import { builtInDefinitions, type DefinitionSet, readDefinitions } from '../../shared/definitions/table'
import { type Argument, type Cell, isCellError } from '../../shared/values'
import { serial } from '../support/tables'
import { header, history, setWith, sheetOf, unplaced } from './histories'

const from = serial('2026-01-01')
const recorded = serial('2025-12-10 09:00')

/** A row as it is typed by hand, without a hash. */
function typed(changes: Readonly<Record<string, Cell>> = {}): Cell[] {
  const usual: Record<string, Cell> = {
    term: 'win_rate.variant',
    value: 'competitive',
    effective_from: from,
    version: 1,
    status: 'approved',
    kind: 'policy',
    reason: 'agreed with finance',
    changed_by: 'Ana',
    recorded_at: recorded,
    hash: null,
  }
  return header.map(column => ({ ...usual, ...changes })[column] ?? null)
}

function read(...rows: readonly Cell[][]): DefinitionSet {
  const set = readDefinitions([header, ...rows])
  if (isCellError(set)) throw new Error(set.reason)
  return set
}

describe('the table of definitions', () => {
  test.each<[string, Argument]>([
    ['left out', undefined],
    ['blank', ''],
    [
      'a range without anything',
      [
        [null, ''],
        ['', null],
      ],
    ],
    ['a header alone', [header]],
    ['a header and blank rows', [header, header.map(() => null)]],
    ['a draft alone', [header, typed({ status: 'Draft', version: null, reason: null, value: 'tbd' })]],
  ])('%s is the built-in definitions', (_what, argument) => {
    expect(readDefinitions(argument)).toEqual(builtInDefinitions)
  })

  test('typed by hand, it counts, but is not sealed', () => {
    const set = read(typed({ term: ' Win_Rate.Variant ', kind: 'Policy', status: 'APPROVED' }))
    expect(set).toMatchObject({ version: 1, sealed: false, hash: '' })
    expect(set.rows[0]).toEqual({
      ...{
        at: 2,
        term: 'win_rate.variant',
        value: 'competitive',
        effectiveFrom: from,
        version: 1,
        kind: 'policy',
      },
      ...{
        reason: 'agreed with finance',
        changedBy: 'Ana',
        recordedAt: recorded,
        superseded: false,
        hash: '',
      },
    })
  })

  test('needs no column of hashes, has its columns in any order and headers as people write them', () => {
    const headers = [
      'Changed by',
      'Recorded At',
      'TERM',
      'value',
      'note',
      'Effective From',
      'Version',
      'status',
      'Kind',
      'Reason',
    ]
    const row = [
      'Ana',
      recorded,
      'win_rate.variant',
      'competitive',
      'x',
      from,
      1,
      'approved',
      'policy',
      'agreed',
    ]
    expect(readDefinitions([headers, row])).toMatchObject({ version: 1, sealed: false })
  })

  test('leaves drafts and blank rows out', () => {
    const draft = typed({ term: 'no such', version: null, status: 'draft' })
    expect(
      read(
        draft,
        typed({ value: null, term: null }).map(() => null),
        typed(),
      ).rows,
    ).toHaveLength(1)
  })

  test('a version may hold several terms, and a later one may supersede a row for the same day', () => {
    const set = read(
      typed({ status: 'superseded' }),
      typed({ term: 'sla.response_hours', value: 8 }),
      typed({ value: 'all_closed', version: 2, kind: 'correction' }),
    )
    expect(set.version).toBe(2)
    expect(set.rows.map(({ term, version }) => [term, version])).toEqual([
      ['sla.response_hours', 1],
      ['win_rate.variant', 1],
      ['win_rate.variant', 2],
    ])
  })

  test('a definition begins with a period: of the fiscal year and the grain that its version sets', () => {
    const february = typed({
      term: 'calendar.fiscal_start_month',
      value: 2,
      effective_from: serial('2026-02-01'),
    })
    expect(readDefinitions([header, february])).toMatchObject({ version: 1 })
    const monthly = typed({ term: 'lock.grain', value: 'month', effective_from: serial('2026-02-01') })
    expect(readDefinitions([header, monthly])).toMatchObject({ version: 1 })
    const yearly = typed({ term: 'lock.grain', value: 'year', effective_from: serial('2026-04-01') })
    expect(readDefinitions([header, yearly])).toMatchObject({
      reason: expect.stringContaining('begins no year'),
    })
  })

  test('a calendar that changes later does not move what began before', () => {
    const set = read(
      typed({ effective_from: serial('2026-04-01') }),
      typed({
        term: 'calendar.fiscal_start_month',
        value: 2,
        effective_from: serial('2027-02-01'),
        version: 2,
      }),
    )
    expect(set.version).toBe(2)
  })
})

test.each<[string, readonly Cell[][], string]>([
  [
    'an unknown term',
    [typed({ term: 'win_rate.variants' })],
    'row 2: there is no term “win_rate.variants”: did you mean win_rate.variant',
  ],
  [
    'a bad value',
    [typed({ value: 'sometimes' })],
    'row 2: win_rate.variant: the text “sometimes” is none of',
  ],
  ['no value', [typed({ value: null })], 'row 2: win_rate.variant has no value'],
  ['no term', [typed({ term: null })], 'row 2: term is blank'],
  [
    'an unknown status',
    [typed({ status: 'aproved' })],
    'row 2 has the status “aproved”: write draft, approved or superseded',
  ],
  ['no status', [typed({ status: '' })], 'row 2: status is blank'],
  [
    'an unknown kind',
    [typed({ kind: 'whim' })],
    'row 2 has the kind “whim”: write policy, estimate or correction',
  ],
  ['no kind', [typed({ kind: '' })], 'has the kind “”'],
  ['no reason', [typed({ reason: '  ' })], 'row 2 has no reason'],
  ['nobody who changed it', [typed({ changed_by: null })], 'row 2 has no changed_by'],
  ['no date', [typed({ effective_from: null })], 'row 2 has no effective_from'],
  ['no version', [typed({ version: null })], 'row 2 has no version'],
  ['no moment', [typed({ recorded_at: null })], 'row 2 has no recorded_at'],
  [
    'a date as text',
    [typed({ effective_from: '2026-01-01' })],
    'row 2: effective_from is the text “2026-01-01”: a date is needed',
  ],
  ['a moment as text', [typed({ recorded_at: '2026-01-01' })], 'row 2: recorded_at is the text'],
  ['a date that is none', [typed({ effective_from: 3_000_000 })], 'row 2: effective_from is 3000000: a date'],
  ['half a version', [typed({ version: 1.5 })], 'row 2: version is 1.5: a whole number is needed'],
  ['a version as text', [typed({ version: '1' })], 'row 2: version is the text “1”'],
  ['a negative version', [typed({ version: -1 })], 'row 2: version is -1'],
  [
    'a day within a quarter',
    [typed({ effective_from: serial('2026-02-15') })],
    'row 2 takes effect on 2026-02-15, which begins no quarter',
  ],
  ['a day with a time', [typed({ effective_from: from + 0.5 })], 'begins no quarter'],
  ['a first version that is not 1', [typed({ version: 2 })], 'row 2 has version 2 where 1 comes next'],
  ['version 0', [typed({ version: 0 })], 'row 2 has version 0 where 1 comes next'],
  [
    'a gap',
    [typed(), typed({ term: 'sla.statistic', value: 'p90', version: 3 })],
    'row 3 has version 3 where 2 comes next',
  ],
  [
    'two values at once',
    [typed(), typed({ value: 'all_closed' })],
    'row 3 gives win_rate.variant a second value in version 1, as row 2 does',
  ],
  [
    'an earlier moment',
    [typed(), typed({ term: 'sla.statistic', value: 'p90', version: 2, recorded_at: recorded - 1 })],
    'row 3 was recorded before version 1 but has version 2',
  ],
  [
    'two approved rows for a day',
    [typed(), typed({ value: 'all_closed', version: 2 })],
    'row 2 and row 3 both say what win_rate.variant from 2026-01-01 on is: mark the older one superseded',
  ],
  [
    'nothing that supersedes',
    [typed({ status: 'superseded' })],
    'row 2 is superseded, but no later row says what win_rate.variant from 2026-01-01 on is',
  ],
  ['a draft with a version', [typed({ status: 'draft' })], 'row 2 is a draft but has a version or a hash'],
  [
    'a draft with a hash',
    [typed({ status: 'draft', version: null, hash: 'ab' })],
    'row 2 is a draft but has',
  ],
  ['a made-up hash', [typed({ hash: 'ab' })], 'row 2 does not fit its hash'],
  [
    'hashes in some rows',
    [typed(), typed({ term: 'sla.statistic', value: 'p90', hash: 'ab', version: 2 })],
    'row 2 has no hash, others have one',
  ],
  [
    'business hours that end first',
    [typed({ term: 'calendar.open', value: '18:00' })],
    'calendar.open is 18:00, calendar.close 17:00',
  ],
  ['business hours of no length', [typed({ term: 'calendar.open', value: '17:00' })], 'open before closing'],
  [
    'a scale that nobody can satisfy',
    [typed({ term: 'csat.threshold', value: 6 })],
    'csat.threshold is 6 on a scale up to 5',
  ],
  [
    'metrics in a circle',
    [
      typed({ term: 'metric.apples', value: 'metric.pears / 2' }),
      typed({ term: 'metric.pears', value: '1 + metric.plums' }),
      typed({ term: 'metric.plums', value: 'won * Metric.Apples' }),
    ],
    'metric.apples needs metric.pears needs metric.plums needs metric.apples: a metric cannot need itself',
  ],
  [
    'a metric of itself',
    [typed({ term: 'metric.apples', value: 'metric.apples + 1' })],
    'metric.apples needs metric.apples',
  ],
])('%s is refused, naming the row', (_what, rows, says) => {
  expect(readDefinitions([header, ...rows])).toMatchObject({
    error: '#VALUE!',
    reason: expect.stringContaining(says),
  })
})

test.each<[string, Argument, string, string]>([
  ['a single cell', 'v3', '#VALUE!', 'definitions is the text “v3”: give the whole range'],
  ['an error', { error: '#REF!', reason: 'gone' }, '#REF!', 'gone'],
  [
    'another table',
    [
      ['lead_id', 'created_at'],
      ['L1', from],
    ],
    '#VALUE!',
    'definitions has no column term',
  ],
  ['a missing column', [header.filter(name => name !== 'reason'), typed()], '#VALUE!', 'no column reason'],
  [
    'a column twice',
    [
      [...header, 'Value'],
      [...typed(), 'x'],
    ],
    '#VALUE!',
    'two columns value: remove one',
  ],
  ['an error in a cell', [header, typed({ value: { error: '#N/A', reason: 'x' } })], '#N/A', 'x'],
  ['rows without their header', [typed(), typed()], '#VALUE!', 'no column term'],
])('%s is refused', (_what, argument, error, says) => {
  expect(readDefinitions(argument)).toMatchObject({ error, reason: expect.stringContaining(says) })
})

test('metrics of one’s own may build on each other', () => {
  const rows = [
    typed({ term: 'metric.apples', value: 'metric.pears / metric.plums' }),
    typed({ term: 'metric.pears', value: 'metric.plums + won' }),
    typed({ term: 'metric.plums', value: 'won' }),
    typed({ term: 'csat.threshold', value: 5 }),
  ]
  expect(read(...rows).version).toBe(1)
})

describe('the chain of hashes', () => {
  test('is SHA-256 over each row and the hash before it, as anyone can check', () => {
    const set = setWith(
      ['win_rate.variant', 'competitive', '2026-01-01'],
      ['lead.net_subtract_codes', 'Größe', '2026-04-01'],
    )
    const sha256 = (text: string): string => createHash('sha256').update(text, 'ascii').digest('hex')
    const first = sha256(
      '["","win_rate.variant","competitive","2026-01-01",1,"policy","reason 1","Ana","2025-11-03 09:30:00"]',
    )
    const second = sha256(
      `["${first}","lead.net_subtract_codes","Gr\\u00f6\\u00dfe","2026-04-01",2,"policy","reason 2","Ana","2025-11-04 09:30:00"]`,
    )
    expect(set.rows.map(({ hash }) => hash)).toEqual([first, second])
    expect(set.hash).toBe(set.rows[1]?.hash)
    expect(set.sealed).toBe(true)
  })

  test('lets a table be sorted in any way', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (set, keys) => {
        const [head = [], ...rows] = sheetOf(set)
        const shuffled = rows
          .map(row => ({ row, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ row }) => row)
        expect(unplaced(readDefinitions([head, ...shuffled]))).toEqual(unplaced(set))
      }),
    )
  })

  const pool = fc.oneof(
    fc.constantFrom<Cell>(
      null,
      '',
      'approved',
      'superseded',
      'draft',
      'policy',
      'correction',
      'Ana',
      'Ben',
      1,
      2,
      3,
    ),
    fc.integer({ min: 40_000, max: 50_000 }),
    fc.string(),
  )

  test('shows any change of a single cell', () => {
    const edit = history.chain(set =>
      fc.tuple(
        fc.constant(set),
        fc.nat(set.rows.length - 1),
        fc.nat(header.length - 1),
        fc.nat(set.rows.length - 1),
        pool,
      ),
    )
    fc.assert(
      fc.property(edit, fc.boolean(), ([set, row, column, other, cell], copied) => {
        const sheet = sheetOf(set).map(cells => [...cells])
        const line = sheet[row + 1] as Cell[]
        const before = line[column] ?? null
        const after = copied ? (sheet[other + 1]?.[column] ?? null) : cell
        fc.pre(
          String(after ?? '')
            .normalize('NFC')
            .trim()
            .toLowerCase() !==
            String(before ?? '')
              .trim()
              .toLowerCase(),
        )
        // A table without any hash is one that was typed, and says so.
        fc.pre(!(header[column] === 'hash' && set.rows.length === 1 && String(after ?? '').trim() === ''))
        line[column] = after
        expect(readDefinitions(sheet)).toMatchObject({ error: expect.any(String) })
      }),
      { numRuns: 400 },
    )
  })

  test('shows that a row is gone, but for the last', () => {
    const deletion = history
      .filter(({ rows }) => rows.length > 1)
      .chain(set => fc.tuple(fc.constant(set), fc.nat(set.rows.length - 2)))
    fc.assert(
      fc.property(deletion, ([set, row]) => {
        const [head = [], ...rows] = sheetOf(set)
        expect(isCellError(readDefinitions([head, ...rows.filter((_, index) => index !== row)]))).toBe(true)
      }),
    )
  })

  test('does not depend on how many digits a host keeps of a moment', () => {
    const set = setWith(['win_rate.variant', 'competitive', '2026-01-01'])
    const cells = set.rows.map(row => definitionCells({ ...row, recordedAt: row.recordedAt + 1e-7 }))
    expect(unplaced(readDefinitions([header, ...cells]))).toEqual(unplaced(set))
  })
})

test('estimates are a kind of change too', () => {
  expect(read(typed({ kind: 'estimate' })).rows[0]?.kind).toBe('estimate')
})

test.each<[string, Readonly<Record<string, Cell>>, string]>([
  ['a long status', { status: 's'.repeat(50) }, `“${'s'.repeat(40)}”`],
  ['a long kind', { kind: 'k'.repeat(50) }, `“${'k'.repeat(40)}”`],
  ['a number as text for a date', { effective_from: '46023' }, 'effective_from is the text “46023”'],
])('%s is refused', (_what, changes, says) => {
  expect(readDefinitions([header, typed(changes)])).toMatchObject({ reason: expect.stringContaining(says) })
})

test('an error in any cell passes through', () => {
  const broken = { error: '#REF!', reason: 'gone' }
  for (const column of header) expect(readDefinitions([header, typed({ [column]: broken })])).toEqual(broken)
})

test('a circle is named from where it begins', () => {
  const rows = [
    typed({ term: 'metric.apples', value: 'metric.pears' }),
    typed({ term: 'metric.pears', value: 'metric.plums' }),
    typed({ term: 'metric.plums', value: 'metric.pears' }),
  ]
  expect(readDefinitions([header, ...rows])).toMatchObject({
    reason: 'definitions: metric.pears needs metric.plums needs metric.pears: a metric cannot need itself',
  })
})

test('the year is cut as the definitions say', () => {
  const terms = {
    'calendar.fiscal_start_month': 7,
    'calendar.week_start': 'sunday',
    'calendar.week_quarter_rule': 'by_start',
    'calendar.scheme': '4-4-5',
  }
  expect(fiscalCalendarOf(terms)).toEqual({
    startMonth: 7,
    weekStart: 'sunday',
    weekQuarterRule: 'by_start',
    scheme: '4-4-5',
  })
})

test.each(['2026-02-10 00:00:00', '2026-02-10 09:30:00', '2026-02-10 15:00:00', '2026-02-10 23:59:59'])(
  'the moment %s is written as it was read',
  text => {
    const seconds = Number(text.slice(-2)) / 86_400
    expect(momentText(serial(text.slice(0, 16)) + seconds)).toBe(text)
  },
)

test('what nobody has approved has no version and no hash', () => {
  expect(readDefinitions('')).toEqual({ rows: [], version: 0, sealed: true, hash: '' })
})
