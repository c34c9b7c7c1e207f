import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'

const folder = join('node_modules', '.cache', 'plumbline', 'warehouse')

/** A Parquet file of so many leads of two years; written once. */
export async function leadsFile(rows: number): Promise<string> {
  const path = join(folder, `leads-${rows}.parquet`)
  if (existsSync(path)) return path
  mkdirSync(folder, { recursive: true })
  const connection = await (
    await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '3GB' })
  ).connect()
  await connection.run(
    `set preserve_insertion_order = true; copy (${generated(rows)}) to '${path}.part' (format parquet)`,
  )
  connection.closeSync()
  const { renameSync } = await import('node:fs')
  renameSync(`${path}.part`, path)
  return path
}

/** One person in twenty comes again; what happens is spread by hashes, so that every run draws the same. */
function generated(rows: number): string {
  const dice = (name: string, sides: number): string => `(hash(i, '${name}') % ${sides})::bigint`
  const created = `timestamp '2024-01-01' + to_seconds(((i * 63158400) // ${rows})::bigint)`
  return `select '00Q' || lpad(i::varchar, 12, '0') as lead_id, created as created_at,
    case when ${dice('issued', 100)} < 85 then created + to_minutes(${dice('minutes', 2880)}::bigint) end as issued_at,
    case when ${dice('owner', 100)} < 97 then 'Rep ' || ${dice('rep', 40)} end as owner,
    ${dice('qualified', 100)} < 80 as qualified,
    case when ${dice('answered', 100)} < 90 then created + to_minutes((2880 + ${dice('answer', 4000)})::bigint) end as first_response_at,
    ['OPPORTUNITY', 'NO_CONTACT', 'NURTURE', 'INVALID', 'DUPLICATE', null, null, null][1 + ${dice('code', 8)}] as outcome_code,
    created + to_hours((24 + ${dice('outcome', 480)})::bigint) as outcome_at,
    'p' || (hash(i, 'person') % ${rows * 10}) || '@x.example' as email,
    ['web', 'event', 'referral', 'partner'][1 + ${dice('source', 4)}] as source
    from (select i, ${created} as created from range(${rows}) as r(i)) as leads`
}
