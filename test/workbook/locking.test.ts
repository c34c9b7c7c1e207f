import { isLockedPeriod } from '../../shared/definitions/functions/is-locked'
import { readLocks } from '../../shared/definitions/locks'
import { readSnapshot } from '../../shared/definitions/snapshot'
import { drift } from '../../shared/metrics/on-tables/drift'
import { metricOnTables } from '../../shared/metrics/on-tables/metric-function'
import { type Argument, isCellError, type Matrix } from '../../shared/values'
import type { AskedChange, Definitions, Saved } from '../../shared/workbook/questions'
import { serial } from '../support/tables'
import { ask, namedWorkbook, samples, stateOf } from './asked-workbook'
import { dyingAtEachStep, failingAtEachStep } from './failing'
import type { FakeWorkbook } from './fake-host'

const [from, to, asOf] = ['2026-01-01', '2026-03-31', '2026-06-30'].map(serial) as [number, number, number]

const dispute: AskedChange = {
  term: 'lead.dispute_window_days',
  value: '5',
  effectiveFrom: from,
  reason: 'Agreed',
}

function definitionsOf(workbook: FakeWorkbook): Definitions {
  const definitions = ask(workbook, 'definitions', {})
  if (isCellError(definitions)) throw new Error(definitions.reason)
  return definitions
}

function act(
  workbook: FakeWorkbook,
  question: 'lockPeriod' | 'unlockPeriod',
  more: { period?: string; by?: string; reason?: string; seen?: { version: number; hash: string } } = {},
): Saved {
  const { version, hash } = more.seen ?? definitionsOf(workbook)
  const { period = '2026-Q1', by = 'Ana', reason = 'Board meeting' } = more
  const saved = ask(workbook, question, { period, by, reason, seen: { version, hash } })
  if (isCellError(saved)) throw new Error(saved.reason)
  return saved
}

function approve(workbook: FakeWorkbook, changes: readonly AskedChange[]): Saved {
  const { version, hash } = definitionsOf(workbook)
  return ask(workbook, 'approve', { changes, by: 'Ana', seen: { version, hash } }) as Saved
}

function agreedWorkbook(): FakeWorkbook {
  const workbook = namedWorkbook()
  approve(workbook, [{ ...dispute, value: '4' }])
  return workbook
}

function named(workbook: FakeWorkbook, name: string): Argument {
  const area = workbook.names[name]
  if (!area) return ''
  const [block] = workbook.host.read([area]) as readonly { values: Matrix }[]
  return block?.values
}

function metric(workbook: FakeWorkbook, name: string): Argument {
  const tables = ['LEADS', 'DEALS', 'COSTS', 'LOCKS', 'SNAPSHOT'].map(range => named(workbook, range))
  return metricOnTables([name, from, to, '', asOf, named(workbook, 'DEFINITIONS'), ...tables])
}

describe('a period is locked', () => {
  test('with every metric that the tables make, in sheets that are made for it', () => {
    const workbook = agreedWorkbook()
    const before = metric(workbook, 'COST_PER_NET_LEAD')
    expect(act(workbook, 'lockPeriod')).toMatchObject({ outcome: 'saved', version: 1 })
    const snapshot = readSnapshot(named(workbook, 'SNAPSHOT'))
    if (isCellError(snapshot)) throw new Error(snapshot.reason)
    expect(snapshot.sealed).toBe(true)
    expect(snapshot.rows.length).toBeGreaterThan(50)
    const row = snapshot.rows.find(one => one.metric === 'COST_PER_NET_LEAD')
    expect(row).toMatchObject({ period: '2026-Q1', value: before, version: 1, asOf, segment: '' })
    expect(isLockedPeriod(['2026-Q1', named(workbook, 'LOCKS')])).toBe(true)
    const { locks, lockable, starts } = definitionsOf(workbook)
    expect(locks).toMatchObject([{ period: '2026-Q1', status: 'locked', version: 1, lockedBy: 'Ana' }])
    expect(lockable).toEqual(['2026-Q2'])
    expect(starts.map(({ period }) => period)).toEqual(['2026-Q3', '2026-Q2'])
  })

  test('and shows what was reported, whatever becomes of its rows', () => {
    const workbook = agreedWorkbook()
    act(workbook, 'lockPeriod')
    const reported = metric(workbook, 'COST_PER_NET_LEAD')
    workbook.put('Costs!D2', 99_999)
    expect(metric(workbook, 'COST_PER_NET_LEAD')).toBe(reported)
    expect(metric(workbook, 'COST_PER_NET_LEAD@current')).not.toBe(reported)
    const tables = ['LEADS', 'DEALS', 'COSTS', 'SNAPSHOT'].map(range => named(workbook, range))
    const rows = drift(['COST_PER_NET_LEAD', '2026-Q1', '', '', named(workbook, 'DEFINITIONS'), ...tables])
    expect(rows).toMatchObject([
      ['reported', reported, expect.anything()],
      ['data drift', expect.any(Number), 'costs: 13 rows, now 13'],
      ['rule drift', 0, 'same rules'],
      ['now', expect.any(Number), expect.anything()],
    ])
  })

  test('so that nothing changes in it any more', () => {
    const workbook = agreedWorkbook()
    act(workbook, 'lockPeriod')
    expect(approve(workbook, [{ ...dispute, value: '6' }])).toMatchObject({
      outcome: 'refused',
      reason: expect.stringMatching(/2026-Q1 is locked; it can from 2026-04-01 on/),
    })
    const status = definitionsOf(workbook)
      .groups.flatMap(({ terms }) => terms)
      .find(({ id }) => id === dispute.term)?.status
    expect(status).toBe('locked')
  })

  test('by segment too', () => {
    const workbook = agreedWorkbook()
    for (const [row] of samples.Leads.entries()) {
      workbook.put(`Leads!M${row + 1}`, row === 0 ? 'region' : row % 2 === 0 ? 'West' : 'East; North')
    }
    workbook.names.LEADS = { sheet: 'Leads', top: 0, left: 0, bottom: 12, right: 12 }
    act(workbook, 'lockPeriod')
    const snapshot = readSnapshot(named(workbook, 'SNAPSHOT'))
    if (isCellError(snapshot)) throw new Error(snapshot.reason)
    // What no condition can name is no segment.
    expect(new Set(snapshot.rows.map(({ segment }) => segment))).toEqual(new Set(['', 'region=West']))
  })

  test('unlocked with a reason, and locked again: all of it on record', () => {
    const workbook = agreedWorkbook()
    act(workbook, 'lockPeriod')
    expect(act(workbook, 'unlockPeriod', { reason: ' ' })).toMatchObject({ outcome: 'refused' })
    expect(act(workbook, 'unlockPeriod', { reason: 'A late invoice' })).toMatchObject({ outcome: 'saved' })
    expect(definitionsOf(workbook).locks).toMatchObject([{ status: 'unlocked', reason: 'A late invoice' }])
    workbook.put('Costs!D2', 99_999)
    expect(act(workbook, 'lockPeriod')).toMatchObject({ outcome: 'saved' })
    const locks = readLocks(named(workbook, 'LOCKS'))
    expect(isCellError(locks) ? locks : locks.rows.map(({ status }) => status)).toEqual([
      'locked',
      'unlocked',
      'locked',
    ])
    expect(metric(workbook, 'TOTAL_COST')).toBe(metric(workbook, 'TOTAL_COST@current'))
  })
})

describe('a period is not locked', () => {
  test('that is not over, locked already, or of another length', () => {
    const workbook = agreedWorkbook()
    act(workbook, 'lockPeriod')
    for (const [period, reason] of [
      ['2026-Q3', /not over/],
      ['2026-Q1', /locked already/],
      ['2026-05', /is a month: lock.grain says that a quarter/],
      ['next week', /write 2026-Q1/],
    ] as const) {
      expect(act(workbook, 'lockPeriod', { period })).toMatchObject({
        outcome: 'refused',
        reason: expect.stringMatching(reason),
      })
    }
  })

  test('while a row cannot be read: no metric is left out in silence', () => {
    const workbook = agreedWorkbook()
    workbook.put('Leads!B3', '03/04/2026')
    const before = stateOf(workbook)
    expect(act(workbook, 'lockPeriod')).toMatchObject({
      outcome: 'refused',
      reason: expect.stringMatching(/cannot be locked: leads row 3/),
    })
    expect(stateOf(workbook)).toEqual(before)
  })

  test('where there is no table to record', () => {
    const workbook = agreedWorkbook()
    for (const name of ['LEADS', 'DEALS', 'COSTS']) delete workbook.names[name]
    expect(act(workbook, 'lockPeriod')).toMatchObject({ reason: expect.stringMatching(/under Set up/) })
  })

  test('where what was reported before was lost', () => {
    const workbook = agreedWorkbook()
    act(workbook, 'lockPeriod')
    workbook.sheets.delete('Snapshot')
    workbook.names.SNAPSHOT = undefined
    expect(act(workbook, 'lockPeriod', { period: '2026-Q2' })).toMatchObject({
      reason: expect.stringMatching(/SNAPSHOT points nowhere/),
    })
  })

  test('under definitions that somebody has changed since', () => {
    const workbook = agreedWorkbook()
    const seen = definitionsOf(workbook)
    approve(workbook, [{ ...dispute, value: '6' }])
    expect(act(workbook, 'lockPeriod', { seen })).toMatchObject({
      ...{ outcome: 'conflict', by: 'Ana', terms: [dispute.term] },
    })
  })
})

describe('a lock that is cut off', () => {
  const { version, hash } = definitionsOf(agreedWorkbook())
  const lock = (workbook: FakeWorkbook) =>
    ask(workbook, 'lockPeriod', { period: '2026-Q1', by: 'Ana', reason: '', seen: { version, hash } })

  test('at any step is taken back, or was saved', () => {
    const plain = stateOf(agreedWorkbook())
    failingAtEachStep(agreedWorkbook, lock, workbook => {
      const { locks, problem } = definitionsOf(workbook)
      expect(problem).toBeUndefined()
      if (locks.length === 0) expect(stateOf(workbook)).toEqual(plain)
      else expect(metric(workbook, 'WIN_RATE@as_reported')).toEqual(expect.any(Number))
    })
  })

  test('for good leaves no lock without its numbers, and can be made again', () => {
    dyingAtEachStep(agreedWorkbook, lock, workbook => {
      const { locks, problem } = definitionsOf(workbook)
      expect(problem).toBeUndefined()
      if (locks.length === 0) expect(act(workbook, 'lockPeriod')).toMatchObject({ outcome: 'saved' })
      expect(metric(workbook, 'WIN_RATE@as_reported')).toEqual(expect.any(Number))
    })
  })
})
