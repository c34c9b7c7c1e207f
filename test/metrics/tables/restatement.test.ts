import { lockPeriod, unlockPeriod } from '../../../shared/definitions/locking'
import { type LockRow, lockCells, lockColumns, noLocks } from '../../../shared/definitions/locks'
import {
  type Snapshot,
  type SnapshotRow,
  snapshotCells,
  snapshotColumns,
} from '../../../shared/definitions/snapshot'
import { type DefinitionSet, readDefinitions } from '../../../shared/definitions/table'
import { formulas } from '../../../shared/formulas'
import { metricBy } from '../../../shared/metrics/on-tables/metric-by'
import { metricOnTables } from '../../../shared/metrics/on-tables/metric-function'
import { type Question, readQuestion } from '../../../shared/metrics/on-tables/question'
import { metricExplain } from '../../../shared/renderings/explanation'
import { metricParts } from '../../../shared/renderings/metric-parts'
import { snapshotRows } from '../../../shared/renderings/snapshot-rows'
import { type Argument, type Cell, isCellError, type Matrix, type Result } from '../../../shared/values'
import { definitionHeader, definitionRows } from '../../support/definitions'
import { coreMatrix, sampleTable, serial } from '../../support/tables'

const [leads, deals, costs] = (['leads', 'deals', 'costs'] as const).map(name =>
  coreMatrix(sampleTable(name)),
) as [Matrix, Matrix, Matrix]
const [from, to] = [serial('2026-01-01'), serial('2026-03-31')]
const april = serial('2026-04-10')

const allComponents = 'ad_spend, labour, creative, tools, agency, events, subscriptions, overhead'
/** The first version counts media alone, the second, from July on, all of marketing. */
const definitions: Matrix = [
  definitionHeader,
  ...definitionRows({ 'cost.marketing_investment': 'ad_spend, agency' }, { from: '2026-01-01', version: 1 }),
  ...definitionRows({ 'cost.marketing_investment': allComponents }, { from: '2026-07-01', version: 2 }),
]

function call(name: string, ...args: Argument[]): Result | undefined {
  return formulas.find(formula => formula.name === name)?.compute(args)
}

function ask(
  metric: Argument,
  tables: readonly Argument[],
  given: Argument = definitions,
  where = '',
): Result {
  return metricOnTables([metric, from, to, where, '', given, ...tables])
}

const fails = (error: string, says: string) => ({ error, reason: expect.stringContaining(says) })

function present<Found>(found: Found): Exclude<Found, { error: string }> {
  if (isCellError(found)) throw new Error(found.reason)
  return found as Exclude<Found, { error: string }>
}

const setOf = (given: Matrix): DefinitionSet => present(readDefinitions(given))

function locked(given: Matrix, when = april): LockRow {
  const request = {
    period: '2026-Q1',
    asOf: when,
    by: 'finance',
    reason: 'quarter end',
    recordedAt: when + 0.5,
  }
  return present(lockPeriod(setOf(given), noLocks, request))
}

const locksOf = (...rows: LockRow[]): Matrix => [Object.keys(lockColumns), ...rows.map(lockCells)]
const snapshotOf = (...rows: SnapshotRow[]): Matrix => [
  Object.keys(snapshotColumns),
  ...rows.map(snapshotCells),
]

const none: Snapshot = { rows: [], sealed: true }

function taken(
  names: readonly string[],
  segments: readonly string[] = [''],
  given = definitions,
): readonly SnapshotRow[] {
  const question = present(
    readQuestion({ tables: [leads, deals, costs], from, to, where: '', asOf: '', definitions: given }),
  ) as Question
  return present(snapshotRows(question, names, locked(given), none, segments))
}

describe('the worked restatement', () => {
  const tables = [leads, costs]
  const restate = (version: Cell) =>
    call('RESTATED', 'COST_PER_NET_LEAD', '2026-Q1', version, '', '', definitions, ...tables)

  test('gives the first quarter under each version', () => {
    expect(ask('COST_PER_NET_LEAD', tables)).toBe(15_000 / 7)
    expect(restate('v1')).toBe(15_000 / 7)
    expect(restate(2)).toBe(33_000 / 7)
    expect(restate('')).toBe(33_000 / 7)
    expect(ask('COST_PER_NET_LEAD@restated', tables)).toBe(33_000 / 7)
    expect(ask('COST_PER_NET_LEAD@v1', tables)).toBe(15_000 / 7)
  })

  test('is bridged by the term that changed', () => {
    expect(
      call('RESTATEMENT_BRIDGE', 'COST_PER_NET_LEAD', '2026-Q1', 'v1', 'v2', '', '', definitions, ...tables),
    ).toEqual([
      ['v1', null, 15_000 / 7, null],
      ['cost.marketing_investment', 15_000 / 7, 33_000 / 7, 18_000 / 7],
      ['v2', 15_000 / 7, 33_000 / 7, 18_000 / 7],
    ])
  })

  test('says what it cannot do', () => {
    expect(restate('v9')).toEqual(fails('#N/A', 'no definitions v9'))
    expect(restate('latest')).toEqual(fails('#VALUE!', 'write a version such as v3'))
    expect(call('RESTATED', 'COST_PER_NET_LEAD@v1', '2026-Q1', '', '', '', definitions, ...tables)).toEqual(
      fails('#VALUE!', 'without “@”'),
    )
    expect(call('RESTATED', 'COST_PER_NET_LEAD', 'spring', '', '', '', definitions, ...tables)).toEqual(
      fails('#VALUE!', 'write 2026-Q1'),
    )
    expect(
      call('RESTATED', 'COST_PER_NET_LEAD', '2026-Q1 W20', '', '', '', definitions, ...tables),
    ).toMatchObject({
      error: '#VALUE!',
    })
    expect(call('RESTATED', 'NOTHING', '2026-Q1', '', '', '', definitions, ...tables)).toEqual(
      fails('#VALUE!', 'no metric'),
    )
    expect(call('RESTATED', 'COST_PER_NET_LEAD', '2026-Q1', '', '', '', definitions)).toEqual(
      fails('#VALUE!', 'no table is given'),
    )
  })
})

describe('a bridge', () => {
  const terms = {
    'cost.marketing_investment': 'ad_spend, agency',
    'lead.dispute_window_days': 0,
    'win_rate.variant': 'competitive',
  }
  const later = { 'cost.marketing_investment': allComponents, 'lead.dispute_window_days': 60 }
  const changing: Matrix = [
    definitionHeader,
    ...definitionRows(terms, { from: '2026-01-01', version: 1 }),
    ...definitionRows(later, { from: '2026-07-01', version: 4 }),
    ...definitionRows({ 'win_rate.variant': 'won_over_decided' }, { from: '2026-07-01', version: 6 }),
  ]
  const bridge = (metric: string, first: Cell, last: Cell) =>
    call(
      'RESTATEMENT_BRIDGE',
      metric,
      '2026-Q1',
      first,
      last,
      '',
      '',
      changing,
      leads,
      deals,
      costs,
    ) as Matrix

  test('goes term by term in the order of the definitions, and only by those that matter', () => {
    const rows = bridge('COST_PER_NET_LEAD', 'v3', 'v6')
    expect(rows.map(([term]) => term)).toEqual([
      'v3',
      'cost.marketing_investment',
      'lead.dispute_window_days',
      'v6',
    ])
    const [, wider, longer, whole] = rows as [Cell[], Cell[], Cell[], Cell[]]
    expect(wider[1]).toBe(rows[0]?.[2])
    expect(longer[1]).toBe(wider[2])
    expect(longer[2]).toBe(whole[2])
    expect(Number(wider[3]) + Number(longer[3])).toBeCloseTo(Number(whole[3]), 9)
  })

  test('back again has the same steps with the other sign', () => {
    const [there, back] = [bridge('WIN_RATE', 'v3', 'v6'), bridge('WIN_RATE', 'v6', 'v3')]
    expect(there).toEqual([
      ['v3', null, 0.75, null],
      ['win_rate.variant', 0.75, 0.6, -0.15],
      ['v6', 0.75, 0.6, -0.15],
    ])
    expect(back[1]).toEqual(['win_rate.variant', 0.6, 0.75, 0.15])
  })

  test('between versions that mean the same has no term', () => {
    expect(bridge('TOTAL_REVENUE', 'v3', 'v6')).toEqual([
      ['v3', null, 59_000, null],
      ['v6', 59_000, 59_000, 0],
    ])
  })

  test('from the built-in definitions', () => {
    expect(bridge('WIN_RATE', 'v0', 'v3').map(([term]) => term)).toEqual(['v0', 'win_rate.variant', 'v3'])
  })

  test('of a metric of one’s own takes its formula for a term', () => {
    const own: Matrix = [
      definitionHeader,
      ...definitionRows({ 'metric.pace': 'net_leads' }, { from: '2026-01-01', version: 1 }),
      ...definitionRows({ 'metric.pace': 'net_leads * 2' }, { from: '2026-07-01', version: 2 }),
    ]
    expect(call('RESTATEMENT_BRIDGE', 'PACE', '2026-Q1', 'v1', 'v2', '', '', own, leads)).toEqual([
      ['v1', null, 7, null],
      ['metric.pace', 7, 14, 7],
      ['v2', 7, 14, 7],
    ])
  })

  test('carries errors in their own cells', () => {
    const rows = call(
      ...(['RESTATEMENT_BRIDGE', 'COST_PER_NET_LEAD', '2027-Q1', 'v3', 'v6', '', '', changing] as const),
      leads,
      costs,
    ) as Matrix
    expect(rows[0]?.[2]).toEqual(fails('#DIV/0!', 'net_leads is 0'))
    expect(rows[1]?.[3]).toEqual(fails('#DIV/0!', 'net_leads is 0'))
    expect(bridge('WIN_RATE', 'v3', 'v9')).toEqual(fails('#N/A', 'no definitions v9'))
  })
})

describe('a snapshot', () => {
  test('keeps what each metric was, and what it was made of', () => {
    const rows = taken(['COST_PER_NET_LEAD', 'WIN_RATE'])
    expect(
      rows.map(({ metric, segment, value, numerator, denominator, n, version }) => [
        ...[metric, segment, value, numerator, denominator, n, version],
      ]),
    ).toEqual([
      ['COST_PER_NET_LEAD', '', 15_000 / 7, 15_000, 7, 7, 1],
      ['WIN_RATE', '', 0.6, 3, 5, 6, 1],
    ])
    expect(rows[0]).toMatchObject({ period: '2026-Q1', asOf: april, rows: 'leads: 12; deals: 10; costs: 13' })
    expect(rows[0]?.checksum).toMatch(/^leads: [0-9a-f]{64}; deals: [0-9a-f]{64}; costs: [0-9a-f]{64}$/)
  })

  test('keeps segments and errors', () => {
    const rows = taken(['WIN_RATE'], ['', 'owner = Ana', 'owner=Nobody'])
    expect(rows.map(({ segment, value }) => [segment, value])).toEqual([
      ['', 0.6],
      ['owner=Ana', 2 / 3],
      ['owner=Nobody', '#DIV/0!'],
    ])
  })

  test('is not taken of what cannot be computed', () => {
    const question = present(
      readQuestion({ tables: [deals], from, to, where: '', asOf: '', definitions }),
    ) as Question
    expect(snapshotRows(question, ['COST_PER_NET_LEAD'], locked(definitions), none)).toEqual(
      fails(
        '#VALUE!',
        'COST_PER_NET_LEAD cannot be locked: COST_PER_NET_LEAD needs the tables LEADS and COSTS',
      ),
    )
    expect(snapshotRows(question, ['NOTHING'], locked(definitions), none)).toEqual(
      fails('#VALUE!', 'no metric'),
    )
    expect(snapshotRows(question, ['WIN_RATE'], locked(definitions), none, ['owner'])).toEqual(
      fails('#VALUE!', 'column=value'),
    )
  })
})

describe('a locked period', () => {
  const names = ['COST_PER_NET_LEAD', 'WIN_RATE']
  const rows = taken(names, ['', 'owner=Ana', 'owner=Ben'])
  const [locks, snapshot] = [locksOf(locked(definitions)), snapshotOf(...rows)]
  /** A deal came in late, and one of the leads was deleted. */
  const today = [
    leads.slice(0, -1),
    [...deals, [...(deals[7] as Cell[])].map((cell, at) => (at === 0 ? 'D11' : cell))],
    costs,
  ]

  test('is as reported, whatever the tables say now', () => {
    expect(ask('WIN_RATE@as_reported', [...today, snapshot])).toBe(0.6)
    expect(ask('WIN_RATE', [...today, snapshot, locks])).toBe(0.6)
    expect(ask('WIN_RATE@current', [...today, snapshot, locks])).toBe(4 / 6)
    expect(ask('WIN_RATE', [...today, snapshot])).toBe(4 / 6)
    expect(ask('WIN_RATE@as_reported', [snapshot])).toBe(0.6)
    expect(ask([['COST_PER_NET_LEAD'], ['COST_PER_NET_LEAD@restated']], [...today, snapshot, locks])).toEqual(
      [[15_000 / 7], [33_000 / 7]],
    )
  })

  test('stands beside open ones', () => {
    const starts = [[from, serial('2026-04-01')]]
    const ends = [[to, serial('2026-06-30')]]
    expect(
      metricOnTables(['WIN_RATE', starts, ends, '', '', definitions, ...today, snapshot, locks]),
    ).toEqual([[0.6, 1]])
  })

  test('keeps its segments', () => {
    expect(ask('WIN_RATE', [...today, snapshot, locks], definitions, 'owner=ana')).toBe(2 / 3)
    expect(metricBy(['WIN_RATE', 'owner', from, to, '', '', definitions, ...today, snapshot, locks])).toEqual(
      [
        ['Ana', 2 / 3, 3],
        ['Ben', 0.5, 3],
      ],
    )
    expect(ask('WIN_RATE', [...today, snapshot, locks], definitions, 'owner=Cleo')).toEqual(
      fails('#N/A', 'no WIN_RATE of owner=Cleo'),
    )
  })

  test('tells what was recorded', () => {
    const args = [from, to, '', '', definitions, ...today, snapshot, locks]
    expect(metricParts(['WIN_RATE', ...args])).toEqual([
      ['numerator', 3, null],
      ['denominator', 5, null],
      ['result', 0.6, 6],
    ])
    const told = metricExplain(['WIN_RATE', ...args])
    expect(told).toContain('WIN_RATE = 3 / 5 = 0.6')
    expect(told).toContain('locked on 2026-04-10 under definitions v1')
    expect(told).toContain('leads: 12; deals: 10')
  })

  test('without a recorded value is not available', () => {
    expect(ask('NET_LEADS_ISSUED', [...today, snapshot, locks])).toEqual(
      fails('#N/A', 'NET_LEADS_ISSUED@current'),
    )
    expect(ask('WIN_RATE', [...today, locks])).toEqual(fails('#VALUE!', 'SNAPSHOT'))
    expect(ask('WIN_RATE@as_reported', today)).toEqual(fails('#VALUE!', 'SNAPSHOT'))
    expect(metricOnTables(['WIN_RATE@as_reported', '', '', '', '', definitions, snapshot])).toEqual(
      fails('#VALUE!', 'is of a period'),
    )
  })

  test('that was unlocked is current again', () => {
    const lock = locked(definitions)
    const request = {
      period: '2026-Q1',
      asOf: april,
      by: 'finance',
      reason: 'late deal',
      recordedAt: april + 1,
    }
    const open = present(
      unlockPeriod(setOf(definitions), { rows: [lock], sealed: true, hash: lock.hash }, request),
    )
    const unlocked = locksOf(lock, open)
    expect(ask('WIN_RATE', [...today, snapshot, unlocked])).toBe(4 / 6)
    expect(ask('WIN_RATE@as_reported', [...today, snapshot, unlocked])).toEqual(
      fails('#N/A', 'is not locked'),
    )
  })

  test('whose records were changed by hand says so', () => {
    const forged = snapshot.map((row, at) =>
      at === 1 ? row.map((cell, place) => (place === 3 ? 9 : cell)) : row,
    )
    expect(ask('WIN_RATE', [...today, forged, locks])).toEqual(fails('#VALUE!', 'hash'))
    const cut = locks.map((row, at) => (at === 1 ? row.map((cell, place) => (place === 4 ? 7 : cell)) : row))
    expect(ask('WIN_RATE', [...today, snapshot, cut])).toMatchObject({ error: '#VALUE!' })
  })

  test('under approvals that are gone says so', () => {
    const short = definitions.slice(0, 1)
    expect(ask('WIN_RATE', [...today, snapshot, locks], short)).toEqual(fails('#VALUE!', 'rows are missing'))
  })

  test('has drifted by its rows, not by its rules', () => {
    const drift = (metric: string, tables: readonly Argument[], given: Matrix = definitions) =>
      call('DRIFT', metric, '2026-Q1', '', '', given, ...tables, snapshot, locks)
    expect(drift('WIN_RATE', [leads, deals, costs])).toEqual([
      ['reported', 0.6, 'v1, as of 2026-04-10'],
      ['data drift', 0, 'same rows'],
      ['rule drift', 0, 'same rules'],
      ['now', 0.6, 'v1, as of 2026-04-10'],
    ])
    const shuffled = [deals[0] as Cell[], ...[...deals.slice(1)].reverse()]
    expect((drift('WIN_RATE', [leads, shuffled, costs]) as Matrix)[1]).toEqual(['data drift', 0, 'same rows'])
    const rows = drift('WIN_RATE', today) as Matrix
    expect(rows[1]).toEqual([
      'data drift',
      0.0666666666666666,
      'leads: 12 rows, now 11; deals: 10 rows, now 11',
    ])
    expect(rows[3]).toEqual(['now', 4 / 6, 'v1, as of 2026-04-10'])
    expect((drift('WIN_RATE', [deals]) as Matrix)[1]?.[2]).toBe('leads not given; costs not given')
    expect(drift('NET_LEADS_ISSUED', today)).toEqual(fails('#N/A', 'no NET_LEADS_ISSUED'))
  })

  test('has drifted by its rules where they were mended for the past', () => {
    const correction = definitionRows(
      { 'cost.marketing_investment': 'ad_spend' },
      { from: '2026-01-01', version: 3 },
    ).map(row =>
      row.map((cell, at) => (definitionHeader[at] === 'recorded_at' ? serial('2026-08-01') : cell)),
    )
    const superseded = definitions.map((row, at) =>
      at === 1 ? row.map(cell => (cell === 'approved' ? 'superseded' : cell)) : row,
    )
    const mended: Matrix = [...superseded, ...correction]
    expect(call('DRIFT', 'COST_PER_NET_LEAD', '2026-Q1', '', '', mended, leads, costs, snapshot)).toEqual([
      ['reported', 15_000 / 7, 'v1, as of 2026-04-10'],
      ['data drift', 0, 'deals not given'],
      ['rule drift', expect.closeTo(-3000 / 7, 9), 'v1 → v3'],
      ['now', 12_000 / 7, 'v3, as of 2026-04-10'],
    ])
  })
})
