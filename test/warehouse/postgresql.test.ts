import type { Database } from '../support/database'
import { differentialCases } from '../support/differential-cases'
import { openPostgresql, postgresql } from '../support/postgresql'
import { everything, question } from '../support/same-in-database'
import { expectSameNumbers, sampleTables } from '../support/same-numbers'
import { serial } from '../support/tables'

/** As many metrics in a statement as it plans in no time. */
const together = 12

;(postgresql === undefined ? describe.skip : describe)('PostgreSQL gives the same as the core', () => {
  let database: Database
  beforeAll(async () => {
    database = await openPostgresql()
  }, 60_000)
  afterAll(() => database?.close())

  differentialCases(() => database, 12)

  test('also where it makes the numbers itself', async () => {
    const asked = question(sampleTables, { from: serial('2026-01-01'), to: serial('2026-03-31') })
    const mapping = await database.load(sampleTables)
    const found: string[] = []
    for (let start = 0; start < everything.length; start += together)
      found.push(
        ...(await expectSameNumbers(database, asked, everything.slice(start, start + together), mapping)),
      )
    expect(found.length).toBeGreaterThan(50)
  }, 600_000)
})
