import type { Database } from '../support/database'
import { differentialCases } from '../support/differential-cases'
import { openPostgresql, postgresql } from '../support/postgresql'

;(postgresql === undefined ? describe.skip : describe)('PostgreSQL gives the same as the core', () => {
  let database: Database
  beforeAll(async () => {
    database = await openPostgresql()
  }, 60_000)
  afterAll(() => database?.close())

  differentialCases(() => database, 12)
})
