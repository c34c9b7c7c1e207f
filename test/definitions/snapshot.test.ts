import { createHash } from 'node:crypto'
import { lockPeriod } from '../../shared/definitions/locking'
import { type LockRow, noLocks } from '../../shared/definitions/locks'
import { type PeriodName, parsePeriod } from '../../shared/definitions/period-name'
import {
  readSnapshot,
  type Snapshot,
  snapshotCells,
  snapshotColumns,
  snapshotValue,
} from '../../shared/definitions/snapshot'
import { type Measured, tableChecksum, takeSnapshot } from '../../shared/definitions/take-snapshot'
import { type Cell, isCellError, type Matrix } from '../../shared/values'
import { serial } from '../support/tables'
import { setWith } from './histories'

const set = setWith(['win_rate.variant', 'competitive', '2026-01-01'])
const header = Object.keys(snapshotColumns)
const nothing: Snapshot = { rows: [], sealed: true }
const q1 = parsePeriod('2026-Q1') as PeriodName

function lockOn(day: string, period = '2026-Q1'): LockRow {
  const request = { period, by: 'Fay', reason: '', asOf: serial('2026-12-31'), recordedAt: serial(day) }
  return lockPeriod(set, noLocks, request) as LockRow
}

const leads: Matrix = [
  ['lead_id', 'created_at'],
  ['L1', 46_030],
  ['L2', null],
]
const costs: Matrix = [
  ['date', 'amount'],
  [46_031, 100.5],
]
const winRate: Measured = { metric: 'WIN_RATE', segment: '', value: 0.6, numerator: 3, denominator: 5, n: 5 }
const cac: Measured = {
  metric: 'CAC',
  segment: 'region=West',
  value: '#DIV/0!',
  numerator: 30_000,
  denominator: 0,
  n: 0,
}

function taken(snapshot: Snapshot, lock: LockRow, measured: readonly Measured[]): Snapshot {
  const rows = takeSnapshot(snapshot, lock, measured, { leads, costs })
  if (isCellError(rows)) throw new Error(rows.reason)
  return { ...snapshot, rows: [...snapshot.rows, ...rows] }
}

function read(rows: readonly (readonly Cell[])[]): Snapshot {
  const snapshot = readSnapshot([header, ...rows])
  if (isCellError(snapshot)) throw new Error(snapshot.reason)
  return snapshot
}

describe('a snapshot', () => {
  test('keeps each value with what it was made of', () => {
    const { rows } = taken(nothing, lockOn('2027-01-10 09:00'), [winRate, cac])
    const made = {
      ...{
        period: '2026-Q1',
        version: 1,
        asOf: serial('2026-12-31'),
        recordedAt: serial('2027-01-10 09:00'),
        at: 0,
      },
      rows: 'leads: 2; costs: 1',
      checksum: `leads: ${tableChecksum(leads)}; costs: ${tableChecksum(costs)}`,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    }
    expect(rows).toEqual([
      { ...cac, ...made },
      { ...winRate, ...made },
    ])
  })

  test('is read back as it was written, in any order', () => {
    const first = taken(nothing, lockOn('2027-01-10 09:00'), [winRate, cac])
    const both = taken(first, lockOn('2027-02-10 09:00', '2026-Q2'), [winRate])
    const cells = both.rows.map(snapshotCells)
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ]) {
      const again = read(order.map(index => cells[index] as Cell[]))
      expect(again.sealed).toBe(true)
      expect(again.rows.map(row => ({ ...row, at: 0 }))).toEqual(both.rows)
    }
  })

  test('gives what was reported last', () => {
    const first = taken(nothing, lockOn('2027-01-10 09:00'), [winRate])
    const again = taken(first, lockOn('2027-03-10 09:00'), [{ ...winRate, value: 0.5 }])
    expect(snapshotValue(first, ' win_rate ', q1)).toMatchObject({ value: 0.6, denominator: 5 })
    expect(snapshotValue(again, 'WIN_RATE', q1)).toMatchObject({ value: 0.5 })
  })

  test('of exactly that segment, capitals or not', () => {
    const snapshot = taken(nothing, lockOn('2027-01-10 09:00'), [winRate, cac])
    expect(snapshotValue(snapshot, 'CAC', q1, ' Region=WEST ')).toMatchObject({ value: '#DIV/0!' })
    expect(snapshotValue(snapshot, 'CAC', q1)).toMatchObject({
      error: '#N/A',
      reason: 'no CAC was locked for 2026-Q1: lock the period in the sidebar',
    })
    expect(snapshotValue(snapshot, 'win_rate', q1, 'region=West')).toMatchObject({
      reason: expect.stringContaining('no WIN_RATE of region=West was locked'),
    })
    expect(snapshotValue(snapshot, 'WIN_RATE', parsePeriod('2026-Q2') as PeriodName)).toMatchObject({
      error: '#N/A',
    })
  })

  test('shows any change of a single cell, and any row that is gone but the last', () => {
    const cells = taken(
      taken(nothing, lockOn('2027-01-10 09:00'), [winRate, cac]),
      lockOn('2027-02-10 09:00', '2026-Q2'),
      [winRate],
    ).rows.map(snapshotCells)
    for (const [row, line] of cells.entries()) {
      for (const place of header.keys()) {
        for (const other of [null, 'x', 7, 0.25, serial('2026-06-30'), '2026-Q4']) {
          if (other === line[place] || (header[place] === 'segment' && other === null && line[place] === ''))
            continue
          const edited = cells.map((old, index) =>
            index === row ? old.map((cell, at) => (at === place ? other : cell)) : old,
          )
          expect([row, header[place], other, isCellError(readSnapshot([header, ...edited]))]).toEqual([
            row,
            header[place],
            other,
            true,
          ])
        }
      }
    }
    for (const gone of [0, 1])
      expect(isCellError(readSnapshot([header, ...cells.filter((_, index) => index !== gone)]))).toBe(true)
  })

  test('a table without hashes stays without', () => {
    const typed = read(
      taken(nothing, lockOn('2027-01-10 09:00'), [winRate]).rows.map(row =>
        snapshotCells({ ...row, hash: '' }),
      ),
    )
    expect(typed.sealed).toBe(false)
    expect(taken(typed, lockOn('2027-02-10 09:00'), [winRate]).rows.map(({ hash }) => hash)).toEqual(['', ''])
  })

  test('blank, holds nothing', () => {
    expect(readSnapshot(undefined)).toEqual(nothing)
    expect(readSnapshot([header])).toEqual(nothing)
  })
})

/** A row as it is typed. */
function typed(changes: Readonly<Record<string, Cell>> = {}): Cell[] {
  const usual: Record<string, Cell> = {
    ...{
      period: 'Q1 2026',
      metric: 'win_rate',
      segment: null,
      value: 0.6,
      numerator: 3,
      denominator: 5,
      n: 5,
      version: 1,
    },
    ...{
      as_of: serial('2026-04-10'),
      rows: 'deals: 10',
      checksum: 'deals: ab',
      recorded_at: serial('2026-04-10 09:00'),
      hash: '',
    },
  }
  return header.map(column => ({ ...usual, ...changes })[column] ?? null)
}

test('typed by hand, it counts; parts may be left out, and an error may stand for a value', () => {
  const [row] = read([
    typed({ numerator: '', denominator: null, n: null, value: { error: '#N/A', reason: 'x' } }),
  ]).rows
  expect(row).toMatchObject({
    period: '2026-Q1',
    metric: 'WIN_RATE',
    segment: '',
    value: '#N/A',
    numerator: null,
    denominator: null,
    n: null,
    at: 2,
  })
})

test.each<[string, readonly Cell[][], string]>([
  ['no period', [typed({ period: 'spring' })], 'row 2 cannot be read: period is the text “spring”'],
  ['no metric', [typed({ metric: ' ' })], 'row 2: metric is blank'],
  ['no value', [typed({ value: null })], 'row 2: value is blank'],
  ['a text for a value', [typed({ value: '60 %' })], 'row 2 has no number as its value'],
  ['TRUE for a value', [typed({ value: true })], 'row 2 has no number as its value'],
  [
    'a text for a numerator',
    [typed({ numerator: '3' })],
    'row 2 has a numerator or denominator that is no number',
  ],
  [
    'a text for a denominator',
    [typed({ denominator: '5' })],
    'row 2 has a numerator or denominator that is no number',
  ],
  ['half a row', [typed({ n: 2.5 })], 'row 2: n is 2.5: a whole number is needed'],
  [
    'a second value at one moment',
    [typed(), typed({ value: 0.5 })],
    'row 3 records WIN_RATE for 2026-Q1 a second time at one moment',
  ],
  ['a made-up hash', [typed(), typed({ metric: 'CAC', hash: 'x' })], 'does not fit its hash'],
])('%s is refused', (_what, rows, says) => {
  expect(readSnapshot([header, ...rows])).toMatchObject({
    error: '#VALUE!',
    reason: expect.stringContaining(says),
  })
})

test('one metric may be kept for several periods and segments at one moment', () => {
  expect(
    read([typed(), typed({ period: '2026-Q2' }), typed({ segment: 'region=West' }), typed({ metric: 'CAC' })])
      .rows,
  ).toHaveLength(4)
})

describe('the checksum of a table', () => {
  test('is the same in any order of its rows', () => {
    expect(tableChecksum([leads[0], leads[2], leads[1]] as Matrix)).toBe(tableChecksum(leads))
  })

  test('tells any other change', () => {
    const [header_, first, second] = leads as [Cell[], Cell[], Cell[]]
    const changed: Matrix[] = [
      [header_, first],
      [header_, first, second, second],
      [header_, first, ['L2', 0]],
      [header_, first, ['L3', null]],
      [['lead_id', 'issued_at'], first, second],
      [header_, ['L1', '46030'], second],
      [header_, ['L1', { error: '#N/A', reason: '' }], second],
      [first, header_, second],
    ]
    expect(new Set([leads, ...changed].map(tableChecksum)).size).toBe(changed.length + 1)
  })

  test('is the same for what is blank in any way', () => {
    expect(tableChecksum([leads[0], leads[1], ['L2', '']] as Matrix)).toBe(tableChecksum(leads))
  })

  test('is there for an empty table', () => {
    expect(tableChecksum([])).toMatch(/^[0-9a-f]{64}$/)
  })
})

test('rows are written in the order of their chain, however they were measured', () => {
  const names = ['NPS', 'CAC', 'WIN_RATE', 'ARPA']
  const measured = names.map(metric => ({ ...winRate, metric }))
  const { rows } = taken(nothing, lockOn('2027-01-10 09:00'), measured)
  expect(rows.map(({ metric }) => metric)).toEqual(['ARPA', 'CAC', 'NPS', 'WIN_RATE'])
})

test('a table without the columns is named', () => {
  expect(readSnapshot([['x']])).toMatchObject({
    reason: expect.stringContaining('snapshot has no column period'),
  })
})

test('of rows with hashes and without, the first that does not fit is named', () => {
  expect(readSnapshot([header, typed(), typed({ metric: 'ZZZ', hash: 'x' })])).toMatchObject({
    reason: expect.stringContaining('snapshot row 2 does not fit its hash'),
  })
})

test('a program that keeps 15 digits of a number, as LibreOffice does, breaks neither chain nor checksum', () => {
  const cost = { ...winRate, value: 4714.285714285715, numerator: 33_000.1, denominator: 1 / 3 }
  const [row] = taken(nothing, lockOn('2027-01-10 09:00'), [cost]).rows
  const saved = { value: 4714.28571428572, denominator: 0.333333333333333 }
  const cells = snapshotCells({ ...(row as NonNullable<typeof row>), ...saved })
  expect(read([cells]).rows[0]).toMatchObject(saved)
  const changed = snapshotCells({ ...(row as NonNullable<typeof row>), value: 4714.2857143 })
  expect(readSnapshot([header, changed])).toMatchObject({
    reason: expect.stringContaining('snapshot row 2 does not fit its hash'),
  })
  const moment = 46_107.395833333336
  expect(tableChecksum([['at'], [46_107.3958333333]])).toBe(tableChecksum([['at'], [moment]]))
  expect(tableChecksum([['at'], [moment + 1 / 86_400]])).not.toBe(tableChecksum([['at'], [moment]]))
})

test('the checksum is SHA-256 over the rows as JSON', () => {
  const sha256 = (text: string): string => createHash('sha256').update(text, 'ascii').digest('hex')
  expect(tableChecksum([])).toBe(sha256('["[]"]'))
  expect(tableChecksum([['b'], [2], [1]])).toBe(sha256(JSON.stringify(['["b"]', '[1]', '[2]'])))
})
