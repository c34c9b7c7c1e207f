import fc from 'fast-check'
import { builtInTerms } from '../../shared/definitions/terms'
import { answersTo } from '../../shared/metrics/on-tables/answer'
import { finishingOf } from '../../shared/renderings/sql-tables/finishing'
import { partsShown } from '../../shared/renderings/sql-tables/number-row'
import { type Database, openDatabase } from '../support/database'
import { inSamples, knownDays, twoWindows, windows } from '../support/in-samples'
import { definitionsOf } from '../support/random-tables'
import { everything, question } from '../support/same-in-database'
import { expectSameNumbers, numbersSql, sampleTables } from '../support/same-numbers'
import { serial } from '../support/tables'

/** A statement of so many metrics is planned in no time. */
const together = 18

let database: Database
beforeAll(async () => {
  database = await openDatabase()
})
afterAll(() => database.close())

const quarter = { from: serial('2026-01-01'), to: serial('2026-03-31') }

test('on the sample tables it is the number of the core', async () => {
  const found = await expectSameNumbers(
    database,
    question(sampleTables, quarter),
    everything,
    await database.load(sampleTables),
  )
  expect(found.length).toBeGreaterThan(50)
  expect(found).toEqual(
    expect.arrayContaining(['COST_PER_NET_LEAD', 'WIN_RATE', 'COHORT_ROI', 'FUNNEL_YIELD']),
  )
})

test('on random tables, under random definitions, too', async () => {
  const asking = fc.record({
    ...windows,
    where: fc.constantFrom('', '', 'owner=ana', 'region=West'),
    asOf: knownDays,
  })
  const found = new Set<string>()
  await inSamples(asking, 42, together, async (sample, wanted) => {
    const { tables, definitions, from, days, where, asOf } = sample
    const [first, last] = twoWindows(from, days)
    const asked = {
      ...question(tables, { from: first as never, to: last as never, where, asOf }),
      definitions,
    }
    for (const name of await expectSameNumbers(database, asked, wanted, await database.load(tables)))
      found.add(name)
  })
  expect(found.size).toBeGreaterThan(90)
}, 600_000)

test('what takes more than totals is left to the core', () => {
  const beyond = everything.filter(({ metric }) => finishingOf(metric, builtInTerms) === undefined)
  expect(beyond.map(({ metric }) => metric.name)).toEqual([
    ...['LEAD_RESPONSE_TIME', 'SALES_CYCLE_LENGTH', 'DAYS_IN_STAGE', 'SALES_VELOCITY'],
    ...['QUOTA_ATTAINMENT_TEAM', 'REPS_AT_QUOTA', 'REP_CONCENTRATION', 'REP_DISPARITY', 'RAMP_TIME'],
  ])
})

test('no part is called as a column that every answer has', () => {
  for (const { metric } of everything) {
    const shown = partsShown(finishingOf(metric, builtInTerms) ?? { totals: [], finishes: [] })
    expect(
      shown.filter(name => ['metric', 'period_from', 'period_to', 'value', 'refused'].includes(name)),
    ).toEqual([])
    expect(new Set(shown.map(name => name.toLowerCase())).size).toBe(shown.length)
  }
})

test('parts stand beside the number, to the last digit, and an error is null with its reason', async () => {
  const mapping = await database.load(sampleTables)
  const wanted = everything.filter(({ metric }) => metric.name === 'WIN_RATE')
  const months = {
    from: [[quarter.from, serial('2026-02-01')]],
    to: [[serial('2026-01-31'), serial('2026-02-28')]],
  }
  const statement = numbersSql(database, wanted, question(sampleTables, months), mapping)
  const rows = await database.query((statement as { sql: string }).sql)
  expect(rows).toMatchObject([
    { value: null, refused: expect.stringMatching(/^#DIV\/0! no deal was decided/) },
    { value: 1, won: 1, lost: 0, refused: null },
  ])
})

test('what a number was counted by may change within its period', async () => {
  const changed = [
    ...definitionsOf({ 'lead.dispute_window_days': 3 }).rows,
    ...definitionsOf({ 'lead.dispute_window_days': 30 }).rows.map(row => ({
      ...{ ...row, effectiveFrom: serial('2026-02-15'), version: 2 },
    })),
  ]
  const definitions = { ...definitionsOf({}), rows: changed, version: 2 }
  const asked = { ...question(sampleTables, quarter), definitions }
  const wanted = everything.filter(({ metric }) => metric.name === 'NET_LEADS_ISSUED')
  expect(answersTo(asked, wanted).at(0, 0, 0).regimes).toHaveLength(2)
  expect(await expectSameNumbers(database, asked, wanted, await database.load(sampleTables))).toEqual([
    'NET_LEADS_ISSUED',
  ])
})
