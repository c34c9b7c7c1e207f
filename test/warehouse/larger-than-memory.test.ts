import { existsSync, statSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import { readDefinitionsFile } from '../../warehouse/definitions-file'
import { openFiles } from '../../warehouse/duckdb'
import type { Engine } from '../../warehouse/engine'
import { prepare } from '../../warehouse/question'
import { run } from '../../warehouse/run'
import { folder } from '../command-line/run'

const file = folder()
/** In MB. */
const memory = 100
const leads = 1_500_000
/** Each comes once, and so many of them once more, a month later. */
const people = 1_400_000

/** In no order that would help: every person stands far from where the same person comes again. */
const generated = `
  select 'L' || i as lead_id, created_at, created_at as issued_at, 'Ana' as owner, true as qualified, null as outcome_code,
    'person-' || (i * 7919) % ${people} || '@sales.example' as email
  from (select i, timestamp '2026-01-10' + to_days(case when i >= ${people} then 31 else 0 end) as created_at
    from range(${leads}) as r(i)) as leads`

beforeAll(async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  for (const name of ['leads.parquet', 'leads.csv'])
    await connection.run(`copy (${generated}) to '${file(name)}'`)
  connection.closeSync()
}, 120_000)

async function counted(engine: Engine): Promise<readonly (readonly [string, unknown])[]> {
  const metrics = ['LEADS_ISSUED', 'NET_LEADS_ISSUED']
  const asked = { metrics, from: '2026-01-01', to: '2026-02-28', by: ['month'], where: '' }
  const prepared = await prepare(asked, await readDefinitionsFile(undefined), async () => ({
    from: 0,
    to: 0,
  }))
  return (await run(metrics, prepared, engine)).map(({ period, value }) => [period.name, value])
}

test.each(['leads.parquet', 'leads.csv'])(
  'who comes again is found though memory does not hold everybody: %s',
  async name => {
    const engine = await openFiles({ leads: file(name) }, undefined, () => {}, memory)
    const [setting] = await engine.query(`select current_setting('temp_directory') as folder`)
    const disk = (setting as { folder: string }).folder
    try {
      expect(existsSync(disk)).toBe(true)
      expect(await counted(engine)).toEqual([
        ['2026-01', people],
        ['2026-01', people],
        ['2026-02', leads - people],
        ['2026-02', 0],
      ])
      // Without a disk to put it to it would not have been possible.
      await engine.query(`set max_temp_directory_size = '1MB'`)
      await expect(counted(engine)).rejects.toThrow(/which is full: make room there/)
    } finally {
      await engine.close()
    }
    expect(existsSync(disk)).toBe(false)
  },
  300_000,
)

test('the table as text is larger than what memory is allowed', () => {
  expect(statSync(file('leads.csv')).size).toBeGreaterThan(memory * 1e6)
})
