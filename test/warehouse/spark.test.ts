import { differentialCases } from '../support/differential-cases'
import { type Cluster, openSpark, spark } from '../support/spark'

;(spark === undefined ? describe.skip : describe)('Spark gives the same as the core', () => {
  let cluster: Cluster
  beforeAll(async () => {
    cluster = await openSpark()
  }, 120_000)
  afterAll(() => cluster?.close(), 60_000)

  differentialCases(() => cluster, 12)
})
