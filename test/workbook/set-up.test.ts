import { readDefinitions } from '../../shared/definitions/table'
import { termIds } from '../../shared/definitions/terms'
import { isCellError, type Matrix } from '../../shared/values'
import { addressText } from '../../shared/workbook/area'
import type { Done, FoundTable, Made, SetUp, Survey } from '../../shared/workbook/questions'
import { serial } from '../support/tables'
import { ask, sampleWorkbook, stateOf } from './asked-workbook'
import { computed } from './computed'
import { failingAtEachStep } from './failing'
import { type FakeWorkbook, fakeWorkbook } from './fake-host'

const day = serial('2026-06-30')

/** What somebody who agrees to everything would ask for. */
function planFor(
  workbook: FakeWorkbook,
  headers: (found: FoundTable) => SetUp['tables'][number]['headers'] = () => [],
): SetUp {
  const survey = ask(workbook, 'survey', {}) as Survey
  return {
    tables: survey.tables.flatMap(found =>
      found.table ? [{ area: found.area, table: found.table, headers: headers(found) }] : [],
    ),
    definitions: survey.definitions.state === 'missing',
    asOf: survey.asOf ? undefined : day,
    scorecard: survey.scorecard === undefined,
  }
}

function setUp(workbook: FakeWorkbook, plan = planFor(workbook)): Done<{ readonly made: readonly Made[] }> {
  const done = ask(workbook, 'setUp', plan)
  if (isCellError(done)) throw new Error(done.reason)
  return done
}

const madeInShort = (done: Done<{ readonly made: readonly Made[] }>) =>
  done.outcome === 'done' ? done.made.map(one => `${one.made} ${addressText(one.area)}`) : done

describe('a workbook of exports is set up', () => {
  test('with names, definitions, AS_OF and a scorecard, in one change', () => {
    const workbook = sampleWorkbook()
    expect(madeInShort(setUp(workbook))).toEqual([
      'name Leads!A1:L13',
      'name Deals!A1:N11',
      'name Costs!A1:E14',
      `definitions Definitions!A1:J${termIds.length + 101}`,
      'as of Scorecard!B2',
      'scorecard Scorecard!A1:E30',
    ])
    expect(workbook.namesAsText()).toEqual(
      expect.arrayContaining(['LEADS → Leads!A1:L13', 'AS_OF → Scorecard!B2', 'LOCKS → Locks!A1:J41']),
    )
  })

  test('so that its definitions are the built-in ones, every term there to be read', () => {
    const workbook = sampleWorkbook()
    setUp(workbook)
    const rows = valuesOf(workbook, 'Definitions')
    expect(readDefinitions(rows)).toMatchObject({ version: 0, rows: [] })
    expect(rows.slice(1).map(([id]) => id)).toEqual(termIds)
    expect(rows.slice(1).every(row => row[4] === 'draft' && String(row[10]).length > 10)).toBe(true)
    const survey = ask(workbook, 'survey', {})
    expect(survey).toMatchObject({ definitions: { state: 'there', version: 0, unratified: termIds.length } })
  })

  test('so that the scorecard shows the last four quarters by METRIC', () => {
    const workbook = sampleWorkbook()
    setUp(workbook)
    expect(['B4', 'C4', 'D4', 'E4'].map(cell => computed(workbook, `Scorecard!${cell}`))).toEqual([
      '2025 Q3',
      '2025 Q4',
      '2026 Q1',
      '2026 Q2',
    ])
    expect(computed(workbook, 'Scorecard!E6')).toBe(day)
    const titles = valuesOf(workbook, 'Scorecard').map(row => row[0])
    const row = titles.indexOf('Cost per net lead') + 1
    expect(workbook.formula(`Scorecard!D${row}`)).toBe(
      '=METRIC("COST_PER_NET_LEAD",D$5,D$6,"",AS_OF,DEFINITIONS,LEADS,COSTS,LOCKS,SNAPSHOT)',
    )
    expect(computed(workbook, `Scorecard!D${row}`)).toBeCloseTo(33_000 / 7, 9)
    expect(computed(workbook, `Scorecard!A${row + 1}`)).toBe(
      'Cost per net lead · current, built-in definitions (unratified)',
    )
  })

  test('again, and nothing changes; after new rows only the name grows', () => {
    const workbook = sampleWorkbook()
    setUp(workbook)
    const before = stateOf(workbook)
    expect(setUp(workbook)).toMatchObject({ outcome: 'done', made: [] })
    expect(stateOf(workbook)).toEqual(before)
    workbook.put('Deals!A12', 'D11')
    workbook.put('Deals!C12', serial('2026-05-01'))
    workbook.put('Deals!E12', 'Closed Won')
    expect(madeInShort(setUp(workbook))).toEqual(['name Deals!A1:N12'])
    expect(stateOf(workbook).names).toEqual({ ...before.names, DEALS: 'Deals!A1:N12' })
  })

  test('and all of it can be taken back', () => {
    const workbook = sampleWorkbook()
    const before = stateOf(workbook)
    const done = setUp(workbook)
    if (done.outcome !== 'done') throw new Error('not done')
    expect(ask(workbook, 'undo', { undo: done.undo })).toMatchObject({ outcome: 'done' })
    expect(stateOf(workbook)).toEqual(before)
  })

  test('with the prefix that Excel asks for', () => {
    const workbook = Object.assign(sampleWorkbook(), { prefix: 'PLUMB.' as const })
    setUp(workbook)
    expect(workbook.formula('Scorecard!E5')).toBe('=PLUMB.PERIOD_START($B$2,"quarter",DEFINITIONS)')
  })

  test('without what was not asked for', () => {
    const workbook = sampleWorkbook()
    const plan = { ...planFor(workbook), definitions: false, asOf: undefined, scorecard: false }
    expect(madeInShort(setUp(workbook, plan))).toHaveLength(3)
    expect([...workbook.sheets.keys()]).toEqual(['Leads', 'Deals', 'Costs'])
    const onlyDay = { tables: [], definitions: false, asOf: day, scorecard: false }
    expect(madeInShort(setUp(workbook, onlyDay))).toEqual(["as of 'As of'!B1"])
    expect(madeInShort(setUp(workbook, { ...onlyDay, asOf: day + 1 }))).toEqual(["as of 'As of'!B1"])
    expect(workbook.value("'As of'!B1")).toBe(day + 1)
  })
})

/** As HubSpot exports deals, one header typed by somebody. */
const hubspot: Matrix = [
  ['Record ID', 'Create Date', 'Deal Stage', 'Deal Amount', 'Closing day'],
  ['1', serial('2026-01-05'), 'closedwon', 100, serial('2026-02-05')],
  ['2', serial('2026-01-06'), 'closedlost', 200, serial('2026-02-06')],
]

describe('a header is renamed', () => {
  const mapping = (found: FoundTable) =>
    found.columns.flatMap(({ place, header }) =>
      header === 'Closing day' ? [{ place, from: header, to: 'closed_at' }] : [],
    )

  test('where that was asked, and read by its name from then on', () => {
    const workbook = fakeWorkbook({ Deals: hubspot })
    const made = madeInShort(setUp(workbook, planFor(workbook, mapping)))
    expect(made).toContain('header Deals!E1')
    expect(workbook.value('Deals!E1')).toBe('closed_at')
    expect(workbook.value('Deals!D1')).toBe('Deal Amount')
  })

  test('only while it holds what the user saw', () => {
    const workbook = fakeWorkbook({ Deals: hubspot })
    const plan = planFor(workbook, mapping)
    workbook.put('Deals!E1', 'Something else')
    const before = stateOf(workbook)
    expect(setUp(workbook, plan)).toMatchObject({ outcome: 'conflict' })
    expect(stateOf(workbook)).toEqual(before)
  })

  test('into a column that there is, that is free, and never over a formula', () => {
    const plan = (to: string): SetUp => ({
      tables: [
        {
          area: { sheet: 'Deals', top: 0, left: 0, bottom: 2, right: 4 },
          table: 'deals',
          headers: [{ place: 4, from: 'Closing day', to }],
        },
      ],
      ...{ definitions: false, asOf: undefined, scorecard: false },
    })
    const workbook = fakeWorkbook({ Deals: hubspot })
    const before = stateOf(workbook)
    for (const to of ['=1+1', '<b>', '__proto__', 'constructor']) {
      expect(setUp(workbook, plan(to))).toMatchObject({ outcome: 'refused' })
    }
    expect(setUp(workbook, plan('amount'))).toMatchObject({
      reason: 'Two columns of DEALS would be amount: choose one.',
    })
    expect(stateOf(workbook)).toEqual(before)
    workbook.put('Deals!E1', { formula: '=A1', value: 'Closing day' })
    expect(setUp(workbook, plan('closed_at'))).toMatchObject({
      reason: 'Deals!E1 holds a formula: type the header closed_at there yourself.',
    })
  })
})

test('a table that would lack a key column is not named', () => {
  const workbook = fakeWorkbook({ Deals: hubspot.map(row => row.slice(1)) })
  const area = { sheet: 'Deals', top: 0, left: 0, bottom: 2, right: 3 }
  const plan: SetUp = {
    tables: [{ area, table: 'deals', headers: [] }],
    ...{ definitions: false, asOf: undefined, scorecard: false },
  }
  expect(setUp(workbook, plan)).toEqual({
    outcome: 'refused',
    reason: 'DEALS would lack deal_id: say which of its columns that is.',
  })
})

test('definitions that lost their name are named again, not made a second time', () => {
  const workbook = sampleWorkbook()
  setUp(workbook)
  delete workbook.names.DEFINITIONS
  const plan = { tables: [], definitions: true, asOf: undefined, scorecard: false }
  expect(madeInShort(setUp(workbook, plan))).toEqual([`name Definitions!A1:K${termIds.length + 1}`])
})

test('a scorecard is not made of tables that make no metric', () => {
  const workbook = fakeWorkbook({
    Reps: [
      ['rep', 'start'],
      ['Ana', 46_000],
    ],
  })
  const plan = planFor(workbook)
  expect(madeInShort(setUp(workbook, plan))).not.toContain('scorecard')
})

test('a host that fails at any step leaves the workbook as it was, or set up', () => {
  const plan = planFor(sampleWorkbook())
  const done = sampleWorkbook()
  setUp(done, plan)
  const outcomes = [stateOf(sampleWorkbook()), stateOf(done)]
  const steps = failingAtEachStep(
    sampleWorkbook,
    workbook => ask(workbook, 'setUp', plan),
    (workbook, failed) => {
      expect(outcomes).toContainEqual(stateOf(workbook))
      // A lock that cannot be given back runs out by itself.
      expect(workbook.locked).toBe(failed === 'unlock')
    },
  )
  expect(steps).toBeGreaterThan(60)
})

function valuesOf(workbook: FakeWorkbook, sheet: string): Matrix {
  const { cells } = workbook.sheets.get(sheet) ?? { cells: [] }
  const [block] = workbook.host.read([
    { sheet, top: 0, left: 0, bottom: cells.length - 1, right: 10 },
  ]) as readonly { values: Matrix }[]
  return block?.values ?? []
}
