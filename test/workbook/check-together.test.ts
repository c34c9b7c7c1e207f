import { chainOf } from '../../shared/definitions/hash'
import { hashedLock, type LockRow, lockCells, lockColumns, noLocks } from '../../shared/definitions/locks'
import { type DefinitionRow, definitionCells, hashedParts } from '../../shared/definitions/row'
import { snapshotCells, snapshotColumns } from '../../shared/definitions/snapshot'
import { definitionColumns } from '../../shared/definitions/table'
import { takeSnapshot } from '../../shared/definitions/take-snapshot'
import { type Cell, isCellError, type Matrix } from '../../shared/values'
import { addressText, columnLetters, parseAddress } from '../../shared/workbook/area'
import { checkTogether } from '../../shared/workbook/check/check-together'
import type { Finding, UsedDefinitions } from '../../shared/workbook/questions'
import { answerNow } from '../../shared/workbook/run'
import { call, from, to } from '../support/asking'
import { serial } from '../support/tables'
import { type SampleWorkbook, sampleWorkbook } from './sample-workbook'

const check = (workbook: SampleWorkbook, used: readonly UsedDefinitions[] = []): readonly Finding[] =>
  answerNow(checkTogether({ used }), workbook.host)

const ofKind = (findings: readonly Finding[], kind: Finding['kind']) =>
  findings.filter(found => found.kind === kind)

function used(definitions: string, count: number, address = 'Metrics!B2'): UsedDefinitions {
  const first = parseAddress(address, '')
  if (!first) throw new Error(address)
  return { definitions, first, count }
}

/** Puts a table on a sheet of its own and names it. */
function putTable(workbook: SampleWorkbook, name: string, rows: readonly (readonly Cell[])[]): void {
  const sheet = `${name.slice(0, 1)}${name.slice(1).toLowerCase()}`
  workbook.sheets.set(sheet, { cells: rows.map(row => [...row]) })
  workbook.names[name] = {
    sheet,
    top: 0,
    left: 0,
    bottom: rows.length - 1,
    right: (rows[0]?.length ?? 1) - 1,
  }
}

/** Approved rows with their chain of hashes. */
function sealedDefinitions(...terms: readonly (readonly [string, string, string])[]): Matrix {
  const rows = terms.map(
    ([term, value, day], index): Omit<DefinitionRow, 'hash'> => ({
      ...{
        at: index + 2,
        term,
        value,
        kind: 'policy',
        reason: 'agreed',
        changedBy: 'finance',
        superseded: terms.slice(index + 1).some(([later, , from]) => later === term && from === day),
      },
      ...{ effectiveFrom: serial(day), version: index + 1, recordedAt: serial('2025-12-01') + index },
    }),
  )
  const chain = chainOf(rows.map(hashedParts))
  return [
    Object.keys(definitionColumns),
    ...rows.map((row, index) => definitionCells({ ...row, hash: chain[index] ?? '' })),
  ]
}

test('a workbook that is set up has nothing wrong but its sample’s own rows', () => {
  expect(new Set(check(sampleWorkbook()).map(({ kind }) => kind))).toEqual(new Set(['row problem']))
})

test('row problems are those of DATA_CHECK, those that are alike put together', () => {
  const workbook = sampleWorkbook()
  const lines = ['LEADS', 'DEALS', 'COSTS'].flatMap(name =>
    (call('DATA_CHECK', workbook.matrix(name), '', workbook.matrix('DEFINITIONS')) as Matrix)
      .filter(([row]) => typeof row === 'number')
      .map(line => ({ name, line })),
  )
  const findings = ofKind(check(workbook), 'row problem')
  expect(findings.length).toBeLessThanOrEqual(lines.length)
  expect(lines.length).toBeGreaterThan(0)
  for (const { name, line } of lines) {
    const [row, column, , remedy] = line
    const found = findings.find(
      finding => finding.remedy === remedy && finding.detail.startsWith(`${name}, ${column}: `),
    )
    expect(found).toBeDefined()
    if (!found?.detail.includes('(rows')) expect(found?.area.top).toBe(Number(row) - 1)
  }
})

test('a bad cell is found where it stands', () => {
  const workbook = sampleWorkbook()
  workbook.put('Costs!D3', 'nine thousand')
  workbook.put('Costs!D5', 'much')
  const found = ofKind(check(workbook), 'row problem').find(({ area }) => addressText(area) === 'Costs!D3')
  expect(found).toMatchObject({ holds: 'nine thousand', severity: 2 })
  expect(found?.detail).toMatch(/^COSTS, amount: .*\(rows 3, 5\)\.$/)
})

test('a date that cannot be is shown as a date', () => {
  const workbook = sampleWorkbook()
  const headers = workbook.matrix('DEALS')[0] ?? []
  const [created, closed] = ['created_at', 'closed_at'].map(name => headers.indexOf(name))
  workbook.put(`Deals!${columnLetters(created as number)}2`, serial('2026-03-01'))
  workbook.put(`Deals!${columnLetters(closed as number)}2`, serial('2026-02-01'))
  expect(ofKind(check(workbook), 'row problem')).toContainEqual(
    expect.objectContaining({
      holds: '2026-02-01',
      detail: expect.stringMatching(/^DEALS, closed_at: closes before it was created/),
    }),
  )
})

test.each<[string, (workbook: SampleWorkbook) => void, string, string]>([
  [
    'a row changed by hand',
    workbook => {
      putTable(
        workbook,
        'DEFINITIONS',
        sealedDefinitions(
          ['win_rate.variant', 'all_closed', '2026-01-01'],
          ['deal_size.statistic', 'median', '2026-01-01'],
        ),
      )
      workbook.put('Definitions!B3', 'mean')
    },
    'Definitions!A3',
    'Restore it from the history',
  ],
  [
    'a row deleted',
    workbook => {
      const [header, , second] = sealedDefinitions(
        ['win_rate.variant', 'all_closed', '2026-01-01'],
        ['deal_size.statistic', 'median', '2026-01-01'],
      )
      putTable(workbook, 'DEFINITIONS', [header ?? [], second ?? []])
    },
    'Definitions!A2',
    '',
  ],
  ['a column renamed', workbook => workbook.put('Definitions!A1', 'what'), 'Definitions!A1', 'header row'],
  [
    'a locked version that is not there any more',
    workbook => putTable(workbook, 'LOCKS', locksWith(7)),
    'Definitions!A1',
    '',
  ],
])('broken chain: %s', (_, breakIt, address, remedy) => {
  const workbook = sampleWorkbook()
  breakIt(workbook)
  const [found, ...others] = ofKind(check(workbook), 'broken chain')
  expect(others).toEqual([])
  expect(found).toMatchObject({ severity: 1, remedy: expect.stringContaining(remedy) })
  expect(found && addressText(found.area)).toBe(address)
  expect(check(workbook)[0]).toEqual(found)
})

test('definitions that nobody touched are whole', () => {
  const workbook = sampleWorkbook()
  putTable(workbook, 'DEFINITIONS', sealedDefinitions(['win_rate.variant', 'all_closed', '2026-01-01']))
  expect(ofKind(check(workbook), 'broken chain')).toEqual([])
})

test('a name that lost its sheet is found', () => {
  const workbook = sampleWorkbook()
  workbook.names.DEFINITIONS = undefined
  expect(ofKind(check(workbook), 'broken chain')).toMatchObject([{ holds: 'DEFINITIONS' }])
})

function lockRow(version: number): LockRow {
  const row = {
    ...{ period: '2026-Q1', from, to, status: 'locked' as const, version, asOf: to },
    ...{ lockedBy: 'finance', reason: '', recordedAt: serial('2026-04-10') },
  }
  return { ...row, hash: chainOf([hashedLock(row)])[0] ?? '', at: 2 }
}

function locksWith(version: number): Matrix {
  return [Object.keys(lockColumns), lockCells(lockRow(version))]
}

/** The first quarter locked under the definitions as they are, with what metrics were then. */
function lockedWorkbook(metrics = ['WIN_RATE', 'TOTAL_REVENUE', 'LEADS_CREATED']): SampleWorkbook {
  const workbook = sampleWorkbook()
  putTable(workbook, 'DEFINITIONS', sealedDefinitions(['win_rate.variant', 'won_over_decided', '2026-01-01']))
  const tables = { leads: workbook.matrix('LEADS'), deals: workbook.matrix('DEALS') }
  const value = (metric: string): Cell =>
    call('METRIC', metric, from, to, '', to, workbook.matrix('DEFINITIONS'), ...Object.values(tables)) as Cell
  const rows = takeSnapshot(
    { rows: [], sealed: true },
    lockRow(1),
    metrics.map(metric => ({
      metric,
      segment: '',
      value: value(metric) as number,
      numerator: null,
      denominator: null,
      n: 1,
    })),
    tables,
  )
  if (isCellError(rows)) throw new Error(rows.reason)
  putTable(workbook, 'LOCKS', locksWith(1))
  putTable(workbook, 'SNAPSHOT', [Object.keys(snapshotColumns), ...rows.map(snapshotCells)])
  return workbook
}

const drifts = (workbook: SampleWorkbook) =>
  check(workbook)
    .filter(({ kind }) => kind.startsWith('drifted'))
    .map(({ kind, detail, area }) => ({ kind, detail, at: addressText(area) }))

describe('a locked period', () => {
  test('that nobody touched has not drifted', () => {
    expect(drifts(lockedWorkbook())).toEqual([])
    expect(ofKind(check(lockedWorkbook()), 'broken chain')).toEqual([])
  })

  test('has drifted by data where a row was changed', () => {
    const workbook = lockedWorkbook()
    workbook.put('Deals!G2', 99_000)
    expect(drifts(workbook)).toEqual([
      {
        kind: 'drifted by data',
        detail: expect.stringMatching(
          /^2026-Q1 is locked, and DEALS changed since it was locked: TOTAL_REVENUE \d+ → \d+\.$/,
        ),
        at: expect.stringMatching(/^Snapshot!A\d$/),
      },
    ])
  })

  test('has not drifted where a row changed that does not count', () => {
    const workbook = lockedWorkbook()
    workbook.put('Deals!L2', 'Somebody else')
    expect(drifts(workbook)).toEqual([])
  })

  test('has drifted by rules where the definitions of its days changed', () => {
    const workbook = lockedWorkbook()
    const terms = [
      ['win_rate.variant', 'won_over_decided', '2026-01-01'],
      ['win_rate.variant', 'created_cohort', '2026-01-01'],
    ] as const
    putTable(workbook, 'DEFINITIONS', sealedDefinitions(...terms))
    expect(drifts(workbook)).toEqual([
      {
        kind: 'drifted by rules',
        detail: expect.stringMatching(
          /definitions of v1 are not those in force for it now: WIN_RATE 0\.\d+ → 0\.\d+\.$/,
        ),
        at: expect.stringMatching(/^Snapshot!A\d$/),
      },
    ])
  })

  test('is not compared where its tables are not named any more', () => {
    const workbook = lockedWorkbook()
    delete workbook.names.DEALS
    delete workbook.names.LEADS
    expect(drifts(workbook)).toEqual([])
  })

  test('that was unlocked is not compared', () => {
    const workbook = lockedWorkbook()
    putTable(workbook, 'LOCKS', [Object.keys(lockColumns)])
    workbook.put('Deals!G2', 99_000)
    expect(noLocks.rows).toEqual([])
    expect(drifts(workbook)).toEqual([])
  })
})

describe('two sets of definitions', () => {
  const withOld = (): SampleWorkbook => {
    const workbook = sampleWorkbook()
    putTable(
      workbook,
      'OLD',
      sampleWorkbook({ 'win_rate.variant': 'competitive', 'deal_size.statistic': 'median' }).matrix(
        'DEFINITIONS',
      ),
    )
    return workbook
  }

  test('are told with where they stand and in what they differ', () => {
    const findings = check(withOld(), [used('OLD', 9, 'Metrics!C2'), used('DEFINITIONS', 3), used('', 4)])
    expect(ofKind(findings, 'two sets of definitions')).toEqual([
      {
        ...{ kind: 'two sets of definitions', severity: 1, holds: 'OLD' },
        area: parseAddress('Metrics!C2', ''),
        detail:
          '9 formulas go by OLD (v2), 3 by DEFINITIONS (v1, first in Metrics!B2). They differ in win_rate.variant, deal_size.statistic.',
        remedy: 'Hand all of them DEFINITIONS.',
      },
    ])
  })

  test('are none where the range is the same, or says the same', () => {
    const workbook = withOld()
    putTable(workbook, 'COPY', workbook.matrix('DEFINITIONS'))
    const one = [
      used('DEFINITIONS', 3),
      used('Definitions!$A$1:$I$2', 2),
      used('definitions', 1),
      used('COPY', 1),
      used('INDIRECT("x")', 1),
    ]
    expect(ofKind(check(workbook, one), 'two sets of definitions')).toEqual([])
  })
})

describe('tables under their names', () => {
  test('leave out rows that came in below', () => {
    const workbook = sampleWorkbook()
    const rows = workbook.matrix('COSTS')
    for (const [index, cell] of (rows[1] ?? []).entries()) {
      for (const below of [1, 2]) workbook.put(`Costs!${'ABCDE'[index]}${rows.length + below}`, cell)
    }
    expect(ofKind(check(workbook), 'outside the named table')).toMatchObject([
      {
        area: { sheet: 'Costs', top: rows.length, bottom: rows.length + 1 },
        detail: expect.stringMatching(
          /^2 rows stand below COSTS \(Costs!A1:E\d+\), and no formula counts them\.$/,
        ),
        remedy: expect.stringContaining('Set up'),
      },
    ])
  })

  test('may have a total below, or something else further down', () => {
    const workbook = sampleWorkbook()
    const last = workbook.matrix('COSTS').length
    workbook.put(`Costs!A${last + 1}`, 'Total')
    workbook.put(`Costs!D${last + 1}`, 60_000)
    workbook.put(`Costs!A${last + 3}`, 'Notes: as booked')
    expect(ofKind(check(workbook), 'outside the named table')).toEqual([])
  })

  test('that Excel could not hand over are told, in Excel', () => {
    const workbook = sampleWorkbook()
    workbook.names.DEALS = { sheet: 'Deals', top: 0, left: 0, bottom: 30_000, right: 13 }
    expect(ofKind(check(workbook), 'too large')).toEqual([])
    workbook.prefix = 'PLUMB.'
    expect(ofKind(check(workbook), 'too large')).toMatchObject([
      { detail: expect.stringContaining('30001 rows of 14 columns') },
    ])
  })

  test('that are no tables are told', () => {
    const workbook = sampleWorkbook()
    workbook.names.DEALS = parseAddress('Metrics!A1:B3', '')
    expect(ofKind(check(workbook), 'row problem')).toContainEqual(
      expect.objectContaining({ detail: expect.stringContaining('DEALS: table 1 ') }),
    )
  })
})
