import fc from 'fast-check'
import { type LockRequest, lockPeriod, unlockPeriod } from '../../shared/definitions/locking'
import {
  isLocked,
  type LockRow,
  type Locks,
  lockCells,
  lockColumns,
  lockOf,
  locksOf,
  missingApproval,
  noLocks,
  readLocks,
} from '../../shared/definitions/locks'
import { builtInDefinitions } from '../../shared/definitions/table'
import { type Cell, isCellError } from '../../shared/values'
import { serial } from '../support/tables'
import { setWith } from './histories'

const set = setWith(['win_rate.variant', 'competitive', '2026-01-01'], ['sla.statistic', 'p90', '2026-04-01'])
const header = Object.keys(lockColumns)

function request(period: string, changes: Partial<LockRequest> = {}): LockRequest {
  return {
    period,
    asOf: serial('2026-12-31'),
    by: 'Fay, finance',
    reason: 'closed',
    recordedAt: serial('2027-01-10 09:00'),
    ...changes,
  }
}

function accepted(row: LockRow | { error: string; reason: string }): LockRow {
  if (isCellError(row)) throw new Error(row.reason)
  return row as LockRow
}

function locked(...steps: readonly (readonly ['lock' | 'unlock', string])[]): Locks {
  return steps.reduce((locks, [step, period], index) => {
    const act = step === 'lock' ? lockPeriod : unlockPeriod
    const row = accepted(act(set, locks, request(period, { recordedAt: serial('2027-01-10 09:00') + index })))
    const next = locksOf([...locks.rows, row])
    if (isCellError(next)) throw new Error(next.reason)
    return next
  }, noLocks)
}

const q1 = { from: serial('2026-01-01'), to: serial('2026-03-31') }

describe('locking', () => {
  test('says what was locked, under which definitions, by whom, when and why', () => {
    expect(
      accepted(lockPeriod(set, noLocks, request('Q1 2026', { by: ' Fay ', reason: ' closed ' }))),
    ).toMatchObject({
      ...q1,
      ...{ period: '2026-Q1', status: 'locked', version: 1, lockedBy: 'Fay', reason: 'closed' },
      ...{ asOf: serial('2026-12-31'), recordedAt: serial('2027-01-10 09:00') },
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(accepted(lockPeriod(set, noLocks, request('2026-Q2'))).version).toBe(2)
  })

  test('can be undone, and done again; all of it stays on record', () => {
    const steps = [
      ['lock', '2026-Q1'],
      ['unlock', '2026-Q1'],
      ['lock', '2026-Q1'],
    ] as const
    expect(isLocked(locked(steps[0]), q1)).toBe(true)
    expect(isLocked(locked(steps[0], steps[1]), q1)).toBe(false)
    expect(isLocked(locked(...steps), q1)).toBe(true)
    expect(locked(...steps).rows).toHaveLength(3)
  })

  test('holds over all that lies within, and over nothing that reaches out', () => {
    const locks = locked(['lock', '2026-Q1'], ['lock', '2026-Q2'])
    const { from, to } = q1
    expect(isLocked(locks, { from: from + 10, to: to - 10 })).toBe(true)
    expect(isLocked(locks, { from: from - 1, to })).toBe(false)
    expect(isLocked(locks, { from, to: to + 1 })).toBe(false)
    expect(lockOf(locks, { from: to + 1, to: to + 1 })?.period).toBe('2026-Q2')
    expect(lockOf(locks, { from: to + 500, to: to + 500 })).toBeUndefined()
  })

  test('a lock of the very period goes before one that holds it', () => {
    const locks = locked(['lock', '2026-Q1'])
    const year = {
      ...(locks.rows[0] as LockRow),
      period: 'FY2026',
      to: serial('2026-12-31'),
      recordedAt: 1 + (locks.rows[0] as LockRow).recordedAt,
    }
    for (const rows of [
      [year, locks.rows[0]],
      [locks.rows[0], year],
    ] as LockRow[][])
      expect(lockOf({ rows, sealed: false, hash: '' }, q1)?.period).toBe('2026-Q1')
    expect(lockOf({ rows: [year], sealed: false, hash: '' }, q1)?.period).toBe('FY2026')
  })

  test('of periods by the month or the year, where lock.grain says so', () => {
    const monthly = setWith(['lock.grain', 'month', '2026-01-01'])
    expect(lockPeriod(monthly, noLocks, request('2026-02'))).toMatchObject({ period: '2026-02' })
    expect(lockPeriod(monthly, noLocks, request('2026-Q1'))).toMatchObject({
      reason: expect.stringContaining('2026-Q1 is a quarter: lock.grain says that a month'),
    })
  })

  test('by the fiscal year of the definitions', () => {
    const shifted = setWith(['calendar.fiscal_start_month', 7, '2025-07-01'])
    expect(lockPeriod(shifted, noLocks, request('2026-Q3'))).toMatchObject(q1)
  })

  test('without definitions of a team, under the built-in ones', () => {
    expect(lockPeriod(builtInDefinitions, noLocks, request('2026-Q1'))).toMatchObject({ version: 0, ...q1 })
  })
})

test.each<[string, Partial<LockRequest> & { period?: string }, string]>([
  ['what is no period', { period: 'spring' }, 'write 2026-Q1'],
  ['a period of another length', { period: '2026-03' }, '2026-03 is a month: lock.grain says that a quarter'],
  [
    'a period that is not over',
    { asOf: serial('2026-03-30') },
    '2026-Q1 is not over on 2026-03-30: it ends on 2026-03-31',
  ],
  ['a day that is none', { asOf: Number.NaN }, 'as_of or recorded_at is no date'],
  ['a moment that is none', { recordedAt: Number.NaN }, 'as_of or recorded_at is no date'],
  ['nobody', { by: '  ' }, 'nobody answers for it'],
  ['a period before the definitions', { period: '2025-Q4' }, 'no definition is effective on 2025-10-01'],
  ['a week that is not there', { period: '2026 Q1 W15' }, 'there is no 2026-Q1-W15'],
])('locking is refused: %s', (_what, changes, says) => {
  expect(lockPeriod(set, noLocks, request('2026-Q1', changes))).toMatchObject({
    error: expect.stringMatching(/^#(VALUE!|N\/A)$/),
    reason: expect.stringContaining(says),
  })
})

test('the last day of a period is enough to lock it', () => {
  expect(lockPeriod(set, noLocks, request('2026-Q1', { asOf: q1.to }))).toMatchObject({ asOf: q1.to })
})

test('what is locked, or was recorded later, is not locked again', () => {
  const locks = locked(['lock', '2026-Q1'])
  expect(lockPeriod(set, locks, request('2026-Q1', { recordedAt: serial('2027-02-01') }))).toMatchObject({
    error: '#VALUE!',
    reason: '2026-Q1 is locked already',
  })
  expect(lockPeriod(set, locks, request('2026-Q2'))).toMatchObject({
    error: '#VALUE!',
    reason: expect.stringContaining(
      'the last lock was recorded at 2027-01-10 09:00:00: this one must be later',
    ),
  })
  expect(
    lockPeriod(set, locks, request('2026-Q2', { recordedAt: serial('2027-01-10 09:01') })),
  ).toMatchObject({ period: '2026-Q2' })
})

test.each<[string, string, Partial<LockRequest>, string]>([
  ['without a reason', '2026-Q1', { reason: ' ' }, 'unlocking 2026-Q1 needs a reason'],
  ['by nobody', '2026-Q1', { by: '' }, 'nobody answers for it'],
  ['of what is open', '2026-Q2', {}, '2026-Q2 is not locked'],
  ['of a part', '2026-03', {}, '2026-03 is not locked'],
])('unlocking is refused: %s', (_what, period, changes, says) => {
  const later = { recordedAt: serial('2027-02-01'), ...changes }
  expect(unlockPeriod(set, locked(['lock', '2026-Q1']), request(period, later))).toMatchObject({
    error: '#VALUE!',
    reason: expect.stringContaining(says),
  })
})

test('locks remember how many approvals there were', () => {
  const locks = locked(['lock', '2026-Q2'])
  const shorter = setWith(['win_rate.variant', 'competitive', '2026-01-01'])
  expect(missingApproval(set, locks)).toBeUndefined()
  const missing = {
    error: '#VALUE!',
    reason: '2026-Q2 was locked under definitions v2, and they end at v1: rows are missing',
  }
  expect(missingApproval(shorter, locks)).toEqual(missing)
  expect(lockPeriod(shorter, locks, request('2026-Q1', { recordedAt: serial('2027-02-01') }))).toEqual(
    missing,
  )
})

/** A row as it is typed. */
function typed(changes: Readonly<Record<string, Cell>> = {}): Cell[] {
  const usual: Record<string, Cell> = {
    ...{
      period: '2026-Q1',
      from: q1.from,
      to: q1.to,
      status: 'locked',
      version: 1,
      as_of: q1.to,
      locked_by: 'Fay',
    },
    ...{ reason: 'closed', recorded_at: serial('2026-04-10 09:00'), hash: '' },
  }
  return header.map(column => ({ ...usual, ...changes })[column] ?? null)
}

describe('the table of locks', () => {
  test('left out or blank, locks nothing', () => {
    expect(readLocks(undefined)).toEqual(noLocks)
    expect(readLocks([header])).toEqual(noLocks)
  })

  test('reads back what was written, in any order', () => {
    const locks = locked(['lock', '2026-Q1'], ['lock', '2026-Q2'], ['unlock', '2026-Q1'], ['lock', '2026-Q3'])
    const rows = locks.rows.map(lockCells)
    for (const order of [
      [0, 1, 2, 3],
      [3, 2, 1, 0],
      [2, 0, 3, 1],
    ]) {
      const read = readLocks([header, ...order.map(index => rows[index] as Cell[])])
      if (isCellError(read)) throw new Error(read.reason)
      expect(read.rows.map(({ at: _, ...row }) => row)).toEqual(locks.rows.map(({ at: _, ...row }) => row))
      expect(read).toMatchObject({ sealed: true, hash: locks.hash })
    }
    expect(locks.hash).toBe(locks.rows[3]?.hash)
  })

  test('typed by hand, counts, but is not sealed, and stays so', () => {
    const locks = readLocks([
      header,
      typed({ reason: null, period: serial('2026-03-01'), from: serial('2026-03-01'), status: 'Locked' }),
    ])
    if (isCellError(locks)) throw new Error(locks.reason)
    expect(locks).toMatchObject({ sealed: false, rows: [{ period: '2026-03', reason: '', at: 2 }] })
    const next = accepted(lockPeriod(set, locks, request('2026-Q2')))
    expect(next.hash).toBe('')
  })

  test('shows any change of a single cell, and any row that is gone but the last', () => {
    const locks = locked(['lock', '2026-Q1'], ['lock', '2026-Q2'], ['unlock', '2026-Q1'])
    const sheet = [header, ...locks.rows.map(lockCells)]
    const pool = fc.constantFrom<Cell>(
      null,
      'locked',
      'unlocked',
      'Ben',
      0,
      1,
      2,
      serial('2026-01-01'),
      serial('2026-06-30'),
      serial('2027-01-11'),
      '2026-Q2',
      '2026-Q4',
    )
    fc.assert(
      fc.property(fc.nat(2), fc.nat(header.length - 1), pool, (row, column, cell) => {
        fc.pre(String(cell ?? '') !== String(sheet[row + 1]?.[column] ?? ''))
        const edited = sheet.map((cells, index) =>
          index === row + 1 ? cells.map((old, place) => (place === column ? cell : old)) : cells,
        )
        expect(isCellError(readLocks(edited))).toBe(true)
      }),
      { numRuns: 500 },
    )
    for (const gone of [1, 2])
      expect(isCellError(readLocks(sheet.filter((_, index) => index !== gone)))).toBe(true)
  })
})

test.each<[string, readonly Cell[][], string]>([
  ['no period', [typed({ period: null })], 'row 2: period is blank'],
  ['what is none', [typed({ period: 'spring' })], 'row 2 cannot be read: period is the text “spring”'],
  [
    'an unknown status',
    [typed({ status: 'closed' })],
    'row 2 has the status “closed”: write locked or unlocked',
  ],
  [
    'a quarter that is too long',
    [typed({ to: q1.from + 98 })],
    'row 2 says that 2026-Q1 is from 2026-01-01 to 2026-04-09: it is not',
  ],
  ['a quarter that is too short', [typed({ to: q1.from + 82 })], 'it is not'],
  ['a year of a quarter', [typed({ period: 'FY2026' })], 'it is not'],
  ['a month of a quarter', [typed({ period: '2026-02' })], 'it is not'],
  ['a fiscal month of a week', [typed({ period: '2026-M02', to: q1.from + 6 })], 'it is not'],
  ['a week of a day', [typed({ period: '2026-W02', to: q1.from })], 'it is not'],
  ['a week of eight days', [typed({ period: '2026 Q1 W02', to: q1.from + 7 })], 'it is not'],
  ['an end before its start', [typed({ period: '2026 Q1 W02', to: q1.from - 1 })], 'it is not'],
  [
    'an unlock without a reason',
    [typed(), typed({ status: 'unlocked', reason: null, recorded_at: serial('2026-05-01') })],
    'row 3 has no reason',
  ],
  [
    'an unlock without a lock',
    [typed({ status: 'unlocked' })],
    'row 2 has 2026-Q1 unlocked, which it was already',
  ],
  [
    'a second lock',
    [typed(), typed({ recorded_at: serial('2026-05-01') })],
    'row 3 has 2026-Q1 locked, which it was already: a row is missing',
  ],
  ['two at one moment', [typed(), typed({ status: 'unlocked' })], 'record 2026-Q1 at the same moment'],
  ['a text date', [typed({ as_of: '2026-03-31' })], 'row 2: as_of is the text'],
  ['nobody', [typed({ locked_by: '' })], 'row 2: locked_by is blank'],
  ['a made-up hash', [typed({ hash: 'x' })], 'row 2 does not fit its hash'],
])('%s is refused', (_what, rows, says) => {
  expect(readLocks([header, ...rows])).toMatchObject({
    error: '#VALUE!',
    reason: expect.stringContaining(says),
  })
})

test('an error in a cell passes through', () => {
  expect(readLocks([header, typed({ period: { error: '#REF!', reason: 'x' } })])).toMatchObject({
    error: '#REF!',
  })
})

test('a table without the columns is named', () => {
  expect(readLocks([['x']])).toMatchObject({ reason: expect.stringContaining('locks has no column period') })
})

test('a long status is cut short', () => {
  expect(readLocks([header, typed({ status: 'x'.repeat(50) })])).toMatchObject({
    reason: expect.stringContaining(`“${'x'.repeat(40)}”`),
  })
})

test.each<[string, number]>([
  ['2026-Q1', 84],
  ['2026-Q1', 98],
  ['FY2026', 357],
  ['FY2026', 378],
  ['2026-02', 28],
  ['2026-M02', 28],
  ['2026-M12', 42],
  ['2026-W02', 7],
  ['2026-Q1-W02', 1],
])('%s may have %i days', (period, days) => {
  expect(readLocks([header, typed({ period, to: q1.from + days - 1 })])).toMatchObject({ rows: [{ period }] })
})

test('a lock of the very period goes before one that ends with it', () => {
  const locks = locked(['lock', '2026-Q4'])
  const [quarter] = locks.rows as [LockRow]
  const year = { ...quarter, period: 'FY2026', from: q1.from }
  expect(lockOf({ ...locks, rows: [year, quarter] }, quarter)?.period).toBe('2026-Q4')
})
