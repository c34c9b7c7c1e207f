import type { AnswerRow } from '../../shared/renderings/sql-tables/answer-rows'
import { duckdb } from '../../shared/renderings/sql-tables/dialects/duckdb'
import type { Mapping } from '../../shared/renderings/sql-tables/mapping'
import { partsSql } from '../../shared/renderings/sql-tables/parts-sql'
import { isCellError } from '../../shared/values'
import { shell } from '../command-line/run'
import { openDatabase } from '../support/database'
import { differentialCases } from '../support/differential-cases'
import { everything, question } from '../support/same-in-database'
import { expectSameNumbers, sampleTables } from '../support/same-numbers'
import { type Cluster, openSpark, spark, sparkHome } from '../support/spark'
import { serial } from '../support/tables'

// It takes many minutes: `npm run test:spark` asks for it.
const isAsked = spark !== undefined && process.env.SPARK === 'yes'

;(isAsked ? describe : describe.skip)('Spark, a cluster of two workers', () => {
  let cluster: Cluster
  beforeAll(async () => {
    cluster = await openSpark()
  }, 300_000)
  afterAll(() => cluster?.close(), 120_000)

  test('gives the right answer though a worker is killed in the middle of the question', async () => {
    const files = await openDatabase()
    const rows = [
      "select 'L' || i as lead_id, timestamp '2026-01-01' + to_seconds((i * 37) % 7000000) as created_at,",
      "timestamp '2026-01-01' + to_seconds((i * 37) % 7000000 + 3600) as issued_at, 'R' || i % 50 as owner,",
      "i % 7 <> 0 as qualified, case when i % 11 = 0 then 'DUPLICATE' end as outcome_code,",
      "timestamp '2026-01-01' + to_seconds((i * 37) % 7000000 + 7200) as outcome_at,",
      "'p' || i % 150000 || '@x.example' as email, i as line, i % 24 as part from range(200000) as r(i)",
    ].join(' ')
    const folder = `${cluster.folder}/leads`
    await files.query(`copy (${rows}) to '${folder}' (format parquet, partition_by (part))`)
    const columns = [
      'lead_id',
      'created_at',
      'issued_at',
      'owner',
      'qualified',
      'outcome_code',
      'outcome_at',
      'email',
    ]
    const mapped = { columns: Object.fromEntries(columns.map(column => [column, column])), order: 'line' }
    await files.query(`create view leads as from read_parquet('${folder}/*/*.parquet')`)
    const inFiles: Mapping = { leads: { ...mapped, table: ['leads'] } }
    const inCluster: Mapping = { leads: { ...mapped, table: ['parquet', folder] } }
    const wanted = everything.filter(({ metric }) =>
      ['NET_LEADS_ISSUED', 'LEADS_ISSUED'].includes(metric.name),
    )
    const { tables: _, ...asked } = question(
      { leads: [columns] },
      {
        from: [[serial('2026-01-01'), serial('2026-02-01')]],
        to: [[serial('2026-01-31'), serial('2026-02-28')]],
      },
    )
    const [own, found] = [
      partsSql({ ...asked, wanted, mapping: inFiles, by: 'owner' }, duckdb),
      partsSql({ ...asked, wanted, mapping: inCluster, by: 'owner' }, cluster.dialect),
    ]
    if (isCellError(own) || isCellError(found)) throw new Error('nothing can be asked')
    const right = (await files.query(own.sql ?? '')) as unknown as readonly AnswerRow[]
    const answered = await cluster.queryKilling(found.sql ?? '')
    // It was there, had a part of its work before it, and is gone.
    expect(answered.killed.pid).toBeGreaterThan(0)
    expect(answered.killed.done).toBeLessThan(answered.killed.of as number)
    expect(answered.workers).not.toContain(answered.killed.pid)
    expect(sorted(answered.rows as readonly AnswerRow[])).toEqual(sorted(right))
    expect(right).toHaveLength(2 * 2 * 50)
    files.close()
  }, 600_000)

  test('makes the numbers themselves as the core does', async () => {
    const names = ['COST_PER_NET_LEAD', 'WIN_RATE', 'AVERAGE_DEAL_SIZE', 'PROFIT_MARGIN', 'NET_LEAD_YIELD']
    const asked = question(sampleTables, { from: serial('2026-01-01'), to: serial('2026-03-31') })
    const mapping = await cluster.load(sampleTables)
    const wanted = everything.filter(({ metric }) => names.includes(metric.name))
    expect(new Set(await expectSameNumbers(cluster, asked, wanted, mapping))).toEqual(new Set(names))
  }, 600_000)

  test('is asked by its own spark-sql, and its refusal is a sentence', async () => {
    process.env.SPARK_HOME = sparkHome()
    const files = await openDatabase()
    const path = `${cluster.folder}/sample.parquet`
    await files.query(`copy (from read_csv('templates/sample/leads.csv')) to '${path}' (format parquet)`)
    files.close()
    const asked = [
      'NET_LEADS_ISSUED',
      'LEAD_RESPONSE_TIME',
      '--from',
      '2026-01-01',
      '--to',
      '2026-03-31',
      '--by',
      'month',
    ]
    const found = await shell('run', '--engine', 'spark', '--leads', path, ...asked)
    const own = await shell('run', '--leads', path, ...asked)
    expect(found).toMatchObject({ exit: 0, out: own.out })
    const refused = await shell('run', '--engine', 'spark', '--leads', 'nowhere.leads', ...asked)
    expect(refused).toMatchObject({ exit: 2, out: '' })
    expect(refused.error).toContain('TABLE_OR_VIEW_NOT_FOUND')
  }, 600_000)

  differentialCases(() => cluster, 12)
})

function sorted(rows: readonly AnswerRow[]): readonly string[] {
  return rows
    .map(({ measure, period, group, n }) => `${measure} ${period} ${group?.toLowerCase()} ${n}`)
    .sort()
}
